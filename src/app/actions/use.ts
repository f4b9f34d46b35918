import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { decideAnswer } from "../commands/answer.js";
import { refused } from "../effects.js";
import { known } from "../inputs.js";
import { onCase } from "../on-case.js";

/** "Jadikan jawaban": a reply to a card becomes the answer, with its newest wording. */
export const useAction = defineCommand({
  name: "use",
  inputs: { code: known("case") },
  access: "case.answer",
  async run(context, args, extra) {
    const reply = await context.reader.replyById(context.directory.government.id, extra.reply ?? "");
    if (reply?.state !== "offered") return refused(context, "use", refuse("stale"));
    if (reply.text === "") return refused(context, "use", refuse("emptyText", {}), { inquiryId: reply.inquiryId });
    const effects = await onCase(context, "use", args.code, "case.answer", (inquiry) =>
      decideAnswer(context, inquiry, { text: reply.text, files: reply.attachments, authorId: reply.personId }),
    );
    return effects.done ? { ...effects, reply: { ...reply, state: "answer" } } : effects;
  },
});
