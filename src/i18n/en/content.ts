import type { content as inIndonesian } from "../id/content.js";
import { type NoticeText, said } from "../said.js";

const length: NoticeText = (v) => {
  const where = `${said(v, "medium")} @${said(v, "account")}`;
  const lawful =
    said(v, "lawful") === "" ? "" : `${said(v, "chars")} characters, the regulation says ${said(v, "lawful")}. `;
  const today = said(v, "max") === "" ? "" : `As the medium counts today ${said(v, "length")} of ${said(v, "max")}. `;
  const parts = said(v, "parts");
  const then = parts === "" ? "" : parts === "0" ? "It does not fit." : `It becomes a thread of ${parts} posts.`;
  return `${where}: ${lawful}${today}${then}`.trim();
};

const category: NoticeText = (v) => {
  const [typed, basis] = [said(v, "category"), said(v, "basis")];
  if (typed !== "") return `The category "${typed}" is not in the list.`;
  return basis === ""
    ? "No category of the regulation's list was chosen."
    : `The other basis "${basis}" is not in the list.`;
};

const kinds: Readonly<Record<string, string>> = {
  nik: "a NIK",
  kk: "a family card number",
  phone: "a phone number",
  email: "an e-mail address",
  plate: "a number plate",
};

/** What proposals, their checks and their cards say. */
export const content: typeof inIndonesian = {
  status: {
    collected: "Draft",
    submitted: "Awaiting approval",
    returned: "Returned by the official",
    editing: "Being edited",
    ready: "Ready to post",
    published: "Posted",
    corrected: "Corrected",
    withdrawn: "Withdrawn",
  },
  correcting: {
    editing: "Posted, a correction is being written",
    submitted: "Posted, a correction awaits approval",
    returned: "Posted, a correction was returned by the official",
    ready: "Posted, a correction is ready to post",
  },
  heading: (code, status) => `Proposal ${code} · ${status}`,
  versionHeading: (code, version, corrects) =>
    `${corrects ? "Correction of proposal" : "Proposal"} ${code} v${version}`,
  fields: {
    theme: "Theme",
    category: "Category",
    basis: "Other basis",
    source: "Source",
    accounts: "For accounts",
    wanted: "Planned for",
    audience: "Audience",
    influencer: "Influencer",
    policy: "Aligned policy",
    why: "Why proposed all the same",
    cases: "Responds to",
    author: "Written by",
    published: "Posted",
    posted: "Posted already",
    corrected: "Posted after a correction",
    left: "Not posted yet on",
    correctionLeft: "Correction not posted yet on",
    correction: "Corrected because",
    withdrawn: "Withdrawn because",
  },
  changed: (before, now) => `${before || "empty"} → ${now || "empty"}`,
  /** What a draft lacks. */
  missing: { theme: "It has no theme yet.", text: "It has no text yet." },
  /** Somebody filled in what another person had changed meanwhile. */
  contested: {
    typed: "Your text",
    kept: (code: string): string => `… all of it: /history ${code}`,
  },
  noTheme: "no theme",
  noAccounts: "no official account is registered",
  body: "Text",
  draft: "Text being written",
  checks: "Checks",
  checksFine: "Nothing to note.",
  severity: {
    block: "Has to be mended",
    "block-with-reason": "Has to be mended or given a reason",
    warn: "Please note",
  },
  overridden: (reason) => `Proposed with a reason: ${reason.replace(/[.\s]+$/, "")}.`,
  ethics: "Please read before submitting:",
  finding: {
    hashtag: () => "The text has no hashtag for its theme yet.",
    category,
    length,
    "personal-data": (v) => `Looks like ${kinds[said(v, "kind")] ?? "personal data"}: ${said(v, "shown")}.`,
    ethics: () => "The list of ethics has not been read.",
  },
  requests: {
    select: (code, version, corrects) =>
      `Please decide on ${corrects ? "the correction of " : ""}proposal ${code} v${version}. 👍 approve, 👎 return.`,
    urgent: (code) => `Urgent: proposal ${code} is about a disaster. Please decide at once (internal policy).`,
    changed: (code, version) => `Text has changed. See proposal ${code} v${version} on the newest card.`,
    edited: (code, version, returnable) =>
      `This text was edited and is now ${code} v${version}. Its approval stands, no decision is needed.${returnable ? " If you disagree, press Return before it is posted." : ""}`,
    ended: (code, status) => `Proposal ${code} needs no decision any more: ${status}.`,
  },
  pings: {
    reminder: (what, who, since) =>
      `Reminder: proposal ${what} has awaited the decision of the ${who} since ${since} (internal target).`,
    urgent: (what, who, since) =>
      `Urgent: proposal ${what} about a disaster has awaited the decision of the ${who} since ${since} (internal target).`,
    head: (what, position, since) =>
      `${position}, proposal ${what} has been undecided since ${since} (internal target). Please advise.`,
  },
  calendar: {
    heading: (agency, from, to) => `Content calendar of ${agency}: ${from} to ${to}`,
    sections: { waiting: "Awaiting the officials", draft: "Being written", ready: "Ready, not posted yet" },
    since: (time) => `since ${time}`,
    left: (accounts) => `not posted yet on ${accounts}`,
    wanted: "Planned for",
    posted: "Posted",
    corrected: "Posted after a correction",
    withdrawn: "Withdrawn after it was posted",
    empty: "No content in this week. To write some, type /propose and its text.",
    emptyWeek: "Nothing is planned or was posted in this week.",
    previousWeek: "Previous week",
    thisWeek: "This week",
    nextWeek: "Next week",
    button: "Content calendar",
    counts: (of) => {
      const parts = [
        of.returned > 0 ? `${of.returned} returned by the officials` : "",
        of.waiting > 0 ? `${of.waiting} awaiting the officials` : "",
        of.ready > 0 ? `${of.ready} ready to post` : "",
      ];
      return `Content: ${parts.filter((part) => part !== "").join(", ")}. See /queue content.`;
    },
  },
  silent: {
    heading: (days) => `Nothing posted for more than ${days} days (the number of days is an internal target):`,
    since: (account, days) => `${account}: ${days} days since the last post`,
    never: (account, days) => `${account}: nothing posted since it was registered, ${days} days`,
    advice: "If something was posted, please record it with /posted. To write content, type /propose.",
  },
  postText: (code, account) => `${code} for ${account}, ready to copy:`,
  postParts: (count) => `A thread of ${count} posts, to be posted in order:`,
  postPieces: "It is long: please copy all pieces in order and join them.",
  postReplaces: {
    what: (corrects) => `This ${corrects ? "correction" : "text"} replaces what is posted at`,
    elsewhere: (code) => `this account (its link is on the card of ${code})`,
  },
  postDone: (code, account) => `${code} for ${account}, posted:`,
  postOld: (code, account) => `The text of ${code} for ${account} no longer counts. Please see its card.`,
  postLeft: (code, account) =>
    `${code} is recorded as not to be posted on ${account}. If it was posted there after all, please record its link: /posted ${code} URL.`,
  postEnded: (code: string, account: string): string => `${account} is given up, so ${code} need not be posted there.`,
  postCopy: (code) =>
    `This copy is not kept current. The text that counts is on the card of ${code}; its link is added there too.`,
  postLength: (length, max) => `${length} of ${max} characters`,
  buttons: {
    submit: "Submit to the official",
    write: "Change",
    edit: "Edit",
    discard: "Discard the edit",
    select: "Approve",
    return: "Return",
    texts: "Text for each account",
    enough: "Enough, not on the others",
    correct: "Correct",
    withdraw: "Withdraw",
    propose: "Make it content",
  },
  responding: "Content",
  history: {
    collected: (v) => `began a proposal: ${said(v, "theme", "-")}`,
    draftChanged: () => "changed the draft",
    contentSubmitted: (v) =>
      said(v, "inherits") === ""
        ? `submitted text v${said(v, "version", "1")}`
        : `edited the text into v${said(v, "version", "1")}, without another approval`,
    contentReady: (v) => `v${said(v, "version", "1")} ready to post`,
    editingStarted: () => "began to edit",
    editingStopped: () => "discarded the edit",
    contentPublished: (v) => `posted on ${said(v, "account", "an official account")}: ${said(v, "url", "-")}`,
    addressReplaced: (v) =>
      `replaced the link on ${said(v, "account", "an official account")}, ${said(v, "former", "-")}, by ${said(v, "url", "-")}: ${said(v, "reason", "-")}`,
    contentFinished: () => "will not be posted on the other accounts",
    correctionStarted: (v) => `began a correction: ${said(v, "reason", "-")}`,
    contentWithdrawn: (v) => `withdrew the proposal: ${said(v, "reason", "-")}`,
  },
};
