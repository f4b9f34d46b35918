import { type DecisionInput, movedOn } from "../domain/approval/decide.js";
import type { Matter } from "../domain/approval/model.js";
import { writersAt } from "../domain/approval/queries.js";
import type { Case } from "../domain/inquiry/model.js";
import type { Outcome } from "../domain/inquiry/outcome.js";
import type { Proposal } from "../domain/proposal/model.js";
import type { Refusal } from "../domain/refusal.js";
import type { Appointment } from "../domain/registry/model.js";
import type { Context } from "./context.js";
import { approvalsNeeded, deciderFor, decidersOf } from "./deciders.js";

/** What somebody decides about: the text at a gate of this agency. */
export interface Decidable extends Pick<Matter, "code" | "gate" | "texts"> {
  readonly agencyId: string;
}

/** A case's answer. */
export const answerOf = ({ code, agencyId, gate, answers: texts }: Case): Decidable => ({
  ...{ code, agencyId, texts },
  ...(gate ? { gate } : {}),
});

/** A proposal's version. */
export const versionOf = ({ code, agencyId, gate, versions: texts }: Proposal): Decidable => ({
  ...{ code, agencyId, texts },
  ...(gate ? { gate } : {}),
});

/**
 * The appointment by which this person may decide it, or why they may not. Who saw an older text than the one they wrote is
 * told where that is.
 */
export const deciderOf = (
  context: Context,
  { agencyId, ...matter }: Decidable,
  textId: string | undefined,
): Appointment | Refusal => {
  const appointment = deciderFor(context, agencyId, writersAt(matter.gate, matter.texts));
  if (!("refusal" in appointment) || appointment.refusal !== "ownText") return appointment;
  return movedOn(matter, textId) ?? appointment;
};

/**
 * What a decision of this person about a text carries, by the appointment that lets them decide, or why
 * they may not. `textId` is the exact text they saw; absent (a typed command): the current one.
 */
export const decisionInput = (
  context: Context,
  decidable: Decidable,
  textId: string | undefined,
): DecisionInput | Refusal => {
  const { directory, person, now } = context;
  const { agencyId, gate, texts } = decidable;
  const appointment = deciderOf(context, decidable, textId);
  if ("refusal" in appointment) return appointment;
  return {
    decisionId: context.ids.newId(),
    ...(textId === undefined ? {} : { textId }),
    by: person.id,
    appointmentId: appointment.id,
    position: appointment.position,
    needed: approvalsNeeded(directory, decidersOf(directory, agencyId, writersAt(gate, texts), now)),
    at: now,
  };
};

/** An official decides about a case's answer, or is refused. */
export const decideAs = (
  context: Context,
  inquiry: Case,
  textId: string | undefined,
  decide: (input: DecisionInput) => Outcome,
): Outcome => {
  const input = decisionInput(context, answerOf(inquiry), textId);
  return "refusal" in input ? input : decide(input);
};
