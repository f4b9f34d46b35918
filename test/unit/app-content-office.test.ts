import { describe, expect, it } from "vitest";
import type { Appointment, Directory } from "../../src/domain/registry/model.js";
import type { MemoryOutboxRow } from "../../src/infra/memory/memory-tables.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf } from "../support/example-directory.js";
import { noticesOf } from "../support/step-notices.js";

const LINE = '/propose Layanan libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';
const DUKCAPIL = "jabar-dukcapil";
/** An hour after the start. */
const ENDS = new Date("2026-03-02T03:00:00Z");

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");

type Change = (directory: Directory) => Directory;

const appointed =
  (change: (appointment: Appointment) => readonly Appointment[]): Change =>
  (directory) => ({ ...directory, appointments: directory.appointments.flatMap(change) });
const is = (role: string) => (each: Appointment) => each.agencyId === DUKCAPIL && each.role === role;

/** Without a head, and the only official's appointment ends within the hour. */
const officialLeaves = appointed((each) => {
  if (is("head")(each)) return [];
  return [is("official")(each) ? { ...each, validUntil: ENDS } : each];
});

/** The only official writes as well, so that the head decides, whose appointment ends within the hour. */
const headLeaves = appointed((each) => {
  if (is("head")(each)) return [{ ...each, validUntil: ENDS }];
  return is("officer")(each) ? [each, { ...each, id: "drafts", personId: `${DUKCAPIL}-official` }] : [each];
});

const unbound: Change = (directory) => ({
  ...directory,
  channels: directory.channels.filter(({ id }) => id !== `${DUKCAPIL}-approval`),
});

const waiting = async (change: Change, author = officer): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change });
  await bench.type(author(bench), LINE);
  await bench.press(author(bench), { command: "submit", values: { code: "1" } });
  await bench.relay();
  return bench;
};

const inOffice = (bench: ChatBench): readonly MemoryOutboxRow[] =>
  bench.store.tables.outbox.filter(({ to }) => to.channel === bench.place("diskominfo", "approval").channel);
const kindsIn = (bench: ChatBench) => inOffice(bench).map(({ content }) => content.kind);
const keyOf = async (bench: ChatBench, version = 1) =>
  `selection:${(await bench.proposal()).versions[version - 1]?.id}`;
const textOf = async (bench: ChatBench, row: MemoryOutboxRow | undefined) =>
  (await composed(bench, { outcome: "committed", rows: row ? [row] : [], history: [] })).text;
const newest = (bench: ChatBench, key: string) => bench.store.tables.outbox.findLast(({ card }) => card?.key === key);

describe.each([
  ["the only official's appointment ended", officialLeaves, officer],
  [
    "the head left, who was to decide",
    headLeaves,
    (bench: ChatBench) => ({ ...officer(bench), userId: official(bench).userId }),
  ],
] as const)("what waits when %s", (_, change, author) => {
  it("comes to the communications office with the next reminder, on a card of its own", async () => {
    const bench = await waiting(change, author);
    expect(kindsIn(bench)).toEqual([]);
    bench.advance(240);
    await bench.remind();
    const key = `${await keyOf(bench)}:jabar-diskominfo`;
    const [card, ping] = inOffice(bench);
    expect(kindsIn(bench)).toEqual(["proposal-approval", "pings"]);
    expect([card?.card?.key, ping?.replyTo]).toEqual([key, { card: key }]);
    expect(await textOf(bench, card)).toContain("jadi kami mohon keputusan Diskominfo");
    expect(await textOf(bench, ping)).toMatch(
      /^Nama jabar-diskominfo-official Izin mengingatkan: .+ keputusan Diskominfo/,
    );
    await bench.react(office(bench), bench.cardMessage(key), "approve");
    expect((await bench.proposal()).status).toBe("ready");
  });

  it("has its old card address who may decide now", async () => {
    const bench = await waiting(change, author);
    bench.advance(240);
    await bench.remind();
    const own = await textOf(bench, newest(bench, await keyOf(bench)));
    expect(own).toContain("jadi kami mohon keputusan Diskominfo");
    expect(own).toContain("Nama jabar-diskominfo-official");
    expect(own).not.toContain("Nama jabar-dukcapil-official Mohon");
  });

  it("is confirmed to the office that decided it, also before any reminder", async () => {
    const bench = await waiting(change, author);
    bench.advance(90);
    const step = await bench.type(office(bench), "/approve 1");
    const told = noticesOf(step).filter(({ code }) => code === "decided");
    expect(told.map(({ row }) => row.to)).toEqual([
      bench.place("dukcapil", "approval"),
      bench.place("diskominfo", "approval"),
    ]);
    expect(kindsIn(bench)).toEqual(["proposal-approval", "notice"]);
  });

  it("of several reminders that fell due together the office gets one", async () => {
    const bench = await waiting(change, author);
    bench.advance(2_000);
    await bench.remind();
    expect(kindsIn(bench)).toEqual(["proposal-approval", "pings"]);
    bench.advance(2_000);
    await bench.remind();
    const [last] = inOffice(bench).slice(-1);
    expect(last?.content).toMatchObject({ kind: "pings", items: [{ stage: "head" }] });
    expect(await textOf(bench, last)).toContain("Izin mengingatkan");
  });

  it("is the officials' again once there is one: the office is reminded no more, and its card stays current", async () => {
    const bench = await waiting(change, author);
    bench.advance(240);
    await bench.remind();
    bench.register((directory) => ({
      ...directory,
      appointments: [
        ...directory.appointments,
        appointmentOf("jabar-pupr-official", DUKCAPIL, "official", { id: "new", validFrom: bench.now() }),
      ],
    }));
    bench.advance(1_300);
    await bench.remind();
    const key = `${await keyOf(bench)}:jabar-diskominfo`;
    expect(await textOf(bench, newest(bench, key))).not.toContain("mohon keputusan Diskominfo");
    expect(kindsIn(bench)).toEqual(["proposal-approval", "pings", "proposal-approval"]);
    await expect(textOf(bench, inOffice(bench)[1])).rejects.toThrow("dropped");
    await bench.type({ ...official(bench), userId: "jabar-pupr-official" }, "/approve 1");
    expect(await textOf(bench, newest(bench, key))).toContain("Nama jabar-pupr-official");
    expect(newest(bench, key)?.card?.version).toBe(newest(bench, await keyOf(bench))?.card?.version);
  });

  it("has the office's card say where the newer version is", async () => {
    const bench = await waiting(change, author);
    bench.advance(240);
    await bench.remind();
    await bench.type(officer(bench), "/propose kode=1 Layanan libur 6 Maret.");
    await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
    const former = newest(bench, `${await keyOf(bench, 1)}:jabar-diskominfo`);
    expect(await textOf(bench, former)).toContain("v2 pada kartu terbaru");
    expect(newest(bench, `${await keyOf(bench, 2)}:jabar-diskominfo`)).toBeDefined();
  });
});

describe("the communications office", () => {
  it("gets nothing of what the agency's own officials can decide", async () => {
    const bench = await waiting((directory) => directory);
    bench.advance(3_000);
    await bench.remind();
    expect(inOffice(bench)).toEqual([]);
  });

  it("gets no card of what was decided before nobody was left", async () => {
    const bench = await waiting(officialLeaves);
    await bench.type(official(bench), "/approve 1");
    bench.advance(3_000);
    await bench.type(officer(bench), "/posted 1 https://x.com/dukcapil.contoh/status/1");
    expect(inOffice(bench)).toEqual([]);
  });

  it("is reminded in its own chat where the agency has none", async () => {
    const bench = await waiting((directory) => unbound(officialLeaves(directory)));
    const pings = bench.store.tables.pings.map(({ agencyId, stage }) => [agencyId, stage]);
    expect(pings).toEqual(["after-240", "after-1440", "head"].map((stage) => ["jabar-diskominfo", stage]));
    bench.advance(240);
    await bench.remind();
    expect(kindsIn(bench).sort()).toEqual(["pings", "proposal-approval"]);
    expect(await textOf(bench, inOffice(bench)[0])).toContain("Nama jabar-diskominfo-official");
  });

  it("is not reminded there of what it may not decide", async () => {
    const bench = await waiting(unbound);
    bench.advance(240);
    await bench.remind();
    expect(kindsIn(bench)).toEqual(["pings"]);
    await expect(textOf(bench, inOffice(bench)[0])).rejects.toThrow("dropped");
  });

  it("is told of an answer it decided once nobody else was left", async () => {
    const bench = createChatBench("jabar", { change: officialLeaves });
    await bench.type(officer(bench), "/inquiry Kapan lampu jalan diperbaiki?");
    await bench.type(officer(bench), "/answer 1 Besok.");
    await bench.relay();
    bench.advance(90);
    const step = await bench.type(office(bench), "/approve 1");
    expect(noticesOf(step).filter(({ code }) => code === "decided")).toHaveLength(2);
    expect(kindsIn(bench)).toEqual(["approval-card", "notice"]);
    bench.advance(3_000);
    await bench.type(officer(bench), "/posted 1 pribadi");
    expect((await bench.inquiry()).status).toBe("closed");
  });
});
