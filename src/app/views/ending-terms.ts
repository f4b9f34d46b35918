import { note, text } from "../../chatkit/blocks.js";
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

const lineOf = (scenery: Scenery, { appointment }: EndingTerm): string => {
  const { ending, letter } = scenery.words.registry;
  const { personId, role, position, acting, agencyId, instrument, number, validUntil } = appointment;
  const what = acting ? position : roleWord(scenery, role);
  const who = `${personName(scenery, personId)}, ${what} ${agencyName(scenery, agencyId)}`;
  const by = number === "" ? "" : ` (${letter(instrument, number)})`;
  const grace = graceEnd(appointment, scenery.now);
  const last = lastDay(scenery, validUntil);
  if (grace) return ending.grace(`${who}${by}`, last, lastDay(scenery, grace));
  const days = Math.ceil((validUntil.getTime() - scenery.now.getTime()) / DAY_MS);
  return ending.soon(`${who}${by}`, last, days);
};

const memberPress = (scenery: Scenery, { appointment: { personId, agencyId } }: EndingTerm): Press =>
  press(shortName(personName(scenery, personId)), "member", { member: personId, agency: codeOf(scenery, agencyId) });

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
    presses: [shown.slice(0, MOST_PRESSES).map((term) => memberPress(scenery, term)), basis.presses],
  };
};
