import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { catalogueOf } from "../../src/i18n/catalogue.js";
import { profiles } from "../../src/regulations/profiles.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused } from "../support/step-notices.js";

const URL = "https://www.tiktok.com/@dukcapil.baru";
const LINE = `/akun @dukcapil.baru media=TikTok tautan=${URL} nomor=12/2026`;

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");

const accounts = async (bench: ChatBench) =>
  (await bench.store.sceneOfGovernment(bench.governmentId)).directory.accounts;
const account = async (bench: ChatBench, handle: string, medium: string) =>
  (await accounts(bench)).find((each) => each.handle === handle && each.medium === medium);

const bare = (directory: Directory): Directory => ({ ...directory, accounts: [] });

/** The message a question of this step became. */
const question = async (bench: ChatBench, step: Step, input: string) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  expect(row?.content).toMatchObject({ kind: "question", command: "account", input });
  if (!row) throw new Error("nothing was asked");
  await bench.relay();
  return bench.messageOf(row);
};

describe("/account without text", () => {
  it("lists the agency's accounts with their designation and since when, for the person alone", async () => {
    const bench = createChatBench("kobar");
    await bench.type(officer(bench), "/account dukcapil.contoh medium=x number=12/2026");
    const step = await bench.type(officer(bench), "/account");
    expect(step.rows).toMatchObject([{ whisperTo: { id: "kobar-dukcapil-officer" } }]);
    const { text, buttons } = await composed(bench, step);
    expect(text).toContain("Akun resmi Dinas Kependudukan dan Pencatatan Sipil (2)");
    expect(text).toContain("@dukcapil.contoh · Instagram\nhttps://instagram.com/dukcapil.contoh");
    expect(text).toContain("surat penetapannya belum dicatat · sejak 4 Jan 2021");
    expect(text).toContain("Keputusan Kepala Instansi Nomor 12/2026 · sejak 4 Jan 2021");
    expect(buttons).toEqual(["Daftarkan akun", "Dasar: Pasal 10 ayat (1)"]);
  });

  it("says what to do where there is none, and offers it only to those who may", async () => {
    const bench = createChatBench("kobar", { change: bare });
    const mine = await composed(bench, await bench.type(officer(bench), "/account"));
    expect(mine.text).toContain("Untuk mendaftarkan, ketik /akun dan nama akunnya.");
    expect(mine.buttons).toContain("Daftarkan akun");
    const others = await composed(bench, await bench.type(officer(bench), "/account agency=dlh"));
    expect(others.buttons).not.toContain("Daftarkan akun");
  });

  it("has pages", async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...{ id: `a-${String(index).padStart(2, "0")}`, agencyId: "kobar-dukcapil", medium: "x", handle: `akun${index}` },
      ...{ url: "https://x.com/akun", since: MORNING },
    }));
    const bench = createChatBench("kobar", { change: (directory) => ({ ...directory, accounts: many }) });
    const first = await composed(bench, await bench.type(officer(bench), "/account"));
    expect(first.text).toContain("Halaman 1 dari 2");
    expect(first.buttons).toContain("Berikutnya");
    const action = { command: "account", values: { agency: "dukcapil", page: "1" } };
    const second = await composed(bench, await bench.press(officer(bench), action));
    expect(second.text).toContain("@akun11");
    expect(second.text).not.toContain("@akun9 ");
  });

  it("asks for the handle after its button, whatever the form left empty", async () => {
    const bench = createChatBench("kobar");
    const opener = { command: "account", values: { register: "yes", agency: "dukcapil" } };
    const step = await bench.submit(officer(bench), "account", { handle: "", medium: "tiktok", url: URL }, opener);
    const asked = await question(bench, step, "handle");
    const number = await question(bench, await bench.write(officer(bench), "@dukcapil.baru", asked), "number");
    await bench.write(officer(bench), "12/2026", number);
    expect(await account(bench, "dukcapil.baru", "tiktok")).toMatchObject({ url: URL });
  });
});

describe("/account with a handle", () => {
  it("registers an account: it counts from now on, is in the history, and the chat sees it", async () => {
    const bench = createChatBench("kobar");
    const step = await bench.type(officer(bench), LINE);
    const made = await account(bench, "dukcapil.baru", "tiktok");
    expect(made).toEqual({
      id: made?.id,
      agencyId: "kobar-dukcapil",
      medium: "tiktok",
      handle: "dukcapil.baru",
      url: URL,
      designation: { instrument: "Keputusan Kepala Instansi", number: "12/2026" },
      since: MORNING,
    });
    expect(step.history).toMatchObject([
      {
        kind: "accountRegistered",
        subjectId: made?.id,
        actor: "kobar-dukcapil-officer",
        content: { medium: "tiktok" },
      },
    ]);
    expect(step.rows[0]?.whisperTo).toBeUndefined();
    const { text, buttons } = await composed(bench, step);
    expect(text).toContain("@dukcapil.baru · TikTok terdaftar sebagai akun resmi Dinas Kependudukan");
    expect(text).toContain("Keputusan Kepala Instansi Nomor 12/2026");
    expect(buttons).toEqual(["Akhiri", "Dasar: Pasal 10 ayat (1)"]);
  });

  it("asks question by question for what is missing, again after a wrong answer, and shows the article", async () => {
    const bench = createChatBench("kobar");
    const me = officer(bench);
    const asked = await bench.type(me, "/account @dukcapil.baru");
    expect((await composed(bench, asked)).text).toMatch(/Instagram; Facebook; X \(Twitter\).*Kaskus\./);
    const wrong = await bench.write(me, "Friendster", await question(bench, asked, "medium"));
    expect((await composed(bench, wrong)).text).toContain('"Friendster" tidak ada dalam pilihan media');
    const url = await question(bench, await bench.write(me, "twitter", await question(bench, wrong, "medium")), "url");
    const bad = await question(bench, await bench.write(me, "x", url), "url");
    const number = await bench.write(me, "https://x.com/dukcapil.baru", bad);
    expect((await composed(bench, number)).text).toContain(
      "Ditetapkan dengan Keputusan Kepala Instansi (Pasal 10 ayat (1)).",
    );
    await bench.write(me, "7/2026", await question(bench, number, "number"));
    expect(await account(bench, "dukcapil.baru", "x")).toMatchObject({ designation: { number: "7/2026" } });
  });

  it("asks for no designation where the regulation asks for none", async () => {
    const bench = createChatBench("klaten");
    await bench.type(officer(bench), `/account dukcapil.baru media=tiktok tautan=${URL}`);
    expect(await account(bench, "dukcapil.baru", "tiktok")).not.toHaveProperty("designation");
    const step = await bench.type(officer(bench), "/account dukcapil.baru media=tiktok nomor=3");
    await question(bench, step, "instrument");
  });

  it("changes the same medium and handle, however it is spelled, and keeps the rest", async () => {
    const bench = createChatBench("kobar");
    await bench.type(officer(bench), LINE);
    const before = await account(bench, "dukcapil.baru", "tiktok");
    bench.advance(60);
    const step = await bench.type(officer(bench), "/account @Dukcapil.Baru media=tiktok nomor=13/2026");
    expect(step.history).toMatchObject([{ kind: "accountChanged" }]);
    const designation = { instrument: "Keputusan Kepala Instansi", number: "13/2026" };
    expect((await accounts(bench)).filter(({ id }) => id === before?.id)).toEqual([
      { ...before, handle: "Dukcapil.Baru", designation },
    ]);
  });

  it.each([
    ["badChoice", "/account baru media=friendster"],
    ["badUrl", "/account baru media=x tautan=x.com"],
    ["unknownAgency", "/account baru media=x agency=gaib"],
    ["unknownAccount", "/account gaib until=today"],
    ["badDay", "/account dukcapil.contoh media=x until=kapan-kapan"],
  ] as const)("refuses with %s: %s", async (code, line) => {
    const bench = createChatBench("kobar");
    const before = await accounts(bench);
    expectRefused(await bench.type(officer(bench), line), code, officer(bench));
    expect(await accounts(bench)).toEqual(before);
  });

  it("never speaks of private messages where an account's address is wrong", async () => {
    const bench = createChatBench("kobar");
    const { text } = await composed(bench, await bench.type(officer(bench), "/account baru media=x tautan=x.com"));
    expect(text).not.toContain("pesan pribadi");
  });

  it("knows every medium of every regulation by its code, its name and its parts", () => {
    const { choices } = catalogueOf("id");
    for (const { media } of profiles) for (const { code, name } of media) expect(choices[code]).toBe(name);
  });
});

describe("an account that is given up", () => {
  it.each(["today", '"hari ini"'])("ends at once with until=%s and can be registered again", async (day) => {
    const bench = createChatBench("kobar");
    await bench.type(officer(bench), LINE);
    const before = await account(bench, "dukcapil.baru", "tiktok");
    bench.advance(60);
    const step = await bench.type(officer(bench), `/account dukcapil.baru sampai=${day}`);
    expect(step.history).toMatchObject([{ kind: "accountEnded" }]);
    expect(await account(bench, "dukcapil.baru", "tiktok")).toEqual({ ...before, until: bench.now() });
    const { text, buttons, actions } = await composed(bench, step);
    expect(text).toContain("tidak lagi menjadi akun resmi");
    expect(buttons).toContain("Daftarkan lagi");
    const [again] = actions.filter(({ command }) => command === "account");
    if (!again) throw new Error("no way back");
    const back = await bench.press(officer(bench), again);
    expect(back.history).toMatchObject([{ kind: "accountRegistered" }]);
    expect(await account(bench, "dukcapil.baru", "tiktok")).toEqual(before);
  });

  it("counts anew when it is registered again later, also by another agency", async () => {
    const bench = createChatBench("kobar");
    await bench.type(officer(bench), "/account dukcapil.contoh media=x until=today");
    bench.advance(2 * 1_440);
    const seat = bench.seat("dlh");
    await bench.type(seat, "/account dukcapil.contoh media=x tautan=https://x.com/dukcapil.contoh nomor=9");
    expect(await account(bench, "dukcapil.contoh", "x")).toMatchObject({ agencyId: "kobar-dlh", since: bench.now() });
    expect(await account(bench, "dukcapil.contoh", "x")).not.toHaveProperty("until");
  });

  it("counts until the end of a later day", async () => {
    const bench = createChatBench("kobar");
    const step = await bench.type(officer(bench), "/account dukcapil.contoh media=x until=besok");
    expect((await account(bench, "dukcapil.contoh", "x"))?.until).toEqual(new Date("2026-03-03T17:00:00Z"));
    expect((await composed(bench, step)).text).toContain("sampai 3 Mar 2026");
  });

  it("keeps a later end when something else is changed, and loses it when it is registered anew", async () => {
    const bench = createChatBench("kobar");
    await bench.type(officer(bench), LINE);
    const [again] = (await composed(bench, await bench.type(officer(bench), "/account dukcapil.baru until=besok")))
      .actions;
    const until = new Date("2026-03-03T17:00:00Z");
    await bench.type(officer(bench), "/account dukcapil.baru media=tiktok nomor=13/2026");
    expect(await account(bench, "dukcapil.baru", "tiktok")).toMatchObject({
      designation: { number: "13/2026" },
      until,
    });
    if (!again) throw new Error("no way back");
    await bench.press(officer(bench), again);
    expect(await account(bench, "dukcapil.baru", "tiktok")).not.toHaveProperty("until");
    await bench.type(officer(bench), "/account dukcapil.baru until=besok");
    await bench.type(officer(bench), "/account dukcapil.baru media=tiktok");
    expect(await account(bench, "dukcapil.baru", "tiktok")).not.toHaveProperty("until");
  });

  it("is waited for no more by what was ready, also once another agency has it", async () => {
    const bench = createChatBench("jabar");
    const me = officer(bench);
    await bench.type(me, '/propose Kantor libur. tema=Libur tagar=Libur sumber="Surat edaran" akun="x instagram"');
    const { code } = await bench.proposal();
    await bench.press(me, { command: "submit", values: { code } });
    await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    await bench.type(me, "/account dukcapil.contoh media=instagram until=today");
    const line =
      "/account dukcapil.contoh media=instagram tautan=https://instagram.com/dukcapil.contoh nomor=9 instrument=SK";
    await bench.type(bench.seat("dlh"), line);
    expect(await account(bench, "dukcapil.contoh", "instagram")).toMatchObject({ agencyId: "jabar-dlh" });
    const texts = await bench.press(me, { command: "copy", values: { code } });
    expect(texts.rows.map(({ content }) => content)).toMatchObject([{ accountId: "account-jabar-dukcapil-x" }]);
    await bench.type(me, "/posted 1 https://x.com/dukcapil.contoh/status/1");
    expect((await bench.proposal()).status).toBe("published");
  });

  it("asks for the medium where the handle is on several, and ends by its button", async () => {
    const bench = createChatBench("kobar");
    await question(bench, await bench.type(officer(bench), "/account dukcapil.contoh until=today"), "medium");
    const action = { command: "endaccount", values: { account: "account-kobar-dukcapil-x" } };
    await bench.press(officer(bench), action);
    expect((await account(bench, "dukcapil.contoh", "x"))?.until).toEqual(bench.now());
    expectRefused(await bench.press(officer(bench), action), "stale", officer(bench));
  });

  it("is no target of content any more; what was posted there stays readable, and the rest finishes without it", async () => {
    const bench = createChatBench("jabar");
    const me = officer(bench);
    await bench.type(me, '/propose Kantor libur. tema=Libur tagar=Libur sumber="Surat edaran" akun="x instagram"');
    const { code } = await bench.proposal();
    await bench.press(me, { command: "submit", values: { code } });
    await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    await bench.type(me, "/account dukcapil.contoh media=instagram until=today");
    const texts = await bench.press(me, { command: "copy", values: { code } });
    expect(texts.rows.map(({ content }) => content)).toMatchObject([{ accountId: "account-jabar-dukcapil-x" }]);
    await bench.type(me, "/posted 1 https://x.com/dukcapil.contoh/status/1");
    expect((await bench.proposal()).status).toBe("published");
    await bench.type(me, "/account dukcapil.contoh media=x until=today");
    const { text } = await composed(bench, await bench.type(me, "/status 1"));
    expect(text).toContain("@dukcapil.contoh · X (Twitter)");
    expectRefused(await bench.type(me, "/propose Lagi. tema=Lagi akun=x"), "unknownAccount", me);
  });

  it("is left out when a draft for it is submitted", async () => {
    const bench = createChatBench("jabar");
    const me = officer(bench);
    await bench.type(me, '/propose Kantor libur. tema=Libur tagar=Libur sumber="Surat edaran"');
    await bench.type(me, "/account dukcapil.contoh media=instagram until=today");
    await bench.press(me, { command: "submit", values: { code: (await bench.proposal()).code } });
    expect((await bench.proposal()).versions.at(-1)?.content.accountIds).toEqual(["account-jabar-dukcapil-x"]);
  });
});
