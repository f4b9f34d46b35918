import { cleanText } from "../../chatkit/plain-text.js";
import type { Case } from "../../domain/inquiry/model.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Reply } from "../../ports/store.js";
import { appointmentsOf } from "../access.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { hasVoice, notedEntry, refusalOfFiles } from "../files.js";
import { withFilesIgnored } from "../ignored-files.js";
import { maxTextChars, tooLong } from "../inputs.js";
import { repliedSubject } from "../replied.js";
import { caseFor } from "../resolve.js";
import { onAnswer } from "./answered-question.js";
import { replyToContent } from "./content-reply.js";
import { decidedInReply, toldHowToDecide } from "./decision-reply.js";
import { editTooLate, saidIn } from "./kept-message.js";

const replyOf = (context: Context, message: Reply["message"], inquiry: Case, text: string, state: Reply["state"]) => ({
  id: context.ids.newId(),
  inquiryId: inquiry.id,
  message,
  personId: context.person.id,
  text,
  attachments: context.attachments,
  state,
  at: context.now,
});

/** A voice note is kept with the case and never taken as an answer; its author is told how to answer. */
const keepVoice = (context: Context, message: Reply["message"], inquiry: Case, text: string): Effects => {
  const notice = { kind: "notice", code: "voiceKept", values: {}, inquiryId: inquiry.id } as const;
  return {
    reply: replyOf(context, message, inquiry, text, "note"),
    history: [notedEntry(context, inquiry.id, { text, attachments: context.attachments, by: context.person.id })],
    drafts: [whisper(context, "voice", notice)],
  };
};

/** Words in reply to news are mostly a courtesy ("Siap, terima kasih"); files are none. */
const isToldOnly = ({ repliedContent, attachments }: Context): boolean =>
  repliedContent?.kind === "notice" && attachments.length === 0;

const toldHowToAnswer = (context: Context, { id }: Case): Effects => {
  const notice = { kind: "notice", code: "repliedToNotice", values: {}, inquiryId: id } as const;
  return { drafts: [whisper(context, "reply", notice)] };
};

/** A reply to a card becomes nothing by itself ("Siap", "86"): it is kept, and what to do with it is offered. */
const offer = async (context: Context, event: ChatEvent & { type: "message" }, code: string): Promise<Effects> => {
  const inquiry = await caseFor(context, code, "case.answer");
  if ("refusal" in inquiry || inquiry.status === "closed")
    return withFilesIgnored(context, await toldHowToDecide(context));
  const text = cleanText(event.text).trim();
  const refusal = refusalOfFiles(context) ?? tooLong(text);
  if (refusal) return refused(context, "reply", refusal, { inquiryId: inquiry.id });
  if (text === "" && context.attachments.length === 0) return {};
  if (hasVoice(context)) return keepVoice(context, event.message, inquiry, text);
  if (isToldOnly(context)) return toldHowToAnswer(context, inquiry);
  const reply = replyOf(context, event.message, inquiry, text, "offered");
  return {
    reply,
    drafts: [whisper(context, "offer", { kind: "offer", replyId: reply.id, inquiryId: inquiry.id })],
  };
};

/** What can be done here; in a group, where thanks and greetings are said as well, one line that says how to see it. */
const helpFor = ({ directory, person, now }: Context, { direct }: ChatEvent): MessageContent => {
  if (!direct) return { kind: "notice", code: "seeHelp", values: {} };
  const roles = appointmentsOf(directory, person.id, now).map((each) => each.role);
  return { kind: "help", roles: [...new Set(roles)] };
};

/** Somebody wrote to the bot: an answer to its question, a reply to a card, or words it has no use for. */
export const onMessage = async (context: Context, event: ChatEvent & { type: "message" }): Promise<Effects> => {
  const replied = context.repliedContent;
  if (replied?.kind === "question") return onAnswer(context, replied, event.text);
  const decided = await decidedInReply(context, event.text);
  if (decided) return decided;
  const about = await repliedSubject(context);
  if (about?.kind === "proposal") return replyToContent(context, about.proposal, event.text);
  if (about) return offer(context, event, about.inquiry.code);
  return withFilesIgnored(context, { drafts: [whisper(context, "help", helpFor(context, event))] });
};

/** Somebody edited a message: it counts while nothing was done with it yet. */
export const onEdited = async (context: Context, event: ChatEvent & { type: "edited" }): Promise<Effects> => {
  const reply = await context.reader.replyByMessage(context.directory.government.id, event.message);
  const text = saidIn(event.text);
  if (!reply || reply.personId !== context.person.id || text === reply.text) return {};
  if (reply.state !== "offered") return editTooLate(context, reply);
  return text === "" || [...text].length > maxTextChars ? {} : { reply: { ...reply, text } };
};
