import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency, Role } from "../../domain/registry/model.js";
import type { Context } from "../context.js";
import { barredFrom } from "./right.js";

const barredByPhone = ({ person }: Context): Refusal | undefined =>
  person.shared ? refuse("sharedPhone", { member: "yes" }) : undefined;

/**
 * Why the person may not give out or end this role: only admins make and unmake admins. Nobody does from a phone shared by
 * an office: who may approve nothing could else make somebody who may.
 */
export const barredFromRole = (context: Context, role: Role, agency: Agency): Refusal | undefined =>
  barredFrom(context, role === "admin" ? "admin.keep" : "registry.keep", agency) ?? barredByPhone(context);

/** Why the person may not decide which accounts of platforms are this person's; everybody may add one of their own. */
export const barredFromIdentities = (context: Context, personId: string): Refusal | undefined =>
  personId === context.person.id
    ? undefined
    : (barredFrom(context, "admin.keep", context.agency) ?? barredByPhone(context));
