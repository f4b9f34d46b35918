import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import { type ActingAppointment, actingDuring, type Period } from "../../domain/registry/acting.js";
import type { Agency, Appointment, Person } from "../../domain/registry/model.js";
import { dayIn, endOfDay, startOfDay } from "../../domain/time/local-day.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import type { RawValues } from "../command.js";
import { wantedDay } from "../content/wanted-day.js";
import { agencyOf, type Context } from "../context.js";
import type { Effects } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { actingEffects } from "./acting-effects.js";
import type { Asking } from "./asking.js";
import { confirming, isSure } from "./confirming.js";
import { listedIn, listedOf } from "./listed.js";
import { isMentioned, personMeant } from "./people.js";
import { replacedOfficial } from "./replaced.js";

/** What somebody typed of who acts for an official. */
export interface TypedActing {
  readonly person: string;
  readonly until: string;
  readonly from?: string | undefined;
  readonly kind?: string | undefined;
  readonly number?: string | undefined;
  readonly official?: string | undefined;
}

/** Whole local days; one that begins today begins now. */
const periodOf = ({ directory, now }: Context, typed: TypedActing): Period | readonly ["from" | "until", Refusal] => {
  const { zone } = directory.government;
  const today = dayIn(zone, now);
  const bad = (day: string) => refuse("badDay", { day: excerptOf(day) });
  const first = typed.from === undefined ? today : wantedDay(typed.from, now, zone);
  if (first === undefined) return ["from", bad(typed.from ?? "")];
  const last = wantedDay(typed.until, now, zone);
  if (last === undefined) return ["until", bad(typed.until)];
  if (first < today) return ["from", refuse("tooEarly", { date: now.toISOString() })];
  if (last < first) return ["until", refuse("tooEarly", { date: startOfDay(zone, first).toISOString() })];
  return { from: first === today ? now : startOfDay(zone, first), until: endOfDay(zone, last) };
};

/** Why this person may not act for that official then. */
const refusalOf = (context: Context, person: Person, official: Appointment, period: Period): Refusal | undefined => {
  if (context.person.shared) return refuse("sharedPhone", { acting: "yes" });
  if (person.shared) return refuse("actingShared", { name: person.id });
  if (person.id === context.person.id || person.id === official.personId) return refuse("actingSelf");
  const other = actingDuring(context.directory, period, person.id, official.personId);
  if (!other) return undefined;
  const date = new Date(other.validUntil.getTime() - 1).toISOString();
  return refuse("actingAlready", { name: other.personId, position: other.position, date });
};

/** Which letter it was nobody says, and no text prescribes one: without a number none is made up. */
const appointmentOf = (
  { ids, directory }: Context,
  person: Person,
  official: Appointment,
  { from, until }: Period,
  typed: TypedActing,
): ActingAppointment => {
  const { choices, registry } = catalogueOf(directory.government.locale);
  const kind = typed.kind === "plt" ? "plt" : "plh";
  const number = typed.number ?? "";
  return {
    id: ids.newId(),
    personId: person.id,
    agencyId: official.agencyId,
    role: "official",
    position: `${choices[kind]} ${official.position}`,
    instrument: number === "" ? "" : registry.acting.letter,
    number,
    validFrom: from,
    validUntil: until,
    acting: { kind, insteadOf: official.personId },
  };
};

/** Somebody of the agency before anybody else: a part of a name is enough for them, whoever else has it. */
const personNamed = (context: Context, agency: Agency, typed: string): Person | Refusal => {
  const { directory, now } = context;
  const own = new Set(listedIn(directory, agency.id, now).map(({ personId }) => personId));
  const among = personMeant(
    context,
    directory.people.filter(({ id }) => own.has(id)),
    typed,
  );
  const isNone = isRefusal(among) && among.refusal === "unknownPerson";
  return isNone ? personMeant(context, directory.people, typed) : among;
};

/** Whether a name found somebody who belongs to other agencies alone: another may have been meant. */
const isDoubtful = (context: Context, agency: Agency, person: Person, typed: string): boolean => {
  if (isMentioned(context, person, typed)) return false;
  const listed = listedOf(context.directory, person.id, context.now);
  return listed.length > 0 && listed.every(({ agencyId }) => agencyId !== agency.id);
};

/** What is asked first: exactly who is meant, for whom, and the days ("besok" is another one tomorrow). */
const sureOf = (context: Context, official: Appointment, person: Person, period: Period, typed: TypedActing) => {
  const { directory } = context;
  const { zone } = directory.government;
  const replaced = directory.people.find(({ id }) => id === official.personId)?.name ?? "";
  return {
    ...{ meant: person.id, person: person.name, official: replaced },
    ...{ agency: agencyOf(directory, official.agencyId).code },
    until: dayIn(zone, new Date(period.until.getTime() - 1)),
    ...(typed.from === undefined ? {} : { from: dayIn(zone, period.from) }),
    ...(typed.kind === undefined ? {} : { kind: typed.kind }),
    ...(typed.number === undefined ? {} : { number: typed.number }),
  };
};

/**
 * Names who acts for an official of the agency from one day to another. The official may still decide. Somebody of another
 * agency, unless by mention, only once it is said that they are meant.
 */
export const nameActing = (
  context: Context,
  agency: Agency,
  typed: TypedActing,
  asking: Asking,
  extra: RawValues = {},
): Effects => {
  const official = replacedOfficial(context, agency, typed, asking);
  if (!("personId" in official)) return official;
  const sure = isSure(extra) ? context.directory.people.find(({ id }) => id === extra.meant) : undefined;
  const person = sure ?? personNamed(context, agency, typed.person);
  if (isRefusal(person)) return asking.wrong("person", person);
  const period = periodOf(context, typed);
  if (!("until" in period)) return asking.wrong(...period);
  const refusal = refusalOf(context, person, official, period);
  if (refusal) return asking.refuse(refusal);
  if (!sure && isDoubtful(context, agency, person, typed.person))
    return confirming(context, "acting", sureOf(context, official, person, period, typed));
  return actingEffects(context, appointmentOf(context, person, official, period, typed), "named");
};
