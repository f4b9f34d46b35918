import type { Directory } from "../../domain/registry/model.js";
import type { Registered } from "../../ports/registered.js";
import { holds } from "../access.js";
import type { Context } from "../context.js";

/** Somebody who is an admin now, is reached on some platform, and has a phone of their own. */
export const hasAdmin = ({ appointments, people }: Pick<Directory, "appointments" | "people">, now: Date): boolean =>
  appointments.some(
    (each) =>
      each.role === "admin" &&
      holds(each, now) &&
      people.some(({ id, shared, identities }) => id === each.personId && !shared && identities.length > 0),
  );

const replacedIn = <T extends { readonly id: string }>(all: readonly T[], next: readonly T[] = []): readonly T[] =>
  all.map((each) => next.find(({ id }) => id === each.id) ?? each);

/** Whether after this nobody could name an admin any more, though somebody can now. */
export const losesLastAdmin = ({ directory, now }: Context, { appointments, people }: Registered): boolean => {
  const after = {
    appointments: replacedIn(directory.appointments, appointments),
    people: replacedIn(directory.people, people),
  };
  return hasAdmin(directory, now) && !hasAdmin(after, now);
};
