import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";

const DAY_MINUTES = 1_440;
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

describe("who acts for an official", () => {
  it.each([
    ["kobar", "Keputusan"],
    ["klaten", "Keputusan"],
    ["jabar", "Surat Perintah"],
  ] as const)("%s: rests on our reading, and on no letter nobody spoke of", async (government, instrument) => {
    const bench = createChatBench(government);
    const line = `/acting ${government}-pupr-officer sampai=3/3`;
    for (const step of [await bench.type(official(bench), line), await bench.type(official(bench), "/acting")]) {
      const { text } = await composed(bench, step);
      expect(text).toContain("Sifat dasar: Tafsir");
      expect(text).not.toContain(instrument);
    }
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
    bench.advance(5 * DAY_MINUTES);
    const who = { ...official(bench), userId: `${government}-pupr-officer` };
    const { text } = await composed(bench, await bench.type(who, "/approve 1"));
    expect(text).toContain("Penunjukan Plh. berakhir 3 Mar 2026.");
    expect(text).not.toContain(instrument);
  });

  it("that ended is told by its letter where it had one", async () => {
    const bench = createChatBench("jabar");
    await bench.type(official(bench), "/acting jabar-pupr-officer sampai=3/3 nomor=800/12/2026");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
    bench.advance(5 * DAY_MINUTES);
    const { text } = await composed(
      bench,
      await bench.type({ ...official(bench), userId: "jabar-pupr-officer" }, "/approve 1"),
    );
    expect(text).toContain("Surat penunjukan Nomor 800/12/2026 berakhir 3 Mar 2026.");
  });
});
