import { createHash } from "node:crypto";
import { gatesOf } from "../../src/app/rules.js";
import { type AnswerInput, answerCase, answerForward } from "../../src/domain/inquiry/answering.js";
import { approve, deliverReport, hold, reject } from "../../src/domain/inquiry/deciding.js";
import { publish, reopen } from "../../src/domain/inquiry/ending.js";
import { deliverForward, forward, returnForward, takeForward } from "../../src/domain/inquiry/forwarding.js";
import type { Case, ForwardClock } from "../../src/domain/inquiry/model.js";
import { startDraft } from "../../src/domain/inquiry/receive.js";
import { deadlineOf } from "../../src/domain/time/deadline.js";
import { profileOf } from "../../src/regulations/profiles.js";
import { atMinute, directory, holder, stepped } from "./view-fixture.js";

/** The clock of the regulation. */
export const legalClock: ForwardClock = { hours: 24, level: "regulation", citation: "Lamp. B angka 4" };

/** Forwarded by the holder, one forward for each agency ("f-<agency>"), not yet delivered. */
export const forwardedTo = (inquiry: Case, agencyIds: readonly string[], clock?: ForwardClock, minute = 5): Case =>
  stepped(
    forward(inquiry, {
      targets: agencyIds.map((agencyId) => ({
        forwardId: `f-${agencyId}`,
        agencyId,
        agencyName: agencyId,
        ...(clock ? { clock } : {}),
      })),
      by: holder("a-dishub", "officer"),
      fromAgencyId: "a-dishub",
      asCommunications: false,
      communicationsAgencyId: "a-kominfo",
      at: atMinute(minute),
    }),
  );

/** The forward reached its agency, ten minutes after the start. */
export const deliveredTo = (inquiry: Case, agencyId: string): Case => {
  const hours = inquiry.forwards.find((each) => each.id === `f-${agencyId}`)?.clock?.hours;
  const at = atMinute(10);
  const deadline = hours === undefined ? {} : { deadlineAt: deadlineOf(at, hours) };
  return stepped(deliverForward(inquiry, { forwardId: `f-${agencyId}`, at, ...deadline }));
};

const answerInput = (id: string, text: string, by: string, profile: string, minute: number): AnswerInput => ({
  answerId: id,
  text,
  attachments: [],
  hash: createHash("sha256").update(text).digest("hex"),
  by,
  at: atMinute(minute),
  gates: gatesOf(directory(), profileOf(profile), "a-dishub"),
});

/** The related agency answers. */
export const agencyAnswered = (inquiry: Case, agencyId: string, text: string, profile = "kobar-2017"): Case =>
  stepped(
    answerForward(inquiry, {
      ...answerInput(`n-${agencyId}`, text, holder(agencyId, "officer"), profile, 60),
      agencyId,
    }),
  );

/** The holder answers; the answer's id is "n-<version>". */
export const answered = (inquiry: Case, text: string, profile = "kobar-2017"): Case => {
  const id = `n-${inquiry.answers.length + 1}`;
  return stepped(answerCase(inquiry, answerInput(id, text, holder("a-dishub", "officer"), profile, 70)));
};

/** The holder drafts in-house. */
export const drafting = (inquiry: Case): Case => stepped(startDraft(inquiry, { at: atMinute(5) }));

/** "Kami tangani". */
export const taken = (inquiry: Case, agencyId: string): Case =>
  stepped(takeForward(inquiry, { agencyId, by: holder(agencyId, "officer"), at: atMinute(20) }));

/** "Bukan kewenangan kami". */
export const returned = (inquiry: Case, agencyId: string, reason: string, suggestsAgencyId?: string): Case =>
  stepped(
    returnForward(inquiry, {
      agencyId,
      by: holder(agencyId, "officer"),
      at: atMinute(30),
      reason,
      ...(suggestsAgencyId === undefined ? {} : { suggestsAgencyId }),
      communicationsAgencyId: "a-kominfo",
    }),
  );

const decider = (decisionId: string, minute: number) => ({
  decisionId,
  by: holder("a-dishub", "official"),
  appointmentId: "ap-a-dishub-official",
  position: "Kepala Bidang Angkutan",
  needed: 1,
  at: atMinute(minute),
});

/** The official approves, 80 minutes after the start; the decision is "d-approve". */
export const approved = (inquiry: Case): Case => stepped(approve(inquiry, decider("d-approve", 80)));

/** The official asks for changes. */
export const rejected = (inquiry: Case, reason: string): Case =>
  stepped(reject(inquiry, { ...decider("d-reject", 80), reason }));

/** "Tahan dulu". */
export const heldBack = (inquiry: Case): Case => stepped(hold(inquiry, decider("d-hold", 80)));

/** The report reached the official's chat. */
export const reportDelivered = (inquiry: Case, needsAcknowledgement = false): Case =>
  stepped(deliverReport(inquiry, { answerId: inquiry.gate?.textId ?? "", at: atMinute(75), needsAcknowledgement }));

/** Posted, 90 minutes after the start. */
export const posted = (inquiry: Case, url?: string): Case =>
  stepped(
    publish(inquiry, {
      publicationId: "pub-1",
      ...(url === undefined ? {} : { url }),
      by: holder("a-dishub", "officer"),
      at: atMinute(90),
    }),
  );

/** Taken up again. */
export const reopened = (inquiry: Case): Case =>
  stepped(reopen(inquiry, { reason: "Warga bertanya lagi", by: holder("a-dishub", "officer"), at: atMinute(100) }));
