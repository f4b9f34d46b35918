import type { InquiryStatus } from "../../domain/inquiry/model.js";
import type { ProposalStatus } from "../../domain/proposal/model.js";
import type { ChannelPurpose } from "../../domain/registry/model.js";
import { inputWords } from "../../i18n/catalogue.js";
import { formatCount } from "../../i18n/format.js";
import type { NoticeValues } from "../../ports/message-content.js";
import { typedName } from "../content/accounts.js";
import type { Missing } from "../content/missing.js";
import { dayExamples } from "../content/wanted-day.js";
import { accountName } from "./proposal-words.js";
import { roleWord } from "./role-word.js";
import { channelTo, dateIn, timeIn } from "./scenery.js";
import { settingsValues } from "./settings-values.js";
import type { Scenery } from "./view.js";

/** Roles people hold for one agency; the others are for the whole government. */
const ownRoles: readonly string[] = ["officer", "official", "head"];

type Word = (scenery: Scenery, value: string) => string;

const instant = (format: (scenery: Scenery, at: Date) => string): Word => {
  return (scenery, value) => {
    const at = new Date(value);
    return Number.isNaN(at.getTime()) ? value : format(scenery, at);
  };
};

const listed = (names: readonly string[], or: string): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${or} ${names.at(-1)}`;

const parts = (value: string): readonly string[] =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** "petugas atau pejabat Dinas Perhubungan, Diskominfo": the agency's own people first, then those of the government. */
const whoOf = (scenery: Scenery, codes: readonly string[], agencyNamed: string): string => {
  const { or, peopleOf } = scenery.words;
  const named = (role: string): string => roleWord(scenery, role);
  const own = codes.filter((role) => ownRoles.includes(role)).map(named);
  const others = codes.filter((role) => !ownRoles.includes(role)).map(named);
  return listed([...(own.length > 0 ? [peopleOf(listed(own, or), agencyNamed)] : []), ...others], or);
};

/** More names than these say less than the role. */
const MOST_NAMED = 3;

/** The people of these ids in brackets, unless they are many. */
const namedIn = ({ directory }: Scenery, ids: readonly string[]): string => {
  const names = directory.people.flatMap(({ id, name }) => (ids.includes(id) ? [name] : []));
  return names.length === 0 || names.length > MOST_NAMED ? "" : ` (${names.join(", ")})`;
};

const agency: Word = ({ directory }, value) => directory.agencies.find(({ id }) => id === value)?.name ?? value;

const status: Word = ({ words }, value) => {
  if (Object.hasOwn(words.status, value)) return words.status[value as InquiryStatus];
  return Object.hasOwn(words.content.status, value) ? words.content.status[value as ProposalStatus] : value;
};

const account: Word = (scenery, value) =>
  scenery.directory.accounts.some(({ id }) => id === value) ? accountName(scenery, value) : value;

/** How to mend what the checks of these codes found. */
const checks: Word = ({ profile, locale }, value) =>
  profile.checks.flatMap(({ code, fix }) => (parts(value).includes(code) ? [fix[locale]] : [])).join(" ");

/** What content lacks, a sentence for each. */
const missing: Word = ({ words }, value) =>
  parts(value)
    .map((part) => words.content.missing[part as Missing] ?? part)
    .join(" ");

const input: Word = ({ words }, value) => inputWords(words, "", value)?.label.toLowerCase() ?? value;

/** The word of a choice. A role is called as the regulation calls it, wherever it is named. */
export const choiceWord = (scenery: Scenery, code: string): string => {
  const word = roleWord(scenery, code);
  return word === code ? (scenery.words.choices[code] ?? code) : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
};

/** The words of a closed choice, as they can be typed: "Positif; Netral; Negatif". */
export const choiceList = (scenery: Scenery, codes: readonly string[]): string =>
  codes.map((code) => choiceWord(scenery, code)).join("; ");

const wordOf: Readonly<Record<string, Word>> = {
  time: instant(timeIn),
  date: instant(dateIn),
  lastDay: instant(dateIn),
  agency,
  suggests: agency,
  to: agency,
  name: ({ directory }, value) => directory.people.find(({ id }) => id === value)?.name ?? value,
  role: roleWord,
  status,
  kind: ({ words }, value) => words.choices[value] ?? value,
  account,
  other: (scenery, value) => scenery.profile.media.find(({ code }) => code === value)?.name ?? account(scenery, value),
  checks,
  missing,
  inputs: (scenery, value) =>
    parts(value)
      .map((part) => inputWords(scenery.words, "propose", part)?.label.toLowerCase() ?? part)
      .join(", "),
  input,
  purpose: ({ words }, value) => words.setup.purposes[value as ChannelPurpose] ?? value,
  choices: (scenery, value) => choiceList(scenery, parts(value)),
};

/** Large numbers, written with their separators. */
const counts: readonly string[] = ["length", "max"];

const closedReason = ({ words }: Scenery, value: string): string =>
  Object.hasOwn(words.closedReasons, value) ? (words.choices[value] ?? value) : value;

/** An agency people there might mean, by its code: not the one whose chat it is. */
const exampleAgency = (scenery: Scenery): NoticeValues => {
  const here = channelTo(scenery)?.agencyId;
  const other = scenery.directory.agencies.find(({ id }) => id !== here);
  return other ? { example: other.code } : {};
};

/** What could be written instead of what was not understood. */
const examplesFor = (scenery: Scenery, code: string): NoticeValues => {
  if (code === "unknownAgency") return exampleAgency(scenery);
  const { now, directory, locale } = scenery;
  return code === "badDay" ? dayExamples(now, directory.government.zone, locale === "id" ? "id-ID" : "en-GB") : {};
};

/**
 * A notice's values as people read them: instants in the government's zone, codes of roles, states, reasons and inputs as
 * words, ids of agencies and people as names, counts with separators. What is none of these stays as it came.
 */
export const readableValues = (scenery: Scenery, code: string, values: NoticeValues): NoticeValues => {
  const readable = Object.entries(values).map(([name, value]) => {
    const word = wordOf[name];
    if (typeof value === "number" && counts.includes(name)) return [name, formatCount(value, scenery.locale)] as const;
    return [name, word && typeof value === "string" ? word(scenery, value) : value] as const;
  });
  const roles = parts(String(values.roles ?? ""));
  const at = agency(scenery, String(values.agency ?? ""));
  const people = namedIn(scenery, parts(String(values.people ?? "")));
  const who = roles.length > 0 ? { who: `${whoOf(scenery, roles, at)}${people}` } : {};
  const officialOnly = values.roles === "official" ? { officialOnly: "yes" } : {};
  const example = examplesFor(scenery, code);
  const known = scenery.directory.accounts.find(({ id }) => id === values.account);
  const typed = known ? { typed: typedName(known) } : {};
  const settings = settingsValues(scenery, code, values);
  const closed = code === "closed" ? { reason: closedReason(scenery, String(values.reason ?? "")) } : {};
  return { ...Object.fromEntries(readable), ...who, ...officialOnly, ...example, ...typed, ...closed, ...settings };
};
