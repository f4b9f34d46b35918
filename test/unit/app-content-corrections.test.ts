import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused } from "../support/step-notices.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';

const lenient = ({ government, ...rest }: Directory): Directory => ({
  ...rest,
  government: { ...government, settings: { ...government.settings, contentEditsNeedApproval: false } },
});

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const press = (bench: ChatBench, command: string) => bench.press(officer(bench), { command, values: { code: "1" } });
const hand = async (bench: ChatBench, text: string) => {
  await bench.named(officer(bench), "propose", { code: "1", theme: "Libur", text });
  return press(bench, "submit");
};

const post = async (bench: ChatBench, tag: string): Promise<void> => {
  await bench.type(officer(bench), `/posted 1 https://x.com/dukcapil.contoh/status/${tag}`);
  await bench.type(officer(bench), `/posted 1 https://www.instagram.com/p/${tag}`);
};

/** Posted everywhere, where edits need no approval. */
const published = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change: lenient });
  await bench.type(officer(bench), LINE);
  await press(bench, "submit");
  await bench.type(official(bench), "/approve 1");
  await post(bench, "1");
  return bench;
};

/** Its correction is posted too. */
const corrected = async (): Promise<ChatBench> => {
  const bench = await published();
  await bench.type(officer(bench), "/reopen 1 Salah tanggal");
  await hand(bench, "Ralat: libur 6 Maret.");
  await bench.type(official(bench), "/approve 1");
  await post(bench, "2");
  return bench;
};

describe("an edit of a correction", () => {
  it("is approved too, until it is posted, also where edits need no approval", async () => {
    const bench = await published();
    await bench.type(officer(bench), "/reopen 1 Salah tanggal");
    await hand(bench, "Ralat: libur 6 Maret.");
    await bench.type(official(bench), "/approve 1");
    await hand(bench, "Ralat: libur 7 Maret.");
    expect(await bench.proposal()).toMatchObject({ status: "submitted", gate: { passed: false } });
    expectRefused(await bench.type(officer(bench), "/posted 1 https://x.com/a/status/7"), "notReady", officer(bench));
    await bench.type(official(bench), "/approve 1");
    await bench.type(officer(bench), "/posted 1 https://x.com/dukcapil.contoh/status/2");
    await hand(bench, "Ralat: libur 8 Maret.");
    const { status, versions } = await bench.proposal();
    expect(status).toBe("submitted");
    expect(versions.map(({ corrects }) => corrects)).toEqual([false, true, true, true]);
  });
});

describe("a second correction that is given up", () => {
  const shown = async (bench: ChatBench) => (await composed(bench, await bench.type(officer(bench), "/status 1"))).text;

  it("leaves the reason of the first, thrown away before anybody decided", async () => {
    const bench = await corrected();
    await bench.type(officer(bench), "/reopen 1 Salah jam");
    expect(await shown(bench)).toContain("Salah jam");
    await press(bench, "discard");
    expect(await bench.proposal()).toMatchObject({ status: "corrected", correction: { reason: "Salah tanggal" } });
    expect(await shown(bench)).toContain("Salah tanggal");
  });

  it("leaves it where the officials returned it, and every time", async () => {
    const bench = await corrected();
    for (const reason of ["Salah jam", "Salah tempat"]) {
      await bench.type(officer(bench), `/reopen 1 ${reason}`);
      await hand(bench, `Ralat: ${reason}.`);
      await bench.type(official(bench), "/reject 1 Sudah benar.");
      await press(bench, "discard");
      const { status, correction } = await bench.proposal();
      expect(status).toBe("corrected");
      expect(correction).toMatchObject({ reason: "Salah tanggal" });
      expect(correction?.before).toBeUndefined();
    }
  });
});
