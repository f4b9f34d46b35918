import { bold, heading, note, plain, text } from "../../chatkit/blocks.js";
import { type ActingAppointment, actingFrom } from "../../domain/registry/acting.js";
import type { Appointment } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import type { ContentOf } from "../../ports/message-content.js";
import { draftingOfficial } from "../registry/drafting-official.js";
import { emptyLine, pageNote, pagePresses } from "./lists.js";
import { appointmentsFor, holdersOf, mentionsOf } from "./people.js";
import { basisParts, codeOf, lastDay, pageFrom, shortName } from "./registry-parts.js";
import { agencyName, dateIn, personName } from "./scenery.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** Each has a button. */
const PAGE_SIZE = 4;

/** Who acts, as what, in whose place and until when, in one sentence. */
export const actingSentence = (scenery: Scenery, { personId, position, acting, validUntil }: Appointment): string =>
  scenery.words.registry.acting.stands(
    `${personName(scenery, personId)}, ${position}`,
    personName(scenery, acting?.insteadOf ?? ""),
    validUntil ? lastDay(scenery, validUntil) : "",
  );

/** From which day to which, and by what letter. */
const termWords = (scenery: Scenery, each: ActingAppointment): readonly string[] => {
  const { acting, letter } = scenery.words.registry;
  return [
    acting.period(dateIn(scenery, each.validFrom), lastDay(scenery, each.validUntil)),
    ...(each.number === "" ? [] : [letter(each.instrument, each.number)]),
  ];
};

const actingBlock = (scenery: Scenery, each: ActingAppointment): Block => {
  const instead = scenery.words.registry.acting.insteadOf(personName(scenery, each.acting.insteadOf));
  const facts = [instead, ...termWords(scenery, each)];
  return text(bold(personName(scenery, each.personId)), plain(` · ${each.position}\n${facts.join(" · ")}`));
};

/** Opens the form in which an official, or who may for them, names somebody. */
export const leavePress = (scenery: Scenery, agencyId: string, reader: "official" | "names"): Press =>
  pressForm(scenery.words.registry.buttons[reader === "official" ? "leave" : "name"], "acting", {
    register: "yes",
    agency: codeOf(scenery, agencyId),
  });

const endPress = (scenery: Scenery, { id, personId }: Appointment): Press =>
  press(scenery.words.registry.buttons.endOf(shortName(personName(scenery, personId))), "endacting", {
    appointment: id,
  });

/** Officials who all draft as well: whose text one of them wrote is then decided by the head or Diskominfo. */
const draftingWarning = (scenery: Scenery, agencyId: string): readonly Block[] => {
  const found = draftingOfficial(scenery.directory, agencyId, scenery.now);
  if (found === undefined) return [];
  const { official, instead } = found;
  const { acting } = scenery.words.registry;
  if (!instead) return [text(acting.draftsAlone(official.name))];
  return [text(acting.drafts(official.name, scenery.profile.roles[instead].name[scenery.locale]))];
};

/** That others act in other agencies, whose list is asked for by their code. */
const elsewhereNote = (scenery: Scenery, agencyIds: readonly string[]): readonly Block[] => {
  const [first] = agencyIds;
  if (first === undefined) return [];
  const names = agencyIds.map((id) => `${agencyName(scenery, id)} (${codeOf(scenery, id)})`).join(", ");
  return [note(scenery.words.registry.acting.elsewhere(names, codeOf(scenery, first)))];
};

/** No text speaks of acting officials: what they may do is our reading of it. */
const ruleOf = ({ profile }: Scenery) => profile.interpretations.find(({ code }) => code === "acting");

/** Who acts for the agency's officials now and later, with how to end it or name another where the reader may. */
export const actingsView = (scenery: Scenery, content: ContentOf<"actings">): View => {
  const { agencyId, page, reader, mayEnd = [], elsewhere = [] } = content;
  const { directory, now, words } = scenery;
  const { acting } = words.registry;
  const all = actingFrom(directory, now).filter((each) => each.agencyId === agencyId);
  const found = pageFrom(all, page, PAGE_SIZE);
  const { items } = found;
  const title = acting.heading(agencyName(scenery, agencyId), all.length);
  const nothing = acting.empty(agencyName(scenery, agencyId));
  const basis = basisParts(scenery, ruleOf(scenery));
  return {
    summary: all.length === 0 ? nothing : title,
    blocks: [
      heading(title),
      ...(items.length > 0
        ? items.map((each) => actingBlock(scenery, each))
        : [emptyLine(scenery, all.length, nothing)]),
      ...pageNote(scenery, page, found),
      ...elsewhereNote(scenery, elsewhere),
      ...draftingWarning(scenery, agencyId),
      ...basis.notes,
    ],
    presses: [
      ...(reader === "other" ? [] : [[leavePress(scenery, agencyId, reader)]]),
      items.filter(({ id }) => mayEnd.includes(id)).map((each) => endPress(scenery, each)),
      pagePresses(scenery, "acting", { agency: codeOf(scenery, agencyId) }, page, found.more),
      basis.presses,
    ],
  };
};

/** Whether who is acted for still has the post, and may decide: a Plt. may have taken one that is vacant. */
const stillOfficial = (scenery: Scenery, { agencyId, acting }: Appointment): boolean =>
  appointmentsFor(scenery, agencyId, "official").some((each) => each.personId === acting?.insteadOf && !each.acting);

/** What was done: somebody was named, or acts no more. Whom it concerns is mentioned. */
export const actingView = (scenery: Scenery, { appointmentId, change }: ContentOf<"acting">): View | "drop" => {
  const { directory, words } = scenery;
  const found = directory.appointments.find(({ id }) => id === appointmentId);
  if (!found?.acting || !found.validUntil) return "drop";
  const { acting: instead, validUntil, personId, agencyId, position } = found;
  const { acting } = words.registry;
  const isThere = stillOfficial(scenery, found);
  const named = directory.people.filter(({ id }) => id === personId || (isThere && id === instead.insteadOf));
  const isOfficer = holdersOf(scenery, agencyId, ["officer"]).some(({ id }) => id === personId);
  const isNamed = change === "named";
  const sentence = isNamed ? actingSentence(scenery, found) : acting.ended(personName(scenery, personId), position);
  const basis = basisParts(scenery, ruleOf(scenery));
  return {
    summary: sentence,
    blocks: [
      text(...mentionsOf(scenery, named, agencyId, ["approval", "work"]), sentence),
      ...(isNamed ? [text(termWords(scenery, { ...found, acting: instead, validUntil }).join(" · "))] : []),
      ...(isNamed && isThere ? [text(acting.stillDecides)] : []),
      ...(isNamed && isOfficer ? [text(acting.ownTexts(personName(scenery, personId)))] : []),
      ...(isNamed ? basis.notes : []),
    ],
    presses: isNamed
      ? [[press(words.registry.buttons.end, "endacting", { appointment: appointmentId })], basis.presses]
      : [],
  };
};
