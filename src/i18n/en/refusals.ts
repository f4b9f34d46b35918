import type { CodeRefusal, RefusalCode, RegistryRefusal, SettingsRefusal } from "../../domain/notice.js";
import { bareCommand, type NoticeText, said } from "../said.js";
import { contentRefusals } from "./content-refusals.js";
import { agency, code, decision, example, file, version } from "./notice-parts.js";

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

/** Why something was not done, and what to do. */
export const refusals: Record<Exclude<RefusalCode, RegistryRefusal | CodeRefusal | SettingsRefusal>, NoticeText> = {
  ...contentRefusals,
  unknownCommand,
  notRegistered: (v) =>
    `Sorry, you are not registered at ${said(v, "government", "this government")}. If you have a code, type /join and the code. If not, please contact the admin.`,
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
    if (said(v, "rules") !== "")
      return "Settings, rights and SOPs are not changed from a shared phone. Use an account of your own.";
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
  othersQuestion: (v) =>
    `That question was for ${said(v, "name", "somebody else")}, so your reply does not count. If need be, please type the command yourself.`,
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
  notConnected: () =>
    `This chat is not connected to Tanggap yet. If you have an invitation code, type /join and the code. If it is for a group, type /setup and the code in that group. Codes come from an admin.`,
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
