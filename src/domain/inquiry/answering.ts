import { standingDecisions } from "../approval/queries.js";
import type { Written } from "../attachment.js";
import { refuse } from "../refusal.js";
import type { AnswerOrigin, Basis, GateKind } from "../registry/model.js";
import type { Answer, Case, InquiryStatus } from "./model.js";
import type { Fact, Outcome } from "./outcome.js";
import { answeredForwards, currentAnswer, openForwardOf, openForwards } from "./queries.js";

/** What each origin's answer has to pass in this agency: the profile's gates, made stricter by its SOP. */
export type Gates = Readonly<Record<AnswerOrigin, Basis & { readonly kind: GateKind }>>;

export interface AnswerInput extends Written {
  readonly answerId: string;
  /** SHA-256 of text and files (see `hashedContent`), hexadecimal. */
  readonly hash: string;
  readonly by: string;
  readonly at: Date;
  readonly gates: Gates;
}

const statusAfter: Record<GateKind, InquiryStatus> = { none: "ready", report: "reporting", approve: "approval" };

/**
 * The official held or returned a reported text of this round, and did not take that back: the decision is theirs from then
 * on, and neither a new version nor another agency's answer gets round that.
 */
const isStopped = (inquiry: Case, gates: Gates): boolean =>
  inquiry.answers
    .filter((answer) => answer.round === inquiry.round && gates[answer.origin].kind === "report")
    .flatMap((answer) => standingDecisions(inquiry.decisions, answer.id))
    .some(({ kind }) => kind === "hold" || kind === "reject");

/** As facts tell them: left out where there are none. */
const filesOf = ({ attachments }: Written) => (attachments.length > 0 ? { attachments } : {});

/** Adds a version and lets it enter its gate; whatever an earlier version had passed no longer counts. */
const submit = (inquiry: Case, origin: AnswerOrigin, input: AnswerInput, before: readonly Fact[]): Outcome => {
  const { answerId, text, attachments, hash, by, at } = input;
  const rule = input.gates[origin];
  const gate = isStopped(inquiry, input.gates) ? { ...rule, kind: "approve" as const } : rule;
  const version = inquiry.answers.length + 1;
  const written = { text, attachments, hash, authorId: by, at };
  const answer: Answer = { id: answerId, round: inquiry.round, version, origin, ...written };
  const passed = gate.kind === "none";
  const facts: Fact[] = [
    ...before,
    { kind: "answerSubmitted", answerId, version, origin, gate: gate.kind, hash, text, ...filesOf(input) },
  ];
  if (passed) facts.push({ kind: "ready", answerId, version });
  return {
    next: {
      ...inquiry,
      answers: [...inquiry.answers, answer],
      gate: { ...gate, textId: answerId, passed },
      status: statusAfter[gate.kind],
      updatedAt: at,
    },
    facts,
  };
};

/** Whether these are the agency's words, with no files but its own. */
const isWordsOf = (agency: Written | undefined, { text, attachments }: Written): boolean =>
  agency?.text === text &&
  attachments.every((file) => agency.attachments.some((own) => own.key === file.key && own.altText === file.altText));

/**
 * Only a related agency's accepted answer, with none outstanding, opens the gate "forwarded" (docs/cases.md, "Gates").
 * The holder accepts it by putting it together, by editing it, or, beside a text of its own, by sending the agency's words.
 */
const originOf = (inquiry: Case, written: Written): AnswerOrigin => {
  const answered = openForwards(inquiry).length > 0 ? [] : answeredForwards(inquiry);
  const edits = inquiry.status === "answered" || currentAnswer(inquiry)?.origin === "forwarded";
  if (answered.some((each) => edits || isWordsOf(each.answer, written))) return "forwarded";
  if (inquiry.status === "drafting" || currentAnswer(inquiry)?.origin === "inHouse") return "inHouse";
  return "available";
};

/** The holder's own answer, or its new version of one. Voids what an earlier version had passed. */
export const answerCase = (inquiry: Case, input: AnswerInput): Outcome => {
  if (inquiry.status === "closed" || inquiry.status === "published")
    return refuse("closedCase", { code: inquiry.code });
  if (currentAnswer(inquiry)?.hash === input.hash && inquiry.status !== "answered" && inquiry.status !== "forwarded")
    return refuse("unchanged", { code: inquiry.code });
  return submit(inquiry, originOf(inquiry, input), input, []);
};

/**
 * The answer of a related agency. As the only one it becomes the case's answer and enters the gate at once; among several
 * it waits for the officer who puts them together; beside an answer the holder already gave it is kept and told.
 */
export const answerForward = (inquiry: Case, input: AnswerInput & { readonly agencyId: string }): Outcome => {
  if (inquiry.status === "closed") return refuse("closedCase", { code: inquiry.code });
  const open = openForwardOf(inquiry, input.agencyId);
  if (!open) return refuse("noOpenForward", { code: inquiry.code });
  const waiting = inquiry.status === "forwarded";
  const forwards = inquiry.forwards.map((each) =>
    each.id === open.id
      ? {
          ...each,
          status: "answered" as const,
          answer: { text: input.text, attachments: input.attachments, by: input.by, at: input.at },
        }
      : each,
  );
  const answered: Case = { ...inquiry, forwards, updatedAt: input.at };
  const fact: Fact = {
    kind: "agencyAnswered",
    forwardId: open.id,
    agencyId: open.agencyId,
    text: input.text,
    ...filesOf(input),
    aside: !waiting,
  };
  if (!waiting) return { next: answered, facts: [fact] };
  if (openForwards(answered).length > 0) return { next: answered, facts: [fact] };
  if (answeredForwards(answered).length > 1) return { next: { ...answered, status: "answered" }, facts: [fact] };
  return submit(answered, "forwarded", input, [fact]);
};
