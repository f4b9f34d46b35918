import { note, text } from "../../chatkit/blocks.js";
import { dayIn } from "../../domain/time/local-day.js";
import type { ContentOf } from "../../ports/message-content.js";
import { graceEnd } from "../access.js";
import { type EndingTerm, endingTerms } from "../registry/ending-terms.js";
import { mentionsOf } from "./people.js";
import { basisParts, codeOf, lastDay, shortName } from "./registry-parts.js";
import { roleWord } from "./role-word.js";
import { agencyName, channelTo, personName } from "./scenery.js";
import { type Press, press, type Scenery, type View } from "./view.js";

/** Many letters end on the last day of the year: the rest is counted. */
const MOST_LINES = 15;
const MOST_PRESSES = 5;
const DAY_MS = 86_400_000;

/** Whole local days from today to the last day: 0 on that day. */
const daysUntil = ({ directory, now }: Scenery, validUntil: Date): number => {
  const { zone } = directory.government;
  const last = dayIn(zone, new Date(validUntil.getTime() - 1));
  return Math.round((Date.parse(last) - Date.parse(dayIn(zone, now))) / DAY_MS);
};

const lineOf = (scenery: Scenery, { appointment }: EndingTerm): string => {
  const { ending, letter } = scenery.words.registry;
  const { personId, role, position, acting, agencyId, instrument, number, validUntil } = appointment;
  // A position may end as the agency's name begins: "Sekretaris Dinas", "Dinas Perhubungan".
  const what = acting ? `${position},` : roleWord(scenery, role);
  const who = `${personName(scenery, personId)}, ${what} ${agencyName(scenery, agencyId)}`;
  const by = number === "" ? "" : ` (${letter(instrument, number)})`;
  const grace = graceEnd(appointment, scenery.now);
  const last = lastDay(scenery, validUntil);
  if (grace) return ending.grace(`${who}${by}`, last, lastDay(scenery, grace));
  return ending.soon(`${who}${by}`, last, daysUntil(scenery, validUntil));
};

const isOfSame = (a: EndingTerm, b: EndingTerm): boolean =>
  a.appointment.personId === b.appointment.personId && a.appointment.agencyId === b.appointment.agencyId;

/** Two people of one name, as far as a button shows it, are told apart by their agencies or else by their roles. */
const labelOf = (scenery: Scenery, { appointment }: EndingTerm, all: readonly EndingTerm[]): string => {
  const nameOf = (personId: string) => shortName(personName(scenery, personId));
  const name = nameOf(appointment.personId);
  const namesakes = all.map((each) => each.appointment).filter(({ personId }) => nameOf(personId) === name);
  if (namesakes.length === 1) return name;
  const isAlone = namesakes.filter(({ agencyId }) => agencyId === appointment.agencyId).length === 1;
  return `${name} (${isAlone ? codeOf(scenery, appointment.agencyId) : shortName(roleWord(scenery, appointment.role))})`;
};

/** One for each person of an agency, whatever ends. */
const memberPresses = (scenery: Scenery, terms: readonly EndingTerm[]): readonly Press[] => {
  const once = terms.filter((term, index) => terms.findIndex((each) => isOfSame(each, term)) === index);
  return once.slice(0, MOST_PRESSES).map((term) => {
    const { personId: member, agencyId } = term.appointment;
    return press(labelOf(scenery, term, once), "member", { member, agency: codeOf(scenery, agencyId) });
  });
};

/** Officers go on for some days: by whose wish. */
const graceRule = ({ profile }: Scenery, terms: readonly EndingTerm[]) =>
  terms.some(({ stage }) => stage === "grace")
    ? profile.interpretations.find(({ code }) => code === "officer-grace")
    : undefined;

/** Who acts for an official is named anew, by another command. */
const adviceOn = ({ words }: Scenery, terms: readonly EndingTerm[]) => {
  const { ending } = words.registry;
  return [
    ...(terms.some(({ appointment: { acting } }) => !acting) ? [text(ending.advice)] : []),
    ...(terms.some(({ appointment: { acting } }) => acting) ? [text(ending.actingAdvice)] : []),
  ];
};

/** Appointments that end soon or have ended, to whom they concern; what was renewed or ended meanwhile is left out. */
export const endingTermsView = (scenery: Scenery, { items }: ContentOf<"ending-terms">): View | "drop" => {
  const { directory, now, words } = scenery;
  const { ending } = words.registry;
  const terms = endingTerms(directory, now).filter(({ appointment: { id } }) =>
    items.some(({ appointmentId }) => appointmentId === id),
  );
  if (terms.length === 0) return "drop";
  const shown = terms.slice(0, MOST_LINES);
  const rest = terms.length - shown.length;
  const people = directory.people.filter(({ id }) => shown.some(({ appointment }) => appointment.personId === id));
  const here = channelTo(scenery);
  const basis = basisParts(scenery, graceRule(scenery, shown));
  return {
    summary: ending.heading,
    blocks: [
      text(
        ...(here?.purpose === "work" ? mentionsOf(scenery, people, here.agencyId, ["work"]) : []),
        [ending.heading, ...shown.map((term) => `• ${lineOf(scenery, term)}`)].join("\n"),
      ),
      ...(rest > 0 ? [text(ending.more(rest))] : []),
      ...adviceOn(scenery, shown),
      note(ending.policy),
      ...basis.notes,
    ],
    presses: [memberPresses(scenery, shown), basis.presses],
  };
};
