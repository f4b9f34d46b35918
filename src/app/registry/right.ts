import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency } from "../../domain/registry/model.js";
import { type AccessAction, covers, grantOf, rightOf } from "../access.js";
import type { Context } from "../context.js";
import { excerptOf } from "../excerpt.js";
import { endedRight, findAgencies } from "../resolve.js";

/** The one agency somebody named, or that of the chat where none was. */
export const agencyMeant = (context: Context, typed: string | undefined): Agency | Refusal => {
  if (typed === undefined) return context.agency;
  const found = findAgencies(context, typed);
  if (isRefusal(found)) return found;
  const [first] = found;
  return first && found.length === 1 ? first : refuse("unknownAgency", { agency: excerptOf(typed) });
};

/** The agency whose registry somebody reads: the one named, else that of the chat, else the first of their own. */
export const agencyRead = (context: Context, typed: string | undefined): Agency | Refusal => {
  if (typed !== undefined) {
    const named = agencyMeant(context, typed);
    return isRefusal(named) ? named : (barredFrom(context, "registry.read", named) ?? named);
  }
  const { directory, agency } = context;
  if (mayFor(context, "registry.read", agency)) return agency;
  const own = directory.agencies.find((each) => mayFor(context, "registry.read", each));
  return own ?? barredFrom(context, "registry.read", agency) ?? agency;
};

/** Whether the person may do this for the agency. */
export const mayFor = (context: Context, action: AccessAction, agency: Agency): boolean =>
  barredFrom(context, action, agency) === undefined;

/** Why the person may not do this for the agency; undefined when they may. */
export const barredFrom = (context: Context, action: AccessAction, agency: Agency): Refusal | undefined => {
  const right = rightOf(context.directory, context.person.id, action, context.now);
  if (right.any || right.agencyIds.includes(agency.id)) return undefined;
  const grant = grantOf(context.directory, action);
  const ended = endedRight(context, (appointment) => covers(grant, appointment, agency.id));
  return ended ?? refuse("onlyRole", { roles: right.roles.join(","), agency: agency.name });
};
