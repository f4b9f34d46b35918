import type { Channel, Directory, Person } from "../domain/registry/model.js";
import { appointmentsOf } from "./access.js";
import { channelOf } from "./context.js";

/**
 * The chat in whose place somebody speaks who writes to the bot alone: the work chat of the agency they were first appointed to.
 * Undefined for whoever holds no role now, and where none of their agencies has one.
 */
export const ownChannel = (directory: Directory, person: Person, now: Date): Channel | undefined => {
  const own = appointmentsOf(directory, person.id, now);
  const first = [...own].sort((a, b) => a.validFrom.getTime() - b.validFrom.getTime());
  return first.map(({ agencyId }) => channelOf(directory, agencyId, "work")).find((channel) => channel !== undefined);
};
