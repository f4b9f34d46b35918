import type { Case } from "../domain/inquiry/model.js";
import type { Done, Outcome } from "../domain/inquiry/outcome.js";
import { isRefusal, type Refusal } from "../domain/refusal.js";
import type { AccessAction } from "./access.js";
import type { Context } from "./context.js";
import { type Effects, refused, whisper } from "./effects.js";
import { refusedAbout } from "./refused-about.js";
import { caseFor } from "./resolve.js";

/** Loads the case somebody named, checks the right to it, and turns what the machine answers into effects. */
export const onCase = async (
  context: Context,
  what: string,
  code: string,
  action: AccessAction,
  decide: (inquiry: Case) => Outcome | Promise<Outcome>,
): Promise<Effects> => {
  const inquiry = await caseFor(context, code, action);
  return isRefusal(inquiry)
    ? refusedAbout(context, what, inquiry, code)
    : caseEffects(context, what, inquiry, await decide(inquiry));
};

/** Turns what the machine of a case answers into effects. */
export const caseEffects = (context: Context, what: string, inquiry: Case, outcome: Outcome): Effects => {
  if (isRefusal(outcome)) return refused(context, what, withName(context, outcome), { inquiryId: inquiry.id });
  return { before: inquiry, done: outcome, drafts: [acknowledgement(context, what, outcome)] };
};

const naming: readonly Refusal["refusal"][] = ["alreadyDecided", "undoOther"];

/** A refusal that names a person does so by id; people read the name. */
export const withName = (context: Context, refusal: Refusal): Refusal => {
  if (!naming.includes(refusal.refusal)) return refusal;
  const person = context.directory.people.find((each) => each.id === refusal.values.name);
  return { ...refusal, values: { ...refusal.values, name: person?.name ?? "" } };
};

/** Edits of cards do not notify: the person who acted is told, alone, that it was done. */
const acknowledgement = (context: Context, what: string, { facts, next }: Done) => {
  const sent = facts.some(({ kind }) => kind === "agencyAnswered");
  const values = sent ? { what: "agencyAnswer", agency: next.agencyId } : { what };
  return whisper(context, "done", { kind: "notice", code: "done", values, inquiryId: next.id });
};
