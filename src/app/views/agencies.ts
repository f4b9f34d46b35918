import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { Agency, ChannelPurpose, Role } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { channelOf } from "../context.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { holdersOf } from "./people.js";
import { basisParts, historyPress, pageFrom } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { agencyName } from "./scenery.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

const PAGE_SIZE = 10;
const SHOWN: readonly ChannelPurpose[] = ["work", "approval"];
/** Without these, what the agency has to do reaches nobody. One outside the government decides about nothing of ours. */
const NEEDED: Readonly<Record<Agency["kind"], readonly ChannelPurpose[]>> = { internal: SHOWN, external: ["work"] };
const COUNTED: readonly Role[] = ["officer", "official"];

const chatWords = (scenery: Scenery, agency: Agency): readonly string[] => {
  const { agencies } = scenery.words.registry;
  const { purposes } = scenery.words.setup;
  const isBound = (each: ChannelPurpose): boolean => channelOf(scenery.directory, agency.id, each) !== undefined;
  const there = SHOWN.filter(isBound).map((each) => purposes[each]);
  const lacking = NEEDED[agency.kind].filter((each) => !isBound(each)).map((each) => purposes[each]);
  return [
    ...(there.length > 0 ? [agencies.has(there.join(", "))] : []),
    ...(lacking.length > 0 ? [agencies.lacks(lacking.join(", "))] : []),
  ];
};

/** How many people it has, by role, and which chats. */
const factsOf = (scenery: Scenery, agency: Agency): string => {
  const { kinds, people } = scenery.words.registry.agencies;
  const counts = COUNTED.map((role) => people(holdersOf(scenery, agency.id, [role]).length, roleWord(scenery, role)));
  return [kinds[agency.kind], ...counts, ...chatWords(scenery, agency)].join(" · ");
};

const agencyBlock = (scenery: Scenery, agency: Agency): Block =>
  text(bold(agency.code), plain(` · ${agency.name}\n${factsOf(scenery, agency)}`));

const byCode = (a: Agency, b: Agency): number => (a.code < b.code ? -1 : 1);

/** Why agencies outside the government have no clock. */
const externalBasis = ({ profile }: Scenery) =>
  profile.interpretations.find(({ code }) => code === "external-agencies");

/** The agencies of the government by their codes, with how to add one where the reader may. */
export const agenciesView = (scenery: Scenery, { page, mayKeep }: ContentOf<"agencies">): View => {
  const { directory, words } = scenery;
  const { agencies, buttons } = words.registry;
  const found = pageFrom(directory.agencies.toSorted(byCode), page, PAGE_SIZE);
  const title = agencies.heading(found.total);
  const hasExternal = found.items.some(({ kind }) => kind === "external");
  const basis = basisParts(scenery, hasExternal ? externalBasis(scenery) : undefined);
  const lines = found.items.map((each) => agencyBlock(scenery, each));
  return {
    summary: title,
    blocks: [
      heading(title),
      ...(lines.length > 0 ? lines : [emptyLine(scenery, found.total, agencies.empty)]),
      ...pageNote(scenery, page, found),
      note(mayKeep ? `${agencies.hint} ${agencies.keepHint}` : agencies.hint),
      ...(hasExternal ? [note(agencies.external)] : []),
      ...basis.notes,
    ],
    presses: [
      mayKeep ? [pressForm(buttons.addAgency, "agency", { register: "yes" })] : [],
      pagePresses(scenery, "agency", {}, page, found.more),
      basis.presses,
    ],
  };
};

const stepsOf = (scenery: Scenery, { id, code }: Agency, mayKeep: boolean, mayRead: boolean): readonly Press[] => {
  const { buttons } = scenery.words.registry;
  const reading = [
    press(buttons.people, "member", { agency: code }),
    press(buttons.chats, "channel", { agency: code }),
    historyPress(scenery, id),
  ];
  return [...(mayKeep ? [pressForm(buttons.change, "editagency", { of: id })] : []), ...(mayRead ? reading : [])];
};

/** One agency, or what was done to it. */
export const agencyView = (scenery: Scenery, content: ContentOf<"agency">): View | "drop" => {
  const { agencyId, change, mayKeep, mayRead } = content;
  const agency = scenery.directory.agencies.find(({ id }) => id === agencyId);
  if (!agency) return "drop";
  const { agencies } = scenery.words.registry;
  const name = agencyName(scenery, agencyId);
  const isExternal = agency.kind === "external";
  const basis = basisParts(scenery, isExternal ? externalBasis(scenery) : undefined);
  const title = change === undefined ? name : agencies[change](name, agency.code);
  return {
    summary: title,
    blocks: [
      ...(change === undefined ? [heading(name)] : [text(title)]),
      agencyBlock(scenery, agency),
      ...(isExternal ? [note(agencies.external)] : []),
      ...(change === "added" ? [note(agencies.next(agency.code))] : []),
      ...basis.notes,
    ],
    presses: [stepsOf(scenery, agency, mayKeep, mayRead), basis.presses],
  };
};
