import { bold, heading, quote, text } from "../../chatkit/blocks.js";
import type { Answer, Case, Decision } from "../../domain/inquiry/model.js";
import { standingDecision } from "../../domain/inquiry/queries.js";
import type { GateKind } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { fileBlocks, fileChanges } from "./attachments.js";
import { basisNote, basisPress } from "./case-basis.js";
import { decisionText, statusText } from "./case-words.js";
import { holdersOf, mentionsOf } from "./people.js";
import { differenceSpans } from "./text-difference.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** How the decision about one exact text stands. */
type Standing =
  | { readonly kind: "open"; readonly gate: "report" | "approve"; readonly held?: Decision }
  | { readonly kind: "decided"; readonly decision: Decision }
  | { readonly kind: "changed"; readonly newest: Answer; readonly decision?: Decision }
  | { readonly kind: "ended" };

const deciding: Readonly<Record<"report" | "approve", readonly Case["status"][]>> = {
  approve: ["approval"],
  report: ["reporting", "reported", "ready"],
};

const gateNow = (inquiry: Case, answer: Answer, asked: "report" | "approve"): "report" | "approve" => {
  const kind: GateKind = inquiry.gate?.answerId === answer.id ? inquiry.gate.kind : asked;
  return kind === "none" ? asked : kind;
};

const standingOf = (inquiry: Case, answer: Answer, asked: "report" | "approve"): Standing => {
  const decision = standingDecision(inquiry, answer.id);
  const newest = inquiry.answers.at(-1);
  if (newest && newest.version > answer.version) return { kind: "changed", newest, ...(decision ? { decision } : {}) };
  const gate = gateNow(inquiry, answer, asked);
  const isOpen = answer.round === inquiry.round && deciding[gate].includes(inquiry.status);
  if (isOpen && (!decision || decision.kind === "hold"))
    return { kind: "open", gate, ...(decision ? { held: decision } : {}) };
  return decision ? { kind: "decided", decision } : { kind: "ended" };
};

const requestBlock = (scenery: Scenery, inquiry: Case, answer: Answer, gate: "report" | "approve"): Block => {
  const { requests } = scenery.words.card;
  const officials = holdersOf(scenery, inquiry.agencyId, ["official"]).filter((person) => !person.shared);
  const mentions = mentionsOf(scenery, officials, inquiry.agencyId, ["approval", "work"]);
  const request = gate === "approve" ? requests.approve(inquiry.code, answer.version) : requests.report(inquiry.code);
  return text(...mentions, request);
};

const decisionLines = (scenery: Scenery, decision: Decision | undefined): readonly string[] => {
  if (!decision) return [];
  const reason = decision.reason === undefined ? "" : ` ${scenery.words.card.reason(decision.reason)}`;
  return [`${decisionText(scenery, decision)}${reason}`];
};

/** The only part of the card that changes. */
const statusBlocks = (scenery: Scenery, inquiry: Case, answer: Answer, standing: Standing): readonly Block[] => {
  const { requests } = scenery.words.card;
  switch (standing.kind) {
    case "open":
      return [
        ...decisionLines(scenery, standing.held).map((line) => text(line)),
        requestBlock(scenery, inquiry, answer, standing.gate),
      ];
    case "decided":
      return decisionLines(scenery, standing.decision).map((line) => text(line));
    case "changed":
      return [
        ...decisionLines(scenery, standing.decision),
        requests.changed(inquiry.code, standing.newest.version),
      ].map((line) => text(line));
    case "ended":
      return [text(requests.ended(inquiry.code, statusText(scenery, inquiry)))];
    default:
      return standing satisfies never;
  }
};

const textChange = ({ words }: Scenery, previous: Answer, answer: Answer): Block => {
  if (previous.text === answer.text) return text(words.card.sameText);
  const spans = differenceSpans(previous.text, answer.text);
  return spans ? { kind: "text", spans } : text(words.card.tooManyChanges);
};

const differenceBlocks = (scenery: Scenery, inquiry: Case, answer: Answer): readonly Block[] => {
  const previous = inquiry.answers.findLast((each) => each.round === answer.round && each.version < answer.version);
  if (!previous) return [];
  const { card } = scenery.words;
  return [
    text(bold(card.changes(previous.version))),
    textChange(scenery, previous, answer),
    ...fileChanges(scenery, previous.attachments, answer.attachments),
  ];
};

const pressesFor = (scenery: Scenery, inquiry: Case, answer: Answer, standing: Standing): readonly Press[] => {
  if (standing.kind !== "open") return [];
  const { buttons } = scenery.words;
  const values = { code: inquiry.code, answer: answer.id };
  return standing.gate === "approve"
    ? [press(buttons.approve, "approve", values, "primary"), pressForm(buttons.changes, "reject", values, "danger")]
    : [press(buttons.aware, "aware", values, "primary"), press(buttons.hold, "hold", values, "danger")];
};

const summaryOf = (scenery: Scenery, inquiry: Case, answer: Answer, standing: Standing): string => {
  const { requests } = scenery.words.card;
  if (standing.kind === "open" && standing.gate === "approve") return requests.approve(inquiry.code, answer.version);
  if (standing.kind === "open") return requests.report(inquiry.code);
  return `${inquiry.code} v${answer.version} · ${statusText(scenery, inquiry)}`;
};

/**
 * One exact version of an answer before the official. Heading, the citizen's words, the text, the files and their difference from the
 * version before depend on nothing that ever changes; only the status, its basis and the buttons do.
 */
export const approvalView = (scenery: Scenery, inquiry: Case, answer: Answer, asked: "report" | "approve"): View => {
  const { card } = scenery.words;
  const standing = standingOf(inquiry, answer, asked);
  const basis = standing.kind === "open" && inquiry.gate?.answerId === answer.id ? inquiry.gate : undefined;
  const steps = pressesFor(scenery, inquiry, answer, standing);
  return {
    summary: summaryOf(scenery, inquiry, answer, standing),
    blocks: [
      heading(`${inquiry.code} v${answer.version}`),
      ...statusBlocks(scenery, inquiry, answer, standing),
      text(bold(card.question)),
      quote(inquiry.text),
      ...fileBlocks(inquiry.attachments),
      text(bold(card.answer(answer.version))),
      quote(answer.text),
      ...fileBlocks(answer.attachments),
      ...differenceBlocks(scenery, inquiry, answer),
      ...(basis ? [basisNote(scenery, basis)] : []),
    ],
    presses: [steps, ...(basis ? [[basisPress(scenery, basis)]] : [])],
    pointer: card.more(inquiry.code),
  };
};
