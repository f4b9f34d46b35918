import { type Refusal, refuse } from "../domain/refusal.js";
import type { Appointment, Directory, Role } from "../domain/registry/model.js";
import { holds } from "./access.js";
import { type Context, communicationsAgencyId } from "./context.js";
import { endedRight } from "./resolve.js";

/** Who may decide a text, and why it is not simply the agency's officials. */
export interface Deciders {
  /** One of each person, in the registry's order. */
  readonly appointments: readonly Appointment[];
  /** Nobody but those who wrote it could decide as an official of the agency: its head does, or the communications office. */
  readonly instead?: "head" | "communications";
}

const canDecide = (
  directory: Directory,
  now: Date,
  role: Role,
  agencyId: string | undefined,
  writers: readonly string[],
): readonly Appointment[] => {
  const shared = new Set(directory.people.filter((person) => person.shared).map(({ id }) => id));
  const held = directory.appointments.filter(
    (each) => each.role === role && each.agencyId === agencyId && holds(each, now),
  );
  return held.filter(
    ({ personId }, index) =>
      !writers.includes(personId) &&
      !shared.has(personId) &&
      held.findIndex((each) => each.personId === personId) === index,
  );
};

/**
 * Who may decide a text of this agency at this case time: its officials, acting ones among them, but never one
 * who wrote on the text and never a phone shared by an office. Where that leaves nobody the agency's head decides, and where there is
 * none either the communications office: no text says who then does (internal policy; docs/content.md, "Who decides").
 */
export const decidersOf = (directory: Directory, agencyId: string, writers: readonly string[], now: Date): Deciders => {
  const officials = canDecide(directory, now, "official", agencyId, writers);
  if (officials.length > 0) return { appointments: officials };
  const heads = canDecide(directory, now, "head", agencyId, writers);
  if (heads.length > 0) return { appointments: heads, instead: "head" };
  const office = communicationsAgencyId(directory);
  return { appointments: canDecide(directory, now, "communications", office, writers), instead: "communications" };
};

/** Officials somebody acts for may decide, but are not waited for. */
const waitedFor = (appointments: readonly Appointment[]): number =>
  appointments.filter(({ personId }) => appointments.every(({ acting }) => acting?.insteadOf !== personId)).length;

/** How many of them have to approve: the government's setting, as far as there are so many. */
export const approvalsNeeded = ({ government }: Directory, { appointments, instead }: Deciders): number => {
  const wanted = government.settings.approvalsNeeded;
  if (instead) return 1;
  const most = waitedFor(appointments);
  return Math.max(1, wanted === "all" ? most : Math.min(wanted, most));
};

/** Whoever may decide, by role and, so that they can be asked, by id. */
const onlyDeciders = ({ directory }: Context, agencyId: string, { appointments, instead }: Deciders): Refusal => {
  const agency = directory.agencies.find((each) => each.id === agencyId);
  const people = appointments.map(({ personId }) => personId).join(",");
  return refuse("onlyRole", {
    roles: instead ?? "official",
    agency: agency?.name ?? "",
    ...(people === "" ? {} : { people }),
  });
};

/** The appointment by which this person may decide a text of an agency, or why they may not. */
export const deciderFor = (context: Context, agencyId: string, writers: readonly string[]): Appointment | Refusal => {
  const { directory, person, now } = context;
  const deciders = decidersOf(directory, agencyId, writers, now);
  const found = deciders.appointments.find((each) => each.personId === person.id);
  if (found) return found;
  const official = (each: Appointment) => each.role === "official" && each.agencyId === agencyId;
  const held = directory.appointments.some((each) => official(each) && each.personId === person.id && holds(each, now));
  if (held) return refuse(person.shared ? "sharedPhone" : "ownText");
  const ended = endedRight(context, official);
  return ended ?? onlyDeciders(context, agencyId, deciders);
};
