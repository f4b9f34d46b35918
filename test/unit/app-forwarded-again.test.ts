import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";

/** Answered by PUPR, posted, and reopened. */
const reopened = async (): Promise<ChatBench> => {
  const bench = createChatBench("kobar");
  const officer = bench.seat("dukcapil");
  await bench.type(officer, "/inquiry Kapan jalan diperbaiki?");
  await bench.type(officer, "/forward 1 pupr");
  await bench.relay();
  await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
  await bench.type(officer, "/posted 1 https://contoh.invalid/p/1");
  await bench.relay();
  await bench.type(officer, "/reopen 1 Warga bertanya lagi");
  return bench;
};

/** A card as it is now. */
const cardOf = (bench: ChatBench, key: string) =>
  composed(bench, {
    outcome: "committed",
    rows: bench.store.tables.outbox.filter(({ card }) => card?.key === key).slice(-1),
    history: [],
  });

describe("a question that an agency is asked again", () => {
  it("has one card there to act on; the one before says where the new one is", async () => {
    const bench = await reopened();
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    await bench.relay();
    const [old, newest] = (await bench.inquiry()).forwards;
    const before = await cardOf(bench, `forward:${old?.id}`);
    expect(before.buttons).toEqual([]);
    expect(before.text).toContain("KOBAR-26-0001 · Sudah dijawab");
    expect(before.text).toContain("Kapan jalan diperbaiki?");
    expect(before.text).toContain("Pertanyaan ini diteruskan lagi kepada instansi Anda.");
    const now = await cardOf(bench, `forward:${newest?.id}`);
    expect(now.buttons.slice(0, 3)).toEqual(["Jawab", "Bukan kewenangan kami", "Kami tangani"]);
    expect(now.text).not.toContain("diteruskan lagi");
  });

  it("leaves the cards of other agencies as they are", async () => {
    const bench = await reopened();
    await bench.type(bench.seat("dukcapil"), "/forward 1 dishub");
    const [old] = (await bench.inquiry()).forwards;
    expect((await cardOf(bench, `forward:${old?.id}`)).text).not.toContain("diteruskan lagi");
  });
});

it("a reopened question is called so on the card of who had answered it, too", async () => {
  const bench = await reopened();
  const inquiry = await bench.inquiry();
  for (const key of [`case:${inquiry.id}`, `forward:${inquiry.forwards[0]?.id}`])
    expect((await cardOf(bench, key)).text).toContain("KOBAR-26-0001 · Dibuka kembali");
});
