import type { RefusalCode } from "../domain/notice.js";
import type { Refusal } from "../domain/refusal.js";
import type { Command, InputName } from "./command.js";
import type { Effects } from "./effects.js";

/**
 * Refusals for what somebody said, as opposed to who they are or how things stand, and the inputs each is about: said
 * otherwise it is taken. A refusal that carries its `input` is about that one.
 */
const ABOUT: Readonly<Partial<Record<RefusalCode, readonly InputName[]>>> = {
  badUrl: ["url"],
  profileAddress: ["url"],
  otherSite: ["url"],
  addressTaken: ["url"],
  badChoice: ["kind"],
  badDay: ["wanted", "until"],
  pastDay: ["wanted"],
  badHashtag: ["hashtags"],
  badHandle: ["handle"],
  badPeriod: ["until"],
  tooEarly: ["until"],
  tooLong: ["text"],
  emptyText: ["text"],
  unknownAccount: ["account", "accounts"],
  severalAccounts: ["account", "accounts"],
  whichAccount: ["account"],
  notTarget: ["account"],
  unknownAgency: ["agencies", "to", "agency"],
  ownAgency: ["agencies"],
  alreadyForwarded: ["agencies"],
  unknownCase: ["code"],
  originalNeeded: ["reason"],
  unknownPerson: ["person", "official"],
  whichPerson: ["person", "official"],
};

/** Whether it is for what somebody said. */
export const isSaidWrong = (code: string): boolean => Object.hasOwn(ABOUT, code);

const inputOf = (command: Command, { refusal, values }: Refusal, asked: string): string | undefined => {
  const about: readonly string[] = values.input === undefined ? (ABOUT[refusal] ?? []) : [String(values.input)];
  return about.includes(asked) ? asked : about.find((name) => name in command.inputs);
};

/** What was refused, where that is all that was done and the refusal is for what was said; and the input it is about. */
export const saidWrong = (
  command: Command,
  { drafts = [] }: Effects,
  asked: string,
): { readonly input: string; readonly refusal: Refusal } | undefined => {
  const [told, ...others] = drafts;
  if (told?.step !== "refusal" || told.content.kind !== "notice" || others.length > 0) return undefined;
  const { code, values } = told.content;
  if (!isSaidWrong(code)) return undefined;
  const refusal: Refusal = { refusal: code as RefusalCode, values };
  const input = inputOf(command, refusal, asked);
  return input === undefined ? undefined : { input, refusal };
};
