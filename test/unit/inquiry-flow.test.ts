import { describe, expect, it } from "vitest";
import { returnsToDecide } from "../../src/domain/inquiry/queries.js";
import type { GovernmentId } from "../support/example-directory.js";
import { type Desk, openDesk } from "../support/inquiry-desk.js";

const URL = "https://contoh.invalid/p/1";
const everywhere: readonly GovernmentId[] = ["kobar", "klaten", "jabar"];

const status = (desk: Desk) => desk.inquiry().status;
const gate = (desk: Desk) => desk.inquiry().gate;
const origin = (desk: Desk) => desk.inquiry().answers.at(-1)?.origin;
const forwards = (desk: Desk) => desk.inquiry().forwards.map((each) => each.status);

/** Whatever the gate asks for, so that the branch can go on. */
const passGate = (desk: Desk): void => {
  if (status(desk) === "approval") expect(desk.approve()).toBeUndefined();
  if (status(desk) === "reporting") expect(desk.reportArrives()).toBeUndefined();
  expect(status(desk)).toBe("ready");
};

describe.each(everywhere)("the service flow in %s", (government) => {
  it("received → available answer → gate → ready → posted → closed", () => {
    const desk = openDesk(government);
    expect(status(desk)).toBe("received");
    desk.answer("Besok.");
    expect(origin(desk)).toBe("available");
    passGate(desk);
    desk.post(URL);
    expect(desk.facts()).toEqual(["published", "closed"]);
    expect(desk.inquiry()).toMatchObject({ status: "closed", closed: { reason: "answered" } });
    expect(desk.inquiry().publications).toMatchObject([{ url: URL, answerId: gate(desk)?.textId }]);
  });

  it("received → drafted in-house → gate → ready", () => {
    const desk = openDesk(government);
    desk.draft();
    expect(status(desk)).toBe("drafting");
    desk.answer("Kami susun sendiri.");
    expect(origin(desk)).toBe("inHouse");
    passGate(desk);
  });

  it("forwarded to one agency: its answer is version 1 and enters the gate at once", () => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    expect(status(desk)).toBe("forwarded");
    desk.arrive("pupr");
    desk.take("pupr");
    desk.agencyAnswers("pupr", "Jalan diperbaiki Senin.");
    expect(desk.facts().slice(0, 2)).toEqual(["agencyAnswered", "answerSubmitted"]);
    expect(desk.inquiry().answers).toMatchObject([
      { version: 1, origin: "forwarded", text: "Jalan diperbaiki Senin." },
    ]);
    passGate(desk);
  });

  it("forwarded to several: waits for all, then for the officer who puts the answers together", () => {
    const desk = openDesk(government);
    desk.forward(["pupr", "dishub"]);
    desk.agencyAnswers("pupr", "Jalan Senin.");
    expect(status(desk)).toBe("forwarded");
    desk.agencyAnswers("dishub", "Lampu Selasa.");
    expect(status(desk)).toBe("answered");
    expect(desk.inquiry().answers).toEqual([]);
    desk.answer("Jalan Senin, lampu Selasa.");
    expect(origin(desk)).toBe("forwarded");
    passGate(desk);
  });

  it("one of two returns it: what the other answered waits for the officer", () => {
    const desk = openDesk(government);
    desk.forward(["pupr", "dishub"]);
    desk.agencyAnswers("pupr", "Jalan Senin.");
    desk.agencyReturns("dishub");
    expect(status(desk)).toBe("answered");
    expect(forwards(desk)).toEqual(["answered", "returned"]);
  });

  it("returned with a reason, naming another agency: back to its holder", () => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    desk.agencyReturns("pupr", "dishub");
    expect(status(desk)).toBe("received");
    expect(desk.inquiry().forwards[0]?.returned).toEqual({
      reason: "bukan kewenangan kami",
      suggestsAgencyId: `${government}-dishub`,
    });
    expect(desk.forward(["dishub"])).toBeUndefined();
  });

  it("returned twice: Diskominfo decides, the officer waits, and its decision starts the count anew", () => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    desk.agencyReturns("pupr");
    expect(desk.facts()).toEqual(["forwardReturned"]);
    desk.forward(["dishub"]);
    desk.agencyReturns("dishub");
    expect(desk.facts()).toEqual(["forwardReturned", "communicationsDecides"]);
    expect(desk.forward(["dlh"])?.refusal).toBe("communicationsDecides");
    expect(desk.forward(["dlh"], "diskominfo")).toBeUndefined();
    expect(returnsToDecide(desk.inquiry(), `${government}-diskominfo`)).toBe(0);
    desk.agencyReturns("dlh");
    expect(desk.facts()).toEqual(["forwardReturned"]);
    expect(desk.forward(["pupr"])).toBeUndefined();
  });

  it("after two returns the holder may still answer by itself", () => {
    const desk = openDesk(government);
    for (const agency of ["pupr", "dishub"]) {
      desk.forward([agency]);
      desk.agencyReturns(agency);
    }
    expect(desk.answer("Kami jawab sendiri.")).toBeUndefined();
  });

  it("passed on to a third agency: a new forward with a new clock, and the time since the first", () => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    desk.arrive("pupr");
    desk.advance(600);
    desk.forward(["dishub"], "pupr");
    expect(desk.facts()).toEqual(["forwardPassedOn", "forwarded"]);
    const [first, second] = desk.inquiry().forwards;
    expect(first).toMatchObject({ status: "passed", ended: { by: "petugas" } });
    expect(second).toMatchObject({ status: "open", fromAgencyId: `${government}-pupr` });
    expect(second?.deadlineAt).toBeUndefined();
    expect(second?.firstForwardedAt).toEqual(first?.forwardedAt);
    desk.arrive("dishub");
    const started = desk.inquiry().forwards[1];
    expect(started?.deadlineAt?.getTime()).toBe((started?.deliveredAt?.getTime() ?? 0) + 24 * 3_600_000);
    desk.agencyAnswers("dishub", "Kami jawab.");
    expect(origin(desk)).toBe("forwarded");
  });

  it("answering oneself while a forward is open does not take the gate of forwarded answers", () => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    desk.answer("Kami sudah tahu.");
    expect(origin(desk)).toBe("available");
    const before = desk.inquiry();
    desk.agencyAnswers("pupr", "Jawaban dari PUPR.");
    expect(desk.inquiry()).toMatchObject({ status: before.status, answers: before.answers, gate: before.gate });
    expect(desk.inquiry().forwards[0]?.answer?.text).toBe("Jawaban dari PUPR.");
  });

  it("the clock starts when the forward arrived, and an agency outside the regulation has none", () => {
    const desk = openDesk(government);
    desk.forward(["pupr", "pln"]);
    expect(desk.inquiry().forwards.map((each) => each.deadlineAt)).toEqual([undefined, undefined]);
    desk.advance(30);
    desk.arrive("pupr");
    desk.arrive("pln");
    const [inside, outside] = desk.inquiry().forwards;
    expect(inside?.deadlineAt?.getTime()).toBe(Date.parse("2026-03-03T02:30:00Z"));
    expect(outside).toMatchObject({ deliveredAt: new Date("2026-03-02T02:30:00Z") });
    expect(outside?.clock).toBeUndefined();
    expect(outside?.deadlineAt).toBeUndefined();
    expect(desk.arrive("pupr")?.refusal).toBe("stale");
  });

  it.each(["duplicate", "noted", "spam", "abusive", "outside", "withdrawn", "deleted"] as const)(
    "closes without a reply: %s, and asks nobody any more",
    (reason) => {
      const desk = openDesk(government);
      desk.forward(["pupr", "dishub"]);
      desk.agencyAnswers("pupr", "Jalan Senin.");
      desk.close(reason);
      expect(desk.facts()).toEqual(["forwardWithdrawn", "closed"]);
      expect(forwards(desk)).toEqual(["answered", "withdrawn"]);
      expect(desk.agencyAnswers("dishub", "Terlambat.")?.refusal).toBe("closedCase");
      expect(desk.close(reason)?.refusal).toBe("alreadyClosed");
    },
  );

  it("that a forward of a closed case had arrived is still recorded: reports tell when", () => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    desk.close("noted");
    desk.arrive("pupr");
    expect(desk.inquiry()).toMatchObject({ status: "closed", forwards: [{ status: "withdrawn" }] });
    expect(desk.inquiry().forwards[0]?.deliveredAt).toBeDefined();
  });

  it("closed → reopened: a new round in which nothing answered before counts", () => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    desk.agencyAnswers("pupr", "Senin.");
    passGate(desk);
    desk.post(URL);
    desk.reopen();
    expect(desk.inquiry()).toMatchObject({ status: "received", round: 2 });
    expect(gate(desk)).toBeUndefined();
    expect(desk.inquiry().closed).toBeUndefined();
    expect(desk.post(URL)?.refusal).toBe("noAnswer");
    desk.answer("Senin.");
    expect(origin(desk)).toBe("available");
    expect(desk.inquiry().answers.map(({ version, round }) => ({ version, round }))).toEqual([
      { version: 1, round: 1 },
      { version: 2, round: 2 },
    ]);
  });

  it("posts into a private message without an address", () => {
    const desk = openDesk(government);
    desk.answer("Besok.");
    passGate(desk);
    desk.post();
    expect(desk.inquiry().publications[0]).not.toHaveProperty("url");
  });

  it("refuses what the moment does not allow", () => {
    const desk = openDesk(government);
    expect(desk.post(URL)?.refusal).toBe("noAnswer");
    expect(desk.reopen()?.refusal).toBe("notClosed");
    expect(desk.approve()?.refusal).toBe("notAwaiting");
    expect(desk.forward(["dukcapil"])?.refusal).toBe("ownAgency");
    desk.forward(["pupr"]);
    expect(desk.forward(["pupr"])?.refusal).toBe("alreadyForwarded");
    expect(desk.forward(["dlh", "dlh"])?.refusal).toBe("alreadyForwarded");
    expect(desk.agencyAnswers("dishub", "Bukan kami.")?.refusal).toBe("noOpenForward");
    expect(desk.draft()?.refusal).toBe("stale");
    desk.answer("Besok.");
    expect(desk.answer("Besok.")?.refusal).toBe("unchanged");
    expect(desk.forward(["dlh"])).toBeUndefined();
    expect(desk.inquiry()).toMatchObject({ status: "forwarded" });
    expect(desk.inquiry().gate).toBeUndefined();
  });
});

describe.each(["kobar", "klaten"] as const)("the gates of %s: none", (government) => {
  it.each([
    ["available", (desk: Desk) => desk.answer("Besok.")],
    ["inHouse", (desk: Desk) => desk.draft() ?? desk.answer("Besok.")],
    ["forwarded", (desk: Desk) => desk.forward(["pupr"]) ?? desk.agencyAnswers("pupr", "Besok.")],
  ])("%s is ready at once", (_, act) => {
    const desk = openDesk(government);
    act(desk);
    expect(status(desk)).toBe("ready");
    expect(gate(desk)).toMatchObject({ kind: "none", passed: true });
    expect(desk.facts().at(-1)).toBe("ready");
    expect(desk.approve()?.refusal).toBe("notAwaiting");
  });
});

describe("what a gate and a clock rest on", () => {
  it.each([
    ["kobar", "Lamp. B angka 2", "regulation", "interpretation", "Lamp. B angka 5", "regulation"],
    ["klaten", "Pasal 16", "interpretation", "interpretation", "Pasal 16", "interpretation"],
    ["jabar", "Lamp. C angka 2", "regulation", "interpretation", "Lamp. C angka 5", "regulation"],
  ] as const)("%s", (government, available, level, inHouse, forwarded, forwardedLevel) => {
    const own = openDesk(government);
    own.answer("Besok.");
    expect(gate(own)).toMatchObject({ citation: available, level });
    const drafted = openDesk(government);
    drafted.draft();
    drafted.answer("Besok.");
    expect(gate(drafted)).toMatchObject({ citation: available, level: inHouse });
    const handed = openDesk(government);
    handed.forward(["pupr"]);
    handed.agencyAnswers("pupr", "Besok.");
    expect(gate(handed)).toMatchObject({ citation: forwarded, level: forwardedLevel });
  });

  it.each([
    ["kobar", { hours: 24, level: "regulation", citation: "Lamp. B angka 4" }],
    ["klaten", { hours: 24, level: "internal-target", citation: "Pasal 16" }],
    ["jabar", { hours: 24, level: "regulation", citation: "Lamp. C angka 4" }],
  ] as const)("the clock in %s", (government, clock) => {
    const desk = openDesk(government);
    desk.forward(["pupr"]);
    expect(desk.inquiry().forwards[0]?.clock).toEqual(clock);
  });

  it.each([
    ["kobar", "pupr", 12, { hours: 12, level: "sop", citation: "SOP 9/2026" }],
    ["kobar", "pupr", 24, { hours: 24, level: "regulation", citation: "Lamp. B angka 4" }],
    ["klaten", "", 24, { hours: 24, level: "sop", citation: "SOP 9/2026" }],
    ["kobar", "pupr", 48, { hours: 24, level: "regulation", citation: "Lamp. B angka 4" }],
    ["kobar", "dukcapil", 12, { hours: 24, level: "regulation", citation: "Lamp. B angka 4" }],
    ["jabar", "pupr", 6, { hours: 6, level: "sop", citation: "SOP 9/2026" }],
    ["jabar", "pupr", 48, { hours: 24, level: "regulation", citation: "Lamp. C angka 4" }],
    ["klaten", "", 48, { hours: 48, level: "sop", citation: "SOP 9/2026" }],
    ["klaten", "", 8, { hours: 8, level: "sop", citation: "SOP 9/2026" }],
    ["klaten", "pupr", 8, { hours: 24, level: "internal-target", citation: "Pasal 16" }],
  ] as const)("in %s an SOP of %j with %i hours", (government, agency, deadlineHours, clock) => {
    const desk = openDesk(government, { sop: { agency, deadlineHours } });
    desk.forward(["pupr"]);
    expect(desk.inquiry().forwards[0]?.clock).toEqual(clock);
  });

  it("an SOP of the holder adds a gate, and cannot take one away", () => {
    const added = openDesk("kobar", { sop: { agency: "dukcapil", gates: { forwarded: "approve" } } });
    added.forward(["pupr"]);
    added.agencyAnswers("pupr", "Besok.");
    expect(gate(added)).toMatchObject({ kind: "approve", level: "sop", citation: "SOP 9/2026", passed: false });
    expect(status(added)).toBe("approval");
    const eased = openDesk("jabar", { sop: { agency: "dukcapil", gates: { available: "none" } } });
    eased.answer("Besok.");
    expect(gate(eased)).toMatchObject({ kind: "approve", level: "regulation", citation: "Lamp. C angka 2" });
  });

  it("an SOP that asks for what the regulation asks for anyway leaves it the regulation's", () => {
    const desk = openDesk("jabar", { sop: { agency: "dukcapil", gates: { available: "approve" } } });
    desk.answer("Besok.");
    expect(gate(desk)).toMatchObject({ level: "regulation", citation: "Lamp. C angka 2" });
  });

  it("the related agency's SOP adds no gate to the holder's answer", () => {
    const desk = openDesk("kobar", { sop: { agency: "pupr", gates: { forwarded: "approve" } } });
    desk.forward(["pupr"]);
    desk.agencyAnswers("pupr", "Besok.");
    expect(status(desk)).toBe("ready");
  });
});

describe("Jawa Barat: prior approval of an available answer (C.2)", () => {
  const asked = (): Desk => {
    const desk = openDesk("jabar");
    desk.answer("Besok.");
    expect(status(desk)).toBe("approval");
    return desk;
  };

  it("is not posted before the official approved it", () => {
    const desk = asked();
    expect(desk.post(URL)?.refusal).toBe("notReady");
    desk.approve();
    expect(desk.facts()).toEqual(["decided", "ready"]);
    expect(desk.inquiry().decisions[0]?.hash).toBe(desk.inquiry().answers[0]?.hash);
    expect(desk.post(URL)).toBeUndefined();
  });

  it("goes back with a reason, and the new version is asked about anew", () => {
    const desk = asked();
    desk.reject("Sebutkan tanggalnya.");
    expect(status(desk)).toBe("revising");
    desk.answer("Besok, 3 Maret.");
    expect(status(desk)).toBe("approval");
    desk.approve();
    expect(status(desk)).toBe("ready");
  });

  it("an edit voids the approval", () => {
    const desk = asked();
    desk.approve();
    desk.answer("Lusa.");
    expect(status(desk)).toBe("approval");
    expect(gate(desk)).toMatchObject({ passed: false, textId: desk.inquiry().answers[1]?.id });
    expect(desk.post(URL)?.refusal).toBe("notReady");
  });

  it("belongs to the exact version that was seen", () => {
    const desk = asked();
    const seen = desk.inquiry().answers[0]?.id;
    desk.answer("Lusa.");
    expect(desk.approve("pejabat", seen)).toEqual({ refusal: "oldText", values: { code: "", version: 2 } });
  });

  it("what has to be approved can be neither held nor merely acknowledged", () => {
    const desk = asked();
    expect(desk.hold()?.refusal).toBe("notAwaiting");
    expect(desk.aware()?.refusal).toBe("notAwaiting");
    desk.approve();
    expect(desk.hold()?.refusal).toBe("alreadyDecided");
    expect(desk.reject("Terlambat.")?.refusal).toBe("alreadyDecided");
    expect(status(desk)).toBe("ready");
  });

  it("nobody approves their own text", () => {
    const desk = asked();
    expect(desk.approve("petugas")?.refusal).toBe("ownText");
  });

  it("an agency's answer beside it does not get one's own text round the approval; the agency's own text is reported", () => {
    const desk = openDesk("jabar");
    desk.forward(["pupr"]);
    desk.answer("Besok.");
    desk.agencyAnswers("pupr", "Senin.");
    desk.reject("Keliru.");
    desk.answer("Besok pagi.");
    expect(desk.inquiry()).toMatchObject({ status: "approval", gate: { kind: "approve" } });
    expect(origin(desk)).toBe("available");
    desk.answer("Senin.");
    expect(desk.inquiry()).toMatchObject({ status: "reporting", gate: { kind: "report" } });
    expect(origin(desk)).toBe("forwarded");
  });

  it("a second official is told who decided", () => {
    const desk = asked();
    desk.approve();
    expect(desk.approve("pejabat lain")).toMatchObject({
      refusal: "alreadyDecided",
      values: { decision: "approve", name: "pejabat", position: "Kepala Bidang" },
    });
  });

  it("can be taken back for two minutes while nothing is posted", () => {
    const desk = asked();
    desk.approve();
    desk.advance(2);
    expect(desk.undo()).toBeUndefined();
    expect(status(desk)).toBe("approval");
    expect(desk.post(URL)?.refusal).toBe("notReady");
    desk.approve();
    desk.advance(2.01);
    expect(desk.undo()?.refusal).toBe("undoTooLate");
    expect(status(desk)).toBe("ready");
  });

  it("cannot be taken back once it is posted or the text changed", () => {
    const posted = asked();
    posted.approve();
    posted.post(URL);
    expect(posted.undo()?.refusal).toBe("undoTooLate");
    const edited = asked();
    edited.approve();
    edited.answer("Lusa.");
    expect(edited.undo()?.refusal).toBe("undoTooLate");
  });
});

describe("Jawa Barat: a forwarded answer is reported, then posted (C.5)", () => {
  const reported = (needsAcknowledgement = false): Desk => {
    const desk = openDesk("jabar", { needsAcknowledgement });
    desk.forward(["pupr"]);
    desk.agencyAnswers("pupr", "Senin.");
    expect(status(desk)).toBe("reporting");
    return desk;
  };

  it("passes when the report was delivered, not before", () => {
    const desk = reported();
    expect(desk.post(URL)?.refusal).toBe("notReady");
    desk.reportArrives();
    expect(desk.facts()).toEqual(["reported", "ready"]);
    expect(desk.post(URL)).toBeUndefined();
  });

  it('waits for "Mengetahui" where that is set', () => {
    const desk = reported(true);
    desk.reportArrives();
    expect(status(desk)).toBe("reported");
    expect(desk.post(URL)?.refusal).toBe("notReady");
    desk.aware();
    expect(status(desk)).toBe("ready");
  });

  it('"Tahan dulu" stops it until the official decides', () => {
    const desk = reported();
    desk.reportArrives();
    desk.hold();
    expect(status(desk)).toBe("approval");
    expect(desk.post(URL)?.refusal).toBe("notReady");
    desk.approve();
    expect(desk.post(URL)).toBeUndefined();
  });

  it("editing what the official held does not get round the official", () => {
    const desk = reported();
    desk.reportArrives();
    desk.hold();
    desk.answer("Selasa.");
    expect(status(desk)).toBe("approval");
    expect(gate(desk)).toMatchObject({ kind: "approve", passed: false });
    desk.answer("Rabu.");
    expect(status(desk)).toBe("approval");
    expect(desk.post(URL)?.refusal).toBe("notReady");
    desk.approve();
    expect(desk.post(URL)).toBeUndefined();
  });

  it.each([
    ["a new version", (desk: Desk) => desk.answer("Selasa.")],
    ["another agency's answer", (desk: Desk) => desk.forward(["dlh"]) ?? desk.agencyAnswers("dlh", "Selasa.")],
  ])("once the official returned a reported text, %s needs approval", (_, act) => {
    const desk = reported();
    desk.reportArrives();
    desk.reject("Belum tepat.");
    act(desk);
    expect(desk.post(URL)?.refusal).toBe("notReady");
    desk.answer("Selasa, jam 8.");
    expect(status(desk)).toBe("approval");
    expect(gate(desk)).toMatchObject({ kind: "approve", passed: false });
  });

  it('"Tahan dulu" can be taken back, and refused', () => {
    const desk = reported();
    desk.reportArrives();
    desk.hold();
    desk.undo();
    expect(status(desk)).toBe("ready");
    expect(gate(desk)).toMatchObject({ kind: "report", passed: true });
    desk.hold();
    desk.reject("Belum tepat.");
    expect(status(desk)).toBe("revising");
  });

  it("a new version is reported anew; the report of the old one opens nothing", () => {
    const desk = reported();
    const old = desk.inquiry().gate?.textId;
    desk.answer("Selasa.");
    expect(gate(desk)).toMatchObject({ kind: "report", passed: false });
    expect(gate(desk)?.textId).not.toBe(old);
    desk.reportArrives();
    desk.reject("Sebutkan jamnya.");
    expect(status(desk)).toBe("revising");
    expect(desk.post(URL)?.refusal).toBe("notReady");
  });
});
