import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import { type ActingAppointment, actingDuring, type Period } from "../../domain/registry/acting.js";
import type { Agency, Appointment, Person } from "../../domain/registry/model.js";
import { dayIn, endOfDay, startOfDay } from "../../domain/time/local-day.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import { wantedDay } from "../content/wanted-day.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { actingEffects } from "./acting-effects.js";
import type { Asking } from "./asking.js";
import { personMeant } from "./people.js";
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

/** Names who acts for an official of the agency from one day to another. The official may still decide. */
export const nameActing = (context: Context, agency: Agency, typed: TypedActing, asking: Asking): Effects => {
  const official = replacedOfficial(context, agency, typed, asking);
  if (!("personId" in official)) return official;
  const person = personMeant(context, context.directory.people, typed.person);
  if (isRefusal(person)) return asking.wrong("person", person);
  const period = periodOf(context, typed);
  if (!("until" in period)) return asking.wrong(...period);
  const refusal = refusalOf(context, person, official, period);
  if (refusal) return asking.refuse(refusal);
  return actingEffects(context, appointmentOf(context, person, official, period, typed), "named");
};
