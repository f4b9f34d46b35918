import { describe, expect, it } from "vitest";
import type { MessageRef } from "../../src/ports/chat/refs.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

/** Something before the official, and its card. */
const OF = {
  "an answer": async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan lampu jalan diperbaiki?");
    await bench.type(officer(bench), "/answer 1 Besok.");
    await bench.relay();
    const card = bench.cardMessage(`approval:${(await bench.inquiry()).answers[0]?.id}`);
    return { bench, card, state: () => bench.inquiry() };
  },
  "a reported answer": async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan lampu jalan diperbaiki?");
    await bench.type(officer(bench), "/forward 1 pupr");
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    await bench.relay();
    const card = bench.cardMessage(`approval:${(await bench.inquiry()).answers[0]?.id}`);
    return { bench, card, state: () => bench.inquiry() };
  },
  content: async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), '/propose Libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"');
    await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
    await bench.relay();
    const card = bench.cardMessage(`selection:${(await bench.proposal()).versions[0]?.id}`);
    return { bench, card, state: () => bench.proposal() };
  },
} as const;

describe.each(Object.entries(OF))("a reaction taken away from the card of %s", (_, put) => {
  const removed = async (bench: ChatBench, card: MessageRef, kind: "approve" | "reject") =>
    expect(await bench.react(official(bench), card, kind, "removed")).toMatchObject({
      ...{ outcome: "committed", rows: [], history: [] },
    });

  it.each(["approve", "reject"] as const)("(%s) decides nothing", async (kind) => {
    const { bench, card, state } = await put();
    const was = await state();
    await removed(bench, card, kind);
    expect(await state()).toEqual(was);
  });

  it.each(["approve", "reject"] as const)("(%s) takes no decision back", async (kind) => {
    const { bench, card, state } = await put();
    await bench.react(official(bench), card, "approve");
    const was = await state();
    expect(was.decisions).toHaveLength(1);
    await removed(bench, card, kind);
    expect(await state()).toEqual(was);
  });
});
