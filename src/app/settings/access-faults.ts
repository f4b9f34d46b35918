import type { AccessChanges } from "../../domain/registry/model.js";
import type { Profile } from "../../regulations/schema.js";
import { accessActions } from "../access.js";
import { boundsOf, roles } from "../access-bounds.js";

/**
 * What counts for nothing in a government's access table, a sentence each: rights nobody knows, and cells set beyond what
 * the regulation and our own rules leave. For files of settings and for `doctor`; what a cell may be is in docs/settings.md.
 */
export const accessFaults = (profile: Profile, access: AccessChanges): readonly string[] =>
  Object.entries(access).flatMap(([action, row]) => {
    if (!accessActions.some((each) => each === action)) return [`There is no right called ${action}.`];
    return roles.flatMap((role) => {
      const set = row[role];
      const { allowed, limits } = boundsOf(profile, action, role);
      if (set === undefined || allowed.includes(set)) return [];
      const citations = limits.flatMap(({ basis }) => basis?.citation ?? []);
      const because = citations.length === 0 ? "" : ` (${citations.join("; ")})`;
      return [`${action} of ${role} cannot be ${set}${because}: it can be ${allowed.join(" or ")}.`];
    });
  });
