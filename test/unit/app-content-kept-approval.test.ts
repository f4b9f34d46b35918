import { describe, expect, it } from "vitest";
import type { Directory, GovernmentSettings } from "../../src/domain/registry/model.js";
import { profileOf } from "../../src/regulations/profiles.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const LINE = '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" tagar=LayananPublik sumber="Surat edaran"';

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");

const settled =
  (settings: Partial<GovernmentSettings>) =>
  (directory: Directory): Directory => ({
    ...directory,
    government: { ...directory.government, settings: { ...directory.government.settings, ...settings } },
  });

/** Selected in version 1, under these settings. */
const selected = async (settings: Partial<GovernmentSettings>): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change: settled(settings) });
  await bench.type(officer(bench), LINE);
  await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
  await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
  return bench;
};

const edit = async (bench: ChatBench, text: string): Promise<Step> => {
  await bench.named(officer(bench), "propose", { code: "1", theme: "Libur layanan", text });
  return bench.press(officer(bench), { command: "submit", values: { code: "1" } });
};

const key = async (bench: ChatBench, version: number) =>
  `selection:${(await bench.proposal()).versions[version - 1]?.id}`;

const cards = ({ rows }: Step) => rows.filter(({ content }) => content.kind === "proposal-approval");
const keys = (step: Step) => cards(step).map(({ card }) => card?.key);
const cardText = async (bench: ChatBench, step: Step) => (await composed(bench, { ...step, rows: cards(step) })).text;

describe("an edit that keeps its approval", () => {
  it("is told once to those who gave it, below the card of what they approved: who mended the spelling", async () => {
    const bench = await selected({ spellingKeepsApproval: true });
    const step = await edit(bench, "Layanan adminduk libur, 5 Maret.");
    const { row } = noticeOf(step, "contentEdited");
    expect(row).toMatchObject({ to: bench.place("dukcapil", "approval"), replyTo: { card: await key(bench, 1) } });
    expect((await composed(bench, { ...step, rows: [row] })).text).toBe(
      "Ejaan naskah JABAR-26-0001 yang sudah disetujui diperbaiki Nama jabar-dukcapil-officer, sekarang v2. Persetujuannya tetap berlaku.",
    );
  });

  it("is told as an edit where more than the spelling changed", async () => {
    const bench = await selected({ contentEditsNeedApproval: false });
    const step = await edit(bench, "Layanan adminduk libur 6 Maret.");
    const { row } = noticeOf(step, "contentEdited");
    expect((await composed(bench, { ...step, rows: [row] })).text).toBe(
      "Naskah JABAR-26-0001 yang sudah disetujui disunting Nama jabar-dukcapil-officer, sekarang v2. Persetujuannya tetap berlaku.",
    );
  });

  it("stands on the card of what was approved, which leads to no card that is not there", async () => {
    const bench = await selected({ spellingKeepsApproval: true });
    for (const [version, text] of [
      [2, "Layanan adminduk libur, 5 Maret."],
      [3, "Layanan adminduk, libur 5 Maret."],
    ] as const) {
      const step = await edit(bench, text);
      expect(keys(step)).toEqual([await key(bench, 1)]);
      const shown = await cardText(bench, step);
      expect(shown).toContain(
        `Naskah ini disunting menjadi JABAR-26-0001 v${version}. Persetujuannya tetap berlaku, tidak perlu diputuskan lagi.`,
      );
      expect(shown).not.toContain("kartu terbaru");
    }
  });

  it("is followed on that card by a version that is before the officials", async () => {
    const bench = await selected({ spellingKeepsApproval: true });
    await edit(bench, "Layanan adminduk libur, 5 Maret.");
    const step = await edit(bench, "Layanan adminduk libur 6 Maret.");
    expect(codesOf(step)).not.toContain("contentEdited");
    expect(keys(step)).toEqual([await key(bench, 1), await key(bench, 3)]);
    expect(await cardText(bench, step)).toContain("Lihat usulan JABAR-26-0001 v3 pada kartu terbaru");
  });

  it("is said to stand no more once it was withdrawn", async () => {
    const bench = await selected({ contentEditsNeedApproval: false });
    await edit(bench, "Layanan adminduk libur 6 Maret.");
    const step = await bench.type(officer(bench), "/close 1 batal");
    expect(keys(step)).toEqual([await key(bench, 1)]);
    const shown = await cardText(bench, step);
    expect(shown).toContain("tidak perlu diputuskan lagi: Ditarik.");
    expect(shown).not.toContain("tetap berlaku");
  });

  it("is returned by an official who disagrees, from the card of what was approved, until it is posted", async () => {
    const bench = await selected({ spellingKeepsApproval: true });
    const step = await edit(bench, "Layanan adminduk libur, 5 Maret.");
    expect(await cardText(bench, step)).toContain("Bila tidak setuju, tekan Kembalikan sebelum naskahnya tayang.");
    const seat = bench.seat("dukcapil", "official");
    const answer = (await bench.proposal()).versions[1]?.id ?? "";
    const returned = await bench.press(seat, {
      command: "reject",
      values: { code: "1", answer, reason: "Tanpa koma." },
    });
    expect(await bench.proposal()).toMatchObject({ status: "returned", gate: { passed: false } });
    expect(codesOf(returned)).toEqual(expect.arrayContaining(["decided", "contentReturned"]));
    const text = await cardText(bench, returned);
    expect(text).toContain("Tanpa koma.");
    expect(text).not.toContain("tetap berlaku");
    expectRefused(await bench.type(officer(bench), "/posted 1 https://x.com/a/status/1"), "notReady", officer(bench));
    const decision = (await bench.proposal()).decisions.at(-1)?.id ?? "";
    await bench.press(seat, { command: "undo", values: { code: "1", decision } });
    expect(await bench.proposal()).toMatchObject({ status: "ready", gate: { passed: true } });
    await bench.type(officer(bench), "/posted 1 https://x.com/a/status/1");
    expectRefused(await bench.type(seat, "/reject 1 Tanpa koma."), "notAwaiting", seat);
  });

  it("is none of a correction, which is approved by our own rule", async () => {
    const bench = await selected({ contentEditsNeedApproval: false });
    for (const url of ["https://x.com/a/status/1", "https://www.instagram.com/p/a"])
      await bench.type(officer(bench), `/posted 1 ${url}`);
    await bench.type(bench.seat("dukcapil", "official"), "/reopen 1 Salah tanggal");
    await edit(bench, "Layanan adminduk libur 6 Maret.");
    const { status, gate } = await bench.proposal();
    expect(status).toBe("submitted");
    const { level, citation } = profileOf("jabar-2019").contentFlow.reapproval;
    expect(gate).toMatchObject({ level, citation });
  });
});
