import type { Answer, Case } from "../../domain/inquiry/model.js";
import type { Proposal, ProposalVersion } from "../../domain/proposal/model.js";
import type { Surface } from "../../ports/chat/surface.js";
import type { ContentOf, MessageContent } from "../../ports/message-content.js";
import type { Reader } from "../../ports/store.js";
import { contentFormOf } from "../content/forms.js";
import { isAboutRegistry, registryView } from "./about-registry.js";
import { approvalView } from "./approval-card.js";
import { fileView } from "./attachments.js";
import { calendarView, calendarWeek, isThisWeek } from "./calendar.js";
import { caseView } from "./case-card.js";
import { contestedView } from "./contested.js";
import { copyView } from "./copy.js";
import { formerCardView, formerForward } from "./former-card.js";
import { helpView, type MayUse } from "./help.js";
import { historyView } from "./history.js";
import { findView, queueView } from "./lists.js";
import { noticeView } from "./notice.js";
import { offerView } from "./offer.js";
import { ownRulesView } from "./own-rules.js";
import { pingsView, type ToldPing, toldForward } from "./pings.js";
import { postTextView } from "./post-text.js";
import { selectionView } from "./proposal-approval.js";
import { proposalView, stepsOf } from "./proposal-card.js";
import { questionView } from "./question.js";
import { registryHistoryView } from "./registry-history.js";
import { toldReview } from "./review-pings.js";
import { rulesView } from "./rules.js";
import { rulesHistoryView } from "./rules-history.js";
import { channelTo } from "./scenery.js";
import { silentAccountsView } from "./silent-accounts.js";
import type { Scenery, View } from "./view.js";

/** What views are made from. `mayUse` absent: help lists every command. */
export interface ComposeParts {
  readonly store: Reader;
  readonly surface: Surface;
  readonly mayUse?: MayUse;
}

type Made = View | "drop";

const LIST_PAGE_SIZE = 10;

const loadCase = (store: Reader, { directory }: Scenery, id: string | undefined): Promise<Case | undefined> =>
  id === undefined ? Promise.resolve(undefined) : store.caseById(directory.government.id, id);

const caseCard = async (store: Reader, scenery: Scenery, inquiry: Case, agencyId: string): Promise<View> => {
  const original = await loadCase(store, scenery, inquiry.closed?.duplicateOf);
  const proposals = await store.proposalsOfCase(scenery.directory.government.id, inquiry.id);
  return caseView(scenery, inquiry, agencyId, { proposals, ...(original ? { originalCode: original.code } : {}) });
};

const withAnswer = (inquiry: Case, answerId: string, make: (answer: Answer) => Made): Made => {
  const answer = inquiry.answers.find((each) => each.id === answerId);
  return answer ? make(answer) : "drop";
};

type PingItem = ContentOf<"pings">["items"][number];

/** What the ping is about is a forward of a case, or a version of a proposal. */
const toldPing = async (
  store: Reader,
  scenery: Scenery,
  agencyId: string,
  { inquiryId, forwardId, stage }: PingItem,
): Promise<ToldPing | undefined> => {
  const inquiry = await loadCase(store, scenery, inquiryId);
  const forward = inquiry?.forwards.find((each) => each.id === forwardId);
  if (inquiry) return forward && toldForward(scenery, agencyId, { inquiry, forward, stage });
  const proposal = await store.proposalById(scenery.directory.government.id, inquiryId);
  return proposal && toldReview(scenery, agencyId, { proposal, versionId: forwardId, stage });
};

const pings = async (store: Reader, scenery: Scenery, { agencyId, items }: ContentOf<"pings">): Promise<Made> => {
  const told = await Promise.all(items.map((item) => toldPing(store, scenery, agencyId, item)));
  return pingsView(
    scenery,
    agencyId,
    told.flatMap((each) => each ?? []),
  );
};

type AboutCase = ContentOf<"case-card" | "approval-card" | "status" | "copy" | "offer" | "history">;

const aboutCase = async (store: Reader, scenery: Scenery, content: AboutCase): Promise<Made> => {
  const governmentId = scenery.directory.government.id;
  const inquiry = await loadCase(store, scenery, content.inquiryId);
  if (!inquiry) return "drop";
  const shownVersion = inquiry.version;
  switch (content.kind) {
    case "case-card": {
      const former = formerForward(inquiry, content);
      const card = former && formerCardView(scenery, inquiry, former);
      return { ...(card ?? (await caseCard(store, scenery, inquiry, content.agencyId))), shownVersion };
    }
    case "approval-card":
      return withAnswer(inquiry, content.answerId, (answer) => ({
        ...approvalView(scenery, inquiry, answer, content.gate),
        shownVersion,
      }));
    case "status":
      return caseCard(store, scenery, inquiry, channelTo(scenery)?.agencyId ?? inquiry.agencyId);
    case "copy":
      return withAnswer(inquiry, content.answerId, (answer) => copyView(scenery, inquiry, answer, content.part));
    case "offer": {
      const reply = await store.replyById(governmentId, content.replyId);
      return reply ? offerView(scenery, inquiry, reply) : "drop";
    }
    case "history": {
      const found = await store.history(governmentId, inquiry.id, content.page, LIST_PAGE_SIZE);
      return historyView(scenery, { code: inquiry.code, isContent: false }, content.page, found);
    }
    default:
      return content satisfies never;
  }
};

type AboutProposal = ContentOf<"proposal-card" | "proposal-approval" | "post-text" | "contested" | "proposal-history">;

const withVersion = ({ versions }: Proposal, versionId: string, make: (version: ProposalVersion) => Made): Made => {
  const version = versions.find(({ id }) => id === versionId);
  return version ? make(version) : "drop";
};

const casesOf = async (store: Reader, scenery: Scenery, { caseIds }: Proposal): Promise<readonly Case[]> =>
  (await Promise.all(caseIds.map((id) => loadCase(store, scenery, id)))).flatMap((each) => each ?? []);

const aboutProposal = async (store: Reader, scenery: Scenery, content: AboutProposal): Promise<Made> => {
  const governmentId = scenery.directory.government.id;
  const proposal = await store.proposalById(governmentId, content.proposalId);
  if (!proposal) return "drop";
  switch (content.kind) {
    case "proposal-card":
      return proposalView(scenery, proposal, await casesOf(store, scenery, proposal));
    case "proposal-approval": {
      const cases = await casesOf(store, scenery, proposal);
      return withVersion(proposal, content.versionId, (version) => selectionView(scenery, proposal, version, cases));
    }
    case "post-text":
      return withVersion(proposal, content.versionId, (version) => postTextView(scenery, proposal, version, content));
    case "contested":
      return contestedView(scenery, proposal, content);
    case "proposal-history": {
      const found = await store.history(governmentId, proposal.id, content.page, LIST_PAGE_SIZE);
      return historyView(scenery, { code: proposal.code, isContent: true }, content.page, found);
    }
    default:
      return content satisfies never;
  }
};

/** The forms a message about content opens are those with the words of content. */
const inItsWords = (made: Made): Made => {
  if (made === "drop" || !made.presses) return made;
  const presses = made.presses.map((row) =>
    row.map((each) => (each.form === undefined ? each : { ...each, form: contentFormOf(each.form) })),
  );
  return { ...made, presses };
};

const notice = async (store: Reader, scenery: Scenery, content: ContentOf<"notice">): Promise<Made> => {
  const governmentId = scenery.directory.government.id;
  const { proposalId } = content;
  const proposal = proposalId === undefined ? undefined : await store.proposalById(governmentId, proposalId);
  const saved = proposal && content.code === "done" && content.values.what === "content.propose";
  const next = saved ? stepsOf(scenery, proposal) : [];
  return noticeView(scenery, content, proposal ?? (await loadCase(store, scenery, content.inquiryId)), next);
};

/** The code of a new draft is known only once it is stored. */
const withCode = async (store: Reader, { directory }: Scenery, question: ContentOf<"question">) => {
  const { proposalId } = question;
  const proposal = proposalId === undefined ? undefined : await store.proposalById(directory.government.id, proposalId);
  return proposal ? { ...question, code: proposal.code } : question;
};

/** The message for any content, from the state of now. "drop": what it is about is not there, or not open, any more. */
export const viewOf = async (parts: ComposeParts, scenery: Scenery, content: MessageContent): Promise<Made> => {
  const { store, surface, mayUse = () => true } = parts;
  const governmentId = scenery.directory.government.id;
  if (isAboutRegistry(content)) return registryView(scenery, content);
  switch (content.kind) {
    case "case-card":
    case "approval-card":
    case "status":
    case "copy":
    case "offer":
    case "history":
      return aboutCase(store, scenery, content);
    case "file":
      return fileView(content.file);
    case "proposal-card":
    case "proposal-approval":
    case "post-text":
    case "contested":
    case "proposal-history":
      return inItsWords(await aboutProposal(store, scenery, content));
    case "notice":
      return notice(store, scenery, content);
    case "pings":
      return pings(store, scenery, content);
    case "silent-accounts": {
      const lastPosted = await store.lastPosted(governmentId);
      return silentAccountsView(scenery, content.agencyId, content.accountIds, lastPosted);
    }
    case "question":
      return questionView(scenery, surface, await withCode(store, scenery, content));
    case "queue": {
      const found = await store.queue(governmentId, content.agencyId, content.page, LIST_PAGE_SIZE);
      const counts = await store.contentCounts(governmentId, content.agencyId);
      return queueView(scenery, content.agencyId, content.page, found, counts);
    }
    case "calendar": {
      const week = calendarWeek(scenery, content.week);
      const span = { ...week, open: isThisWeek(scenery, week) };
      const found = await store.contentLines(governmentId, content.agencyId, span, content.page, LIST_PAGE_SIZE);
      return calendarView(scenery, content.agencyId, week, content.page, found);
    }
    case "find": {
      const found = await store.find(governmentId, content.words, content.agencyId, content.page, LIST_PAGE_SIZE);
      return findView(scenery, content.words, content.page, found);
    }
    case "registry-history": {
      const found = await store.registryHistory(governmentId, content.agencyId, content.page, LIST_PAGE_SIZE);
      return registryHistoryView(scenery, content, found);
    }
    case "rules-history": {
      const found = await store.history(governmentId, governmentId, content.page, LIST_PAGE_SIZE);
      return rulesHistoryView(scenery, content, found);
    }
    case "settings":
    case "setting":
    case "access":
    case "right":
    case "sops":
    case "sop":
      return ownRulesView(scenery, content);
    case "rules":
      return rulesView(scenery, content);
    case "help":
      return helpView(scenery, surface, content, mayUse);
    default:
      return content satisfies never;
  }
};
