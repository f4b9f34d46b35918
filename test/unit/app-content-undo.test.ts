import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { noticeOf } from "../support/step-notices.js";

const CODE = "JABAR-26-0001";
const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

/** Content before two officials. */
const submitted = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar", {
    change: (directory) => ({
      ...directory,
      people: [...directory.people, personOf("jabar", "kedua")],
      appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
    }),
  });
  await bench.type(officer(bench), '/propose Kantor libur 5 Maret. tema=Libur sumber="Surat edaran"');
  await submit(bench);
  return bench;
};

const submit = (bench: ChatBench) => bench.press(officer(bench), { command: "submit", values: { code: CODE } });
const undo = async (bench: ChatBench, seat = official(bench)) => {
  const decision = (await bench.proposal()).decisions.at(-1)?.id ?? "";
  return bench.press(seat, { command: "undo", values: { code: CODE, decision } });
};
const text = async (bench: ChatBench, step: Step) => (await composed(bench, step)).text;
const newsOf = async (bench: ChatBench, step: Step) =>
  text(bench, { ...step, rows: [noticeOf(step, "contentSelected").row] });

describe("undoing a decision about content", () => {
  it("of another person names who alone can", async () => {
    const bench = await submitted();
    await bench.type(official(bench), "/approve 1");
    const name = bench.directory().people.find(({ id }) => id === "jabar-dukcapil-official")?.name;
    const other = { ...official(bench), userId: "kedua" };
    expect(await text(bench, await undo(bench, other))).toBe(
      `Hanya ${name} yang dapat mengurungkan keputusannya atas ${CODE}.`,
    );
    expect((await bench.proposal()).status).toBe("ready");
    bench.advance(3);
    expect(await text(bench, await undo(bench, other))).toContain("tidak dapat diurungkan lagi");
  });

  it("and approving again says nothing untrue of where the texts are", async () => {
    const bench = await submitted();
    const said = async () => newsOf(bench, await bench.type(official(bench), "/approve 1"));
    const first = await said();
    await undo(bench);
    expect(await said()).toBe(first);
    expect(first).toContain("Naskah tiap akun ada di pesannya masing-masing");
    expect(first).not.toContain("di bawah");
  });

  it("too late says what can still be done, as the text stands", async () => {
    const bench = await submitted();
    await bench.type(official(bench), "/reject 1 Salah tanggal");
    bench.advance(3);
    expect(await text(bench, await undo(bench))).toContain(
      "tidak dapat diurungkan lagi. Mohon tunggu naskah perbaikannya.",
    );
    const returned = (await bench.proposal()).decisions.at(-1)?.id ?? "";
    await bench.named(officer(bench), "propose", { code: CODE, theme: "Libur", text: "Kantor libur 6 Maret." });
    await submit(bench);
    const late = await bench.press(official(bench), { command: "undo", values: { code: CODE, decision: returned } });
    expect(await text(bench, late)).toContain(`${CODE} v2 sedang menunggu keputusan, mohon putuskan lewat kartunya.`);
    await bench.type(official(bench), "/approve 1");
    bench.advance(3);
    expect(await text(bench, await undo(bench))).toContain("Bila perlu, mohon minta naskahnya diubah.");
  });
});
