import { bold, plain, text } from "../../chatkit/blocks.js";
import type { Appointment, Person, Role } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { graceEnd } from "../access.js";
import { termOf } from "../registry/listed.js";
import { lastDay } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { agencyName, dateIn } from "./scenery.js";
import type { Scenery } from "./view.js";

/** What the regulation wants only civil servants to be, and they are not. */
export const civilServantRule = ({ profile }: Scenery, { civilServant }: Person, roles: readonly Role[]) =>
  civilServant === false ? profile.civilServantsOnly.find(({ role }) => roles.includes(role)) : undefined;

const functionWords = ({ profile, locale }: Scenery, { staffFunction }: Appointment): readonly string[] => {
  const found = profile.staffing.find(({ code }) => code === staffFunction);
  return found ? [found.name[locale]] : [];
};

/** Until when, or since when not, with the days of grace. */
const endWords = (scenery: Scenery, appointment: Appointment): string => {
  const { members } = scenery.words.registry;
  const { validFrom, validUntil } = appointment;
  const term = termOf(appointment, scenery.now);
  const last = validUntil ? lastDay(scenery, validUntil) : "";
  const grace = graceEnd(appointment, scenery.now);
  if (term === "coming") return members.from(dateIn(scenery, validFrom));
  if (grace) return members.inGrace(last, lastDay(scenery, grace));
  if (term === "over") return members.over(last);
  return validUntil ? members.until(last) : members.noEnd;
};

const letterWords = (scenery: Scenery, { instrument, number, datedAt }: Appointment): readonly string[] => {
  const { letter, members } = scenery.words.registry;
  if (number === "") return [members.noLetter];
  const dated = datedAt ? members.dated(dateIn(scenery, datedAt)) : "";
  return [`${letter(instrument, number)}${dated}`];
};

/** One role of a person: as what, by which letter, and until when; with the agency where that is not said already. */
const appointmentLine = (scenery: Scenery, each: Appointment, agencyId?: string): string => {
  const role = roleWord(scenery, each.role);
  const where = each.agencyId === agencyId ? "" : ` ${agencyName(scenery, each.agencyId)}`;
  return [
    `${role}${where}`,
    ...functionWords(scenery, each),
    ...(each.position.toLowerCase() === role.toLowerCase() ? [] : [each.position]),
    ...letterWords(scenery, each),
    endWords(scenery, each),
  ].join(" · ");
};

/** What else is to be known of somebody who has these roles. */
const flagWords = (scenery: Scenery, person: Person, roles: readonly Role[]): readonly string[] => {
  const { members } = scenery.words.registry;
  const rule = civilServantRule(scenery, person, roles);
  const platforms = [...new Set(person.identities.map(({ platform }) => platform))];
  return [
    ...(platforms.length === 0 ? [members.unreachable] : [members.on(platforms.join(", "))]),
    ...(person.shared ? [members.shared] : []),
    ...(person.ethicsReadAt ? [] : [members.ethicsUnread]),
    ...(rule ? [members.notCivilServant(rule.citation)] : []),
  ];
};

/** A person with these appointments. */
export const personBlock = (
  scenery: Scenery,
  person: Person,
  appointments: readonly Appointment[],
  agencyId?: string,
): Block => {
  const lines = appointments.map((each) => appointmentLine(scenery, each, agencyId));
  const flags = flagWords(
    scenery,
    person,
    appointments.map(({ role }) => role),
  );
  return text(bold(person.name), plain(`\n${[...lines, flags.join(" · ")].join("\n")}`));
};
