import type { DecisionInput } from "../domain/approval/decide.js";
import type { Case } from "../domain/inquiry/model.js";
import type { Outcome } from "../domain/inquiry/outcome.js";
import type { Context } from "./context.js";
import { approvalsNeeded, deciderFor, decidersOf } from "./deciders.js";

/**
 * An official decides, by the appointment that lets them, or is refused. `textId` is the exact text they saw; absent
 * (a typed command): the current one.
 */
export const decideAs = (
  context: Context,
  inquiry: Case,
  textId: string | undefined,
  decide: (input: DecisionInput) => Outcome,
): Outcome => {
  const { directory, person, now } = context;
  const authorId = authorOf(inquiry);
  const appointment = deciderFor(context, inquiry.agencyId, authorId);
  if ("refusal" in appointment) return appointment;
  return decide({
    decisionId: context.ids.newId(),
    ...(textId === undefined ? {} : { textId }),
    by: person.id,
    appointmentId: appointment.id,
    position: appointment.position,
    needed: approvalsNeeded(directory, decidersOf(directory, inquiry.agencyId, authorId, now)),
    at: now,
  });
};

/** Who wrote the text at the gate; empty while there is none. */
export const authorOf = ({ answers, gate }: Case): string =>
  answers.find(({ id }) => id === gate?.textId)?.authorId ?? "";
