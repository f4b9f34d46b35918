import { describe, expect, it } from "vitest";
import { endMemoryAccounts } from "../../src/infra/memory/memory-account-ends.js";
import type { InboxPayload } from "../../src/ports/protocol.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused } from "../support/step-notices.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';
const X = "https://x.com/dukcapil.contoh/status/1";
const INSTAGRAM = "https://www.instagram.com/p/abc";
const DAY = 1_440;

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const posted = (bench: ChatBench, words: string): Promise<Step> => bench.type(officer(bench), `/posted 1 ${words}`);
const shown = async (bench: ChatBench, line: string) =>
  (await composed(bench, await bench.type(officer(bench), line))).text;

/** Selected, and posted on X where that is said. */
const ready = async (...urls: readonly string[]): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(officer(bench), LINE);
  await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
  await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
  for (const url of urls) await posted(bench, url);
  await bench.relay();
  return bench;
};

const end = (bench: ChatBench, medium: string, until = '"hari ini"'): Promise<Step> =>
  bench.type(officer(bench), `/account dukcapil.contoh media=${medium} sampai=${until}`);

/** What the clock does, and what comes of it. */
const swept = async (bench: ChatBench): Promise<readonly Step[]> => {
  const { tables } = bench.store;
  const known = tables.inbox.size;
  endMemoryAccounts(tables, { machineNow: bench.now, caseNow: bench.now });
  const payloads = [...tables.inbox.values()].slice(known).map(({ payload }) => payload as InboxPayload);
  const steps: Step[] = [];
  for (const payload of payloads) steps.push(await bench.handle(payload));
  return steps;
};

describe("content for an account that was given up", () => {
  it("is done where every other account has it, and its card, its text and the history say so", async () => {
    const bench = await ready(X);
    await end(bench, "instagram");
    const [step, ...others] = await swept(bench);
    if (!step) throw new Error("nothing came of it");
    expect(others).toEqual([]);
    const { id, status, versions } = await bench.proposal();
    expect(status).toBe("published");
    expect(step.rows.map(({ card }) => card?.key)).toEqual([
      `proposal:${id}`,
      `selection:${versions[0]?.id}`,
      `post:${versions[0]?.id}:account-jabar-dukcapil-instagram`,
    ]);
    expect((await composed(bench, step, 2)).text).toContain(
      "sudah tidak dipakai, jadi JABAR-26-0001 tidak perlu ditayangkan di sana",
    );
    expect(step.history).toMatchObject([{ kind: "contentFinished" }]);
    expect(step.history[0]?.actor).toBeUndefined();
    expect(await shown(bench, "/history 1")).toContain("Tanggap: tidak ditayangkan di akun lainnya");
  });

  it("waits for the accounts that are left, and its text for the other one offers nothing", async () => {
    const bench = await ready();
    await end(bench, "instagram");
    const [step] = await swept(bench);
    if (!step) throw new Error("nothing came of it");
    expect((await bench.proposal()).status).toBe("ready");
    const text = await composed(bench, step, step.rows.length - 1);
    expect(text).toMatchObject({
      text: "Akun @dukcapil.contoh · Instagram sudah tidak dipakai, jadi JABAR-26-0001 tidak perlu ditayangkan di sana.",
      buttons: [],
    });
    expect(await shown(bench, "/queue konten")).toContain("belum tayang di @dukcapil.contoh · X (Twitter)");
    await posted(bench, X);
    expect((await bench.proposal()).status).toBe("published");
  });

  it("stays to be edited where it was posted nowhere and no account is left", async () => {
    const bench = await ready();
    await end(bench, "instagram");
    await end(bench, "x");
    expect(await swept(bench)).toHaveLength(2);
    expect((await bench.proposal()).status).toBe("ready");
    const list = await shown(bench, "/queue konten");
    expect(list).toContain("Siap ditayangkan");
    expect(list).not.toContain("belum tayang di");
  });

  it("is done when the day comes, not before", async () => {
    const bench = await ready(X);
    await end(bench, "instagram", "besok");
    expect(await swept(bench)).toEqual([]);
    bench.advance(2 * DAY);
    expect(await swept(bench)).toHaveLength(1);
    expect((await bench.proposal()).status).toBe("published");
    expect(await swept(bench)).toEqual([]);
  });

  it("is as it was where the account was registered again before that was told, or the content is not ready", async () => {
    const bench = await ready(X);
    const { id } = await bench.proposal();
    const told = {
      type: "account-ended",
      governmentId: "jabar",
      accountId: "account-jabar-dukcapil-instagram",
    } as const;
    const before = await bench.proposal();
    expect((await bench.handle({ ...told, proposalId: id })).rows).toEqual([]);
    expect((await bench.handle({ ...told, proposalId: "unknown" })).rows).toEqual([]);
    expect(await bench.proposal()).toEqual(before);
  });

  it("is recorded there no more, and that is said: by name, by medium, and by the address", async () => {
    const bench = await ready(X);
    await end(bench, "instagram");
    for (const words of [INSTAGRAM, `${INSTAGRAM} akun=instagram`, `${INSTAGRAM} akun=instagram:dukcapil.contoh`]) {
      const step = await posted(bench, words);
      expectRefused(step, "accountEnded", officer(bench));
      expect((await composed(bench, step)).text).toBe(
        "JABAR-26-0001: Akun @dukcapil.contoh · Instagram sudah tidak dipakai sejak 2 Mar 2026, jadi tautannya tidak dapat dicatat. Bila masih dipakai, mohon daftarkan lagi dengan /akun.",
      );
    }
    expect((await bench.proposal()).publications).toHaveLength(1);
  });
});
