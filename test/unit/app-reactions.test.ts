import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { exampleDirectory } from "../support/example-directory.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const withCase = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { others: [exampleDirectory("kobar")] });
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
  return bench;
};

/** An available answer before the official. */
const asked = async (): Promise<ChatBench> => {
  const bench = await withCase();
  await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
  await bench.relay();
  return bench;
};

/** A related agency's answer reported to the official. */
const reported = async (): Promise<ChatBench> => {
  const bench = await withCase();
  await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
  await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
  await bench.relay();
  return bench;
};

const cardOf = async (bench: ChatBench, version = 1) =>
  bench.cardMessage(`approval:${(await bench.inquiry()).answers[version - 1]?.id}`);

const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

/** Nobody was told anything, no case changed, and the history has this many lines more. */
const expectSilent = (step: Step, lines: 0 | 1): void => {
  expect(step).toMatchObject({ outcome: "committed", rows: [] });
  expect(step.history.map(({ kind }) => kind)).toEqual(lines === 1 ? ["refused"] : []);
};

describe("a reaction on the card before the official", () => {
  it("👍 approves exactly this text: confirmed at once, with position, version, time and Urungkan", async () => {
    const bench = await asked();
    bench.advance(5);
    const step = await bench.react(official(bench), await cardOf(bench), "approve");
    const inquiry = await bench.inquiry();
    expect(inquiry).toMatchObject({ status: "ready", gate: { passed: true } });
    expect(inquiry.decisions).toMatchObject([
      { kind: "approve", textId: inquiry.answers[0]?.id, hash: inquiry.answers[0]?.hash, at: bench.now() },
    ]);
    expect(noticeOf(step, "decided")).toMatchObject({
      values: {
        decision: "approve",
        name: "Nama jabar-dukcapil-official",
        position: "official jabar-dukcapil",
        version: 1,
        time: bench.now().toISOString(),
      },
      undo: { decisionId: inquiry.decisions[0]?.id },
    });
    expect(codesOf(step)).toEqual(["decided", "answerApproved"]);
  });

  it("👎 asks for the reason, and then the text goes back", async () => {
    const bench = await asked();
    const seat = official(bench);
    const step = await bench.react(seat, await cardOf(bench), "reject");
    const [row] = step.rows;
    expect(step.rows).toHaveLength(1);
    expect(row).toMatchObject({
      content: { kind: "question", command: "reject", input: "reason" },
      whisperTo: { id: seat.userId },
    });
    expect((await bench.inquiry()).status).toBe("approval");
    await bench.relay();
    if (row) await bench.write(seat, "Sebutkan tanggalnya", bench.messageOf(row));
    expect(await bench.inquiry()).toMatchObject({
      status: "revising",
      decisions: [{ kind: "reject", reason: "Sebutkan tanggalnya" }],
    });
  });

  it("the reason belongs to the text that was rejected, not to one that came meanwhile", async () => {
    const bench = await asked();
    const seat = official(bench);
    const step = await bench.react(seat, await cardOf(bench), "reject");
    await bench.type(bench.seat("dukcapil"), "/answer 1 Lusa.");
    await bench.relay();
    const [row] = step.rows;
    if (!row) throw new Error("nothing was asked");
    expectRefused(await bench.write(seat, "Sebutkan tanggalnya", bench.messageOf(row)), "oldText", seat);
    expect((await bench.inquiry()).status).toBe("approval");
  });

  it("👎 on what cannot be rejected any more says so instead of asking for a reason", async () => {
    const bench = await asked();
    const seat = official(bench);
    await bench.type(seat, "/approve 1");
    const notice = expectRefused(await bench.react(seat, await cardOf(bench), "reject"), "alreadyDecided", seat);
    expect(notice.values).toMatchObject({ name: "Nama jabar-dukcapil-official", decision: "approve" });
  });

  it("on the card of an older version says that the text has changed, and decides nothing", async () => {
    const bench = await asked();
    const seat = official(bench);
    await bench.type(bench.seat("dukcapil"), "/answer 1 Lusa.");
    await bench.relay();
    for (const reaction of ["approve", "reject"] as const) {
      const notice = expectRefused(await bench.react(seat, await cardOf(bench, 1), reaction), "oldText", seat);
      expect(notice.values).toEqual({ code: "JABAR-26-0001", version: 2 });
    }
    expect((await bench.inquiry()).status).toBe("approval");
    await bench.react(seat, await cardOf(bench, 2), "approve");
    expect((await bench.inquiry()).status).toBe("ready");
  });

  it.each([
    ["an officer of the agency", (bench: ChatBench) => bench.seat("dukcapil", "officer", "approval")],
    ["its head", (bench: ChatBench) => bench.seat("dukcapil", "head")],
    ["an official of another agency", (bench: ChatBench) => ({ ...official(bench), userId: "jabar-pupr-official" })],
    ["an auditor", (bench: ChatBench) => ({ ...official(bench), userId: "jabar-auditor" })],
  ])("of %s does nothing and says nothing, but is in the history", async (_, who) => {
    const bench = await asked();
    const seat = who(bench);
    const tried = { approve: "reaction", reject: "reactionReject" } as const;
    for (const reaction of ["approve", "reject"] as const) {
      const step = await bench.react(seat, await cardOf(bench), reaction);
      expectSilent(step, 1);
      expect(step.history).toMatchObject([{ actor: seat.userId, content: { what: tried[reaction], why: "onlyRole" } }]);
    }
    expect((await bench.inquiry()).decisions).toEqual([]);
  });

  it.each([
    ["of another government", { platform: "simulator", workspace: "kobar", id: "kobar-dukcapil-official" }],
    ["unknown to all", { platform: "simulator", workspace: "jabar", id: "somebody" }],
    [
      "with the same id on another platform",
      { platform: "telegram", workspace: "jabar", id: "jabar-dukcapil-official" },
    ],
  ] as const)("of a person %s does nothing and says nothing, but is in the history", async (_, user) => {
    const bench = await asked();
    const step = await bench.send({
      type: "reaction",
      eventId: "event-stranger",
      occurredAt: bench.now().toISOString(),
      conversation: bench.place("dukcapil", "approval"),
      actor: { user, displayName: "Nama jabar-dukcapil-official", isBot: false },
      message: await cardOf(bench),
      change: "added",
      reaction: "approve",
      native: "👍",
    });
    expectSilent(step, 1);
    expect(step.history[0]).not.toHaveProperty("actor");
    expect((await bench.inquiry()).status).toBe("approval");
  });

  it("of somebody the platform hides does nothing, and is explained once for each card", async () => {
    const bench = await asked();
    const card = await cardOf(bench);
    const place = bench.place("dukcapil", "approval");
    const hidden = (reaction: "approve" | "reject" | null, change: "added" | "removed" = "added") =>
      bench.send({
        type: "reaction",
        eventId: "event-anonymous",
        occurredAt: bench.now().toISOString(),
        ...{ conversation: place, message: card, change, reaction, native: "👍" },
      });
    expectSilent(await hidden(null), 0);
    expectSilent(await hidden("approve", "removed"), 0);
    const step = await hidden("approve");
    expect(step.rows).toMatchObject([
      { to: place, replyTo: { message: card.id }, content: { kind: "notice", code: "anonymous" } },
    ]);
    expect(step.history).toMatchObject([{ kind: "refused", content: { why: "anonymous", user: null } }]);
    expectSilent(await hidden("reject"), 1);
    expect((await bench.inquiry()).decisions).toEqual([]);
  });

  it.each([
    ["what people write to each other", "members"],
    ["another card", "case"],
  ])("of strangers on %s is kept nowhere", async (_, where) => {
    const bench = await asked();
    const place = bench.place("dukcapil");
    const message =
      where === "case" ? bench.cardMessage(`case:${(await bench.inquiry()).id}`) : { ...place, id: "their-own" };
    const user = { ...place, id: "somebody" };
    for (const actor of [{ actor: { user, displayName: "Warga", isBot: false } }, {}]) {
      const step = await bench.send({
        ...{ type: "reaction", eventId: `event-${"actor" in actor}`, occurredAt: bench.now().toISOString() },
        ...{ conversation: place, message, change: "added", reaction: "approve", native: "👍", ...actor },
      });
      expectSilent(step, 0);
    }
  });

  it("of the text's own author is refused", async () => {
    const bench = await withCase();
    const seat = official(bench);
    bench.register((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.id === "appointment-jabar-dukcapil-officer-officer" ? { ...each, personId: seat.userId } : each,
      ),
    }));
    await bench.type({ ...seat, place: bench.place("dukcapil") }, "/answer 1 Besok.");
    await bench.relay();
    expectRefused(await bench.react(seat, await cardOf(bench), "approve"), "ownText", seat);
    expectRefused(await bench.react(seat, await cardOf(bench), "reject"), "ownText", seat);
    expect((await bench.inquiry()).status).toBe("approval");
  });

  it("of an official whose appointment ended counts no more from that instant on", async () => {
    const bench = await asked();
    const seat = official(bench);
    bench.register((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.personId === seat.userId ? { ...each, validUntil: bench.now() } : each,
      ),
    }));
    const step = await bench.react(seat, await cardOf(bench), "approve");
    expectSilent(step, 1);
    expect(step.history).toMatchObject([{ content: { why: "appointmentExpired" } }]);
    const notice = expectRefused(await bench.type(seat, "/approve 1"), "appointmentExpired", seat);
    expect(notice.values).toEqual({
      instrument: "Surat Perintah",
      number: "800/011/2021",
      date: new Date(bench.now().getTime() - 1).toISOString(),
    });
  });

  it("of a shared phone does not count, and the command says why", async () => {
    const bench = await asked();
    const seat = official(bench);
    bench.register((directory) => ({
      ...directory,
      people: directory.people.map((each) => (each.id === seat.userId ? { ...each, shared: true } : each)),
    }));
    const step = await bench.react(seat, await cardOf(bench), "approve");
    expectSilent(step, 1);
    expect(step.history).toMatchObject([{ content: { why: "sharedPhone" } }]);
    expectRefused(await bench.type(seat, "/approve 1"), "sharedPhone", seat);
  });

  it("twice by the same official is heard once", async () => {
    const bench = await asked();
    const seat = official(bench);
    const card = await cardOf(bench);
    await bench.react(seat, card, "approve");
    expectSilent(await bench.react(seat, card, "approve"), 0);
    expect((await bench.inquiry()).decisions).toHaveLength(1);
  });

  it("of a second official after the first tells who decided", async () => {
    const bench = await asked();
    bench.register((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.id === "appointment-jabar-dukcapil-head-head" ? { ...each, role: "official" } : each,
      ),
    }));
    const second = bench.seat("dukcapil", "head");
    await bench.react(official(bench), await cardOf(bench), "approve");
    const notice = expectRefused(await bench.react(second, await cardOf(bench), "approve"), "alreadyDecided", second);
    expect(notice.values).toMatchObject({ name: "Nama jabar-dukcapil-official" });
  });

  it.each(["seen", "working", "done", "attention", null] as const)(
    "of another meaning (%s) does nothing",
    async (kind) => {
      const bench = await asked();
      expectSilent(await bench.react(official(bench), await cardOf(bench), kind), 0);
      expect((await bench.inquiry()).status).toBe("approval");
    },
  );

  it('on any other message does nothing: people use 👍 for "read"', async () => {
    const bench = await asked();
    const home = bench.cardMessage(`case:${(await bench.inquiry()).id}`);
    const seat = { ...official(bench), place: bench.place("dukcapil") };
    expectSilent(await bench.react(seat, home, "approve"), 0);
    expectSilent(await bench.react(seat, { ...home, id: "a person's own" }, "approve"), 0);
    expect((await bench.inquiry()).status).toBe("approval");
  });
});

describe("a reaction on a report", () => {
  it('👍 is "Mengetahui", and so is the command', async () => {
    const bench = await reported();
    expect((await bench.inquiry()).status).toBe("ready");
    await bench.react(official(bench), await cardOf(bench), "approve");
    expect(await bench.inquiry()).toMatchObject({ status: "ready", decisions: [{ kind: "acknowledge" }] });
    const typed = await reported();
    await typed.type(official(typed), "/approve 1");
    expect(await typed.inquiry()).toMatchObject({ status: "ready", decisions: [{ kind: "acknowledge" }] });
  });

  it("👎 stops what was only reported, with a reason", async () => {
    const bench = await reported();
    const seat = official(bench);
    const { rows } = await bench.react(seat, await cardOf(bench), "reject");
    await bench.relay();
    const [row] = rows;
    if (row) await bench.write(seat, "Tanggalnya keliru", bench.messageOf(row));
    expect((await bench.inquiry()).status).toBe("revising");
  });

  it("after Tahan dulu 👍 approves", async () => {
    const bench = await reported();
    const values = { code: "JABAR-26-0001", answer: (await bench.inquiry()).answers[0]?.id ?? "" };
    const held = await bench.press(official(bench), { command: "hold", values });
    expect(codesOf(held)).toEqual(["decided", "answerHeld"]);
    expect((await bench.inquiry()).status).toBe("approval");
    await bench.react(official(bench), await cardOf(bench), "approve");
    expect(await bench.inquiry()).toMatchObject({
      status: "ready",
      decisions: [{ kind: "hold" }, { kind: "approve" }],
    });
  });

  it('where "Mengetahui" is waited for, it makes the answer ready and the officer is told', async () => {
    const bench = await withCase();
    bench.register((directory) => ({
      ...directory,
      government: {
        ...directory.government,
        settings: { ...directory.government.settings, reportNeedsAcknowledgement: true },
      },
    }));
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    await bench.type(bench.seat("pupr"), "/answer 1 Senin.");
    await bench.relay();
    expect((await bench.inquiry()).status).toBe("reported");
    const step = await bench.press(official(bench), { command: "aware", values: { code: "JABAR-26-0001" } });
    expect((await bench.inquiry()).status).toBe("ready");
    expect(noticeOf(step, "answerReady").row.to).toEqual(bench.place("dukcapil"));
  });
});

describe("Urungkan", () => {
  it("takes one's own decision back for two minutes", async () => {
    const bench = await asked();
    const seat = official(bench);
    await bench.react(seat, await cardOf(bench), "approve");
    const decision = (await bench.inquiry()).decisions[0]?.id ?? "";
    const undo = { command: "undo", values: { code: "JABAR-26-0001", decision } };
    bench.advance(2);
    const step = await bench.press(seat, undo);
    expect(codesOf(step)).toEqual(["undone", "undone"]);
    expect(await bench.inquiry()).toMatchObject({ status: "approval", gate: { passed: false } });
    expectRefused(await bench.press(seat, undo), "undoTooLate", seat);
    await bench.react(seat, await cardOf(bench), "approve");
    expect((await bench.inquiry()).status).toBe("ready");
  });

  it("is too late afterwards, and nobody else's", async () => {
    const bench = await asked();
    const seat = official(bench);
    await bench.react(seat, await cardOf(bench), "approve");
    const decision = (await bench.inquiry()).decisions[0]?.id ?? "";
    const undo = { command: "undo", values: { code: "JABAR-26-0001", decision } };
    const officer = bench.seat("dukcapil");
    expectRefused(await bench.press(officer, undo), "onlyRole", officer);
    bench.advance(2.5);
    expectRefused(await bench.press(seat, undo), "undoTooLate", seat);
    expect((await bench.inquiry()).status).toBe("ready");
  });
});
