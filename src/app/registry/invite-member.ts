import { isRefusal, refuse } from "../../domain/refusal.js";
import type { Agency, InvitationGift, Role } from "../../domain/registry/model.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { invite } from "../invitations/invite.js";
import { ROLES, roleName, roleNamed } from "../role-name.js";
import type { Asking } from "./asking.js";
import { appointingRule, letterOf, type TypedLetter } from "./letter.js";
import { listedIn } from "./listed.js";
import { barredOffice } from "./office.js";
import { barredFromRole } from "./people-right.js";
import { functionMeant } from "./staffing.js";

/** What somebody typed of a person who is to join. */
export interface TypedMember extends TypedLetter {
  readonly person: string;
  readonly role?: string | undefined;
  readonly position?: string | undefined;
  readonly function?: string | undefined;
  readonly asn?: string | undefined;
  readonly shared?: string | undefined;
}

/** Their position is shown with every decision. */
const POSITIONED: readonly Role[] = ["official", "head"];

const holdsAlready = ({ directory, now }: Context, agency: Agency, name: string, role: Role): boolean =>
  listedIn(directory, agency.id, now).some(
    (each) =>
      each.role === role &&
      directory.people.find(({ id }) => id === each.personId)?.name.toLowerCase() === name.toLowerCase(),
  );

type Flags = Pick<Extract<InvitationGift, { kind: "role" }>, "shared" | "civilServant">;

/** Yes and no, where it was said. */
export const flagsOf = ({ asn, shared }: Pick<TypedMember, "asn" | "shared">): Flags => ({
  ...(shared === undefined ? {} : { shared: shared === "yes" }),
  ...(asn === undefined ? {} : { civilServant: asn === "yes" }),
});

/** The role, or what is asked or refused instead. */
const roleOf = (context: Context, agency: Agency, typed: TypedMember, asking: Asking): Role | Effects => {
  if (typed.role === undefined) return asking.missing("role");
  const { profile, directory } = context;
  const role = roleNamed(profile, directory.government.locale, typed.role);
  if (role === undefined) {
    const values = { input: "role", value: excerptOf(typed.role), choices: ROLES.join(", ") };
    return asking.wrong("role", refuse("badChoice", values));
  }
  const barred = barredFromRole(context, role, agency) ?? barredOffice(directory, role, agency, context.now);
  if (barred) return asking.refuse(barred);
  const values = { name: typed.person, role, agency: agency.id };
  return holdsAlready(context, agency, typed.person, role) ? asking.refuse(refuse("memberKnown", values)) : role;
};

/**
 * A one-time code that gives a role in the agency. The position of who decides is asked for, and the letter's number where
 * the regulation names a letter.
 */
export const inviteMember = (context: Context, agency: Agency, typed: TypedMember, asking: Asking): Effects => {
  const role = roleOf(context, agency, typed, asking);
  if (typeof role !== "string") return role;
  if (POSITIONED.includes(role) && typed.position === undefined) return asking.missing("position");
  if (appointingRule(context, role) && typed.number === undefined) return asking.missing("number");
  const letter = letterOf(context, role, typed);
  if (!("instrument" in letter)) return asking.wrong(...letter);
  const staffFunction = typed.function === undefined ? undefined : functionMeant(context, role, typed.function);
  if (typeof staffFunction === "object" && isRefusal(staffFunction)) return asking.wrong("function", staffFunction);
  const { profile, directory } = context;
  const position = typed.position ?? roleName(profile, directory.government.locale, role);
  const appointment = {
    ...{ agencyId: agency.id, role, position, ...letter },
    ...(staffFunction === undefined ? {} : { staffFunction }),
  };
  return invite(context, { kind: "role", name: typed.person, ...flagsOf(typed), appointment });
};
