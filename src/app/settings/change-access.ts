import { type Refusal, refuse } from "../../domain/refusal.js";
import type { AccessChanges, Directory, GrantedScope, Role } from "../../domain/registry/model.js";
import { chosenSettings } from "../../domain/registry/settings.js";
import { type AccessAction, accessTable, grantOf } from "../access.js";
import { boundsOf } from "../access-bounds.js";
import type { Context } from "../context.js";
import { type Effects, say } from "../effects.js";
import { barredFrom } from "../registry/right.js";

/** How far a role may do something in this government. */
const scopeOf = (directory: Directory, action: AccessAction, role: Role): GrantedScope =>
  grantOf(directory, action)[role] ?? "none";

/** One cell set otherwise; what is as by default is not kept. */
const withCell = (access: AccessChanges, action: AccessAction, role: Role, scope: GrantedScope): AccessChanges => {
  const { [role]: _, ...others } = access[action] ?? {};
  const row = scope === (accessTable[action][role] ?? "none") ? others : { ...others, [role]: scope };
  const { [action]: __, ...rest } = access;
  return Object.keys(row).length === 0 ? rest : { ...rest, [action]: row };
};

/** Who may change the rules, and who is an admin: only an admin says so, whoever else keeps the settings. */
const OF_ADMINS: readonly AccessAction[] = ["admin.keep", "settings.keep"];

/** Why the person, who may change other rows, may not change this one; undefined when they may. */
export const barredFromRow = (context: Context, action: AccessAction): Refusal | undefined =>
  OF_ADMINS.includes(action) ? barredFrom(context, "admin.keep", context.agency) : undefined;

const refusalOf = (context: Context, action: AccessAction, role: Role, scope: GrantedScope): Refusal | undefined => {
  const { allowed, limits } = boundsOf(context.profile, action, role);
  const limit = limits.find((each) => !each.allowed.includes(scope));
  if (limit) {
    const basis = limit.basis ? { citation: limit.basis.citation, level: limit.basis.level } : {};
    const cell = { right: action, role, scope, bound: limit.reason, allowed: allowed.join(",") };
    return refuse("accessBound", { ...cell, ...basis });
  }
  const barred = barredFromRow(context, action);
  if (barred) return barred;
  if (scopeOf(context.directory, action, role) === scope) return refuse("sameAccess", { right: action, role, scope });
  return undefined;
};

/** Sets how far a role may do something from now on, within the bounds. */
export const changeAccess = (
  context: Context,
  action: AccessAction,
  role: Role,
  scope: GrantedScope,
): Effects | Refusal => {
  const refusal = refusalOf(context, action, role, scope);
  if (refusal) return refusal;
  const { government } = context.directory;
  const access = withCell(government.settings.access, action, role, scope);
  const before = scopeOf(context.directory, action, role);
  const cell = { right: action, role, before, after: scope };
  return {
    registry: { settings: chosenSettings({ ...government.settings, access }) },
    history: [
      { subjectId: government.id, at: context.now, actor: context.person.id, kind: "accessChanged", content: cell },
    ],
    drafts: [say(context, "right", { kind: "right", ...cell })],
  };
};
