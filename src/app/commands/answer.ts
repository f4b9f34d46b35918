import { answerCase, answerForward } from "../../domain/inquiry/answering.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Outcome } from "../../domain/inquiry/outcome.js";
import { openForwardOf } from "../../domain/inquiry/queries.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import type { Context } from "../context.js";
import { known, paragraph } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency } from "../resolve.js";
import { gatesOf } from "../rules.js";

/**
 * The holder's answer, or a related agency's to its forward: by the agency the person acts for on this case. `authorId` is
 * who wrote the text, where that is somebody else: nobody approves their own text, whoever handed it in.
 */
export const decideAnswer = (
  context: Context,
  inquiry: Case,
  text: string,
  authorId: string = context.person.id,
): Outcome => {
  const { directory, profile, now, ids } = context;
  const agencyId = actingAgency(context, inquiry, "case.answer");
  if (agencyId === undefined) return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
  const input = {
    answerId: ids.newId(),
    text,
    hash: ids.hashOf(text),
    by: authorId,
    at: now,
    gates: gatesOf(directory, profile, inquiry.agencyId),
  };
  if (agencyId === inquiry.agencyId) return answerCase(inquiry, input);
  if (!openForwardOf(inquiry, agencyId) && inquiry.status !== "closed")
    return refuse("noOpenForward", { code: inquiry.code });
  return answerForward(inquiry, { ...input, agencyId });
};

/** Answers a case. */
export const answerCommand = defineCommand({
  name: "answer",
  aliases: ["jawab"],
  usage: "/answer CODE TEXT",
  inputs: { code: known("case"), text: paragraph() },
  positional: ["code", "text"],
  form: ["text"],
  access: "case.answer",
  run: (context, args) =>
    onCase(context, "answer", args.code, "case.answer", (inquiry) => decideAnswer(context, inquiry, args.text)),
});
