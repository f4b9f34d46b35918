import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Appointment, Directory } from "../../domain/registry/model.js";
import type { Registered } from "../../ports/registered.js";
import { codeLastsMs } from "../invitations/code-lasts.js";

type Known = Pick<Directory, "appointments" | "people">;

/**
 * So long there has to be an admin after whatever is done: as long as the code works by which another one joins (internal
 * policy).
 */
export const adminsLastMs = codeLastsMs;

const endOf = ({ validUntil }: Appointment): number => validUntil?.getTime() ?? Number.POSITIVE_INFINITY;

/** Appointments as an admin of people who are reached on some platform and have a phone of their own. */
const able = ({ appointments, people }: Known): readonly Appointment[] =>
  appointments.filter(
    (each) =>
      each.role === "admin" &&
      people.some(({ id, shared, identities }) => id === each.personId && !shared && identities.length > 0),
  );

/** Until when there is always an admin who can act, in milliseconds; `now` where there is none. */
export const adminsUntil = (known: Known, now: Date): number =>
  [...able(known)]
    .sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime())
    .reduce((until, each) => (each.validFrom.getTime() <= until ? Math.max(until, endOf(each)) : until), now.getTime());

const changedIn = <T extends { readonly id: string }>(all: readonly T[], next: readonly T[] = []): readonly T[] => [
  ...all.filter(({ id }) => next.every((each) => each.id !== id)),
  ...next,
];

/** Why this is not done: soon nobody could name an admin any more, sooner than without it. */
export const barredByLastAdmin = (
  { directory, now }: { readonly directory: Directory; readonly now: Date },
  { appointments, people }: Registered,
): Refusal | undefined => {
  const after = {
    appointments: changedIn(directory.appointments, appointments),
    people: changedIn(directory.people, people),
  };
  const until = adminsUntil(after, now);
  if (until >= adminsUntil(directory, now) || until >= now.getTime() + adminsLastMs) return undefined;
  return refuse("lastAdmin", until > now.getTime() ? { date: new Date(until - 1).toISOString() } : {});
};
