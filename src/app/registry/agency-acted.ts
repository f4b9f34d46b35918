import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import { actingFrom } from "../../domain/registry/acting.js";
import type { Agency } from "../../domain/registry/model.js";
import type { Context } from "../context.js";
import { excerptOf } from "../excerpt.js";
import { personMeant } from "./people.js";
import { candidates, namesForOthers } from "./replaced.js";
import { agencyMeant } from "./right.js";

interface Typed {
  readonly official?: string | undefined;
  readonly kind?: string | undefined;
}

/** Whether somebody who may be acted for there is called so. */
const hasOfficial = (context: Context, agency: Agency, { official = "", kind }: Typed): boolean => {
  const { officials } = candidates(context, agency, kind);
  const people = context.directory.people.filter(({ id }) => officials.some(({ personId }) => personId === id));
  const found = personMeant(context, people, official);
  return !isRefusal(found) || found.refusal === "whichPerson";
};

/** The agencies besides the chat's in which the person may name who acts for anybody. */
const others = (context: Context): readonly Agency[] =>
  context.directory.agencies.filter((each) => each.id !== context.agency.id && namesForOthers(context, each));

/** Where nobody can be acted for in the chat's agency, others may be meant: which, is to be said. */
const hereUnlessNobody = (context: Context, { kind }: Typed): Agency | Refusal => {
  const { officials, none } = candidates(context, context.agency, kind);
  const other = others(context).find((each) => candidates(context, each, kind).officials.length > 0);
  return officials.length > 0 || !other ? context.agency : refuse(none.refusal, { ...none.values, code: other.code });
};

/**
 * The agency an official is acted for in: the one named; else the chat's where an official of it is meant; else the only
 * other one with an official called so, for whoever may name there. Where that is none or several, the agency is to be said.
 */
export const agencyActed = (context: Context, named: string | undefined, typed: Typed): Agency | Refusal => {
  if (named !== undefined) return agencyMeant(context, named);
  if (typed.official === undefined) return hereUnlessNobody(context, typed);
  if (hasOfficial(context, context.agency, typed)) return context.agency;
  const [first, ...more] = others(context).filter((each) => hasOfficial(context, each, typed));
  if (!first) return hereUnlessNobody(context, typed);
  if (more.length === 0) return first;
  const known = [first, ...more].map(({ name, code }) => `${name} (${code})`).join("; ");
  return refuse("actingWhere", { official: excerptOf(typed.official), known, code: first.code });
};

/** The other agencies where somebody acts now or later, for whoever may name there: their list is of one agency. */
export const actedElsewhere = (context: Context): readonly string[] => {
  const all = actingFrom(context.directory, context.now);
  return others(context)
    .filter(({ id }) => all.some(({ agencyId }) => agencyId === id))
    .map(({ id }) => id);
};
