import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency, Person } from "../../domain/registry/model.js";
import { profiles } from "../../regulations/profiles.js";
import { type Command, defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { discreetly } from "../discreetly.js";
import { type Effects, refused } from "../effects.js";
import { choice, line, openChoice, optional } from "../inputs.js";
import { pageOf } from "../page-of.js";
import { askingFor } from "../registry/asking.js";
import { changeMember } from "../registry/change-member.js";
import { inviteMember, type TypedMember } from "../registry/invite-member.js";
import { invitedAs } from "../registry/invited-as.js";
import { listedIn, readablePeople } from "../registry/listed.js";
import { personMeant } from "../registry/people.js";
import { agencyMeant, agencyRead, barredFrom, mayFor } from "../registry/right.js";
import { ROLES } from "../role-name.js";

const functions = [...new Set(profiles.flatMap(({ staffing }) => staffing.map(({ code }) => code)))];

const listed = (context: Context, named: string | undefined, extra: RawValues): Effects => {
  const agency = agencyRead(context, named);
  if (isRefusal(agency)) return refused(context, "member", agency);
  const mayKeep = mayFor(context, "registry.keep", agency);
  const mayKeepAdmins = mayFor(context, "admin.keep", agency);
  const content = { kind: "members", agencyId: agency.id, page: pageOf(extra), mayKeep, mayKeepAdmins } as const;
  const own = agency.id === context.agency.id;
  return { drafts: discreetly(context, "members", { ...content, reader: context.person.id }, own) };
};

const shown = (context: Context, person: Person | Refusal, agency: Agency): Effects => {
  if (isRefusal(person)) return refused(context, "member", person);
  const mayKeep = mayFor(context, "registry.keep", agency);
  const mayKeepAdmins = mayFor(context, "admin.keep", agency);
  const content = { kind: "member", personId: person.id, agencyId: agency.id, mayKeep, mayKeepAdmins } as const;
  const own = listedIn(context.directory, context.agency.id, context.now).some(
    ({ personId }) => personId === person.id,
  );
  return { drafts: discreetly(context, "member", { ...content, isReader: person.id === context.person.id }, own) };
};

/** Whom a list's button stands for. */
const pressedPerson = (context: Context, id: string): Person | Refusal =>
  readablePeople(context).find((each) => each.id === id) ?? refuse("stale");

const FLAGS: readonly (keyof TypedMember)[] = ["asn", "shared", "function"];

/** Only what is no part of an appointment was said. */
const onlyChanges = (typed: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(typed).every(([name, value]) => value === undefined || FLAGS.some((flag) => flag === name));

/**
 * The people of the chat's agency or of the one named: without text their list, with a name one of them; with a role a
 * code by which somebody joins.
 */
export const memberCommand: Command = defineCommand({
  name: "member",
  aliases: ["anggota"],
  usage:
    "/member [PERSON] [role=…] [agency=…] [position=…] [number=…] [dated=DATE] [from=DATE] [until=DATE] [function=…] [asn=yes|no] [shared=yes]",
  inputs: {
    person: optional(line()),
    role: optional(openChoice(ROLES)),
    agency: optional(line()),
    position: optional(line()),
    number: optional(line()),
    dated: optional(line()),
    from: optional(line()),
    until: optional(line()),
    instrument: optional(line()),
    function: optional(openChoice(functions)),
    asn: optional(choice(["yes", "no"])),
    shared: optional(choice(["yes", "no"])),
  },
  positional: ["person"],
  form: [
    ["person", "role", "position", "number", "until"],
    ["dated", "instrument", "function", "asn", "shared"],
  ],
  access: "registered",
  async run(context, { agency: named, person, ...typed }, extra) {
    const isBare = Object.values(typed).every((value) => value === undefined) && extra.register === undefined;
    if (isBare && person === undefined && extra.member === undefined) return listed(context, named, extra);
    const agency = agencyMeant(context, named);
    if (isRefusal(agency)) return refused(context, "member", agency);
    if (extra.member !== undefined) return shown(context, pressedPerson(context, extra.member), agency);
    if (isBare && person !== undefined) {
      const found = personMeant(context, readablePeople(context), person);
      const isUnknown = isRefusal(found) && found.refusal === "unknownPerson";
      return shown(context, (isUnknown ? invitedAs(context, person) : undefined) ?? found, agency);
    }
    const barred = barredFrom(context, "registry.keep", agency);
    if (barred) return refused(context, "member", barred);
    const asking = askingFor(context, memberCommand, extra);
    if (person === undefined) return asking.missing("person");
    if (extra.register !== undefined || !onlyChanges(typed))
      return inviteMember(context, agency, { ...typed, person }, asking);
    const known = personMeant(context, context.directory.people, person);
    return isRefusal(known)
      ? asking.wrong("person", known)
      : changeMember(context, named === undefined ? undefined : agency, known, { ...typed, person }, asking);
  },
});
