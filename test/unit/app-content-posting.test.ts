import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused, noticeOf } from "../support/step-notices.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';
const X = "https://x.com/dukcapil.contoh/status/1";
const INSTAGRAM = "https://www.instagram.com/p/abc";

/** A third account. */
const withTikTok = (directory: Directory): Directory => ({
  ...directory,
  accounts: [
    ...directory.accounts,
    {
      ...{ id: "tiktok", agencyId: "jabar-dukcapil", medium: "tiktok", handle: "dukcapil.contoh" },
      ...{ url: "https://www.tiktok.com/@dukcapil.contoh", since: new Date("2026-01-01T00:00:00Z") },
    },
  ],
});

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const press = (bench: ChatBench, command: string) => bench.press(officer(bench), { command, values: { code: "1" } });
const posted = (bench: ChatBench, words: string): Promise<Step> => bench.type(officer(bench), `/posted 1 ${words}`);
const urls = async (bench: ChatBench) => (await bench.proposal()).publications.map(({ url }) => url);

/** Selected, and posted on X. */
const begun = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(officer(bench), LINE);
  await press(bench, "submit");
  await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
  await posted(bench, X);
  return bench;
};

const refusedAt = (bench: ChatBench, step: Step, account: string): void => {
  expectRefused(step, "alreadyPosted", officer(bench));
  expect(noticeOf(step, "alreadyPosted").values).toMatchObject({ account: `account-jabar-dukcapil-${account}` });
};

describe("what is posted on one of its accounts", () => {
  it("stays selected: the decision is not taken back any more", async () => {
    const bench = await begun();
    const { status, decisions } = await bench.proposal();
    expect(status).toBe("ready");
    const official = bench.seat("dukcapil", "official");
    const undo = { command: "undo", values: { code: "1", decision: decisions[0]?.id ?? "" } };
    expectRefused(await bench.press(official, undo), "undoTooLate", official);
    expect(await bench.proposal()).toMatchObject({ status: "ready", gate: { passed: true } });
  });
});

describe("the proof of a posting", () => {
  it.each([X, "https://mobile.x.com/dukcapil.contoh/status/1/?s=20", "https://x.com/dukcapil.contoh/status/2"])(
    "said twice is not one of the account that is left: %s",
    async (url) => {
      const bench = await begun();
      refusedAt(bench, await posted(bench, url), "x");
      expect(await urls(bench)).toEqual([X]);
      expect((await bench.proposal()).status).toBe("ready");
    },
  );

  it("is not lent to another account by naming that one", async () => {
    const bench = await begun();
    refusedAt(bench, await posted(bench, `${X} akun=instagram`), "x");
  });

  it("on a site of its own is of the only account left", async () => {
    const bench = await begun();
    await posted(bench, "https://example.id/1");
    expect(await bench.proposal()).toMatchObject({ status: "published" });
  });

  it("of a post that was corrected in place is the one it had", async () => {
    const bench = await begun();
    await posted(bench, INSTAGRAM);
    await bench.type(officer(bench), "/reopen 1 Salah tanggal");
    await bench.named(officer(bench), "propose", { code: "1", theme: "Libur", text: "Ralat: libur 6 Maret." });
    await press(bench, "submit");
    await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    await posted(bench, INSTAGRAM);
    refusedAt(bench, await posted(bench, INSTAGRAM), "instagram");
    await posted(bench, `${X}2`);
    expect(await bench.proposal()).toMatchObject({ status: "corrected", publications: { length: 4 } });
  });
});

describe("posting after it was enough", () => {
  it("is recorded for the accounts that were left", async () => {
    const bench = await begun();
    await press(bench, "enough");
    const step = await posted(bench, INSTAGRAM);
    expect(noticeOf(step, "contentPublished").values).toMatchObject({ left: 0 });
    expect(await urls(bench)).toEqual([X, INSTAGRAM]);
    expect((await bench.proposal()).status).toBe("published");
  });

  it("counts the accounts that still have none, and shows the text of the one that has it now as posted", async () => {
    const bench = createChatBench("jabar", { change: withTikTok });
    await bench.type(officer(bench), LINE);
    await press(bench, "submit");
    await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    await posted(bench, X);
    await press(bench, "enough");
    const step = await posted(bench, INSTAGRAM);
    expect(noticeOf(step, "contentPublished").values).toMatchObject({ left: 1, enough: "yes" });
    const { status, versions } = await bench.proposal();
    expect(status).toBe("published");
    const cards = step.rows.filter(({ content }) => content.kind === "post-text");
    expect(cards.map(({ card }) => card?.key)).toEqual([`post:${versions[0]?.id}:account-jabar-dukcapil-instagram`]);
    const shown = await composed(bench, { ...step, rows: cards });
    expect(shown.text).toContain("sudah tayang");
    expect(shown.buttons).toEqual([]);
    const told = step.rows.filter(({ content }) => content.kind === "notice" && content.code === "contentPublished");
    expect((await composed(bench, { ...step, rows: told })).text).toContain("Belum tayang di 1 akun tujuan lainnya.");
    const last = await posted(bench, "https://www.tiktok.com/@dukcapil.contoh/video/1");
    expect(noticeOf(last, "contentPublished").values).toMatchObject({ left: 0 });
  });

  it("says where it is when every account has it", async () => {
    const bench = await begun();
    await posted(bench, INSTAGRAM);
    refusedAt(bench, await posted(bench, "https://www.instagram.com/p/other"), "instagram");
    expectRefused(await posted(bench, "https://example.id/1"), "alreadyPosted", officer(bench));
    expect(await urls(bench)).toEqual([X, INSTAGRAM]);
  });
});
