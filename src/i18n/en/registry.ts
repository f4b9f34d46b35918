import type { RegistryRefusal } from "../../domain/notice.js";
import type { registry as inIndonesian } from "../id/registry.js";
import { type NoticeText, said } from "../said.js";

/** Why nothing was registered, and what to do. */
export const registryRefusals: Record<RegistryRefusal, NoticeText> = {
  badHandle: (v) =>
    `The handle "${said(v, "handle", "given")}" may only have letters, digits, dots, underscores and hyphens. Please write it like @dishub.`,
  accountTaken: (v) =>
    `${said(v, "account", "That account")} is registered for ${said(v, "agency", "another agency")}. If it has moved, please let that agency end it first.`,
  accountUnchanged: (v) =>
    `${said(v, "account", "That account")} is registered just like this. To change it, please name what is new.`,
  badPeriod: (v) => `That day is too early. Please choose one after ${said(v, "date", "the first day")}.`,
};

/** What lists and cards of the registry say. Days are already formatted. */
export const registry: typeof inIndonesian = {
  accounts: {
    heading: (agency, total) => `Official accounts of ${agency} (${total})`,
    empty: (agency) =>
      `${agency} has no registered official account yet. To register one, type /account and its handle.`,
    designation: (instrument, number) => `${instrument} No. ${number}`,
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
  buttons: {
    register: "Register an account",
    end: "End",
    again: "Register again",
  },
};
