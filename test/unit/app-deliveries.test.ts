import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Step } from "../support/chat-bench.js";
import type { GovernmentId } from "../support/example-directory.js";
import { codesOf, noticesOf } from "../support/step-notices.js";

const HOUR_MS = 3_600_000;

const forwarded = async (
  government: GovernmentId,
  agencies = "pupr",
  change?: (directory: Directory) => Directory,
): Promise<ChatBench> => {
  const bench = createChatBench(government, change ? { change } : {});
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan jalan diperbaiki?");
  await bench.type(bench.seat("dukcapil"), `/forward 1 ${agencies}`);
  return bench;
};

const pingsOf = (bench: ChatBench) =>
  bench.store.tables.pings.map(({ stage, agencyId, purpose, dueAt }) => [
    stage,
    `${agencyId.slice(bench.governmentId.length + 1)} ${purpose}`,
    dueAt.toISOString(),
  ]);

const without =
  (agency: string, purpose: string) =>
  (directory: Directory): Directory => ({
    ...directory,
    channels: directory.channels.filter(
      (each) => each.agencyId !== `${directory.government.id}-${agency}` || each.purpose !== purpose,
    ),
  });

const withSop = (directory: Directory): Directory => ({
  ...directory,
  sops: [
    {
      id: "sop",
      agencyId: `${directory.government.id}-pupr`,
      number: "7",
      issuer: "Kepala",
      deadlineHours: 6,
      gates: {},
    },
  ],
});

describe("a forward that was delivered", () => {
  it("starts its 24 hours at that case time, not when it was sent off", async () => {
    const bench = await forwarded("kobar");
    expect((await bench.inquiry()).forwards[0]).not.toHaveProperty("deadlineAt");
    expect(bench.store.tables.pings).toEqual([]);
    bench.advance(7);
    const [step] = await bench.relay();
    const [forward] = (await bench.inquiry()).forwards;
    expect(forward).toMatchObject({ deliveredAt: bench.now(), clock: { hours: 24, citation: "Lamp. B angka 4" } });
    expect(forward?.deadlineAt?.getTime()).toBe(bench.now().getTime() + 24 * HOUR_MS);
    expect(step?.history).toMatchObject([{ kind: "forwardDelivered", at: bench.now() }]);
    expect(step?.history[0]).not.toHaveProperty("actor");
  });

  it("plans its pings: reminders at work, lateness there and to the official, then the head, then Diskominfo", async () => {
    const bench = await forwarded("kobar");
    await bench.relay();
    expect(pingsOf(bench)).toEqual([
      ["before-720", "pupr work", "2026-03-02T13:59:00.000Z"],
      ["before-180", "pupr work", "2026-03-02T23:00:00.000Z"],
      ["before-60", "pupr work", "2026-03-03T01:00:00.000Z"],
      ["due", "pupr work", "2026-03-03T02:00:00.000Z"],
      ["due", "pupr approval", "2026-03-03T02:00:00.000Z"],
      ["head", "pupr approval", "2026-03-04T02:00:00.000Z"],
      ["communications", "diskominfo approval", "2026-03-05T02:00:00.000Z"],
    ]);
  });

  it("without a clock of the regulation (KL) pings only the holder's own work channel, and never escalates", async () => {
    const bench = await forwarded("klaten");
    await bench.relay();
    expect(new Set(bench.store.tables.pings.map(({ agencyId, purpose }) => `${agencyId} ${purpose}`))).toEqual(
      new Set(["klaten-dukcapil work"]),
    );
    expect(bench.store.tables.pings.map(({ stage }) => stage)).toEqual([
      "before-720",
      "before-180",
      "before-60",
      "due",
    ]);
  });

  it("with a clock an SOP sets is the related agency's again (KL)", async () => {
    const bench = await forwarded("klaten", "pupr", (directory) => ({
      ...directory,
      sops: [{ id: "sop", number: "7", issuer: "Kepala", deadlineHours: 48, gates: {} }],
    }));
    await bench.relay();
    const [forward] = (await bench.inquiry()).forwards;
    expect(forward?.deadlineAt?.getTime()).toBe(bench.now().getTime() + 48 * HOUR_MS);
    expect(bench.store.tables.pings.find(({ stage }) => stage === "due")?.agencyId).toBe("klaten-pupr");
  });

  it("to an agency whose SOP shortens the clock has less time, and fewer reminders", async () => {
    const bench = await forwarded("kobar", "pupr", withSop);
    await bench.relay();
    const [forward] = (await bench.inquiry()).forwards;
    expect(forward).toMatchObject({ clock: { hours: 6, level: "sop", citation: "SOP 7" } });
    expect(bench.store.tables.pings.map(({ stage }) => stage)).toEqual([
      "before-180",
      "before-60",
      "due",
      "due",
      "head",
      "communications",
    ]);
  });

  it("to an agency outside the regulation has neither deadline nor pings", async () => {
    const bench = await forwarded("jabar", "pln");
    await bench.relay();
    const [forward] = (await bench.inquiry()).forwards;
    expect(forward).toMatchObject({ status: "open", deliveredAt: bench.now() });
    expect(forward).not.toHaveProperty("deadlineAt");
    expect(bench.store.tables.pings).toEqual([]);
  });

  it("each of several has its own clock", async () => {
    const bench = await forwarded("kobar", "pupr dishub");
    const duties = bench.sendOnly();
    await bench.delivered(duties.slice(0, 1));
    bench.advance(30);
    await bench.delivered(duties.slice(1));
    const [first, second] = (await bench.inquiry()).forwards;
    expect((second?.deadlineAt?.getTime() ?? 0) - (first?.deadlineAt?.getTime() ?? 0)).toBe(30 * 60_000);
  });

  it("is told of twice without effect", async () => {
    const bench = await forwarded("kobar");
    const duties = bench.sendOnly();
    await bench.delivered(duties);
    bench.advance(30);
    const before = await bench.inquiry();
    expect(await bench.delivered(duties)).toMatchObject({ outcome: "committed", rows: [], history: [] });
    expect(await bench.inquiry()).toEqual(before);
  });

  it("known only after the answer still has its times, and no pings", async () => {
    const bench = await forwarded("kobar");
    const duties = bench.sendOnly();
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    await bench.delivered(duties);
    expect((await bench.inquiry()).forwards).toMatchObject([{ status: "answered", deliveredAt: bench.now() }]);
    expect(bench.store.tables.pings).toEqual([]);
  });

  it.each([
    ["answered", "pupr", "/answer 1 Senin."],
    ["returned", "pupr", "/return 1 Bukan kami"],
    ["passed on", "pupr", "/forward 1 dishub"],
    ["withdrawn", "dukcapil", "/close 1 noted"],
  ])("is pinged no more once it was %s", async (_, agency, line) => {
    const bench = await forwarded("kobar");
    await bench.relay();
    const [forward] = (await bench.inquiry()).forwards;
    await bench.type(bench.seat(agency), line);
    const own = bench.store.tables.pings.filter(({ forwardId }) => forwardId === forward?.id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ takenAt }) => !takenAt)).toEqual([]);
  });

  it("keeps its duty when a newer card takes the place of the first before that was sent", async () => {
    const bench = await forwarded("kobar");
    await bench.press(bench.seat("pupr"), { command: "take", values: { code: "KOBAR-26-0001" } });
    const [forward] = (await bench.inquiry()).forwards;
    const cards = bench.store.tables.outbox.filter((row) => row.card?.key === `forward:${forward?.id}`);
    expect(cards.map((row) => row.state)).toEqual(["superseded", "pending"]);
    await bench.relay();
    expect((await bench.inquiry()).forwards[0]?.deadlineAt).toBeDefined();
  });
});

describe("a report that was delivered", () => {
  const answered = async () => {
    const bench = await forwarded("jabar");
    await bench.relay();
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    return bench;
  };

  it("opens its gate and tells the officer", async () => {
    const bench = await answered();
    expect((await bench.inquiry()).status).toBe("reporting");
    const steps = await bench.relay();
    expect((await bench.inquiry()).status).toBe("ready");
    expect(steps.flatMap(codesOf)).toEqual(["reported"]);
  });

  it("opens nothing when the text has changed since", async () => {
    const bench = await answered();
    const duties = bench.sendOnly();
    await bench.type(bench.seat("dukcapil"), "/answer 1 Selasa.");
    expect(await bench.delivered(duties)).toMatchObject({ rows: [], history: [] });
    expect((await bench.inquiry()).status).toBe("reporting");
    await bench.relay();
    expect(await bench.inquiry()).toMatchObject({ status: "ready", gate: { passed: true } });
  });
});

describe("what cannot be delivered", () => {
  const placesOf = (step: Step) =>
    noticesOf(step).map(({ code, mention, row }) => [code, row.to.channel, mention?.[0]]);

  it("a forward to an agency without a chat: its officer and Diskominfo are told, no clock starts", async () => {
    const bench = createChatBench("kobar", { change: without("pupr", "work") });
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    const step = await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    expect(placesOf(step)).toEqual([
      ["noChannel", "kobar-dukcapil-work", "kobar-dukcapil-officer"],
      ["noChannel", "kobar-diskominfo-work", undefined],
    ]);
    expect(noticesOf(step)[0]?.values).toEqual({ agency: "Dinas Pekerjaan Umum dan Penataan Ruang" });
    const communications = { ...bench.seat("diskominfo", "official"), place: bench.place("diskominfo") };
    await bench.type(bench.seat("dukcapil"), "/inquiry Dan kapan lampu?");
    expect(placesOf(await bench.type(communications, "/forward 2 pupr"))).toEqual([
      ["noChannel", "kobar-dukcapil-work", "kobar-dukcapil-officer"],
      ["noChannel", "kobar-diskominfo-work", communications.userId],
    ]);
    await bench.relay();
    expect((await bench.inquiry()).forwards[0]).not.toHaveProperty("deadlineAt");
    const later = await bench.type(bench.seat("dukcapil"), "/forward 1 dishub");
    expect(codesOf(later)).toEqual(["done"]);
  });

  it("a text for the official of an agency without an approval chat: its gate stays shut and people are told", async () => {
    const bench = createChatBench("jabar", { change: without("dukcapil", "approval") });
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    const step = await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    expect(placesOf(step).slice(0, 2)).toEqual([
      ["gateUndeliverable", "jabar-dukcapil-work", undefined],
      ["gateUndeliverable", "jabar-diskominfo-work", undefined],
    ]);
    expect((await bench.inquiry()).status).toBe("approval");
  });

  it("the office that is Diskominfo itself is told once", async () => {
    const bench = createChatBench("kobar", { change: without("pupr", "work") });
    await bench.type(bench.seat("diskominfo"), "/inquiry Kapan?");
    const step = await bench.type(bench.seat("diskominfo"), "/forward 1 pupr");
    // That it was forwarded would contradict it.
    expect(codesOf(step)).toEqual(["noChannel"]);
  });

  it("a forward the platform refused: the same people are told, with what went wrong in the history", async () => {
    const bench = await forwarded("kobar");
    const step = await bench.undeliverable(bench.sendOnly());
    expect(placesOf(step)).toEqual([
      ["undeliverable", "kobar-dukcapil-work", "kobar-dukcapil-officer"],
      ["undeliverable", "kobar-diskominfo-work", undefined],
    ]);
    expect(step.history).toMatchObject([
      { kind: "undeliverable", content: { duty: "forward", reason: "not-a-member" } },
    ]);
    expect(await bench.inquiry()).toMatchObject({ status: "forwarded", version: 2 });
    expect((await bench.inquiry()).forwards[0]).not.toHaveProperty("deliveredAt");
  });

  it.each([
    ["approval", async (bench: ChatBench) => void (await bench.type(bench.seat("dukcapil"), "/answer 1 Besok."))],
    [
      "report",
      async (bench: ChatBench) => {
        await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
        await bench.relay();
        await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
      },
    ],
  ])("an %s card the platform refused keeps its gate shut", async (duty, prepare) => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await prepare(bench);
    const duties = bench.sendOnly().filter(({ kind }) => kind === duty);
    expect(duties).toHaveLength(1);
    expect(codesOf(await bench.undeliverable(duties))).toEqual(["gateUndeliverable", "gateUndeliverable"]);
    expect((await bench.inquiry()).gate).toMatchObject({ passed: false });
  });

  it("what nobody waits for any more alarms nobody", async () => {
    const bench = await forwarded("jabar");
    const duties = bench.sendOnly();
    await bench.type(bench.seat("dukcapil"), "/close 1 noted");
    const step = await bench.undeliverable(duties);
    expect(step.rows).toEqual([]);
    expect(step.history).toMatchObject([{ kind: "undeliverable" }]);
    const other = createChatBench("jabar");
    await other.type(other.seat("dukcapil"), "/inquiry Kapan?");
    await other.type(other.seat("dukcapil"), "/answer 1 Besok.");
    const old = other.sendOnly();
    await other.type(other.seat("dukcapil"), "/answer 1 Lusa.");
    expect((await other.undeliverable(old)).rows).toEqual([]);
    const third = await forwarded("jabar");
    await third.relay();
    await third.type(third.seat("pupr"), "/answer 1 Senin.");
    const report = third.sendOnly();
    await third.type(third.seat("dukcapil"), "/answer 1 Selasa.");
    expect((await third.inquiry()).status).toBe("reporting");
    expect((await third.undeliverable(report)).rows).toEqual([]);
  });
});

describe("a deadline that passed", () => {
  it("draws every card of the case again and says nothing else", async () => {
    const bench = await forwarded("kobar", "pupr dishub");
    await bench.relay();
    bench.advance(24 * 60);
    const before = await bench.inquiry();
    const step = await bench.due(before.id);
    expect(step.rows.map((row) => [row.to.channel, row.card?.version, row.duties.length])).toEqual([
      ["kobar-dukcapil-work", before.version + 1, 0],
      ["kobar-pupr-work", before.version + 1, 0],
      ["kobar-dishub-work", before.version + 1, 0],
    ]);
    expect(step.history).toEqual([]);
    expect(await bench.inquiry()).toEqual({ ...before, version: before.version + 1 });
  });

  it("of a case that waits for nobody any more changes nothing", async () => {
    const bench = await forwarded("kobar");
    await bench.relay();
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    const before = await bench.inquiry();
    expect(await bench.due(before.id)).toMatchObject({ outcome: "committed", rows: [], history: [] });
    expect(await bench.due("unknown")).toMatchObject({ rows: [], history: [] });
    expect(await bench.inquiry()).toEqual(before);
  });
});

describe("cards", () => {
  it("every chat that has to do with the case shows its newest version", async () => {
    const bench = await forwarded("jabar", "pupr dishub");
    await bench.relay();
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    const step = await bench.type(bench.seat("dishub"), "/answer 1 Selasa.");
    const { version } = await bench.inquiry();
    const cards = step.rows.filter((row) => row.card);
    expect(cards.map((row) => row.to.channel)).toEqual(["jabar-dukcapil-work", "jabar-pupr-work", "jabar-dishub-work"]);
    expect(cards.every((row) => row.card?.version === version)).toBe(true);
  });

  it("a new text is a new card, and the old one says so", async () => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    await bench.relay();
    const step = await bench.type(bench.seat("dukcapil"), "/answer 1 Lusa.");
    const [first, second] = (await bench.inquiry()).answers;
    const approvals = step.rows.filter((row) => row.content.kind === "approval-card");
    expect(approvals.map((row) => [row.card?.key, row.duties.length])).toEqual([
      [`approval:${second?.id}`, 1],
      [`approval:${first?.id}`, 0],
    ]);
  });
});
