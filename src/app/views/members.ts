import { heading, note } from "../../chatkit/blocks.js";
import type { Agency, Appointment, InvitationGift, Person } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { listedIn } from "../registry/listed.js";
import { lackingFunctions } from "../registry/staffing.js";
import { ROLES } from "../role-name.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { civilServantRule, personBlock } from "./member-facts.js";
import { openCodeParts } from "./open-codes.js";
import { basisParts, codeOf, historyPress, pageFrom, shortName } from "./registry-parts.js";
import { agencyName } from "./scenery.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** Each has a button. */
const PAGE_SIZE = 5;

interface Member {
  readonly person: Person;
  readonly appointments: readonly Appointment[];
}

const rankOf = ({ appointments }: Member): number => Math.min(...appointments.map(({ role }) => ROLES.indexOf(role)));

/** Who is in the agency, by their roles and then by name. */
const membersOf = ({ directory, now }: Scenery, agencyId: string): readonly Member[] => {
  const all = listedIn(directory, agencyId, now);
  return directory.people
    .map((person) => ({ person, appointments: all.filter(({ personId }) => personId === person.id) }))
    .filter(({ appointments }) => appointments.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || a.person.name.localeCompare(b.person.name));
};

/** The functions nobody has, and who should be a civil servant and is not, with the articles. */
const findings = (scenery: Scenery, agency: Agency, members: readonly Member[]) => {
  const { words, locale } = scenery;
  const lacking = lackingFunctions(scenery, agency);
  const civil = members.map(({ person, appointments }) =>
    civilServantRule(
      scenery,
      person,
      appointments.map(({ role }) => role),
    ),
  );
  const rules = [...new Set([lacking[0], ...civil])].flatMap((rule) => rule ?? []);
  const bases = rules.map((rule) => basisParts(scenery, rule));
  const names = lacking.map(({ name }) => name[locale]).join(", ");
  return {
    notes: [...(names === "" ? [] : [note(words.registry.members.lacking(names))]), ...(bases[0]?.notes ?? [])],
    presses: bases.flatMap(({ presses }) => presses),
  };
};

const ownSteps = (scenery: Scenery, { agencyId, mayKeep, reader }: ContentOf<"members">): readonly Press[] => {
  const { buttons } = scenery.words.registry;
  const agency = codeOf(scenery, agencyId);
  return [
    ...(mayKeep ? [pressForm(buttons.invite, "member", { register: "yes", agency })] : []),
    press(buttons.link, "link", { person: reader }),
    historyPress(scenery, agencyId),
  ];
};

const membersBlocks = (scenery: Scenery, members: readonly Member[], agencyId: string): readonly Block[] =>
  members.map(({ person, appointments }) => personBlock(scenery, person, appointments, agencyId));

/** Those the reader may take back. */
const isCodeOf = ({ agencyId, mayKeepAdmins }: ContentOf<"members">, gives: InvitationGift): boolean =>
  gives.kind === "role" &&
  gives.appointment.agencyId === agencyId &&
  (gives.appointment.role !== "admin" || mayKeepAdmins === true);

/** The people of an agency with their roles and letters, with how to invite more where the reader may. */
export const membersView = (scenery: Scenery, content: ContentOf<"members">): View | "drop" => {
  const { agencyId, page, mayKeep } = content;
  const { directory, words } = scenery;
  const agency = directory.agencies.find(({ id }) => id === agencyId);
  if (!agency) return "drop";
  const { members } = words.registry;
  const all = membersOf(scenery, agencyId);
  const found = pageFrom(all, page, PAGE_SIZE);
  const title = members.heading(agencyName(scenery, agencyId), found.total);
  const code = codeOf(scenery, agencyId);
  const { notes, presses } = findings(scenery, agency, all);
  const open = openCodeParts(scenery, (gives) => mayKeep && page === 0 && isCodeOf(content, gives));
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(found.items.length > 0
        ? membersBlocks(scenery, found.items, agencyId)
        : [emptyLine(scenery, found.total, members.empty(agency.name))]),
      ...pageNote(scenery, page, found),
      ...open.blocks,
      ...notes,
    ],
    presses: [
      ownSteps(scenery, content),
      mayKeep
        ? found.items.map(({ person }) => press(shortName(person.name), "member", { member: person.id, agency: code }))
        : [],
      open.presses,
      pagePresses(scenery, "member", { agency: code }, page, found.more),
      presses,
    ],
  };
};
