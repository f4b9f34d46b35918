import { isDeepStrictEqual } from "node:util";
import { refuse } from "../../domain/refusal.js";
import type { Agency, Appointment, Person } from "../../domain/registry/model.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";
import { barredByLastAdmin } from "./admins.js";
import type { Asking } from "./asking.js";
import { flagsOf, type TypedMember } from "./invite-member.js";
import { homeAgencyOf, listedOf } from "./listed.js";
import { memberEffects } from "./member-effects.js";
import { barredFromRole } from "./people-right.js";
import { functionMeant } from "./staffing.js";

/** Their appointments as an officer, of the agency where one was named, with the function. */
const withFunction = (
  { directory, now }: Context,
  person: Person,
  agencyId: string | undefined,
  staffFunction: string,
): readonly Appointment[] =>
  listedOf(directory, person.id, now)
    .filter((each) => each.role === "officer" && (agencyId === undefined || each.agencyId === agencyId))
    .map((each) => ({ ...each, staffFunction }));

const isKnown = ({ directory }: Context, next: Person, appointments: readonly Appointment[]): boolean =>
  [next, ...appointments].every((each) =>
    [...directory.people, ...directory.appointments].some((known) => isDeepStrictEqual(known, each)),
  );

const contentOf = ({ shared, civilServant }: Person, staffFunction: string | undefined) => ({
  shared: shared ? "yes" : "no",
  ...(civilServant === undefined ? {} : { civilServant: civilServant ? "yes" : "no" }),
  ...(staffFunction === undefined ? {} : { staffFunction }),
});

const saved = (
  context: Context,
  next: Person,
  appointments: readonly Appointment[],
  staffFunction: string | undefined,
  asking: Asking,
): Effects => {
  const registry = { people: [next], appointments };
  if (isKnown(context, next, appointments)) return asking.refuse(refuse("memberUnchanged", { name: next.id }));
  const barred = barredByLastAdmin(context, registry);
  if (barred) return asking.refuse(barred);
  const home = homeAgencyOf(context.directory, next.id, context.now) ?? context.agency.id;
  const agencyId = appointments[0]?.agencyId ?? home;
  const told = { code: "personChanged", values: {} } as const;
  return memberEffects(context, next, agencyId, registry, told, contentOf(next, staffFunction));
};

/** Whether they are a civil servant, whether their phone is shared, and which function they have; the rest is as it was. */
export const changeMember = (
  context: Context,
  agency: Agency | undefined,
  person: Person,
  typed: TypedMember,
  asking: Asking,
): Effects => {
  const isAdmin = listedOf(context.directory, person.id, context.now).some(({ role }) => role === "admin");
  const barred = barredFromRole(context, isAdmin ? "admin" : "officer", agency ?? context.agency);
  if (barred) return asking.refuse(barred);
  const next: Person = { ...person, ...flagsOf(typed) };
  if (typed.function === undefined) return saved(context, next, [], undefined, asking);
  const staffFunction = functionMeant(context, "officer", typed.function);
  if (typeof staffFunction !== "string") return asking.wrong("function", staffFunction);
  const appointments = withFunction(context, person, agency?.id, staffFunction);
  return appointments.length === 0
    ? asking.refuse(refuse("noFunctions", { role: "officer" }))
    : saved(context, next, appointments, staffFunction, asking);
};
