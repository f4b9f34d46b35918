import type { Decision } from "../../../src/domain/approval/model.js";
import type { Directory, Role } from "../../../src/domain/registry/model.js";
import type { InboxPayload } from "../../../src/ports/protocol.js";

const SAYS_YES = ["approve", "setuju", "aware"];

/** Whether this event is that person's yes. */
export const saysYes = (
  cause: InboxPayload | null,
  personId: string,
  commandOfToken: (token: string) => string | undefined,
): boolean => {
  if (cause?.type !== "chat" || cause.event.actor?.user.id !== personId) return false;
  const { event } = cause;
  if (event.type === "reaction") return event.reaction === "approve" && event.change === "added";
  if (event.type === "command") return SAYS_YES.includes(event.command);
  return event.type === "action" && SAYS_YES.includes(commandOfToken(event.token) ?? "");
};

/**
 * Whether the person held the office that decides a text of this agency by these writers, written down once more: its
 * officials; where there are none but those somebody acts for, its heads as well, else the communications office. Never one
 * who wrote on it, never a shared phone.
 */
export const mayDecide = (
  directory: Directory,
  agencyId: string,
  writers: readonly string[],
  { personId, at }: Pick<Decision, "personId" | "at">,
): boolean => {
  const lasting = directory.appointments.filter(
    ({ validFrom, validUntil }) => validFrom <= at && (validUntil === undefined || at < validUntil),
  );
  const onLeave = new Set(lasting.filter((each) => each.agencyId === agencyId).map(({ acting }) => acting?.insteadOf));
  const office = directory.appointments.find(({ role }) => role === "communications")?.agencyId;
  const able = (role: Role, of: string | undefined) =>
    lasting
      .filter((each) => each.role === role && each.agencyId === of && !writers.includes(each.personId))
      .map((each) => each.personId)
      .filter((id) => directory.people.some((person) => person.id === id && !person.shared));
  const there = (id: string) => !onLeave.has(id);
  const officials = able("official", agencyId);
  if (officials.includes(personId)) return true;
  const stages = [officials, able("head", agencyId), able("communications", office)];
  return (
    stages
      .find((stage) => stage.some(there))
      ?.filter(there)
      .includes(personId) === true
  );
};
