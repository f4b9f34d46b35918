import { isDeepStrictEqual } from "node:util";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency } from "../../domain/registry/model.js";
import { type Context, communicationsAgencyId } from "../context.js";
import { type Effects, say } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import type { Asking } from "./asking.js";
import { confirming } from "./confirming.js";

/** What somebody typed of an agency. */
export interface TypedAgency {
  /** Its code, or the name of one that is there. */
  readonly agency: string;
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  /** By the button that adds one: what is there is not changed. */
  readonly isNew?: boolean;
  /** Asked already: what an agency loses that is one outside from now on. */
  readonly isSure?: boolean;
}

const MOST_CODE_CHARS = 20;

/** A code as it is kept: one short word in lower case. */
const codeOf = (typed: string): string | Refusal => {
  const code = typed.trim().toLowerCase();
  const isCode = /^[a-z][a-z0-9-]*[a-z0-9]$/.test(code) && code.length <= MOST_CODE_CHARS;
  return isCode ? code : refuse("badAgencyCode", { code: excerptOf(typed) });
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What one agency is called no other may be: commands take either. */
const clashing = ({ directory }: Context, next: Agency): Agency | undefined =>
  directory.agencies.find(
    ({ id, code, name }) =>
      id !== next.id && [code, name].some((each) => same(each, next.code) || same(each, next.name)),
  );

const agencyEffects = (context: Context, agency: Agency, change: "added" | "changed"): Effects => {
  const { id: agencyId, code, name, kind } = agency;
  return {
    registry: { agencies: [agency] },
    history: [
      {
        subjectId: agencyId,
        at: context.now,
        actor: context.person.id,
        kind: change === "added" ? "agencyAdded" : "agencyChanged",
        content: { agencyId, code, name, agencyKind: kind },
      },
    ],
    drafts: [say(context, "agency", { kind: "agency", agencyId, change, mayKeep: true, mayRead: true })],
  };
};

const kindOf = (typed: string | undefined, before: Agency | undefined): Agency["kind"] =>
  typed === "internal" || typed === "external" ? typed : (before?.kind ?? "internal");

/** The change, unless it takes the regulation's clock from an agency: the office keeps it, and of others it is asked first. */
const changed = (context: Context, known: Agency, next: Agency, isSure: boolean, asking: Asking): Effects => {
  const isLeaving = next.kind === "external" && known.kind === "internal";
  if (isLeaving && communicationsAgencyId(context.directory) === known.id)
    return asking.wrong("kind", refuse("officeExternal", { agency: known.id }));
  if (!isLeaving || isSure) return agencyEffects(context, next, "changed");
  return confirming(context, "editagency", { of: known.id, name: next.name, kind: next.kind });
};

/** Adds an agency, or changes the name and kind of the one with this code. The code stays: people have learned it. */
export const keepAgency = (context: Context, typed: TypedAgency, asking: Asking): Effects => {
  const known = context.directory.agencies.find(
    (each) => same(each.code, typed.agency.trim()) || same(each.name, typed.agency.trim()),
  );
  const code = known?.code ?? codeOf(typed.agency);
  if (typeof code !== "string") return asking.wrong("agency", code);
  if (known && typed.isNew)
    return asking.wrong("agency", refuse("agencyTaken", { agency: known.id, code: known.code }));
  if (typed.name === undefined && !known) return asking.missing("name");
  const name = typed.name ?? known?.name ?? code;
  const next: Agency = { id: known?.id ?? context.ids.newId(), code, name, kind: kindOf(typed.kind, known) };
  const other = clashing(context, next);
  if (other) return asking.wrong("name", refuse("agencyTaken", { agency: other.id, code: other.code }));
  if (known && isDeepStrictEqual(next, known))
    return asking.refuse(refuse("agencyUnchanged", { agency: known.id, code }));
  return known ? changed(context, known, next, typed.isSure === true, asking) : agencyEffects(context, next, "added");
};
