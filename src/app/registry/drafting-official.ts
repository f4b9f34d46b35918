import type { Directory, Person, Role } from "../../domain/registry/model.js";
import { holds } from "../access.js";

/** An agency's only official who is an officer as well, and who decides a text they wrote. */
export interface DraftingOfficial {
  readonly official: Person;
  readonly instead: "head" | "communications";
}

/**
 * Where an agency's only official also drafts: nobody decides their own text, so its head does, or else the communications
 * office (`decidersOf`). Undefined where it is not so.
 */
export const draftingOfficial = (directory: Directory, agencyId: string, now: Date): DraftingOfficial | undefined => {
  const holders = (role: Role): ReadonlySet<string> => {
    const held = directory.appointments.filter((each) => each.agencyId === agencyId && each.role === role);
    return new Set(held.filter((each) => holds(each, now)).map(({ personId }) => personId));
  };
  const ids = holders("official");
  const officials = directory.people.filter(({ id, shared }) => ids.has(id) && !shared);
  const [official] = officials;
  if (official === undefined || officials.length > 1 || !holders("officer").has(official.id)) return undefined;
  const hasHead = [...holders("head")].some((id) => id !== official.id);
  return { official, instead: hasHead ? "head" : "communications" };
};
