import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import type { AnswerOrigin, GateKind, Sop } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { typedAgain } from "../settings/sop-effects.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { basisParts, codeOf, pageFrom } from "./registry-parts.js";
import { agencyName, dateIn } from "./scenery.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** Each has two buttons. */
const PAGE_SIZE = 4;
const ORIGINS: readonly AnswerOrigin[] = ["available", "inHouse", "forwarded"];
const GATE_KINDS: readonly GateKind[] = ["none", "report", "approve"];
const MOST_NAME_CHARS = 25;

/** The agency, or that it is of all of them. */
const whoseName = (scenery: Scenery, agencyId: string | undefined): string =>
  agencyId === undefined ? scenery.words.settings.sop.forAll : agencyName(scenery, agencyId);

/** The same within a sentence. */
export const whoseInside = (scenery: Scenery, agencyId: string | undefined): string =>
  agencyId === undefined ? scenery.words.settings.sop.ofAll : agencyName(scenery, agencyId);

const hoursText = ({ words, profile }: Scenery, { deadlineHours }: Sop): string => {
  const { sop, values } = words.settings;
  const standard = values.hours(String(profile.deadline.hours));
  return deadlineHours === undefined ? sop.noHours(standard) : sop.hours(values.hours(String(deadlineHours)), standard);
};

/** What it sets: the hours and the gates it adds. */
export const setsText = (scenery: Scenery, sop: Sop): string => {
  const { gate, origins, gates } = scenery.words.settings.sop;
  const added = ORIGINS.flatMap((origin) => {
    const kind = sop.gates[origin];
    return kind === undefined ? [] : [gate(origins[origin], gates[kind])];
  });
  return [hoursText(scenery, sop), ...added].join(" · ");
};

/** Its number, day and issuer, and what it sets. */
const sopBlock = (scenery: Scenery, sop: Sop): Block => {
  const { number } = scenery.words.settings.sop;
  const letter = [number(sop.number), ...(sop.datedAt ? [dateIn(scenery, sop.datedAt)] : []), sop.issuer];
  return text(bold(whoseName(scenery, sop.agencyId)), plain(`\n${letter.join(" · ")}\n${setsText(scenery, sop)}`));
};

const short = (name: string): string => [...name].slice(0, MOST_NAME_CHARS).join("");

const ofAgency = (scenery: Scenery, agencyId: string | undefined): Readonly<Record<string, string>> =>
  agencyId === undefined ? {} : { agency: codeOf(scenery, agencyId) };

const sopPresses = (scenery: Scenery, sop: Sop): readonly Press[] => {
  const { change, end } = scenery.words.settings.sop;
  const name = short(whoseName(scenery, sop.agencyId));
  const known = { register: "yes", sop: sop.id, ...ofAgency(scenery, sop.agencyId) };
  return [pressForm(change(name), "sop", known), press(end(name), "endsop", { sop: sop.id }, "danger")];
};

const emptyText = ({ words, profile }: Scenery): string => {
  const { deadline } = profile;
  const { rule, values, sop } = words.settings;
  return sop.empty(values.hours(String(deadline.hours)), rule(words.level[deadline.level], deadline.citation));
};

/** The SOPs that were entered, with how to enter, change or end one where the reader may. */
export const sopsView = (scenery: Scenery, { page, mayChange }: ContentOf<"sops">): View => {
  const { directory, words, profile } = scenery;
  const { sop } = words.settings;
  const all = directory.sops.toSorted((a, b) =>
    whoseName(scenery, a.agencyId).localeCompare(whoseName(scenery, b.agencyId)),
  );
  const found = pageFrom(all, page, PAGE_SIZE);
  const { items } = found;
  const title = sop.heading(all.length);
  const nothing = emptyText(scenery);
  const basis = basisParts(scenery, profile.deadline.sop);
  return {
    summary: all.length === 0 ? nothing : title,
    blocks: [
      heading(title),
      ...(items.length > 0 ? items.map((each) => sopBlock(scenery, each)) : [emptyLine(scenery, all.length, nothing)]),
      ...pageNote(scenery, page, found),
      ...(mayChange ? [note(sop.hint)] : []),
      ...basis.notes,
    ],
    presses: [
      mayChange ? [pressForm(sop.register, "sop", { register: "yes" })] : [],
      ...(mayChange ? items.map((each) => sopPresses(scenery, each)) : []),
      pagePresses(scenery, "sop", {}, page, found.more),
      basis.presses,
    ],
  };
};

/** The SOP it takes the place of, and each thing that is another now: what the new one does not say falls back. */
const differences = (scenery: Scenery, sop: Sop, former: Readonly<Record<string, string>>): readonly Block[] => {
  const { words, profile } = scenery;
  const { replaces, differs, deadline, origins, gates } = words.settings.sop;
  const hours = (typed: string) => words.settings.values.hours(typed === "-" ? String(profile.deadline.hours) : typed);
  const now = typedAgain(scenery.directory, sop);
  const gateOf = (typed: Readonly<Record<string, string>>, origin: AnswerOrigin) => {
    const kind = GATE_KINDS.find((each) => each === typed[origin.toLowerCase()]);
    return gates[kind ?? profile.gates[origin].kind];
  };
  const pairs = [
    [deadline, hours(former.hours ?? "-"), hours(now.hours ?? "-")],
    ...ORIGINS.map((origin) => [origins[origin], gateOf(former, origin), gateOf(now, origin)]),
  ] as const;
  const changed = pairs.flatMap(([what = "", before = "", after = ""]) =>
    before === after ? [] : [differs(what, before, after)],
  );
  return [
    ...(former.number === sop.number || former.number === undefined ? [] : [text(replaces(former.number))]),
    ...(changed.length > 0 ? [text(changed.map((each) => `• ${each}`).join("\n"))] : []),
  ];
};

/** What was done to an SOP, with what is another now and the way back. */
export const sopView = (scenery: Scenery, content: ContentOf<"sop">): View => {
  const { sopId, number, agencyId, change, former } = content;
  const { directory, words } = scenery;
  const { sop, buttons } = words.settings;
  const found = change === "ended" ? undefined : directory.sops.find(({ id }) => id === sopId);
  const sentence = sop[change](number, whoseInside(scenery, agencyId));
  const basis = basisParts(scenery, scenery.profile.deadline.sop);
  return {
    summary: sentence,
    blocks: [
      text(sentence),
      ...(found && former ? differences(scenery, found, former) : []),
      ...(found ? [sopBlock(scenery, found)] : []),
      text(sop.onlyNew),
      ...basis.notes,
    ],
    presses: [
      former ? [press(buttons.restore, "sop", former)] : [],
      found ? sopPresses(scenery, found) : [],
      basis.presses,
    ],
  };
};
