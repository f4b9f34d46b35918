import { plain } from "../../chatkit/blocks.js";
import type { Appointment, Channel, Person, Role } from "../../domain/registry/model.js";
import type { Span } from "../../ports/chat/outbound.js";
import { holds } from "../access.js";
import { channelOf, conversationOf } from "../context.js";
import type { Scenery } from "./view.js";

/** Appointments that give this role in this agency now, officers' days of grace included. */
export const appointmentsFor = ({ directory, now }: Scenery, agencyId: string, role: Role): readonly Appointment[] =>
  directory.appointments.filter((each) => each.agencyId === agencyId && each.role === role && holds(each, now));

/** What the agency's head is called: by their position, else by the regulation's word. */
export const headPosition = (scenery: Scenery, agencyId: string): string =>
  appointmentsFor(scenery, agencyId, "head")[0]?.position ?? scenery.profile.roles.head.name[scenery.locale];

/** The people who hold one of these roles in this agency now, each once. */
export const holdersOf = (scenery: Scenery, agencyId: string, roles: readonly Role[]): readonly Person[] => {
  const ids = new Set(roles.flatMap((role) => appointmentsFor(scenery, agencyId, role)).map((each) => each.personId));
  return scenery.directory.people.filter((person) => ids.has(person.id));
};

/**
 * Mentions of people on the platform the message goes to, each followed by a space; people unknown there are left out. The
 * platform is that of `to`, else that of the first of the agency's chats for these purposes.
 */
export const mentionsOf = (
  { directory, to }: Scenery,
  people: readonly Person[],
  agencyId: string,
  purposes: readonly Channel["purpose"][],
): readonly Span[] => {
  const bound = purposes.map((purpose) => channelOf(directory, agencyId, purpose)).find((channel) => channel);
  const place = to ?? (bound && conversationOf(bound));
  if (!place) return [];
  return people.flatMap((person): readonly Span[] => {
    const here = person.identities.find(
      (each) => each.platform === place.platform && each.workspace === place.workspace,
    );
    if (!here) return [];
    const user = { platform: place.platform, workspace: place.workspace, id: here.userId };
    return [{ kind: "mention", user, fallback: person.name }, plain(" ")];
  });
};
