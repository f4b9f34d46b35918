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

/** A second proposal, selected. */
const second = async (bench: ChatBench): Promise<void> => {
  await bench.type(officer(bench), LINE.replace("5 Maret", "6 Maret"));
  await bench.press(officer(bench), { command: "submit", values: { code: "2" } });
  await bench.type(bench.seat("dukcapil", "official"), "/approve 2");
};

describe("an address that is none of the account's posts", () => {
  it.each([
    [
      "on the site of another account",
      "https://x.com/dukcapil.contoh/status/9",
      "otherSite",
      "@dukcapil.contoh · X (Twitter)",
    ],
    ["on that of another medium", "https://vt.tiktok.com/ZS1", "otherSite", "TikTok"],
    [
      "below another agency's profile",
      "https://www.instagram.com/dlh.contoh/p/1",
      "otherSite",
      "@dlh.contoh · Instagram",
    ],
    ["the profile's page", "https://www.instagram.com/dukcapil.contoh/", "profileAddress", "bukan satu unggahan"],
  ] as const)("is refused: %s", async (_, url, code, words) => {
    const bench = await begun();
    const step = await posted(bench, `${url} akun=instagram`);
    expectRefused(step, code, officer(bench));
    expect((await composed(bench, step)).text).toContain(words);
    expect(await urls(bench)).toEqual([X]);
  });

  it("is not recorded for the only account left either", async () => {
    const bench = await begun();
    expectRefused(await posted(bench, "https://www.tiktok.com/@dukcapil.contoh/video/1"), "otherSite", officer(bench));
    expect((await bench.proposal()).status).toBe("ready");
  });

  it("is refused where another proposal has it, with how to mend that one", async () => {
    const bench = await begun();
    await second(bench);
    const step = await bench.type(officer(bench), `/posted 2 ${X.replace("x.com", "twitter.com")}?s=20`);
    expectRefused(step, "addressTaken", officer(bench));
    expect((await composed(bench, step)).text).toContain(
      'sudah dicatat untuk JABAR-26-0001. Mohon salin tautan unggahan JABAR-26-0002 sendiri. Bila yang keliru JABAR-26-0001, mohon ganti dulu di sana: /tayang JABAR-26-0001 TAUTAN alasan="ALASAN".',
    );
    expect((await bench.proposal(2)).publications).toEqual([]);
  });

  it("may be that of an answer: a comment often has none but its post's", async () => {
    const bench = await begun();
    await bench.type(officer(bench), "/inquiry Kapan libur?");
    await bench.type(officer(bench), "/answer 2 Tanggal 5.");
    await bench.type(bench.seat("dukcapil", "official"), "/approve 2");
    await bench.type(officer(bench), `/posted 2 ${X}`);
    expect((await bench.inquiry(2)).publications).toMatchObject([{ url: X }]);
  });

  it("tells two accounts on one site apart by their profiles", async () => {
    const change = (directory: Directory): Directory => ({
      ...directory,
      accounts: [
        ...directory.accounts,
        {
          ...{ id: "x2", agencyId: "jabar-dukcapil", medium: "x", handle: "dukcapil.info" },
          ...{ url: "https://x.com/dukcapil.info", since: new Date("2026-01-01T00:00:00Z") },
        },
      ],
    });
    const bench = createChatBench("jabar", { change });
    await bench.type(officer(bench), LINE);
    await press(bench, "submit");
    await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    await posted(bench, "https://x.com/dukcapil.info/status/1");
    await posted(bench, X);
    expect((await bench.proposal()).publications.map(({ accountId }) => accountId)).toEqual([
      "x2",
      "account-jabar-dukcapil-x",
    ]);
  });
});

describe("a wrong address", () => {
  const RIGHT = "https://x.com/dukcapil.contoh/status/2";
  const mended = (bench: ChatBench, words: string) => posted(bench, `${words} alasan="Salah salin"`);

  it("is replaced with a reason by whoever may post; the history keeps both", async () => {
    const bench = await begun();
    const before = await bench.proposal();
    const told = (await composed(bench, await posted(bench, RIGHT))).text;
    expect(told).toBe(
      'JABAR-26-0001 sudah dicatat tayang di @dukcapil.contoh · X (Twitter). Bila tautannya keliru, mohon ganti dengan /tayang JABAR-26-0001 TAUTAN akun=x:dukcapil.contoh alasan="ALASAN".',
    );
    bench.advance(30);
    const step = await mended(bench, RIGHT);
    const { publications, status } = await bench.proposal();
    expect(publications).toEqual([{ ...before.publications[0], url: RIGHT }]);
    expect(status).toBe("ready");
    expect(step.history).toMatchObject([
      { kind: "addressReplaced", content: { url: RIGHT, former: X, reason: "Salah salin" } },
    ]);
    expect(noticeOf(step, "addressReplaced").row.whisperTo).toBeUndefined();
    const history = (await composed(bench, await bench.type(officer(bench), "/history 1"))).text;
    expect(history).toContain(
      `mengganti tautan di @dukcapil.contoh · X (Twitter) dari ${X} menjadi ${RIGHT}: Salah salin`,
    );
  });

  it("is free for the proposal whose post it is", async () => {
    const bench = await begun();
    await second(bench);
    await mended(bench, RIGHT);
    await bench.type(officer(bench), `/posted 2 ${X}`);
    expect((await bench.proposal(2)).publications).toMatchObject([{ url: X }]);
    expectRefused(await mended(bench, X), "addressTaken", officer(bench));
  });

  it("is replaced after all is done, on the account that is said or seen from it", async () => {
    const bench = await begun();
    await posted(bench, INSTAGRAM);
    await mended(bench, "https://www.instagram.com/p/xyz");
    await mended(bench, "https://contoh.go.id/unggahan/1 akun=x");
    expect(await urls(bench)).toEqual(["https://contoh.go.id/unggahan/1", "https://www.instagram.com/p/xyz"]);
    expectRefused(await mended(bench, "https://contoh.go.id/unggahan/2"), "whichAccount", officer(bench));
    await bench.type(officer(bench), "/close 1 Acaranya batal");
    await mended(bench, RIGHT);
    expect((await urls(bench))[0]).toBe(RIGHT);
  });

  it("is replaced by no wrong one, nor where none was recorded, nor by who may not post", async () => {
    const bench = await begun();
    const refused = async (words: string, code: Parameters<typeof expectRefused>[1]) =>
      expectRefused(await mended(bench, words), code, officer(bench));
    await refused(X, "alreadyPosted");
    await refused(INSTAGRAM, "otherSite");
    await refused("https://x.com/dukcapil.contoh", "profileAddress");
    await refused(`${INSTAGRAM} akun=instagram`, "notPosted");
    await refused(`${INSTAGRAM} akun=@gaib`, "unknownAccount");
    const other = await bench.type(bench.seat("dlh"), `/posted 1 ${RIGHT} alasan=Iseng`);
    expectRefused(other, "otherAgency", bench.seat("dlh"));
    await bench.type(officer(bench), "/inquiry Kapan?");
    expectRefused(await bench.type(officer(bench), `/posted 2 ${X} alasan=a`), "onlyContent", officer(bench));
    expect(await urls(bench)).toEqual([X]);
  });

  it("has the cards of the questions drawn again that show it", async () => {
    const bench = await begun();
    await bench.type(officer(bench), "/inquiry Benarkah libur?");
    await bench.type(officer(bench), "/propose kode=1 kasus=2 sasaran=pelajar");
    const redraws = () => [...bench.store.tables.inbox.values()].filter(({ payload }) => payload?.type === "redraw");
    const before = redraws().length;
    await mended(bench, RIGHT);
    expect(redraws()).toHaveLength(before + 1);
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
