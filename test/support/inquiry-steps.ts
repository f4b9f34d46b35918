import fc from "fast-check";
import { gatesOf } from "../../src/app/rules.js";
import { answerCase, answerForward, type Gates } from "../../src/domain/inquiry/answering.js";
import { acknowledge, approve, deliverReport, hold, reject, undo } from "../../src/domain/inquiry/deciding.js";
import { close, publish, reopen } from "../../src/domain/inquiry/ending.js";
import { deliverForward, forward, returnForward, takeForward } from "../../src/domain/inquiry/forwarding.js";
import type { Case } from "../../src/domain/inquiry/model.js";
import type { Outcome } from "../../src/domain/inquiry/outcome.js";
import { receive, startDraft } from "../../src/domain/inquiry/receive.js";
import { profiles } from "../../src/regulations/profiles.js";
import { exampleDirectory, type GovernmentId } from "./example-directory.js";

/** The holder of every case of these runs, and the communications office. */
export const HOME = "agency-home";
export const OFFICE = "agency-office";
const AGENCIES = ["agency-a", "agency-b", OFFICE, HOME] as const;
const PEOPLE = ["person-1", "person-2", "person-3"] as const;
const BEGIN = Date.UTC(2026, 2, 2, 2);

/** Seconds until the next step: at once, just inside and just outside the two minutes of an undo, days. */
const PAUSES = [0, 30, 120, 121, 90_000] as const;

/** Every transition of the machine but `receive`, which makes the case. */
export const transitions = [
  "startDraft",
  "forward",
  "deliverForward",
  "takeForward",
  "returnForward",
  "answerForward",
  "answerCase",
  "deliverReport",
  "approve",
  "reject",
  "acknowledge",
  "hold",
  "undo",
  "publish",
  "close",
  "reopen",
] as const;
export type Transition = (typeof transitions)[number];

/** One step with its choices, decoded against the case it meets. `recent`: it names only parts of the present round. */
export interface StepChoice {
  readonly transition: Transition;
  readonly who: number;
  readonly agency: number;
  readonly from: number;
  readonly several: boolean;
  readonly which: number;
  readonly pause: number;
}

/** What a whole run is under: the gates of the holder, and whether a report waits for "Mengetahui". */
export interface Terms {
  readonly gates: Gates;
  /** How many officials have to approve. */
  readonly needed: number;
  readonly needsAcknowledgement: boolean;
}

const gatesUnder = (id: GovernmentId, sop?: object): Gates => {
  const directory = exampleDirectory(id, (each) => ({
    ...each,
    sops: sop ? [{ id: "sop", agencyId: `${id}-dukcapil`, number: "9", issuer: "Kepala", gates: sop }] : [],
  }));
  const profile = profiles.find(({ key }) => key === directory.government.profile);
  if (!profile) throw new Error(`no profile of ${id}`);
  return gatesOf(directory, profile, `${id}-dukcapil`);
};

/** The gates of each profile, and those of an agency whose SOP asks for more. */
export const gatesOfProfiles = {
  kobar: gatesUnder("kobar"),
  klaten: gatesUnder("klaten"),
  jabar: gatesUnder("jabar"),
  kobarWithSop: gatesUnder("kobar", { available: "report", forwarded: "approve" }),
} as const;

export const terms: fc.Arbitrary<Terms> = fc.record({
  gates: fc.constantFrom(...Object.values(gatesOfProfiles), gatesOfProfiles.jabar),
  needed: fc.constantFrom(1, 1, 2),
  needsAcknowledgement: fc.boolean(),
});

const small = (max: number) => fc.nat({ max });

/** The steps people and deliveries take; the transitions that lead on come more often than those that end. */
const often: readonly Transition[] = [
  "forward",
  "forward",
  "answerForward",
  "answerForward",
  "returnForward",
  "answerCase",
  "answerCase",
  "deliverReport",
  "approve",
  "reject",
  "hold",
  "undo",
];

export const stepChoice: fc.Arbitrary<StepChoice> = fc.record({
  transition: fc.constantFrom(...transitions, ...often),
  who: small(PEOPLE.length - 1),
  agency: small(AGENCIES.length - 1),
  from: small(AGENCIES.length + 3),
  several: fc.boolean(),
  which: small(4),
  pause: small(PAUSES.length - 1),
});

/** A case as it is before any step, and the time it was received at. */
export const received = (): Case =>
  receive({ id: "case-1", agencyId: HOME, text: "Kapan?", attachments: [], by: PEOPLE[0], at: new Date(BEGIN) }).next;

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("an empty list has no members");
  return found;
};

/** Counting back from the newest, or something that was never there. */
const newest = (parts: readonly { readonly id: string }[], which: number): string =>
  parts.at(-1 - which)?.id ?? `unknown-${which}`;

const ofRound = <T extends { readonly round: number }>(parts: readonly T[], inquiry: Case, recent: boolean) =>
  recent ? parts.filter((part) => part.round === inquiry.round) : parts;

interface Moment {
  readonly at: Date;
  /** Unique within the run. */
  readonly tag: string;
  /** The step may only name parts of the present round. */
  readonly recent: boolean;
}

const forwardStep = (inquiry: Case, choice: StepChoice, { at: now, tag }: Moment): Outcome => {
  const names = choice.several ? [choice.agency, choice.agency + 1 + (choice.which % 4)] : [choice.agency];
  const fromAgencyId = at([...AGENCIES, HOME, HOME, HOME, HOME], choice.from);
  return forward(inquiry, {
    targets: names.map((name, index) => ({
      forwardId: `forward-${tag}-${index}`,
      agencyId: at(AGENCIES, name),
      agencyName: at(AGENCIES, name),
      ...(choice.which === 0 ? {} : { clock: { hours: 24, level: "regulation", citation: "Lamp. B angka 4" } }),
    })),
    by: at(PEOPLE, choice.who),
    fromAgencyId,
    asCommunications: fromAgencyId === OFFICE,
    communicationsAgencyId: OFFICE,
    at: now,
  });
};

const decisionOf = (inquiry: Case, choice: StepChoice, { at: now, tag, recent }: Moment, { needed }: Terms) => ({
  decisionId: `decision-${tag}`,
  by: at(PEOPLE, choice.who),
  appointmentId: `appointment-${choice.who}`,
  position: "Kepala Bidang",
  needed,
  at: now,
  ...(choice.which < 2 ? {} : { textId: newest(ofRound(inquiry.answers, inquiry, recent), choice.which - 2) }),
});

const answerOf = (choice: StepChoice, { at: now, tag }: Moment, { gates }: Terms) => ({
  answerId: `answer-${tag}`,
  text: `text ${choice.which}`,
  attachments: [],
  hash: `hash of text ${choice.which}`,
  by: at(PEOPLE, choice.who),
  at: now,
  gates,
});

const undoStep = (inquiry: Case, choice: StepChoice, moment: Moment, under: Terms): Outcome => {
  const present = new Set(ofRound(inquiry.answers, inquiry, moment.recent).map(({ id }) => id));
  const { textId: _, ...input } = decisionOf(inquiry, choice, moment, under);
  const undoes = newest(
    inquiry.decisions.filter((decision) => present.has(decision.textId)),
    choice.several ? 0 : choice.which,
  );
  const by = inquiry.decisions.find(({ id }) => id === undoes && choice.several)?.personId ?? input.by;
  return undo(inquiry, { ...input, by, undoes, reportNeedsAcknowledgement: under.needsAcknowledgement });
};

/** Takes one step. `recent` limits it to what belongs to the present round, as somebody would who knows no other. */
export const takeStep = (inquiry: Case, choice: StepChoice, moment: Moment, under: Terms): Outcome => {
  const { at: now, tag, recent } = moment;
  const by = at(PEOPLE, choice.who);
  const agency = { agencyId: at(AGENCIES, choice.agency), by, at: now };
  switch (choice.transition) {
    case "startDraft":
      return startDraft(inquiry, { at: now });
    case "forward":
      return forwardStep(inquiry, choice, moment);
    case "deliverForward": {
      const forwardId = newest(ofRound(inquiry.forwards, inquiry, recent), choice.which);
      return deliverForward(inquiry, { forwardId, at: now, ...(choice.several ? { deadlineAt: now } : {}) });
    }
    case "takeForward":
      return takeForward(inquiry, agency);
    case "returnForward":
      return returnForward(inquiry, { ...agency, reason: "bukan kami", communicationsAgencyId: OFFICE });
    case "answerForward":
      return answerForward(inquiry, { ...answerOf(choice, moment, under), agencyId: agency.agencyId });
    case "answerCase":
      return answerCase(inquiry, answerOf(choice, moment, under));
    case "deliverReport": {
      const answerId = newest(ofRound(inquiry.answers, inquiry, recent), choice.which % 2);
      return deliverReport(inquiry, { answerId, at: now, needsAcknowledgement: under.needsAcknowledgement });
    }
    case "approve":
      return approve(inquiry, decisionOf(inquiry, choice, moment, under));
    case "reject":
      return reject(inquiry, { ...decisionOf(inquiry, choice, moment, under), reason: "perbaiki" });
    case "acknowledge":
      return acknowledge(inquiry, decisionOf(inquiry, choice, moment, under));
    case "hold":
      return hold(inquiry, decisionOf(inquiry, choice, moment, under));
    case "undo":
      return undoStep(inquiry, choice, moment, under);
    case "publish":
      return publish(inquiry, { publicationId: `publication-${tag}`, by, at: now });
    case "close":
      return close(inquiry, { reason: "noted", by, at: now });
    case "reopen":
      return reopen(inquiry, { reason: "bertanya lagi", by, at: now });
  }
};

/** One step that was taken. `after` is the very same object as `before` where it was refused. */
export interface Taken {
  readonly choice: StepChoice;
  readonly before: Case;
  readonly outcome: Outcome;
  readonly after: Case;
}

/** Takes the steps one after another, telling of each. */
export const walk = (
  choices: readonly StepChoice[],
  under: Terms,
  told: (taken: Taken) => void,
  from: Case = received(),
  recent = false,
): Case => {
  let inquiry = from;
  let ms = Math.max(BEGIN, from.updatedAt.getTime());
  for (const [index, choice] of choices.entries()) {
    ms += (PAUSES[choice.pause] ?? 0) * 1_000;
    const moment = { at: new Date(ms), tag: `${from.round}.${index}`, recent };
    const outcome = takeStep(inquiry, choice, moment, under);
    const after = "refusal" in outcome ? inquiry : outcome.next;
    told({ choice, before: inquiry, outcome, after });
    inquiry = after;
  }
  return inquiry;
};
