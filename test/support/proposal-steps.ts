import fc from "fast-check";
import { returnProposal, select, undoSelection } from "../../src/domain/proposal/deciding.js";
import { collect, revise, startEditing, stopEditing, submit } from "../../src/domain/proposal/drafting.js";
import type { Proposal, ProposalContent } from "../../src/domain/proposal/model.js";
import type { ProposalOutcome } from "../../src/domain/proposal/outcome.js";
import { correct, finish, publishOn, replaceAddress, withdraw } from "../../src/domain/proposal/publishing.js";

const PEOPLE = ["person-1", "person-2", "person-3"] as const;
export const ACCOUNTS = ["account-a", "account-b", "account-c"] as const;
const BEGIN = Date.UTC(2026, 2, 2, 2);
/** Seconds until the next step: at once, just inside and just outside the two minutes of an undo, days. */
const PAUSES = [0, 30, 120, 121, 90_000] as const;

/** Every transition of the machine but `collect`, which makes the proposal. */
export const transitions = [
  "revise",
  "submit",
  "startEditing",
  "stopEditing",
  "select",
  "returnProposal",
  "undoSelection",
  "publishOn",
  "replaceAddress",
  "finish",
  "correct",
  "withdraw",
] as const;
export type Transition = (typeof transitions)[number];

/** One step with its choices, decoded against the proposal it meets. */
export interface StepChoice {
  readonly transition: Transition;
  readonly who: number;
  readonly which: number;
  readonly own: boolean;
  readonly pause: number;
}

/** What a whole run is under: whether content needs approval, by how many, and whether an edit may keep it. */
export interface Terms {
  readonly gate: "none" | "approve";
  readonly needed: number;
  readonly editsKeepApproval: boolean;
}

export const terms: fc.Arbitrary<Terms> = fc.record({
  gate: fc.constantFrom("approve", "approve", "approve", "none"),
  needed: fc.constantFrom(1, 1, 2),
  editsKeepApproval: fc.boolean(),
});

const small = (max: number) => fc.nat({ max });

/** Transitions that lead on come more often than the one that ends. */
const often: readonly Transition[] = [
  "submit",
  "submit",
  "select",
  "select",
  "select",
  "publishOn",
  "publishOn",
  "undoSelection",
];

export const stepChoice: fc.Arbitrary<StepChoice> = fc.record({
  transition: fc.constantFrom(...transitions.filter((each) => each !== "withdraw"), ...transitions, ...often),
  who: small(PEOPLE.length - 1),
  which: small(4),
  own: fc.boolean(),
  pause: small(PAUSES.length - 1),
});

const contentOf = (which: number): ProposalContent => ({
  theme: "Layanan",
  body: `naskah ${which}`,
  hashtags: ["layanan"],
  accountIds: ACCOUNTS.slice(0, 1 + (which % 2)),
  attachments: [],
  reasons: {},
  ethicsRead: true,
});

/** A proposal as it is before any step. */
export const collected = (): Proposal =>
  collect({
    id: "proposal-1",
    agencyId: "agency",
    content: contentOf(0),
    caseIds: [],
    by: PEOPLE[0],
    at: new Date(BEGIN),
  }).next;

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("an empty list has no members");
  return found;
};

interface Moment {
  readonly at: Date;
  /** Unique within the run. */
  readonly tag: string;
}

const decisionOf = (proposal: Proposal, choice: StepChoice, { at: now, tag }: Moment, { needed }: Terms) => ({
  decisionId: `decision-${tag}`,
  by: at(PEOPLE, choice.who),
  appointmentId: `appointment-${choice.who}`,
  position: "Kepala Bidang",
  needed,
  at: now,
  ...(choice.which < 3 ? {} : { textId: proposal.versions.at(-1 - (choice.which - 3))?.id ?? "unknown" }),
});

const undoStep = (proposal: Proposal, choice: StepChoice, moment: Moment, under: Terms): ProposalOutcome => {
  const { textId: _, ...input } = decisionOf(proposal, choice, moment, under);
  const undone = proposal.decisions.at(choice.own ? -1 : -1 - choice.which);
  const by = choice.own ? (undone?.personId ?? input.by) : input.by;
  return undoSelection(proposal, { ...input, by, undoes: undone?.id ?? "unknown" });
};

/** An address of its own, or one that may have been said before. */
const urlOf = ({ own, pause }: StepChoice, tag: string): string => `https://example.id/${own ? pause : `p-${tag}`}`;

/** Takes one step. */
export const takeStep = (proposal: Proposal, choice: StepChoice, moment: Moment, under: Terms): ProposalOutcome => {
  const { at: now, tag } = moment;
  const by = at(PEOPLE, choice.who);
  const content = contentOf(choice.which);
  switch (choice.transition) {
    case "revise":
      return revise(proposal, { content, by, at: now });
    case "submit":
      return submit(proposal, {
        versionId: `version-${tag}`,
        hash: `hash of ${content.body}`,
        content,
        by,
        at: now,
        gate: { kind: under.gate, level: "regulation", citation: "Lamp. D angka 2" },
        keepsApproval: under.editsKeepApproval && choice.own,
      });
    case "startEditing":
      return startEditing(proposal, { by, at: now });
    case "stopEditing":
      return stopEditing(proposal, { at: now });
    case "select":
      return select(proposal, decisionOf(proposal, choice, moment, under));
    case "returnProposal":
      return returnProposal(proposal, { ...decisionOf(proposal, choice, moment, under), reason: "perbaiki" });
    case "undoSelection":
      return undoStep(proposal, choice, moment, under);
    case "publishOn": {
      const accountId = at(ACCOUNTS, choice.which);
      return publishOn(proposal, { publicationId: `post-${tag}`, accountId, url: urlOf(choice, tag), by, at: now });
    }
    case "replaceAddress": {
      const accountId = at(ACCOUNTS, choice.which);
      return replaceAddress(proposal, { accountId, url: urlOf(choice, tag), reason: "salah salin", by, at: now });
    }
    case "finish":
      return finish(proposal, { at: now });
    case "correct":
      return correct(proposal, { reason: "salah tanggal", by, at: now });
    case "withdraw":
      return withdraw(proposal, { reason: "batal", by, at: now });
  }
};

/** A step that was taken. */
export interface Taken {
  readonly choice: StepChoice;
  readonly before: Proposal;
  readonly after: Proposal;
  readonly outcome: ProposalOutcome;
  /** Who wrote on the newest version before the step, and who submitted it. */
  readonly wrote: readonly string[];
}

/** Takes the steps one after the other and shows each; answers with the proposal as it is then. */
export const walk = (steps: readonly StepChoice[], under: Terms, see: (taken: Taken) => void): Proposal => {
  let proposal = collected();
  let now = BEGIN;
  let wrote: readonly string[] = [];
  let writing: readonly string[] = [PEOPLE[0]];
  for (const [index, choice] of steps.entries()) {
    now += at(PAUSES, choice.pause) * 1_000;
    const outcome = takeStep(proposal, choice, { at: new Date(now), tag: String(index) }, under);
    const after = "next" in outcome ? outcome.next : proposal;
    see({ choice, before: proposal, after, outcome, wrote });
    if (after !== proposal && choice.transition === "revise") writing = [...writing, at(PEOPLE, choice.who)];
    if (after.versions.length > proposal.versions.length) wrote = [...writing, at(PEOPLE, choice.who)];
    if (!after.draft) writing = [];
    proposal = after;
  }
  return proposal;
};
