import type { NewsCode, RefusalCode } from "../../domain/notice.js";
import { bareCommand, type NoticeText, said } from "../said.js";
import { contentNews } from "./content-news.js";
import { ending, memberNews } from "./members.js";
import { agency, code, decision, person, ready, reason, version } from "./notice-parts.js";
import { refusals } from "./refusals.js";
import { registry, registryRefusals } from "./registry.js";
import { settingsRefusals } from "./settings-refusals.js";
import { codeRefusals, setup } from "./setup.js";

const agencyReturned: NoticeText = (v) => {
  const other = said(v, "suggests");
  const hint = other === "" ? "" : ` Suggested: ${other}.`;
  const steps: Readonly<Record<string, string>> = {
    forward: " Please forward it to the agency in charge.",
    office: " The communications office is asked to decide which agency it belongs to.",
  };
  return `${agency(v)} returned ${code(v)}: ${reason(v)}.${hint}${steps[said(v, "next")] ?? ""}`;
};

const published: NoticeText = (v) => {
  const url = said(v, "url");
  return url === "" ? `${code(v)} was answered in a private message.` : `${code(v)} posted: ${url}`;
};

/** What was done, by the name of the command that did it. */
const doneBy: Readonly<Record<string, (code: string, agency: string, elsewhere: string) => string>> = {
  inquiry: (of) => `${of} logged; its card is in the work channel.`,
  forward: (of) => `${of} forwarded.`,
  answer: (of) => `The answer's text of ${of} is saved.`,
  agencyAnswer: (of, holder) => `The answer to ${of} was sent to ${holder}.`,
  use: (of) => `The reply is now the answer to ${of}.`,
  keep: (of) => `The reply is kept as a note on ${of}.`,
  return: (of) => `${of} returned.`,
  posted: (of) => `${of} recorded as posted.`,
  close: (of) => `${of} closed.`,
  reopen: (of) => `${of} reopened.`,
  draft: (of) => `Drafting ${of} in-house began.`,
  "content.propose": (of, _, elsewhere) =>
    `The draft ${of} is saved${elsewhere === "" ? "" : "; its card is in the work chat"}.`,
  "content.submit": (of) => `Proposal ${of} was submitted to the official.`,
  "content.discard": (of) => `The edit of ${of} was discarded.`,
  "content.enough": (of) => `${of} is recorded as posted for good.`,
  "content.posted": (of) => `${of} is recorded as posted.`,
  "content.close": (of) => `Proposal ${of} was withdrawn.`,
  "content.reopen": (of) => `The correction of ${of} can be written.`,
  take: (of) => `Noted: your agency is working on ${of}.`,
};

const news: Record<NewsCode, NoticeText> = {
  agencyAnswered: (v) => `${agency(v)}'s answer to ${code(v)} has arrived.${ready(v)}`,
  agencyAnsweredAside: (v) =>
    `${agency(v)} answered ${code(v)} too. The text under way stays; to use the agency's answer instead: /answer ${code(v)}.`,
  agencyReturned,
  agencyPassedOn: (v) => `${agency(v)} passed ${code(v)} on to ${said(v, "to", "another agency")}.`,
  forwardWithdrawn: (v) => `${code(v)} needs no answer any more. Thank you.`,
  answerApproved: (v) => `${version(v)} is ready to post. ${decision({ ...v, decision: "approve" })}`,
  answerRejected: (v) =>
    `${person(v)}, requests changes to ${version(v)}: ${reason(v)}. Please send the new text: /answer ${code(v)} TEXT.`,
  answerHeld: (v) => `${person(v)}, holds ${code(v)}. Please do not post it before a decision.`,
  answerReady: (v) => `The answer to ${code(v)} is ready to post. Please add the link once it is posted.`,
  reported: (v) => `The answer to ${code(v)} was reported to the official.${ready(v)}`,
  decided: (v) => `${decision(v)} Text: ${version(v)}.`,
  undone: (v) =>
    `The decision on ${version(v)} was undone by ${person(v)}.${said(v, "waits") === "" ? "" : " It awaits a new one."}`,
  published,
  closed: (v) => `${code(v)} closed. Reason: ${reason(v)}.`,
  reopened: (v) => `${code(v)} reopened: ${reason(v)}.`,
  returnedTwice: (v) =>
    `${code(v)} was returned twice. Diskominfo, please decide which agency answers: /forward ${code(v)} AGENCY.`,
  noChannel: (v) =>
    `${code(v)} has not arrived: ${agency(v)} has no connected chat yet. Please contact the agency directly, and the admin to connect its chat.`,
  undeliverable: (v) =>
    `${code(v)} could not be delivered to ${agency(v)}, its time is not counted yet. Please contact the agency directly, and the admin to check its chat.`,
  gateUndeliverable: (v) =>
    `The text of ${code(v)} could not be delivered to the official, so it must not be posted yet. Please contact the admin.`,
  sentAlone: () =>
    "I sent it to you in a private conversation with Tanggap, so that nobody else reads it. " +
    "If it has not arrived, open that conversation, press Start, and repeat the command there.",
  chatBound: (v) => setup.bound(said(v, "agency", "the agency"), said(v, "purpose", "chat")),
  inGrace: (v) => {
    const number = said(v, "number");
    const instrument = said(v, "instrument", "The letter");
    const letter = number === "" ? instrument : registry.letter(instrument, number);
    return ending.inGrace(letter, said(v, "date", "before today"), said(v, "lastDay", "the grace ends"));
  },
  invitationRecalled: () => setup.recalled,
  chatUnbound: (v) => setup.unbound(said(v, "channel", "This chat"), said(v, "purpose"), said(v, "agency")),
  appointmentEnded: (v) =>
    memberNews.ended(said(v, "name", "That person"), said(v, "role", "member"), said(v, "agency", "the agency")),
  appointmentRenewed: (v) => {
    const number = said(v, "number");
    const letter = number === "" ? "" : registry.letter(said(v, "instrument"), number);
    return memberNews.renewed(
      said(v, "name", "That person"),
      said(v, "role", "member"),
      said(v, "agency", "the agency"),
      letter,
      said(v, "date"),
    );
  },
  personChanged: (v) => memberNews.changed(said(v, "name", "That person")),
  identityRemoved: (v) => memberNews.unlinked(said(v, "name", "That person"), said(v, "platform", "chat")),
  botRemoved: (v) => setup.removed(said(v, "channel", "a chat"), `${said(v, "purpose")} ${said(v, "agency")}`.trim()),
  identityAdded: (v) => setup.identityAdded(said(v, "name", "you")),
  ethicsRead: () => setup.ethicsRead,
  cancelled: () => "Cancelled.",
  seeHelp: () => "To see the commands you can use, type /help.",
  noted: () => "Kept as a note.",
  voiceKept: (v) =>
    `The voice note was kept as a note on ${code(v)}, but does not count as an answer. To answer, please send text: /answer ${code(v)} TEXT.`,
  repliedToNotice: (v) =>
    `This reply is not kept. To answer ${code(v)}, reply to its card or type /answer ${code(v)} TEXT.`,
  filesIgnored: (v) =>
    `The files were not kept${said(v, "command") === "" ? "" : `: /${bareCommand(said(v, "command"))} takes no attachments`}. Please send them with /inquiry, /answer or /propose.`,
  filesAgain: () => "The attachments were not kept yet. Please attach them again when you mend the form.",
  filesKept: (v) => {
    const what = said(v, "voice") === "" ? "The files were" : "The voice note was";
    const typed = said(v, "typed") === "" ? "" : " Please type the reason.";
    return `${what} kept as a note on ${code(v)}, see /history ${code(v)}.${typed}`;
  },
  inputUnknown: (v) =>
    `"${said(v, "typed", "that")}=" is no name of an input, so it stays in the text. Did you mean "${said(v, "meant", "another")}="?`,
  editTooLate: (v) =>
    said(v, "opened") === ""
      ? `The message was edited, but ${code(v)} did not change. If it was wrong, please send a new message.`
      : `The message was edited, but the text of ${code(v)} did not change. If it was wrong, please close it and log it anew.`,
  ...contentNews,
  done: (v) => doneBy[said(v, "what")]?.(code(v), agency(v), said(v, "elsewhere")) ?? `${code(v)} updated.`,
};

/** One sentence or two for every notice; a refusal says what to do next. */
export const notices: Record<RefusalCode | NewsCode, NoticeText> = {
  ...refusals,
  ...registryRefusals,
  ...codeRefusals,
  ...settingsRefusals,
  ...news,
};
