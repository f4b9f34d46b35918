import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const OFFICIAL = "jabar-dukcapil-official";

/** Rina acts; Sari is another official of the agency. */
const withOthers = (directory: Directory): Directory => ({
  ...directory,
  people: [
    ...directory.people,
    personOf("jabar", "u-rina", { name: "Rina Contoh" }),
    personOf("jabar", "u-sari", { name: "Sari Contoh" }),
  ],
  appointments: [...directory.appointments, appointmentOf("u-sari", "jabar-dukcapil", "official")],
});

const shared = (personId: string) => (directory: Directory) => ({
  ...directory,
  people: directory.people.map((each) => (each.id === personId ? { ...each, shared: true } : each)),
});

const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const head = (bench: ChatBench): Seat => bench.seat("dukcapil", "head");
const admin = (bench: ChatBench): Seat => ({ ...official(bench), userId: "jabar-admin" });
const seatOf = (bench: ChatBench, userId: string): Seat => ({ ...official(bench), userId });

/** Rina acts for the official until tomorrow. */
const acting = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change: withOthers });
  await bench.type(official(bench), "/acting Rina until=besok");
  return bench;
};

const appointment = async (bench: ChatBench) => {
  const { directory } = await bench.store.sceneOfGovernment(bench.governmentId);
  const found = directory.appointments.find((each) => each.acting);
  if (!found?.validUntil) throw new Error("nobody acts");
  return { ...found, validUntil: found.validUntil };
};

const end = async (bench: ChatBench, seat: Seat): Promise<Step> =>
  bench.press(seat, { command: "endacting", values: { appointment: (await appointment(bench)).id } });

const endButtons = async (bench: ChatBench, seat: Seat): Promise<readonly string[]> => {
  const { buttons } = await composed(bench, await bench.type(seat, "/acting"));
  return buttons.filter((label) => label.startsWith("Akhiri"));
};

describe("who acts for an official", () => {
  it.each([
    ["the official who is acted for", official],
    ["the agency's head", head],
    ["an admin", admin],
  ])("is ended by %s, whose list has the button for it", async (_, by) => {
    const bench = await acting();
    expect(await endButtons(bench, by(bench))).toEqual(["Akhiri: Rina Contoh"]);
    bench.advance(1);
    expect((await end(bench, by(bench))).history).toMatchObject([{ kind: "actingEnded" }]);
    expect((await appointment(bench)).validUntil).toEqual(bench.now());
  });

  it.each([
    ["who acts", "u-rina"],
    ["another official of the agency", "u-sari"],
  ])("is not ended by %s: who may is said, and their list has no button", async (_, userId) => {
    const bench = await acting();
    const seat = seatOf(bench, userId);
    expect(await endButtons(bench, seat)).toEqual([]);
    const { validUntil } = await appointment(bench);
    const step = await end(bench, seat);
    expectRefused(step, "onlyRole", seat);
    expect((await composed(bench, step)).text).toMatch(
      /^Mohon maaf, hanya Nama jabar-dukcapil-official \(pejabat yang digantikan\), kepala .* atau admin yang dapat melakukan ini\./,
    );
    expect((await appointment(bench)).validUntil).toEqual(validUntil);
  });

  it.each([OFFICIAL, "jabar-dukcapil-head"])("is not ended by a shared phone, even that of %s", async (personId) => {
    const bench = await acting();
    const { directory } = await bench.store.sceneOfGovernment(bench.governmentId);
    bench.register(() => shared(personId)(directory));
    const seat = seatOf(bench, personId);
    const step = await end(bench, seat);
    expectRefused(step, "sharedPhone", seat);
    expect((await composed(bench, step)).text).toBe(
      "Mohon maaf, pengganti pejabat tidak dapat diatur lewat ponsel bersama. Mohon gunakan akun pribadi.",
    );
    expect((await composed(bench, await bench.type(seat, "/acting"))).buttons).toEqual(["Dasar: Pasal 6 ayat (2)"]);
  });

  it("of an official is no business of the head of another agency", async () => {
    const bench = await acting();
    const seat = bench.seat("dlh", "head");
    expectRefused(await end(bench, seat), "onlyRole", seat);
  });
});
