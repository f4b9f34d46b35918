import { describe, expect, it } from "vitest";
import type { Appointment, Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const OFFICIAL = "jabar-dukcapil-official";
const LINE = "/acting jabar-pupr-officer sampai=31/3 jenis=plt nomor=800/1/2026";
const ENDED = new Date("2026-02-28T17:00:00Z");

const head = (bench: ChatBench): Seat => bench.seat("dukcapil", "head");

/** The official's appointment ended; others beside it. */
const benchWith = (...others: readonly Appointment[]): ChatBench =>
  createChatBench("jabar", {
    change: (directory): Directory => ({
      ...directory,
      people: [...directory.people, personOf("jabar", "u-lama", { name: "Lama Contoh" })],
      appointments: [
        ...directory.appointments.map((each) => (each.personId === OFFICIAL ? { ...each, validUntil: ENDED } : each)),
        ...others,
      ],
    }),
  });

const acting = async (bench: ChatBench) => {
  const { directory } = await bench.store.sceneOfGovernment("jabar");
  return directory.appointments.filter((each) => each.acting);
};

const former = (change: Partial<Appointment>): Appointment =>
  appointmentOf("u-lama", "jabar-dukcapil", "official", { validUntil: new Date("2025-01-01T00:00:00Z"), ...change });

describe("a Plt. of a vacant post", () => {
  it("is named for the last official who had it, and decides", async () => {
    const bench = benchWith(former({ position: "official jabar-dukcapil" }));
    const step = await bench.type(head(bench), LINE);
    expect(await acting(bench)).toMatchObject([
      { position: "Plt. official jabar-dukcapil", acting: { kind: "plt", insteadOf: OFFICIAL } },
    ]);
    const { text } = await composed(bench, step);
    expect(text).toContain(
      "Plt. official jabar-dukcapil, menggantikan Nama jabar-dukcapil-official sampai 31 Mar 2026.",
    );
    expect(text).not.toContain("tetap dapat memutuskan");
    expect(text).not.toMatch(/^Nama jabar-dukcapil-official /);
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
    await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    const decided = await bench.type({ ...head(bench), userId: "jabar-pupr-officer" }, "/approve 1");
    expect(codesOf(decided)).toContain("answerApproved");
  });

  it("is asked for among several posts, the newest of each, and not of a post somebody has", async () => {
    const bench = benchWith(former({ position: "Sekretaris" }));
    const asked = await bench.type(head(bench), LINE);
    expect(asked.rows.map(({ content }) => content)).toMatchObject([{ kind: "question", input: "official" }]);
    await bench.type(head(bench), `${LINE} pejabat=Lama`);
    expect(await acting(bench)).toMatchObject([{ position: "Plt. Sekretaris", acting: { insteadOf: "u-lama" } }]);
    const taken = benchWith(
      former({ position: "Sekretaris" }),
      appointmentOf("jabar-dukcapil-head", "jabar-dukcapil", "official", { position: "Sekretaris" }),
    );
    await taken.type(head(taken), `${LINE} pejabat=Lama`);
    expect(await acting(taken)).toEqual([]);
  });

  it("is not a Plh., who stands in for somebody: that is said, and what to type", async () => {
    const bench = benchWith();
    const step = await bench.type(head(bench), "/acting jabar-pupr-officer sampai=31/3");
    expectRefused(step, "noOfficial", head(bench));
    expect((await composed(bench, step)).text).toContain("sedang kosong. Untuk menunjuk Plt.");
    const never = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        appointments: directory.appointments.filter(({ personId }) => personId !== OFFICIAL),
      }),
    });
    expect(noticeOf(await never.type(head(never), LINE), "noOfficial").values).not.toHaveProperty("vacant");
  });

  it("is nobody's who only had the post", async () => {
    const bench = benchWith();
    const step = await bench.type(bench.seat("dukcapil", "official"), LINE);
    expect(codesOf(step)).toEqual(["appointmentExpired"]);
    expect(await acting(bench)).toEqual([]);
  });
});
