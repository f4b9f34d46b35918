import { createHash } from "node:crypto";
import { clockOf, gatesOf } from "../../src/app/rules.js";
import { answerCase, answerForward } from "../../src/domain/inquiry/answering.js";
import { acknowledge, approve, deliverReport, hold, reject, undo } from "../../src/domain/inquiry/deciding.js";
import { close, publish, reopen } from "../../src/domain/inquiry/ending.js";
import { deliverForward, forward, returnForward, takeForward } from "../../src/domain/inquiry/forwarding.js";
import type { Case, ClosedReason } from "../../src/domain/inquiry/model.js";
import type { Fact, Outcome } from "../../src/domain/inquiry/outcome.js";
import { receive, startDraft } from "../../src/domain/inquiry/receive.js";
import { isRefusal, type Refusal } from "../../src/domain/refusal.js";
import { deadlineOf } from "../../src/domain/time/deadline.js";
import { profileOf } from "../../src/regulations/profiles.js";
import { exampleDirectory, type GovernmentId } from "./example-directory.js";

interface Options {
  readonly sop?: { readonly agency: string; readonly deadlineHours?: number; readonly gates?: object };
  readonly needsAcknowledgement?: boolean;
}

/** A case of Dukcapil, taken through the flow as people would say it. Each verb answers what came of it. */
export interface Desk {
  readonly inquiry: () => Case;
  /** The facts of the last step; a refusal leaves none. */
  readonly facts: () => readonly Fact["kind"][];
  readonly advance: (minutes: number) => void;
  draft(): Refusal | undefined;
  answer(text: string): Refusal | undefined;
  forward(agencies: readonly string[], from?: string): Refusal | undefined;
  arrive(agency: string): Refusal | undefined;
  take(agency: string): Refusal | undefined;
  agencyAnswers(agency: string, text: string): Refusal | undefined;
  agencyReturns(agency: string, suggests?: string): Refusal | undefined;
  reportArrives(): Refusal | undefined;
  approve(who?: string, answerId?: string): Refusal | undefined;
  reject(reason: string): Refusal | undefined;
  aware(): Refusal | undefined;
  hold(): Refusal | undefined;
  undo(): Refusal | undefined;
  post(url?: string): Refusal | undefined;
  close(reason: ClosedReason): Refusal | undefined;
  reopen(): Refusal | undefined;
}

const OFFICER = "petugas";
const OFFICIAL = "pejabat";

/** Opens a case under one government's regulation. */
export const openDesk = (government: GovernmentId, { sop, needsAcknowledgement = false }: Options = {}): Desk => {
  const directory = exampleDirectory(government, (each) => ({
    ...each,
    sops: sop
      ? [
          {
            id: "sop",
            ...(sop.agency === "" ? {} : { agencyId: `${government}-${sop.agency}` }),
            number: "9/2026",
            issuer: "Kepala",
            ...(sop.deadlineHours === undefined ? {} : { deadlineHours: sop.deadlineHours }),
            gates: sop.gates ?? {},
          },
        ]
      : [],
  }));
  const profile = profileOf(directory.government.profile);
  const idOf = (agency: string): string => `${government}-${agency}`;
  const agencyId = idOf("dukcapil");
  const office = idOf("diskominfo");
  const gates = gatesOf(directory, profile, agencyId);
  let now = new Date("2026-03-02T02:00:00Z");
  let count = 0;
  const fresh = (prefix: string): string => `${prefix}-${++count}`;
  let inquiry = receive({ id: "case", agencyId, text: "Kapan?", attachments: [], by: OFFICER, at: now }).next;
  let facts: readonly Fact["kind"][] = ["received"];

  const settle = (outcome: Outcome): Refusal | undefined => {
    facts = isRefusal(outcome) ? [] : outcome.facts.map(({ kind }) => kind);
    if (isRefusal(outcome)) return outcome;
    inquiry = outcome.next;
    return undefined;
  };
  const decision = (by: string) => ({
    decisionId: fresh("decision"),
    by,
    appointmentId: "appointment",
    position: "Kepala Bidang",
    needed: 1,
    at: now,
  });
  const written = (by: string, text: string) => ({
    answerId: fresh("answer"),
    text,
    attachments: [],
    hash: createHash("sha256").update(text).digest("hex"),
    by,
    at: now,
    gates,
  });
  const targetOf = (code: string) => {
    const agency = directory.agencies.find((each) => each.code === code);
    if (!agency) throw new Error(`no agency ${code}`);
    const clock = clockOf(directory, profile, agency);
    return { forwardId: fresh("forward"), agencyId: agency.id, agencyName: agency.name, ...(clock ? { clock } : {}) };
  };
  const openAt = (agency: string) => inquiry.forwards.findLast((each) => each.agencyId === idOf(agency));

  return {
    inquiry: () => inquiry,
    facts: () => facts,
    advance: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    draft: () => settle(startDraft(inquiry, { at: now })),
    answer: (text) => settle(answerCase(inquiry, written(OFFICER, text))),
    forward: (agencies, from = "dukcapil") =>
      settle(
        forward(inquiry, {
          targets: agencies.map(targetOf),
          by: OFFICER,
          fromAgencyId: idOf(from),
          asCommunications: from === "diskominfo",
          communicationsAgencyId: office,
          at: now,
        }),
      ),
    arrive(agency) {
      const found = openAt(agency);
      const deadline = found?.clock ? { deadlineAt: deadlineOf(now, found.clock.hours) } : {};
      return settle(deliverForward(inquiry, { forwardId: found?.id ?? "", at: now, ...deadline }));
    },
    take: (agency) => settle(takeForward(inquiry, { agencyId: idOf(agency), by: `petugas ${agency}`, at: now })),
    agencyAnswers: (agency, text) =>
      settle(answerForward(inquiry, { ...written(`petugas ${agency}`, text), agencyId: idOf(agency) })),
    agencyReturns: (agency, suggests) =>
      settle(
        returnForward(inquiry, {
          agencyId: idOf(agency),
          by: `petugas ${agency}`,
          at: now,
          reason: "bukan kewenangan kami",
          communicationsAgencyId: office,
          ...(suggests === undefined ? {} : { suggestsAgencyId: idOf(suggests) }),
        }),
      ),
    reportArrives: () =>
      settle(deliverReport(inquiry, { answerId: inquiry.gate?.textId ?? "", at: now, needsAcknowledgement })),
    approve: (who = OFFICIAL, answerId) =>
      settle(approve(inquiry, { ...decision(who), ...(answerId === undefined ? {} : { textId: answerId }) })),
    reject: (reason) => settle(reject(inquiry, { ...decision(OFFICIAL), reason })),
    aware: () => settle(acknowledge(inquiry, decision(OFFICIAL))),
    hold: () => settle(hold(inquiry, decision(OFFICIAL))),
    undo: () =>
      settle(
        undo(inquiry, {
          ...decision(OFFICIAL),
          undoes: inquiry.decisions.at(-1)?.id ?? "",
          reportNeedsAcknowledgement: needsAcknowledgement,
        }),
      ),
    post: (url) =>
      settle(
        publish(inquiry, {
          publicationId: fresh("publication"),
          ...(url === undefined ? {} : { url }),
          by: OFFICER,
          at: now,
        }),
      ),
    close: (reason) => settle(close(inquiry, { reason, by: OFFICER, at: now })),
    reopen: () => settle(reopen(inquiry, { reason: "warga bertanya lagi", by: OFFICER, at: now })),
  };
};
