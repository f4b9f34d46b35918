import type { Fact } from "../../domain/inquiry/outcome.js";
import type { NoticeValues } from "../../ports/message-content.js";
import { formatCount } from "../format.js";
import type { lists as inIndonesian } from "../id/lists.js";
import { type NoticeText, said } from "../said.js";
import { registryHistory } from "./registry-history.js";
import { rulesHistory } from "./rules-history.js";
import { tried, triedOnContent } from "./tried.js";

const agency = (v: NoticeValues): string => said(v, "agencyId", "the related agency");

const count = (of: number): string => formatCount(of, "en");

const forwarded: NoticeText = (v) => {
  const note = said(v, "note");
  return `forwarded to ${agency(v)}${note === "" ? "" : `, note: ${note}`}`;
};

const returned: NoticeText = (v) => {
  const other = said(v, "suggestsAgencyId");
  return `returned by ${agency(v)}: ${said(v, "reason", "-")}${other === "" ? "" : `, suggested: ${other}`}`;
};

const decided: NoticeText = (v) => {
  const reason = said(v, "reason");
  return `v${said(v, "version", "1")}: ${said(v, "decision")}${reason === "" ? "" : `. Reason: ${reason}`}`;
};

/** What was tried and why it was refused, as far as that was kept. */
const refused: NoticeText = (v) => {
  const what = said(v, "what");
  const why = said(v, "why");
  if (what === "") return "request refused, nothing changed";
  return `tried to ${what}, but was refused${why === "" ? "" : `: ${why}`}`;
};

const kept: Readonly<Record<string, string>> = { voice: "a voice note", files: "files as a note" };

/** One line for everything that happens to a case; values are already words. */
const history: Record<Fact["kind"] | "refused" | "noted" | "undeliverable", NoticeText> = {
  received: () => "logged",
  draftStarted: () => "drafting in-house began",
  forwarded,
  forwardDelivered: (v) => `delivered to ${agency(v)}'s chat`,
  forwardTaken: (v) => `taken up by ${agency(v)}`,
  forwardReturned: returned,
  forwardPassedOn: (v) => `passed on by ${agency(v)}`,
  forwardWithdrawn: (v) => `forward to ${agency(v)} withdrawn`,
  agencyAnswered: (v) => `${agency(v)}'s answer arrived`,
  communicationsDecides: () => "Diskominfo was asked to decide the agency",
  answerSubmitted: (v) => `wrote answer text v${said(v, "version", "1")}`,
  reported: (v) => `v${said(v, "version", "1")} reported to the official`,
  decided,
  ready: (v) => `v${said(v, "version", "1")} ready to post`,
  published: (v) => `posted${said(v, "url") === "" ? " in a private message" : `: ${said(v, "url")}`}`,
  closed: (v) => `closed: ${said(v, "reason", "-")}`,
  reopened: (v) => `reopened: ${said(v, "reason", "-")}`,
  refused,
  noted: (v) => `kept ${kept[said(v, "kept")] ?? "a note"}${said(v, "text") === "" ? "" : `: ${said(v, "text")}`}`,
  undeliverable: () => "a message could not be delivered, the work chat was told",
};

/** Lists for one person: tasks, search, history, rules, help; and how a missing input is asked for. */
export const lists: typeof inIndonesian = {
  history: { ...history, ...registryHistory, ...rulesHistory },
  tried,
  triedOnContent,
  historyOther: "recorded in the history",
  historyHeading: (code, total) => `History of ${code} (${count(total)})`,
  historyEmpty: (code) => `No history of ${code} yet.`,
  historyProgram: "Tanggap",
  queueHeading: (agencyName, total) => `Open questions of ${agencyName} (${count(total)})`,
  queueEmpty: "No open questions of citizens. When a citizen writes, log it with /inquiry.",
  findHeading: (words, total) => `Found for "${words}" (${count(total)})`,
  findEmpty: (words) => `Nothing matches "${words}". Please try other words, such as an account or a theme.`,
  rulesHeading: (regulation) => `Basis: ${regulation}`,
  rulesAbout: (regulation, word) => `Basis about "${word}": ${regulation}`,
  rulesEmpty: (word) => `No rule about "${word}". Please try another word, such as /rules answer.`,
  page: (page, pages) => (pages === undefined ? `Page ${count(page)}` : `Page ${count(page)} of ${count(pages)}`),
  pageEmpty: "This page is empty.",
  helpHeading: "Commands you can use",
  helpMore: "How to use one: /help and its name, such as /help forward. Most commands are buttons too.",
  helpUnknown: (command) => `There is no command /${command}. These are all:`,
  usage: "Usage",
  aliases: "Also as",
  example: "Example",
  optional: "optional",
  ask: (label) => `${label}?`,
  choices: (options) => `Choices: ${options}.`,
  keptHint: "The draft is kept, so this can be answered later.",
  cancelHint: "To cancel, type /cancel.",
};
