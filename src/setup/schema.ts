import { z } from "zod";
import type { AnswerOrigin, GateKind } from "../domain/registry/model.js";
import type { Locale } from "../ports/chat/refs.js";
import { profiles } from "../regulations/profiles.js";
import { agencyCode, choice, day, handle, kind, letters, line, object, url, whole, yesNo, zone } from "./fields.js";
import { settingsSchema } from "./settings.js";

export const maxAgencies = 1_000;
export const maxPeople = 5_000;
const maxOthers = 2_000;
export const maxNumberChars = 100;
/** A month; the regulations that set a maximum are looked at beside it. */
const maxHours = 720;

/** By what somebody has a role: the regulation's own instrument where none is named. */
const letter = object({
  instrument: line().optional(),
  number: line(maxNumberChars).optional(),
  date: day.optional(),
  from: day.optional(),
  until: day.optional(),
});

/** One agency, a line of the list or of the sheet. */
export const agencyRow = object({ code: agencyCode, name: line(), kind: kind.default("internal") });

const person = {
  name: line(),
  position: line(),
  letter: letter.optional(),
  shared: yesNo.optional(),
  civilServant: yesNo.optional(),
};

/** Somebody who will join; their agency by its code or its name, their role and function as the regulation calls them. */
export const personRow = object({ ...person, agency: line(), role: line(), function: line().optional() });

/** The same as a line of a sheet, where everything is a cell. */
export const personLine = object({
  ...{ name: line(), agency: line(), role: line(), position: line(), function: line().optional() },
  ...{ number: line(maxNumberChars).optional(), instrument: line().optional() },
  ...{ date: day.optional(), from: day.optional(), until: day.optional() },
  ...{ shared: yesNo.optional(), civilServant: yesNo.optional() },
}).transform(({ number, instrument, date, from, until, ...rest }) => ({
  ...rest,
  letter: { number, instrument, date, from, until },
}));

const gate = choice<GateKind>({ none: "none", report: "report", approve: "approve" });

export const sopRow = object({
  agency: line().optional(),
  number: line(maxNumberChars),
  date: day.optional(),
  issuer: line(),
  deadlineHours: whole(1, maxHours).optional(),
  gates: object({ available: gate, inHouse: gate, forwarded: gate } satisfies Record<AnswerOrigin, z.ZodType>)
    .partial()
    .optional(),
});

export const accountRow = object({
  agency: line(),
  medium: line(),
  handle,
  url,
  designation: object({ instrument: line().optional(), number: line(maxNumberChars) }).optional(),
});

const rows = (max: number) => z.array(z.unknown()).max(max).default([]);

/** "all", "communications", or codes of agencies. */
const chats = z.preprocess((said) => (typeof said === "string" ? [said] : said), z.array(line()).max(maxAgencies));

/** What the file says on its own; its lists are read row by row. */
export const fileSchema = object({
  language: choice<Locale>({ id: "id", en: "en" }).default("id"),
  trial: yesNo,
  regulation: choice(Object.fromEntries(profiles.map(({ key }) => [key, key]))),
  government: object({ name: line(), code: letters, zone }),
  communications: object({ code: agencyCode, name: line().optional() }),
  agencies: rows(maxAgencies),
  agenciesFile: line().optional(),
  admin: object(person),
  people: rows(maxPeople),
  peopleFile: line().optional(),
  sops: rows(maxOthers),
  accounts: rows(maxOthers),
  settings: settingsSchema.default({}),
  chats: chats.default(["all"]),
});

export type SetupFile = z.infer<typeof fileSchema>;
export type AgencyRow = z.infer<typeof agencyRow>;
export type PersonRow = z.infer<typeof personRow>;
export type SopRow = z.infer<typeof sopRow>;
export type AccountRow = z.infer<typeof accountRow>;
