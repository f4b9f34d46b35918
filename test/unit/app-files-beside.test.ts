import { describe, expect, it } from "vitest";
import { surface } from "../../src/app/surface.js";
import { createCompose } from "../../src/app/views/compose.js";
import { degrade } from "../../src/chatkit/degrade.js";
import { type ChatBench, createChatBench, type Step } from "../support/chat-bench.js";
import { fileOf } from "../support/fetched-files.js";
import { roomy } from "../support/view-fixture.js";

const picture = fileOf();
const letter = fileOf({ key: "c".repeat(64), name: "jadwal.pdf", mediaType: "application/pdf" });
const beside = { ...roomy, files: { maxBytes: 20_000_000, perMessage: 1, beside: true as const } };

/** Where each file goes, and below which card. */
const filesIn = ({ rows }: Step) =>
  rows.flatMap(({ content, to, replyTo }) =>
    content.kind === "file" ? [{ name: content.file.name, to: to.channel, replyTo }] : [],
  );

const ask = async (bench: ChatBench): Promise<void> => {
  bench.attach(picture);
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu diperbaiki?");
};

describe("files where a card holds none", () => {
  it("come below the card of an agency the question is handed to, once", async () => {
    const bench = createChatBench("kobar");
    await ask(bench);
    const step = await bench.type(bench.seat("dukcapil"), "/forward 1 dishub");
    const [forward] = (await bench.inquiry()).forwards;
    const card = `forward:${forward?.id}`;
    expect(filesIn(step)).toEqual([{ name: "lampu.jpg", to: bench.place("dishub").channel, replyTo: { card } }]);
    await bench.relay();
    bench.attach(letter);
    const answered = await bench.type(bench.seat("dishub"), "/answer 1 Besok.");
    expect(filesIn(answered)).toMatchObject([{ name: "jadwal.pdf", to: bench.place("dukcapil").channel }]);
  });

  it("come below the card of those who decide, the question's and the answer's, for each version", async () => {
    const bench = createChatBench("jabar");
    await ask(bench);
    bench.attach(picture, letter);
    const step = await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    const approval = bench.place("dukcapil", "approval").channel;
    expect(filesIn(step).map(({ name, to }) => [name, to])).toEqual([
      ["lampu.jpg", approval],
      ["jadwal.pdf", approval],
    ]);
    const again = await bench.type(bench.seat("dukcapil"), "/answer 1 Lusa.");
    expect(filesIn(again).map(({ name }) => name)).toEqual(["lampu.jpg", "jadwal.pdf"]);
  });

  it("are messages of their own there, and dropped where cards show them", async () => {
    const bench = createChatBench("kobar");
    await ask(bench);
    const { rows } = await bench.type(bench.seat("dukcapil"), "/forward 1 dishub");
    const content = rows.find((row) => row.content.kind === "file")?.content ?? { kind: "help", roles: [] };
    const compose = createCompose({ store: bench.store, surface });
    expect(await compose(bench.governmentId, content, roomy)).toBe("drop");
    expect(await compose(bench.governmentId, content, beside)).toMatchObject({
      message: { summary: expect.stringContaining("📎 lampu.jpg"), blocks: [{ kind: "file", name: "lampu.jpg" }] },
    });
  });

  it("are lines in a card there", () => {
    const file = { kind: "file", storeKey: "k", name: "a.png", mediaType: "image/png", sizeBytes: 1, altText: "peta" };
    const words = { kind: "text", spans: [{ kind: "plain", text: "Kartu" }] };
    const card = degrade({ summary: "s", blocks: [words, file] as never }, beside);
    expect(card.blocks.map(({ kind }) => kind)).toEqual(["text", "note"]);
    expect(JSON.stringify(card.blocks[1])).toContain("📎 a.png: peta");
    expect(degrade({ summary: "s", blocks: [file] as never }, beside).blocks).toEqual([file]);
  });
});
