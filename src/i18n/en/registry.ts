import type { RegistryRefusal } from "../../domain/notice.js";
import type { registry as inIndonesian } from "../id/registry.js";
import { type NoticeText, said } from "../said.js";
import { ending, members } from "./members.js";
import { agencies, channels, confirm } from "./registry-lists.js";

/** Why nothing was registered, and what to do. */
export const registryRefusals: Record<RegistryRefusal, NoticeText> = {
  badHandle: (v) =>
    `The handle "${said(v, "handle", "given")}" may only have letters, digits, dots, underscores and hyphens. Please write it like @dishub.`,
  accountTaken: (v) =>
    `${said(v, "account", "That account")} is registered for ${said(v, "agency", "another agency")}. If it has moved, please let that agency end it first.`,
  accountUnchanged: (v) =>
    `${said(v, "account", "That account")} is registered just like this. To change it, please name what is new.`,
  badPeriod: (v) => `That day is too early. Please choose one after ${said(v, "date", "the first day")}.`,
  unknownPerson: (v) =>
    `"${said(v, "person", "That person")}" is not among the registered people. Please write the whole name, or ask an admin to register them.`,
  whichPerson: (v) =>
    `Several people are called "${said(v, "person", "that")}". Please write the whole name: ${said(v, "known", "-")}.`,
  noOfficial: (v) => {
    const who = said(v, "agency", "That agency");
    const code = said(v, "code");
    const elsewhere = code === "" ? "" : ` For an official of another agency, add agency=, such as agency=${code}.`;
    return said(v, "vacant") === ""
      ? `${who} has no registered official. ${code === "" ? "Please ask an admin to register one." : elsewhere.trim()}`
      : `The post of ${who}'s official is vacant. To name a Plt., please repeat it with kind=plt.${elsewhere}`;
  },
  actingWhere: (v) =>
    `Officials called "${said(v, "official", "that")}" are in several agencies: ${said(v, "known", "-")}. Please repeat it with agency=, such as agency=${said(v, "code", "dishub")}.`,
  tooEarly: (v) => `That day is too early. Please choose ${said(v, "date", "today")} or a later one.`,
  actingSelf: () => "Nobody names themselves to act. Please name somebody else.",
  actingShared: (v) =>
    `${said(v, "name", "That person")} is registered as a shared phone and cannot act for an official. Please name somebody else.`,
  actingAlready: (v) =>
    `${said(v, "name", "That person")} is ${said(v, "position", "acting")} until ${said(v, "date", "that day")}. Please choose other days, or end that first with /acting.`,
  badAgencyCode: (v) =>
    `The code "${said(v, "code", "given")}" cannot be used. Please write one short word, such as /agency dishub name="Transport Office".`,
  agencyTaken: (v) =>
    `${said(v, "agency", "Another agency")} (code ${said(v, "code", "the same")}) is called that. Please choose another.`,
  agencyUnchanged: (v) =>
    `${said(v, "agency", "That agency")} is registered just like this. To change it, please give a new name or kind.`,
  lastAdmin: (v) =>
    said(v, "date") === ""
      ? "This is the last admin who can still act. Please invite another admin first: /member NAME role=admin."
      : `Then there is no admin who can act after ${said(v, "date")}. Please invite another admin (/member NAME role=admin) or renew another one's appointment first.`,
  letterTooLate: () => "That day is still to come. Please check the date of the letter.",
  memberKnown: (v) =>
    `${said(v, "name", "That person")} is ${said(v, "role", "a member")} of ${said(v, "agency", "the agency")} already. To renew: /member and the name, then the button. If it is somebody else, please write another name.`,
  memberInvited: (v) =>
    `${said(v, "name", "That person")} is invited as ${said(v, "role", "a member")} of ${said(v, "agency", "the agency")} and has not used the code yet. It works until ${said(v, "date", "that day")}. If it is lost, invite again: a new code takes its place.`,
  memberUnchanged: (v) =>
    `${said(v, "name", "That person")} is registered just like this. Please name what is to change.`,
  officeElsewhere: (v) =>
    `The communications office here is ${said(v, "agency", "another agency")}, and there is one. If it moves, please end that role there first by /member.`,
  officeExternal: (v) =>
    `${said(v, "agency", "That agency")} cannot be both the communications office and outside the government: forwards to agencies outside have no deadline.`,
  noFunctions: (v) =>
    said(v, "role") === ""
      ? "The regulation here names no functions to be filled. Please leave the function out."
      : `Only ${said(v, "role")}s have functions. Please leave the function out, or name an officer and the agency.`,
};

/** What lists and cards of the registry say. Days are already formatted. */
export const registry: typeof inIndonesian = {
  accounts: {
    heading: (agency, total) => `Official accounts of ${agency} (${total})`,
    empty: (agency) =>
      `${agency} has no registered official account yet. To register one, type /account and its handle.`,
    undesignated: "its designation is not recorded yet",
    designatedBy: (instrument, citation) => `Designated by ${instrument} (${citation}).`,
    since: (day) => `since ${day}`,
    until: (day) => `until ${day}`,
    hint: "To change one: /account, its handle and what is new. To end one: add until=today.",
    registered: (account, agency) => `${account} is registered as an official account of ${agency}.`,
    changed: (account, agency) => `${account}, an official account of ${agency}, was changed.`,
    ended: (account, agency) => `${account} is no official account of ${agency} any more.`,
    ending: (account, agency, day) => `${account} is an official account of ${agency} until ${day}.`,
  },
  acting: {
    heading: (agency, total) => `Acting officials of ${agency} (${total})`,
    empty: (agency) =>
      `Nobody acts for an official of ${agency}. When one is on leave, type /acting and who acts instead.`,
    elsewhere: (agencies, code) => `Somebody also acts in ${agencies}. To see it: /acting agency=${code}.`,
    insteadOf: (official) => `for ${official}`,
    period: (from, until) => `${from} to ${until}`,
    stands: (who, official, day) => `${who}, acts for ${official} until ${day}.`,
    ended: (name, position) => `${name} is no longer ${position}.`,
    letter: "Letter of designation",
    stillDecides: "The official may still decide.",
    ownTexts: (name) => `${name} is an officer too. Somebody else must decide the texts they draft.`,
    draftsAlone: (name) =>
      `${name} is the only official. Nobody could decide what they write themselves. Please let an admin register another official.`,
    drafts: (name, who) =>
      `${name} is the only official and an officer too. The texts they draft are for the ${who} to decide (internal policy).`,
  },
  agencies,
  channels,
  members,
  ending,
  confirm,
  letter: (instrument, number) => `${instrument === "" ? "letter" : instrument} No. ${number}`,
  buttons: {
    register: "Register an account",
    end: "End",
    again: "Register again",
    leave: "I am on leave",
    name: "Name somebody",
    endOf: (name) => `End: ${name}`,
    addAgency: "Add an agency",
    change: "Change",
    chats: "Chats",
    newCode: "New code",
    sureActing: "Yes, name them",
    sureExternal: "Yes, make it one outside",
    unbind: (name) => `Disconnect: ${name}`,
    sureUnbind: "Yes, disconnect",
    history: "History",
    people: "People",
    invite: "Invite",
    link: "Code for another account",
    unlink: (platform, user) => `Remove: ${platform} ${user}`,
    sureAccept: "Yes, it is mine",
    sureUnlink: "Yes, remove",
    renew: (role) => `Renew: ${role}`,
    sureEnd: "Yes, end it",
  },
};
