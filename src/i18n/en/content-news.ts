import { type NoticeText, said } from "../said.js";
import { agency, code, decision, person, reason, version } from "./notice-parts.js";

const contentPublished: NoticeText = (v) => {
  const left = said(v, "left", "0");
  const others = said(v, "enough") === "" ? `${left} more to go.` : `It is not posted on ${left} of its accounts.`;
  const rest = left === "0" ? " It is posted on all of its accounts." : ` ${others}`;
  return `${code(v)} was posted on ${said(v, "account", "an official account")}: ${said(v, "url", "see its card for the link")}.${rest}`;
};

const contentWithdrawn: NoticeText = (v) => {
  const isPosted = said(v, "posted", "0") !== "0";
  if (said(v, "officials") !== "") {
    const waited = said(v, "waited") === "" ? "" : " No decision is needed any more.";
    const taken = isPosted ? " The officers were asked to take the posts down." : "";
    return `${isPosted ? "Content" : "Proposal"} ${code(v)} was withdrawn: ${reason(v)}.${waited}${taken}`;
  }
  const posted = isPosted ? " Please take the posts down too." : "";
  return `Proposal ${code(v)} was withdrawn: ${reason(v)}.${posted}`;
};

/** What to do instead of editing a message, as the content stands. */
const changing: Readonly<Record<string, (code: string) => string>> = {
  write: (of) => `To change it, please press Change on its card, or type /propose code=${of} and the new text.`,
  edit: (of) => `To change it, please press Edit on its card, or type /propose code=${of} and the new text.`,
  correct: () => "If it needs correcting, please press Correct on its card.",
  anew: () => "It was withdrawn; if it is still needed, please propose it anew.",
};

/** True however often it was approved: messages that exist are edited in place. */
const eachText =
  "Each account's text is in a message of its own; if you do not see it, press Text for each account on the card.";

/** How to decide, for whoever replied in other words. */
const undecided: NoticeText = (v) =>
  `This reply is no decision on ${code(v)} yet. Please press a button of its card, reply to the card with the one word "approve", or type /approve ${code(v)} or /reject ${code(v)} REASON.`;

/** What happened to content, said to those who wait for it. */
export const contentNews = {
  contentSelected: (v) =>
    `Proposal ${version(v)} is ready to post. ${decision({ ...v, decision: "approve" })} ${eachText}`,
  contentSelectedEditing: (v) =>
    `Proposal ${version(v)} is being edited, so it cannot be posted yet. ${decision({ ...v, decision: "approve" })} Please submit the edit or discard it.`,
  contentReturned: (v) =>
    `${person(v)}, returned proposal ${version(v)}: ${reason(v)}. Please mend it by the change button and submit it again.`,
  contentReady: (v) => `Proposal ${code(v)} is ready to post. ${eachText}`,
  contentEdited: (v) => {
    const by = said(v, "names", "an officer");
    const what = `approved text of ${code(v)}`;
    const done = said(v, "spelling") === "" ? `The ${what} was edited` : `The spelling of the ${what} was mended`;
    return `${done} by ${by} and is now v${said(v, "version", "2")}. Its approval stands.`;
  },
  contentUrgent: (v) =>
    `Urgent: proposal ${version(v)} is about a disaster. Please decide at once, on this card (internal policy).`,
  contentPublished,
  contentWithdrawn,
  addressReplaced: (v) =>
    `The link of ${code(v)} on ${said(v, "account", "an official account")} was replaced: ${said(v, "url", "see its card")}. Reason: ${reason(v)}. It was: ${said(v, "former", "see its history")}.`,
  repliedToContent: (v) => {
    const what = said(v, "kept") === "voice" ? "The voice note was" : "The files were";
    const kept = said(v, "kept") === "" ? "" : `${what} kept as a note on ${code(v)}. `;
    const then =
      said(v, "asked") === ""
        ? `This reply does not change ${code(v)}. To change it, please reply to its card with /propose and what to change.`
        : undecided(v);
    return kept + then;
  },
  repliedToApproval: (v) => undecided(v),
  contentEditTooLate: (v) =>
    `The message was edited, but the text of ${code(v)} did not change. ${changing[said(v, "next")]?.(code(v)) ?? ""}`.trim(),
  correctionStarted: (v) =>
    `The correction of ${code(v)} was begun: ${reason(v)}. Please change the text and submit it.`,
  noApprovalChannel: (v) =>
    `Proposal ${code(v)} has not reached the official: ${agency(v)} has no approval chat. Please ask the admin to connect one.`,
} satisfies Readonly<Record<string, NoticeText>>;
