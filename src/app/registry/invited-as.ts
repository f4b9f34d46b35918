import { type Refusal, refuse } from "../../domain/refusal.js";
import { agencyOf, type Context } from "../context.js";
import { openCodes } from "../invitations/recalled.js";
import { barredFromRole } from "./people-right.js";

/**
 * That somebody called so was invited and has not used the code yet, for whoever may take it back: to others an invitation
 * is as unknown as its name. Undefined where nobody was.
 */
export const invitedAs = (context: Context, typed: string): Refusal | undefined => {
  const { directory, now } = context;
  const said = typed.trim().toLowerCase();
  if (said === "") return undefined;
  for (const { gives, expiresAt } of openCodes(directory, now)) {
    if (gives.kind !== "role" || !gives.name?.toLowerCase().includes(said)) continue;
    const { role, agencyId } = gives.appointment;
    if (barredFromRole(context, role, agencyOf(directory, agencyId))) continue;
    return refuse("memberInvited", { name: gives.name, role, agency: agencyId, date: expiresAt.toISOString() });
  }
  return undefined;
};
