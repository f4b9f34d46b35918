import { isRefusal, refuse } from "../../domain/refusal.js";
import type { AccessAction } from "../access.js";
import { boundsOf } from "../access-bounds.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { line, openChoice, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { askingFor } from "../registry/asking.js";
import { barredFromRow, changeAccess } from "../settings/change-access.js";
import { barredFromSettings, mayKeepSettings } from "../settings/keeping.js";
import { rightNamed, roleNamed, scopeNamed } from "../settings/right-named.js";

/** Who may do what, all of it or one right; for everybody to read. */
export const listedAccess = (context: Context, extra: RawValues, right?: AccessAction): Effects => {
  const mayChange = mayKeepSettings(context) && (right === undefined || !barredFromRow(context, right));
  const content = { kind: "access", page: pageOf(extra), mayChange } as const;
  return { drafts: [whisper(context, "access", right === undefined ? content : { ...content, right })] };
};

interface Typed {
  readonly right: string;
  readonly role: string | undefined;
  readonly scope: string | undefined;
}

/** The question with what the bounds leave of its choices. */
const offering = (effects: Effects, choices: readonly string[]): Effects => ({
  ...effects,
  drafts: (effects.drafts ?? []).map((draft) =>
    draft.content.kind === "question" ? { ...draft, content: { ...draft.content, choices } } : draft,
  ),
});

const changed = (context: Context, typed: Typed, extra: RawValues): Effects => {
  const barred = barredFromSettings(context);
  if (barred) return refused(context, "access", barred);
  const asking = askingFor(context, accessCommand, { ...extra, right: typed.right });
  const right = rightNamed(typed.right);
  if (!right) return asking.wrong("right", refuse("unknownRight", { typed: excerptOf(typed.right) }));
  if (typed.role === undefined) return asking.missing("role");
  const role = roleNamed(context.profile, typed.role);
  if (!role) return asking.wrong("role", refuse("unknownRole", { typed: excerptOf(typed.role) }));
  const { allowed } = boundsOf(context.profile, right, role);
  const choices = allowed.map((each) => (each === "none" ? "no" : each));
  if (typed.scope === undefined) {
    const other = (["none", "own", "any"] as const).find((each) => !allowed.includes(each));
    const fixed = allowed.length === 1 && other ? changeAccess(context, right, role, other) : undefined;
    // Nothing can be chosen: it is said why before a scope is asked for.
    return fixed && isRefusal(fixed) ? asking.refuse(fixed) : offering(asking.missing("scope"), choices);
  }
  const scope = scopeNamed(typed.scope);
  const bad = { input: "scope", value: excerptOf(typed.scope), choices: choices.join(", ") };
  if (!scope) return offering(asking.wrong("scope", refuse("badChoice", bad)), choices);
  const effects = changeAccess(context, right, role, scope);
  return isRefusal(effects) ? asking.refuse(effects) : effects;
};

/**
 * The government's access table in words: without text all of it, with a right that one, its bounds and their reasons; with
 * a role and a scope that cell is set.
 */
export const accessCommand: Command = defineCommand({
  name: "access",
  aliases: ["akses", "hak"],
  usage: "/access [RIGHT] [role=…] [scope=…]",
  inputs: { right: optional(line()), role: optional(line()), scope: optional(openChoice(["no", "own", "any"])) },
  positional: ["right"],
  form: ["role", "scope"],
  access: "registered",
  async run(context, { right, role, scope }, extra) {
    const asks = extra.register !== undefined || role !== undefined || scope !== undefined;
    if (right === undefined) {
      if (!asks) return listedAccess(context, extra);
      return barredFromSettings(context)
        ? changed(context, { right: "", role, scope }, extra)
        : askingFor(context, accessCommand, extra).missing("right");
    }
    if (asks) return changed(context, { right, role, scope }, extra);
    const found = rightNamed(right);
    if (found) return listedAccess(context, extra, found);
    return refused(context, "access", refuse("unknownRight", { typed: excerptOf(right) }));
  },
});
