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
 * officials, else its heads, else the communications office; never one who wrote on it, never a shared phone.
 */
export const mayDecide = (
  directory: Directory,
  agencyId: string,
  writers: readonly string[],
  { personId, at }: Pick<Decision, "personId" | "at">,
): boolean => {
  const office = directory.appointments.find(({ role }) => role === "communications")?.agencyId;
  const able = (role: Role, of: string | undefined) =>
    directory.appointments.filter(
      (each) =>
        each.role === role &&
        each.agencyId === of &&
        !writers.includes(each.personId) &&
        directory.people.some(({ id, shared }) => id === each.personId && !shared) &&
        each.validFrom <= at &&
        (each.validUntil === undefined || at < each.validUntil),
    );
  const stages = [able("official", agencyId), able("head", agencyId), able("communications", office)];
  const first = stages.find((stage) => stage.length > 0) ?? [];
  return first.some((each) => each.personId === personId);
};
