import type { Appointment, Directory, Role } from "../domain/registry/model.js";

/** Everything a right is needed for. */
export type AccessAction =
  | "inquiry.log"
  | "case.read"
  | "case.forward"
  | "case.answer"
  | "case.return"
  | "case.post"
  | "case.close"
  | "case.reopen"
  | "answer.decide"
  | "content.propose"
  | "content.end"
  | "account.keep"
  | "acting.name"
  | "registry.read"
  | "registry.keep"
  | "admin.keep"
  | "registered";

/** What a command needs: the same right for cases and content, or one for each. */
export type Access = AccessAction | { readonly inquiry: AccessAction; readonly proposal: AccessAction };

/** Every right that lets somebody use the command on something. */
export const actionsOf = (access: Access): readonly AccessAction[] =>
  typeof access === "string" ? [access] : [access.inquiry, access.proposal];

/** The right a command needs for a case, or for content. */
export const actionFor = (access: Access, kind: "inquiry" | "proposal"): AccessAction =>
  typeof access === "string" ? access : access[kind];

/** "own": for cases the agency of the role holds or was forwarded; "any": for every case of the government. */
export type Scope = "own" | "any";

type Grant = Readonly<Partial<Record<Role, Scope>>>;

/** The one access table: role × action × own agency or any. What is not here is refused. */
export const accessTable: Readonly<Record<AccessAction, Grant>> = {
  "inquiry.log": { officer: "own" },
  "case.read": {
    officer: "own",
    official: "own",
    head: "own",
    communications: "any",
    admin: "any",
    auditor: "any",
  },
  "case.forward": { officer: "own", communications: "any" },
  "case.answer": { officer: "own" },
  "case.return": { officer: "own" },
  "case.post": { officer: "own" },
  "case.close": { officer: "own", communications: "any" },
  "case.reopen": { officer: "own", official: "own", communications: "any" },
  "content.propose": { officer: "own" },
  // Withdrawing and correcting: the agency's own business, the communications office's for its own content only.
  "content.end": { officer: "own", official: "own", communications: "own" },
  "answer.decide": { official: "own", head: "own", communications: "any" },
  "account.keep": { officer: "own", communications: "any", admin: "any" },
  "acting.name": { official: "own", head: "own", admin: "any" },
  // Who is who and which chat is whose: one's own agency, and those who look after all of them.
  "registry.read": {
    officer: "own",
    official: "own",
    head: "own",
    communications: "any",
    admin: "any",
    auditor: "any",
  },
  "registry.keep": { communications: "any", admin: "any" },
  // Who is an admin, and which account of a platform is somebody else's.
  "admin.keep": { admin: "any" },
  registered: { officer: "own", official: "own", head: "own", communications: "any", admin: "any", auditor: "any" },
};

/**
 * Officers whose appointment ended keep working for this long: renewals come late every January (docs/cases.md,
 * "Appointments").
 */
export const officerGraceMs = 60 * 86_400_000;

const lasts = ({ validUntil, role, ended }: Appointment): number => {
  if (!validUntil) return Number.POSITIVE_INFINITY;
  return validUntil.getTime() + (role === "officer" && !ended ? officerGraceMs : 0);
};

/** The first instant after the days of grace an appointment is in; undefined where it is in none. */
export const graceEnd = (appointment: Appointment, now: Date): Date | undefined => {
  const { validUntil } = appointment;
  const isIn = validUntil !== undefined && validUntil <= now && holds(appointment, now);
  return isIn ? new Date(lasts(appointment)) : undefined;
};

/** Whether an appointment gives its role at this case time. */
export const holds = (appointment: Appointment, now: Date): boolean =>
  appointment.validFrom.getTime() <= now.getTime() && now.getTime() < lasts(appointment);

/** The person's appointments in force at this case time. */
export const appointmentsOf = (directory: Directory, personId: string, now: Date): readonly Appointment[] =>
  directory.appointments.filter((each) => each.personId === personId && holds(each, now));

/** The agencies in which the person may do this to their own cases, and whether to every case. */
export const rightOf = (
  directory: Directory,
  personId: string,
  action: AccessAction,
  now: Date,
): { readonly any: boolean; readonly agencyIds: readonly string[]; readonly roles: readonly Role[] } => {
  const grant = accessTable[action];
  const granted = appointmentsOf(directory, personId, now).filter((each) => grant[each.role] !== undefined);
  return {
    any: granted.some((each) => grant[each.role] === "any"),
    agencyIds: [...new Set(granted.filter((each) => grant[each.role] === "own").map((each) => each.agencyId))],
    roles: Object.keys(grant) as Role[],
  };
};
