import type { CodeRefusal } from "../../domain/notice.js";
import type { setup as inIndonesian } from "../id/setup.js";
import { type NoticeText, said } from "../said.js";

export const codeRefusals: Record<CodeRefusal, NoticeText> = {
  codeMissing: (v) =>
    said(v, "command") === "setup"
      ? `Type /setup and the code of the chat, such as /setup ${said(v, "letters", "KOBAR")}-7K3F9-QXM2P. The admin has it.`
      : `Type /join and your invitation code, such as /join ${said(v, "letters", "KOBAR")}-7K3F9-QXM2P. The admin has it.`,
  codeUnknown: (v) =>
    `That code is unknown. Check each letter and type /${said(v, "command") === "setup" ? "setup" : "join"} again, or ask the admin for a new one.`,
  codeUsed: () => "That code was used. Ask the admin for a new one.",
  codeExpired: () => "That code has expired. Ask the admin for a new one.",
  codeRecalled: () => "That code was cancelled or replaced by another. Ask the admin for the latest one.",
  codeTries: () => "Too many wrong codes. Try again in an hour, or contact the admin.",
  codeOfChat: () => "That code connects a chat. Type /setup and the code there.",
  codeOfPerson: () => "That code invites a person. Type /join and the code.",
  codeShared: () =>
    "That code is for a shared phone, and this account is an admin's. Type it from that phone, or ask the admin for another code.",
  codeNamed: (v) =>
    `That code was made for ${said(v, "invited", "somebody else")}, and you are registered as ${said(v, "name", "somebody else")}. It is not used. If it is meant for you, ask the admin for a code in your name.`,
  roleKnown: (v) =>
    `You are ${said(v, "role", "a member")} of ${said(v, "agency", "that agency")} already and do not need that code. If there is a new letter, let the admin renew it by /member.`,
  chatTaken: (v) =>
    said(v, "same") === "yes"
      ? `This chat is connected as ${said(v, "agency", "an agency")}'s ${said(v, "purpose", "chat")}. Nothing needs to be done again.`
      : `This chat is ${said(v, "agency", "an agency")}'s ${said(v, "purpose", "chat")} already. A chat has one purpose. The code still works in another chat.`,
  purposeTaken: (v) =>
    said(v, "asked") === ""
      ? `${said(v, "agency", "That agency")} has a ${said(v, "purpose", "chat")} already: ${said(v, "channel", "another chat")}. To move, let the admin disconnect it first; the code still works.`
      : `${said(v, "agency", "That agency")} has a ${said(v, "purpose", "chat")} already: ${said(v, "channel", "another chat")}. To move, disconnect it first by /channel.`,
  identityTaken: (v) =>
    `You are known here as ${said(v, "name", "somebody else")}. If that is wrong, contact the admin.`,
};

const purposes = { work: "work chat", approval: "approval chat", digest: "digest chat" };

/** What a digest chat is for until there is a digest. */
const noDigestYet = "Tanggap does not send the weekly digest yet; this chat is reminded of appointments that end.";

export const setup: typeof inIndonesian = {
  purposes,
  channelNames: { work: "Work", approval: "Approval", digest: "Digest" },
  bound: (agency, purpose) =>
    `This chat is now the ${purpose} of ${agency}. Only commands, replies to and mentions of the bot, buttons and reactions are kept; nothing else that is said here. ${purpose === purposes.digest ? `${noDigestYet} ` : ""}Type /help to begin.`,
  unbound: (channel, purpose, agency) =>
    `${channel} is no longer the ${purpose || "chat"} of ${agency || "the agency"}. To connect another, get a code by /channel.`,
  removed: (channel, whose) =>
    `The bot was removed from ${channel}${whose === "" ? "" : ` (${whose})`}. Messages to it do not arrive. Please add the bot to that chat again, or disconnect the chat by /channel.`,
  welcome: (name, role, agency) =>
    `Welcome, ${name}. You are registered as ${role} of ${agency}. Type /help to see what you can do.`,
  letter: (letter, day) => `Basis: ${letter}${day === "" ? "" : `, valid until ${day}`}.`,
  pleaseRead: "Please read:",
  toReadAlone: (ethics, duties) =>
    "I sent you the ethics and the duties in a private conversation with Tanggap. " +
    `If they have not arrived, open that conversation, press Start, and type /rules ${ethics} and /rules ${duties}.`,
  lists: {
    ethics: (article: string): string => `Ethics (${article})`,
    duties: (article: string): string => `Duties (${article})`,
  },
  readEthics: "I have read it",
  ethicsRead: "Thank you. It is recorded that you have read it.",
  identityAdded: (name) => `This account is now known as ${name}, with the same roles as before.`,
  recalled: "That code is cancelled and works no longer.",
  open: (what, day) => `The code for ${what} is not used yet, valid until ${day}`,
  moreOpen: (count) => `And ${count} more codes nobody has used yet.`,
  recall: (what) => `Cancel code: ${what}`,
  invitation: {
    heading: (what) => `Code for ${what}`,
    what: {
      chat: (purpose, agency) => `the ${purpose} of ${agency}`,
      role: (role, agency) => `${role} of ${agency}`,
      identity: (name) => `another account of ${name}`,
    },
    how: {
      chat: "Type that line in the chat to be connected.",
      role: "Send that line to the person. They type it in a group or alone with the bot.",
      identity: "Type that line with the other account.",
    },
    namesakes: (names) =>
      `Already registered: ${names}. If it is the same person, they type this code with the account they are known by, and get the role besides. With another account they are registered as somebody new.`,
    once: (day) => `Works once, until ${day}. It is not shown again.`,
  },
};
