import { type Attachment, hashedContent } from "../../domain/attachment.js";
import { answerCase, answerForward } from "../../domain/inquiry/answering.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { Outcome } from "../../domain/inquiry/outcome.js";
import { currentAnswer, openForwardOf } from "../../domain/inquiry/queries.js";
import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import type { Context } from "../context.js";
import { choice, known, optional, paragraph } from "../inputs.js";
import { onCase } from "../on-case.js";
import { actingAgency } from "../resolve.js";
import { gatesOf } from "../rules.js";

interface AnswerWords {
  readonly text: string;
  /** The files that came with it. None: a new version of the text keeps those of the version before. */
  readonly files: readonly Attachment[];
  /** The version before is not to pass on its files. */
  readonly withoutFiles?: boolean;
  /** Who wrote the text, where that is somebody else: nobody approves their own text, whoever handed it in. */
  readonly authorId?: string;
}

const attachmentsOf = (
  inquiry: Case,
  agencyId: string,
  { files, withoutFiles }: AnswerWords,
): readonly Attachment[] => {
  if (files.length > 0 || withoutFiles || agencyId !== inquiry.agencyId) return files;
  return currentAnswer(inquiry)?.attachments ?? [];
};

/** The holder's answer, or a related agency's to its forward: by the agency the person acts for on this case. */
export const decideAnswer = (context: Context, inquiry: Case, words: AnswerWords): Outcome => {
  const { directory, profile, now, ids } = context;
  const agencyId = actingAgency(context, inquiry, "case.answer");
  if (agencyId === undefined) return refuse("otherAgency", { code: inquiry.code, agency: inquiry.agencyId });
  const written = { text: words.text, attachments: attachmentsOf(inquiry, agencyId, words) };
  const input = {
    ...written,
    answerId: ids.newId(),
    hash: ids.hashOf(hashedContent(written)),
    by: words.authorId ?? context.person.id,
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
  usage: "/answer CODE TEXT [files=none]",
  inputs: { code: known("case"), text: paragraph(), files: optional(choice(["none"])) },
  positional: ["code", "text"],
  form: ["text"],
  access: "case.answer",
  files: "written",
  run: (context, args) =>
    onCase(context, "answer", args.code, "case.answer", (inquiry) => {
      const words = { text: args.text, files: context.attachments, withoutFiles: args.files === "none" };
      return decideAnswer(context, inquiry, words);
    }),
});
