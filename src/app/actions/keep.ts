import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { refused, whisper } from "../effects.js";
import { notedEntry } from "../files.js";
import { known } from "../inputs.js";
import { caseFor } from "../resolve.js";

/** "Simpan catatan": a reply to a card is kept in the case's history and nothing else. */
export const keepAction = defineCommand({
  name: "keep",
  inputs: { code: known("case") },
  access: "case.answer",
  async run(context, args, extra) {
    const inquiry = await caseFor(context, args.code, "case.answer");
    if ("refusal" in inquiry) return refused(context, "keep", inquiry);
    const reply = await context.reader.replyById(context.directory.government.id, extra.reply ?? "");
    if (reply?.state !== "offered") return refused(context, "keep", refuse("stale"), { inquiryId: inquiry.id });
    return {
      reply: { ...reply, state: "note" },
      drafts: [whisper(context, "noted", { kind: "notice", code: "noted", values: {}, inquiryId: inquiry.id })],
      history: [
        notedEntry(context, inquiry.id, { text: reply.text, attachments: reply.attachments, by: reply.personId }),
      ],
    };
  },
});
