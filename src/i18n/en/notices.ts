import type { CodeRefusal, NewsCode, RefusalCode, RegistryRefusal } from "../../domain/notice.js";
import { bareCommand, type NoticeText, said } from "../said.js";
import { contentNews } from "./content-news.js";
import { contentRefusals } from "./content-refusals.js";
import { ending, memberNews } from "./members.js";
import { agency, code, decision, example, file, person, ready, reason, version } from "./notice-parts.js";
import { registry, registryRefusals } from "./registry.js";
import { codeRefusals, setup } from "./setup.js";

const onlyRole: NoticeText = (v) => {
  if (said(v, "officialOnly") === "yes") return `Sorry, only ${said(v, "who", "an official")} may approve.`;
  const roles = said(v, "who", "an officer");
  const who = said(v, "name") === "" ? roles : `${said(v, "name")} (who is acted for), ${roles}`;
  return said(v, "elsewhere") === "yes"
    ? `Sorry, in this chat only ${who} may do this. Please write in your own agency's chat.`
    : `Sorry, only ${who} may do this. Please contact them.`;
};

const unknownCommand: NoticeText = (v) => {
  const suggestion = bareCommand(said(v, "suggestion"));
  const meant = suggestion === "" ? "" : ` Did you mean /${suggestion}?`;
  return `There is no command /${bareCommand(said(v, "command"))}.${meant} All commands: /help.`;
};

const undoTooLate: NoticeText = (v) => {
  const late = `The decision on ${code(v)} can no longer be undone.`;
  if (said(v, "version") !== "") return `${late} ${version(v)} awaits a decision, please decide on its card.`;
  return said(v, "returned") === ""
    ? `${late} If it needs changes, please ask for another text.`
    : `${late} Please wait for the mended text.`;
};

const notReady: NoticeText = (v) => {
  const status = said(v, "status");
  const now = status === "" ? "" : ` (now: ${status})`;
  return `${code(v)} is not ready to post${now}. See the next step: /status ${code(v)}.`;
};

const refusals: Record<Exclude<RefusalCode, RegistryRefusal | CodeRefusal>, NoticeText> = {
  ...contentRefusals,
  unknownCommand,
  notRegistered: (v) =>
    `Sorry, you are not registered at ${said(v, "government", "this government")}. Please contact the admin.`,
  onlyRole,
  unknownCase: (v) => `${code(v)} not found. Please check the code, or search with /find.`,
  unknownAgency: (v) =>
    said(v, "agency") === ""
      ? "No agency was named. Please give its code or full name."
      : `Agency "${said(v, "agency")}" not found. Please give its code or full name${example(v)}.`,
  otherAgency: (v) =>
    said(v, "agency") === ""
      ? `Sorry, ${code(v)} is handled by another agency. Please contact the agency that handles it.`
      : `Sorry, ${code(v)} is handled by ${agency(v)}. Please contact that agency.`,
  closedCase: (v) => `${code(v)} is closed. To go on with it: /reopen ${code(v)} REASON.`,
  notClosed: (v) => `${code(v)} is still open, no need to reopen it. See /status ${code(v)}.`,
  alreadyClosed: (v) => `${code(v)} is already closed, nothing to do.`,
  alreadyForwarded: (v) => `${code(v)} already awaits ${agency(v)}'s answer. No need to forward it again.`,
  ownAgency: (v) => `${agency(v)} already handles this case. Please choose another agency, or answer with /answer.`,
  communicationsDecides: (v) =>
    `${code(v)} was returned twice. Diskominfo decides which agency answers, please wait for that.`,
  noOpenForward: (v) => `No forward of ${code(v)} awaits your agency. See /status ${code(v)}.`,
  noAnswer: (v) => `${code(v)} has no answer yet. Please give one first: /answer ${code(v)} TEXT.`,
  notReady,
  originalNeeded: (v) => `Please name the case this one repeats, for instance: /close ${code(v)} duplicate 42.`,
  notAwaiting: (v) => `${code(v)} awaits no decision. See /status ${code(v)}.`,
  alreadyDecided: (v) => `${code(v)} was already decided. ${decision(v)}`,
  ownText: (v) =>
    said(v, "who") === ""
      ? "Another official must approve your own text."
      : `Your own text must be approved by ${said(v, "who")}.`,
  appointmentExpired: (v) => {
    const number = said(v, "number");
    const kind = said(v, "kind");
    const unlettered = kind === "" ? "The appointment" : `The designation as ${kind}`;
    const instrument = `${said(v, "instrument", unlettered)}${number === "" ? "" : ` number ${number}`}`;
    return `${instrument} expired ${said(v, "date", "before today")}. Contact the admin.`;
  },
  sharedPhone: (v) => {
    if (said(v, "member") !== "")
      return "People and roles are not kept from a shared phone. Use an account of your own.";
    return said(v, "acting") === ""
      ? "Sorry, a shared phone cannot approve. Please use the official's own account."
      : "Sorry, who acts for an official is not changed by a shared phone. Please use an account of your own.";
  },
  oldText: (v) => `Text has changed. See ${version(v)}.`,
  undoTooLate,
  undoOther: (v) => `Only ${said(v, "name", "whoever decided")} can undo that decision on ${code(v)}.`,
  tooLong: (v) =>
    `Text too long: ${said(v, "length", "?")} characters, at most ${said(v, "max", "?")}. Please shorten it.`,
  emptyText: () => "The text is empty. Please fill it in.",
  badUrl: (v) => {
    const orPrivate = said(v, "orPrivate") === "yes" ? " If it was answered in a private message, write: dm." : "";
    const link = said(v, "url") === "" ? "The link" : `The link "${said(v, "url")}"`;
    return `${link} is incomplete. Please copy the address that starts with https://.${orPrivate}`;
  },
  badChoice: (v) =>
    `"${said(v, "value", "This")}" is not a choice of ${said(v, "input", "that input")}. Choices: ${said(v, "choices", "-")}.`,
  unchanged: (v) => `The text of ${code(v)} equals the last version. Nothing needs to be sent again.`,
  stale: () => "This step no longer applies. Please use the newest card.",
  fileTooLarge: (v) => `${file(v)} is too large (${said(v, "max", "20")} MB at most). Please send a smaller one.`,
  fileBadType: (v) =>
    `${file(v)} cannot be taken. Please send it again as a picture (JPG, PNG, WebP, GIF), PDF, Word, Excel or MP4 video.`,
  fileEmpty: (v) => `${file(v)} is empty. Please send it again.`,
  fileGone: (v) => `${file(v)} could not be fetched. Please send it again.`,
  tooManyFiles: (v) => `Too many files (${said(v, "max", "10")} at most). Please send it again with fewer.`,
  voiceAnswer: (v) => {
    const kept = said(v, "kept") === "" ? "" : ` It was kept as a note on ${code(v)}.`;
    return `Sorry, a voice note cannot be an answer.${kept} Please send the answer as text: /answer ${said(v, "code", "CODE")} TEXT.`;
  },
  nothingToCancel: () => "There is nothing to cancel.",
  anonymous: () => "Sorry, an anonymous sender cannot be recognised. Please send from your own account.",
  withdrawn: (v) => `${code(v)} was withdrawn. If it is still needed, please propose it anew.`,
  editFirst: (v) => `${code(v)} was approved already. To change it, please press the edit or the correct button.`,
  notTarget: (v) =>
    `${code(v)} is not meant for ${said(v, "account", "that account")}. Please choose an account named on its card.`,
  alreadyPosted: (v) => {
    const which = said(v, "typed") === "" ? "" : ` account=${said(v, "typed")}`;
    return `${code(v)} is already recorded as posted on ${said(v, "account", "that account")}. If its link is wrong, please replace it with /posted ${code(v)} URL${which} reason="REASON".`;
  },
  notPosted: (v) =>
    said(v, "account") === ""
      ? `${code(v)} was not posted on any account yet. Please record its link first: /posted ${code(v)}.`
      : `${code(v)} is not recorded as posted on ${said(v, "account")} yet. Please record its link without a reason: /posted ${code(v)} URL.`,
  notForContent: (v) =>
    `${code(v)} is a content proposal. This command is for citizens' questions; please see /status ${code(v)}.`,
  onlyContent: (v) => `${code(v)} is a citizen's question, not a content proposal. Please see /status ${code(v)}.`,
  checksFailed: (v) => `${code(v)} cannot be submitted yet. ${said(v, "checks", "Please see the checks on its card.")}`,
  noAccount: (v) =>
    `${code(v)} has no account to be posted on. Please register the agency's official accounts first, then choose them by the change button.`,
};

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
  chatBound: (v) => setup.bound(said(v, "agency", "the agency"), said(v, "purpose", "chat")),
  inGrace: (v) => {
    const number = said(v, "number");
    const instrument = said(v, "instrument", "The letter");
    const letter = number === "" ? instrument : registry.letter(instrument, number);
    return ending.inGrace(letter, said(v, "date", "before today"), said(v, "lastDay", "the grace ends"));
  },
  chatUnbound: (v) => setup.unbound(said(v, "channel", "This chat"), said(v, "purpose"), said(v, "agency")),
  appointmentEnded: (v) =>
    memberNews.ended(said(v, "name", "That person"), said(v, "role", "member"), said(v, "agency", "the agency")),
  appointmentRenewed: (v) => {
    const number = said(v, "number");
    const letter = number === "" ? "" : registry.letter(said(v, "instrument"), number).trim();
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
  noted: () => "Kept as a note.",
  voiceKept: (v) =>
    `The voice note was kept as a note on ${code(v)}, but does not count as an answer. To answer, please send text: /answer ${code(v)} TEXT.`,
  filesIgnored: (v) =>
    `The files were not kept${said(v, "command") === "" ? "" : `: /${bareCommand(said(v, "command"))} takes no attachments`}. Please send them with /inquiry, /answer or /propose.`,
  filesKept: (v) => {
    const what = said(v, "voice") === "" ? "The files were" : "The voice note was";
    const typed = said(v, "typed") === "" ? "" : " Please type the reason.";
    return `${what} kept as a note on ${code(v)}, see /history ${code(v)}.${typed}`;
  },
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
  ...news,
};
