import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { appointmentOf } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

/** Two versions of content before the officials; answers with the cards of both. */
const contentTwice = async () => {
  const bench = createChatBench("jabar");
  const submit = () => bench.press(officer(bench), { command: "submit", values: { code: "1" } });
  await bench.type(officer(bench), '/propose Libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"');
  await submit();
  await bench.named(officer(bench), "propose", { code: "1", theme: "Libur", text: "Libur 6 Maret." });
  await submit();
  await bench.relay();
  const cards = (await bench.proposal()).versions.map(({ id }) => bench.cardMessage(`selection:${id}`));
  return { bench, cards, said: async () => (await bench.proposal()).decisions.map(({ kind }) => kind) };
};

/** The same of an answer. */
const answerTwice = async () => {
  const bench = createChatBench("jabar");
  await bench.type(officer(bench), "/inquiry Kapan lampu diperbaiki?");
  await bench.type(officer(bench), "/answer 1 Besok.");
  await bench.type(officer(bench), "/answer 1 Lusa.");
  await bench.relay();
  const cards = (await bench.inquiry()).answers.map(({ id }) => bench.cardMessage(`approval:${id}`));
  return { bench, cards, said: async () => (await bench.inquiry()).decisions.map(({ kind }) => kind) };
};

const asked = async (bench: ChatBench, step: Step) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  if (!row) throw new Error("nothing was asked");
  await bench.relay();
  return bench.messageOf(row);
};

describe.each([
  ["content", contentTwice],
  ["an answer", answerTwice],
] as const)("in reply to a card of %s", (_, twice) => {
  it.each(["/setuju", "/setuju 1", "/perbaiki 1 Tanggalnya salah.", "/perbaiki"])(
    "%s means the text that card shows, and not a newer one nobody read",
    async (line) => {
      const { bench, cards, said } = await twice();
      const step = await bench.type(official(bench), line, cards[0]);
      if (line === "/perbaiki") {
        const answered = await bench.write(official(bench), "Tanggalnya salah.", await asked(bench, step));
        expectRefused(answered, "oldText", official(bench));
      } else expectRefused(step, "oldText", official(bench));
      expect(await said()).toEqual([]);
    },
  );

  it("counts on the newest card", async () => {
    const { bench, cards, said } = await twice();
    await bench.type(official(bench), "/setuju", cards[1]);
    expect(await said()).toEqual(["approve"]);
  });

  it("says nothing about what another code means", async () => {
    const { bench, cards, said } = await twice();
    expectRefused(await bench.type(official(bench), "/setuju 9", cards[0]), "unknownCase", official(bench));
    expect(await said()).toEqual([]);
  });
});

describe("who wrote the newer text, on the card of the older one", () => {
  const drafting = (directory: Directory): Directory => ({
    ...directory,
    appointments: [...directory.appointments, appointmentOf("jabar-dukcapil-official", "jabar-dukcapil", "officer")],
  });
  const author = (bench: ChatBench): Seat => ({ ...officer(bench), userId: official(bench).userId });
  const ofContent = async () => {
    const bench = createChatBench("jabar", { change: drafting });
    const submit = async () => {
      await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
      await bench.relay();
    };
    await bench.type(officer(bench), '/propose Libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"');
    await submit();
    const { id } = (await bench.proposal()).versions[0] ?? { id: "" };
    await bench.type(official(bench), "/perbaiki 1 Tanggalnya.");
    await bench.type(author(bench), "/propose kode=1 Libur 6 Maret.");
    await submit();
    return { bench, card: bench.cardMessage(`selection:${id}`), id };
  };
  const ofAnswer = async () => {
    const bench = createChatBench("jabar", { change: drafting });
    await bench.type(officer(bench), "/inquiry Kapan lampu diperbaiki?");
    await bench.type(officer(bench), "/answer 1 Besok.");
    await bench.type(author(bench), "/answer 1 Lusa.");
    await bench.relay();
    const { id } = (await bench.inquiry()).answers[0] ?? { id: "" };
    return { bench, card: bench.cardMessage(`approval:${id}`), id };
  };

  it.each([
    ["content", ofContent],
    ["an answer", ofAnswer],
  ] as const)("is told where that is (%s)", async (_, twice) => {
    const { bench, card, id } = await twice();
    const seat = official(bench);
    const press = { command: "approve", values: { code: "1", answer: id } };
    for (const tried of [
      await bench.react(seat, card, "approve"),
      await bench.react(seat, card, "reject"),
      await bench.type(seat, "/setuju", card),
      await bench.press(seat, press),
    ])
      expect(expectRefused(tried, "oldText", seat).values).toMatchObject({ version: 2 });
    expectRefused(await bench.type(seat, "/setuju 1"), "ownText", seat);
  });
});
