import { describe, expect, it } from "vitest";
import { silentDays, silentSince } from "../../src/domain/silence.js";
import { actionOf, atMinute, chat, composeIn, directory, START, show } from "../support/view-fixture.js";

const DAY = 1440;
const account = (medium: string) => ({
  id: `account-${medium}`,
  agencyId: "a-dishub",
  medium,
  handle: "dishub.contoh",
  url: `https://${medium}.com/dishub.contoh`,
  since: START,
});

const content = {
  kind: "silent-accounts",
  agencyId: "a-dishub",
  accountIds: ["account-x", "account-instagram"],
} as const;

const world = (profile = "kobar-2017", days = 9) => ({
  directory: { ...directory({ profile }), accounts: [account("instagram"), account("x")] },
  now: atMinute(days * DAY + 60),
});

describe("silent accounts", () => {
  it("are named with medium and days, as an internal target", async () => {
    const lastPosted = new Map([["account-instagram", atMinute(DAY)]]);
    const shown = await show({ ...world(), lastPosted }, content, chat("a-dishub"));
    expect(shown.text.split("\n")).toEqual([
      "Lebih dari 7 hari tanpa unggahan (batas harinya target internal):",
      "• @dishub.contoh · Instagram: 8 hari sejak unggahan terakhir",
      "• @dishub.contoh · X (Twitter): belum ada unggahan sejak terdaftar, 9 hari",
      "Bila ada yang sudah tayang, mohon dicatat dengan /tayang. Untuk menyusun konten, ketik /usul.",
      "Sifat dasar: Target internal",
    ]);
    expect(shown.labels).toEqual(["Dasar: Pasal 9 huruf e"]);
  });

  it("rest on Pasal 5 huruf f and g in Jawa Barat", async () => {
    const shown = await show(world("jabar-2019"), content);
    expect(shown.text).toContain("Sifat dasar: Peraturan");
    const citation = "Pasal 5 huruf f; Pasal 5 huruf g";
    expect(actionOf(shown, `Dasar: ${citation}`)).toEqual({ command: "article", values: { citation } });
    expect((await show(world(), { kind: "rules", citation: "Pasal 9 huruf e", page: 0 })).text).toContain(
      "Jarak antarunggahan adalah target internal.",
    );
  });

  it("are left out when something was posted meanwhile, and dropped when none is left", async () => {
    const lately = new Map([["account-x", atMinute(9 * DAY)]]);
    expect((await show({ ...world(), lastPosted: lately }, content)).text).not.toContain("· X (Twitter)");
    const both = new Map([...lately, ["account-instagram", atMinute(9 * DAY)]] as const);
    expect(await composeIn({ ...world(), lastPosted: both }, content)).toBe("drop");
    expect(await composeIn(world("kobar-2017", 6), content)).toBe("drop");
    expect(await composeIn({ now: atMinute(9 * DAY) }, content)).toBe("drop");
  });
});

describe("a silence", () => {
  it("begins with the last post, or with the account", () => {
    expect(silentSince({ since: START }, undefined)).toEqual(START);
    expect(silentSince({ since: START }, atMinute(5))).toEqual(atMinute(5));
    expect(silentSince({ since: START }, atMinute(-5))).toEqual(START);
  });

  it("is one when it is longer than the days of the setting", () => {
    expect(silentDays(START, atMinute(7 * DAY), 7)).toBeUndefined();
    expect(silentDays(START, atMinute(7 * DAY + 1), 7)).toBe(7);
    expect(silentDays(START, atMinute(9 * DAY - 1), 7)).toBe(8);
  });
});
