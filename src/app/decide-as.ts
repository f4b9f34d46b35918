import type { DecisionInput } from "../domain/approval/decide.js";
import { writersAt } from "../domain/approval/queries.js";
import type { Case } from "../domain/inquiry/model.js";
import type { Outcome } from "../domain/inquiry/outcome.js";
import type { Refusal } from "../domain/refusal.js";
import type { Context } from "./context.js";
import { approvalsNeeded, deciderFor, decidersOf } from "./deciders.js";

/**
 * What a decision of this person about a text of that agency carries, by the appointment that lets them decide, or why
 * they may not. `textId` is the exact text they saw; absent (a typed command): the current one.
 */
export const decisionInput = (
  context: Context,
  agencyId: string,
  writers: readonly string[],
  textId: string | undefined,
): DecisionInput | Refusal => {
  const { directory, person, now } = context;
  const appointment = deciderFor(context, agencyId, writers);
  if ("refusal" in appointment) return appointment;
  return {
    decisionId: context.ids.newId(),
    ...(textId === undefined ? {} : { textId }),
    by: person.id,
    appointmentId: appointment.id,
    position: appointment.position,
    needed: approvalsNeeded(directory, decidersOf(directory, agencyId, writers, now)),
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
  const input = decisionInput(context, inquiry.agencyId, writersAt(inquiry.gate, inquiry.answers), textId);
  return "refusal" in input ? input : decide(input);
};
