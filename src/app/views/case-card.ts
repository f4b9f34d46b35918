import { bold, heading, italic, linkTo, plain, quote, text } from "../../chatkit/blocks.js";
import { standingDecision } from "../../domain/approval/queries.js";
import { hashedContent, type Written } from "../../domain/attachment.js";
import { parseCaseCode } from "../../domain/case-code.js";
import type { Case, Forward } from "../../domain/inquiry/model.js";
import { currentAnswer, returnsToDecide } from "../../domain/inquiry/queries.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { Basis } from "../../domain/registry/model.js";
import type { Block } from "../../ports/chat/outbound.js";
import { communicationsAgencyId } from "../context.js";
import { fileBlocks } from "./attachments.js";
import { basisNote, basisOf, basisPress, timedForward } from "./case-basis.js";
import { nextSteps } from "./case-buttons.js";
import { decisionText, kindText, statusFor, type Viewer, viewerOf } from "./case-words.js";
import { deadlineField, type Field, forwardFields, ownForwardFields } from "./forward-lines.js";
import { accountName, proposalStatus } from "./proposal-words.js";
import { agencyName, timeIn } from "./scenery.js";
import type { Scenery, View } from "./view.js";

/** Statuses in which an agency's answer not taken over may still be of use. */
const undecided: readonly Case["status"][] = ["received", "drafting", "forwarded", "answered", "approval", "revising"];

const describing = (scenery: Scenery, inquiry: Case): readonly Field[] => {
  const { fields, sentiments } = scenery.words;
  const { kind, account, asker, link, post, sentiment, theme } = inquiry;
  return [
    ...(kind ? [{ label: fields.kind, value: [plain(kindText(scenery, kind))] }] : []),
    ...(account === undefined ? [] : [{ label: fields.account, value: [plain(account)] }]),
    ...(asker === undefined ? [] : [{ label: fields.asker, value: [plain(asker)] }]),
    ...(link === undefined ? [] : [{ label: fields.link, value: [linkTo(link)] }]),
    ...(post === undefined ? [] : [{ label: fields.post, value: [linkTo(post)] }]),
    ...(sentiment ? [{ label: fields.sentiment, value: [plain(sentiments[sentiment])] }] : []),
    ...(theme === undefined ? [] : [{ label: fields.theme, value: [plain(theme)] }]),
    { label: fields.agency, value: [plain(agencyName(scenery, inquiry.agencyId))] },
  ];
};

const ownForward = (viewer: Viewer): Forward | undefined => (viewer.kind === "related" ? viewer.forward : undefined);

const handling = (scenery: Scenery, inquiry: Case, viewer: Viewer): readonly Field[] => {
  const timed = timedForward(inquiry, ownForward(viewer));
  const hand = viewer.kind === "related" ? ownForwardFields(scenery, viewer.forward) : forwardFields(scenery, inquiry);
  return [...(timed ? deadlineField(scenery, timed) : []), ...hand];
};

/** The level of the basis, and its citation for an SOP; nothing where the deadline on the card is what it sets and says so. */
const basisBlocks = (scenery: Scenery, inquiry: Case, viewer: Viewer, basis: Basis): readonly Block[] => {
  const isDeadline = timedForward(inquiry, ownForward(viewer))?.clock === basis;
  return isDeadline && basis.level !== "sop" ? [] : [basisNote(scenery, basis)];
};

const ending = (scenery: Scenery, inquiry: Case, originalCode: string | undefined): readonly Field[] => {
  const { card, closedReasons, fields } = scenery.words;
  const posted = inquiry.publications
    .filter((publication) => publication.round === inquiry.round)
    .map(({ url, at }): Field => {
      const where = url === undefined ? plain(card.privateMessage) : linkTo(url);
      return { label: fields.published, value: [where, plain(` · ${timeIn(scenery, at)}`)] };
    });
  const { closed } = inquiry;
  if (!closed) return posted;
  // The case it repeats has a line of its own: its bare number would look like a slip.
  const isNamed = originalCode !== undefined && parseCaseCode(closed.detail ?? "") !== undefined;
  const detail = closed.detail === undefined || isNamed ? "" : `: ${closed.detail}`;
  return [
    ...posted,
    { label: fields.reason, value: [plain(`${closedReasons[closed.reason]}${detail}`)] },
    ...(originalCode === undefined ? [] : [{ label: fields.duplicateOf, value: [plain(originalCode)] }]),
  ];
};

const labelled = (label: string, written: Written): readonly Block[] => [
  text(bold(label)),
  quote(written.text),
  ...fileBlocks(written.attachments),
];

/** What agencies answered and nobody took over yet: to be put together, or kept beside an own answer. */
const agenciesAnswers = (scenery: Scenery, inquiry: Case): readonly Block[] => {
  if (!undecided.includes(inquiry.status)) return [];
  const taken = new Set(inquiry.answers.map(hashedContent));
  return inquiry.forwards
    .filter((forward) => forward.round === inquiry.round)
    .flatMap(({ agencyId, answer }) =>
      answer && !taken.has(hashedContent(answer))
        ? labelled(scenery.words.card.agencyAnswer(agencyName(scenery, agencyId)), answer)
        : [],
    );
};

const decisionBlocks = (scenery: Scenery, inquiry: Case, answerId: string): readonly Block[] => {
  const decision = standingDecision(inquiry.decisions, answerId);
  if (!decision) return [];
  const { reason } = decision;
  return [
    text(decisionText(scenery, decision)),
    ...(reason === undefined ? [] : [text(scenery.words.card.reason(reason))]),
  ];
};

const answerBlocks = (scenery: Scenery, inquiry: Case, viewer: Viewer): readonly Block[] => {
  const { card } = scenery.words;
  if (viewer.kind === "related") {
    const { agencyId, answer: own } = viewer.forward;
    return own ? labelled(card.agencyAnswer(agencyName(scenery, agencyId)), own) : [];
  }
  const answer = currentAnswer(inquiry);
  return [
    ...agenciesAnswers(scenery, inquiry),
    ...(answer ? labelled(card.answer(answer.version), answer) : []),
    ...(answer ? decisionBlocks(scenery, inquiry, answer.id) : []),
  ];
};

/** What a case's card shows that the case itself does not hold. */
export interface Beside {
  /** The case it repeats, where it was closed as a duplicate. */
  readonly originalCode?: string;
  /** Content that answers it. */
  readonly proposals?: readonly Proposal[];
}

/** Where content about the case was posted; of content that was not yet, how it stands. */
const contentLines = (scenery: Scenery, proposals: readonly Proposal[]): readonly Field[] => {
  const { content } = scenery.words;
  return proposals.map((proposal): Field => {
    const { code, publications } = proposal;
    const places = publications.flatMap(({ accountId, url }) => [
      plain(` · ${accountName(scenery, accountId)}: `),
      linkTo(url),
    ]);
    return { label: content.responding, value: [plain(`${code}, ${proposalStatus(scenery, proposal)}`), ...places] };
  });
};

const waitsForCommunications = (scenery: Scenery, inquiry: Case): boolean =>
  inquiry.status === "received" && returnsToDecide(inquiry, communicationsAgencyId(scenery.directory)) >= 2;

/**
 * The whole case as one agency sees it, with the buttons for its next sensible step.
 */
export const caseView = (scenery: Scenery, inquiry: Case, agencyId: string, beside: Beside = {}): View => {
  const { words } = scenery;
  const viewer = viewerOf(inquiry, agencyId);
  const title = `${inquiry.code} · ${statusFor(scenery, inquiry, viewer)}`;
  const basis = basisOf(scenery, inquiry, ownForward(viewer));
  const fields = [
    ...describing(scenery, inquiry),
    ...handling(scenery, inquiry, viewer),
    ...ending(scenery, inquiry, beside.originalCode),
    ...contentLines(scenery, beside.proposals ?? []),
  ];
  const communicationsDecides = waitsForCommunications(scenery, inquiry);
  return {
    summary: title,
    blocks: [
      heading(title),
      quote(inquiry.text),
      ...fileBlocks(inquiry.attachments),
      { kind: "fields", items: fields },
      ...answerBlocks(scenery, inquiry, viewer),
      ...(communicationsDecides ? [text(italic(words.card.twoReturns))] : []),
      ...basisBlocks(scenery, inquiry, viewer, basis),
    ],
    presses: [...nextSteps(scenery, inquiry, viewer, communicationsDecides), [basisPress(scenery, basis)]],
    pointer: words.card.more(inquiry.code),
  };
};
