import type { AccessChanges, GrantedScope, Role } from "../../domain/registry/model.js";
import type { Profile } from "../../regulations/schema.js";
import { accessActions } from "../access.js";
import { boundsOf, roles } from "../access-bounds.js";

/** What counts for nothing in a government's access table: a right nobody knows, or a cell set beyond its bounds. */
export type AccessFault =
  | { readonly kind: "unknownRight"; readonly action: string }
  | {
      readonly kind: "bound";
      readonly action: string;
      readonly role: Role;
      readonly set: GrantedScope;
      readonly allowed: readonly GrantedScope[];
      /** The places of the regulation that bind it; none where only our own rules do. */
      readonly citations: readonly string[];
    };

/** Everything that counts for nothing. For files of settings and for `doctor`; what a cell may be is in docs/settings.md. */
export const accessFaults = (profile: Profile, access: AccessChanges): readonly AccessFault[] =>
  Object.entries(access).flatMap(([action, row]): readonly AccessFault[] => {
    if (!accessActions.some((each) => each === action)) return [{ kind: "unknownRight", action }];
    return roles.flatMap((role) => {
      const set = row[role];
      const { allowed, limits } = boundsOf(profile, action, role);
      if (set === undefined || allowed.includes(set)) return [];
      const citations = limits.flatMap(({ basis }) => basis?.citation ?? []);
      return [{ kind: "bound", action, role, set, allowed, citations }];
    });
  });
