import { bold, heading, quote, text } from "../../chatkit/blocks.js";
import type { Decision } from "../../domain/approval/model.js";
import { standingDecisions } from "../../domain/approval/queries.js";
import type { Answer, Case } from "../../domain/inquiry/model.js";
import type { GateKind } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { decisionLines, differenceBlocks, requestBlocks } from "./approval-parts.js";
import { fileBlocks } from "./attachments.js";
import { basisNote, basisPress } from "./case-basis.js";
import { statusText } from "./case-words.js";
import { type Press, press, pressForm, type Scenery, type View } from "./view.js";

/** How the decision about one exact text stands. */
type Standing =
  | { readonly kind: "open"; readonly gate: "report" | "approve"; readonly said: readonly Decision[] }
  | { readonly kind: "decided"; readonly decision: Decision }
  | { readonly kind: "changed"; readonly newest: Answer; readonly decision?: Decision }
  | { readonly kind: "ended" };

const deciding: Readonly<Record<"report" | "approve", readonly Case["status"][]>> = {
  approve: ["approval"],
  report: ["reporting", "reported", "ready"],
};

const gateNow = (inquiry: Case, answer: Answer, asked: "report" | "approve"): "report" | "approve" => {
  const kind: GateKind = inquiry.gate?.textId === answer.id ? inquiry.gate.kind : asked;
  return kind === "none" ? asked : kind;
};

const standingOf = (inquiry: Case, answer: Answer, asked: "report" | "approve"): Standing => {
  const said = standingDecisions(inquiry.decisions, answer.id);
  const decision = said.at(-1);
  const newest = inquiry.answers.at(-1);
  if (newest && newest.version > answer.version) return { kind: "changed", newest, ...(decision ? { decision } : {}) };
  const gate = gateNow(inquiry, answer, asked);
  const isOpen = answer.round === inquiry.round && deciding[gate].includes(inquiry.status);
  if (isOpen && (gate === "approve" || !decision)) return { kind: "open", gate, said };
  return decision ? { kind: "decided", decision } : { kind: "ended" };
};

const requestOf = ({ words }: Scenery, inquiry: Case, answer: Answer, gate: "report" | "approve"): string => {
  const { requests } = words.card;
  return gate === "approve" ? requests.approve(inquiry.code, answer.version) : requests.report(inquiry.code);
};

/** The only part of the card that changes. */
const statusBlocks = (scenery: Scenery, inquiry: Case, answer: Answer, standing: Standing): readonly Block[] => {
  const { requests } = scenery.words.card;
  switch (standing.kind) {
    case "open":
      return [
        ...standing.said.flatMap((each) => decisionLines(scenery, each)).map((line) => text(line)),
        ...requestBlocks(scenery, {
          agencyId: inquiry.agencyId,
          writers: [answer.authorId],
          sentence: requestOf(scenery, inquiry, answer, standing.gate),
          forApproval: standing.gate === "approve",
          said: standing.said,
        }),
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

const pressesFor = (scenery: Scenery, inquiry: Case, answer: Answer, standing: Standing): readonly Press[] => {
  if (standing.kind !== "open") return [];
  const { buttons } = scenery.words;
  const values = { code: inquiry.code, answer: answer.id };
  return standing.gate === "approve"
    ? [press(buttons.approve, "approve", values, "primary"), pressForm(buttons.changes, "reject", values, "danger")]
    : [press(buttons.aware, "aware", values, "primary"), press(buttons.hold, "hold", values, "danger")];
};

const summaryOf = (scenery: Scenery, inquiry: Case, answer: Answer, standing: Standing): string => {
  if (standing.kind === "open") return requestOf(scenery, inquiry, answer, standing.gate);
  return `${inquiry.code} v${answer.version} · ${statusText(scenery, inquiry)}`;
};

const previousOf = (inquiry: Case, answer: Answer): Answer | undefined =>
  inquiry.answers.findLast((each) => each.round === answer.round && each.version < answer.version);

/**
 * One exact version of an answer before the official. Heading, the citizen's words, the text, the files and their difference from the
 * version before depend on nothing that ever changes; only the status, its basis and the buttons do.
 */
export const approvalView = (scenery: Scenery, inquiry: Case, answer: Answer, asked: "report" | "approve"): View => {
  const { card } = scenery.words;
  const standing = standingOf(inquiry, answer, asked);
  const basis = standing.kind === "open" && inquiry.gate?.textId === answer.id ? inquiry.gate : undefined;
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
      ...differenceBlocks(scenery, previousOf(inquiry, answer), answer),
      ...(basis ? [basisNote(scenery, basis)] : []),
    ],
    presses: [steps, ...(basis ? [[basisPress(scenery, basis)]] : [])],
    pointer: card.more(inquiry.code),
  };
};
