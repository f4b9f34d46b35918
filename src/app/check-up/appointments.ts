import type { Appointment, Directory } from "../../domain/registry/model.js";
import { type Finding, warning, well } from "../../ports/finding.js";
import { holds, officerGraceMs } from "../access.js";

const DAY_MS = 86_400_000;
/** So many days before its end an appointment is named, and named as urgent. */
const SOON_DAYS = 30;
const URGENT_DAYS = 7;

const FIX = "Have the letter renewed and register it: docs/admin.md, “Codes and renewals”.";

type Ending = Appointment & Required<Pick<Appointment, "validUntil">>;

const endOf = ({ validUntil }: Appointment): number => validUntil?.getTime() ?? Number.POSITIVE_INFINITY;
const placeOf = ({ agencyId, role }: Appointment): string => JSON.stringify([agencyId, role]);

/** The newest of each person in each role of each agency; acting ones end as they should. */
const newest = (appointments: readonly Appointment[]): readonly Appointment[] => {
  const lasting = appointments.filter(({ acting }) => acting === undefined);
  const found = new Map<string, Appointment>();
  for (const each of lasting) {
    const key = `${placeOf(each)}${each.personId}`;
    const known = found.get(key);
    if (known === undefined || endOf(known) < endOf(each)) found.set(key, each);
  }
  return [...found.values()];
};

const isEnding = (appointment: Appointment): appointment is Ending => appointment.validUntil !== undefined;

/** The last day it holds, as its government counts days. */
const lastDay = ({ government }: Directory, instant: number): string =>
  new Date(instant - 1).toLocaleDateString("en-CA", { timeZone: government.zone });

const sentence = (directory: Directory, appointment: Ending, now: Date): string => {
  const { role, agencyId, validUntil } = appointment;
  const agency = directory.agencies.find(({ id }) => id === agencyId)?.code ?? agencyId;
  const of = `${directory.government.code}/${agency}: an appointment as ${role}`;
  const end = validUntil.getTime();
  const day = lastDay(directory, end);
  const days = Math.ceil((end - now.getTime()) / DAY_MS);
  if (days > URGENT_DAYS) return `${of} ends on ${day}`;
  if (days > 0) return `${of} ends on ${day}, in ${days === 1 ? "a day" : `${days} days`}`;
  if (holds(appointment, now))
    return `${of} ended on ${day}; it is honoured until ${lastDay(directory, end + officerGraceMs)}`;
  return `${of} ended on ${day}, and nobody else holds it there`;
};

/**
 * Appointments that end within a month, or have ended and leave work undone: an officer's in its days of grace, and the last
 * one to a role. What ended and was followed by another is no finding.
 */
export const appointmentFindings = (directory: Directory, now: Date): readonly Finding[] => {
  const { appointments, government } = directory;
  const held = new Set(appointments.filter((each) => holds(each, now)).map(placeOf));
  const matters = (each: Ending): boolean => {
    const days = (each.validUntil.getTime() - now.getTime()) / DAY_MS;
    if (days > SOON_DAYS) return false;
    return holds(each, now) || (days <= 0 && !held.has(placeOf(each)));
  };
  const ending = newest(appointments).filter(isEnding).filter(matters);
  const sorted = ending.sort((a, b) => endOf(a) - endOf(b));
  const said = [...new Set(sorted.map((each) => sentence(directory, each, now)))];
  if (said.length > 0) return said.map((what) => warning(what, FIX));
  return [well(`${government.code}: no appointment ends within ${SOON_DAYS} days`)];
};
