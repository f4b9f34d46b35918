import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Role } from "../../domain/registry/model.js";
import { dayIn, endOfDay, startOfDay } from "../../domain/time/local-day.js";
import { wantedDay } from "../content/wanted-day.js";
import type { Context } from "../context.js";
import { excerptOf } from "../excerpt.js";

/** What somebody typed of the letter that appoints. A hyphen stands for none. */
export interface TypedLetter {
  readonly number?: string | undefined;
  readonly dated?: string | undefined;
  readonly until?: string | undefined;
  /** The first day it holds; today where nobody said. */
  readonly from?: string | undefined;
  readonly instrument?: string | undefined;
}

/** The letter as it is kept. */
export interface Letter {
  readonly instrument: string;
  readonly number: string;
  readonly datedAt?: Date;
  readonly validFrom: Date;
  readonly validUntil?: Date;
}

/** Which input is wrong, and why. */
export type Wrong = readonly [input: "dated" | "until" | "from", refusal: Refusal];

const YEAR_MS = 365 * 86_400_000;

const badDay = (typed: string): Refusal => refuse("badDay", { day: excerptOf(typed) });

const given = (typed: string | undefined): string | undefined => (typed === "-" ? undefined : typed);

/** The day a letter was dated: where no year was said it is the last such day, not the next. */
const letterDay = (typed: string, now: Date, zone: string): Date | Refusal => {
  const today = dayIn(zone, now);
  const day = wantedDay(typed, now, zone);
  if (day === undefined) return badDay(typed);
  if (day <= today) return startOfDay(zone, day);
  const before = /\d/.test(typed) ? wantedDay(typed, new Date(now.getTime() - YEAR_MS), zone) : undefined;
  return before !== undefined && before <= today ? startOfDay(zone, before) : refuse("letterTooLate");
};

const endOf = (typed: string, now: Date, zone: string): Date | Refusal => {
  const day = wantedDay(typed, now, zone);
  if (day === undefined) return badDay(typed);
  return day < dayIn(zone, now) ? refuse("tooEarly", { date: now.toISOString() }) : endOfDay(zone, day);
};

/** From today on, or from a later day. */
const beginningOf = (typed: string, now: Date, zone: string): Date | Refusal => {
  const day = wantedDay(typed, now, zone);
  const today = dayIn(zone, now);
  if (day === undefined) return badDay(typed);
  if (day < today) return refuse("tooEarly", { date: now.toISOString() });
  return day === today ? now : startOfDay(zone, day);
};

/** By what the regulation has this role appointed; undefined for roles it does not name. */
export const appointingRule = ({ profile }: Context, role: Role) =>
  profile.appointments.find((each) => each.role === role && each.scope !== "non-structural");

/** The letter by which somebody holds a role, or what is wrong with it. */
export const letterOf = (context: Context, role: Role, typed: TypedLetter): Letter | Wrong => {
  const { directory, now } = context;
  const { zone, locale } = directory.government;
  const dated = given(typed.dated);
  const until = given(typed.until);
  const datedAt = dated === undefined ? undefined : letterDay(dated, now, zone);
  if (datedAt && isRefusal(datedAt)) return ["dated", datedAt];
  const validUntil = until === undefined ? undefined : endOf(until, now, zone);
  if (validUntil && isRefusal(validUntil)) return ["until", validUntil];
  const from = given(typed.from);
  const validFrom = from === undefined ? now : beginningOf(from, now, zone);
  if (isRefusal(validFrom)) return ["from", validFrom];
  if (validUntil && validUntil <= validFrom) return ["until", refuse("badPeriod", { date: validFrom.toISOString() })];
  return {
    instrument: given(typed.instrument) ?? appointingRule(context, role)?.instrument[locale] ?? "",
    number: given(typed.number) ?? "",
    ...(datedAt ? { datedAt } : {}),
    validFrom,
    ...(validUntil ? { validUntil } : {}),
  };
};
