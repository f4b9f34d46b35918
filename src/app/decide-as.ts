import type { DecisionInput } from "../domain/inquiry/deciding.js";
import type { Case } from "../domain/inquiry/model.js";
import type { Outcome } from "../domain/inquiry/outcome.js";
import type { Context } from "./context.js";
import { deciderFor } from "./resolve.js";

/**
 * An official decides, by the appointment that lets them, or is refused. `answerId` is the exact text they saw; absent
 * (a typed command): the current one.
 */
export const decideAs = (
  context: Context,
  inquiry: Case,
  answerId: string | undefined,
  decide: (input: DecisionInput) => Outcome,
): Outcome => {
  const appointment = deciderFor(context, inquiry.agencyId);
  if ("refusal" in appointment) return appointment;
  return decide({
    decisionId: context.ids.newId(),
    ...(answerId === undefined ? {} : { answerId }),
    by: context.person.id,
    appointmentId: appointment.id,
    position: appointment.position,
    at: context.now,
  });
};
