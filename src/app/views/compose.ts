import { actionToken } from "../../chatkit/action-token.js";
import { degrade } from "../../chatkit/degrade.js";
import type { Capabilities } from "../../ports/chat/capabilities.js";
import type { ConversationRef } from "../../ports/chat/refs.js";
import type { Surface } from "../../ports/chat/surface.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Composed } from "../../ports/protocol.js";
import type { Reader } from "../../ports/store.js";
import { approvalView } from "./approval-card.js";
import { caseView } from "./case-card.js";
import { copyView } from "./copy.js";
import { helpView, type MayUse } from "./help.js";
import { historyView } from "./history.js";
import { findView, queueView } from "./lists.js";
import { noticeView } from "./notice.js";
import { offerView } from "./offer.js";
import { type DuePing, pingsView } from "./pings.js";
import { questionView } from "./question.js";
import { rulesView } from "./rules.js";
import { channelTo, sceneryOf } from "./scenery.js";
import { buttonOf, type Scenery, type View } from "./view.js";

/** What views are made from. `mayUse` absent: help lists every command. */
export interface ComposeParts {
  readonly store: Reader;
  readonly surface: Surface;
  readonly mayUse?: MayUse;
}

/**
 * As `Compose`; `to` is where the message goes. With it, people are mentioned on that platform and `/status` shows the case
 * as that chat's agency sees it; without it both are guessed from the agency's bound chats.
 */
export type ComposeFor = (
  governmentId: string,
  content: MessageContent,
  capabilities: Capabilities,
  to?: ConversationRef,
) => Promise<Composed | "drop">;

type Kind = MessageContent["kind"];
type Of<K extends Kind> = Extract<MessageContent, { kind: K }>;
type Made = Promise<View | "drop">;

const LIST_PAGE_SIZE = 10;

/** One function for each kind of content, all on the same parts. */
const viewers = ({ store, surface, mayUse = () => true }: ComposeParts) => {
  const caseOf = (scenery: Scenery, id: string | undefined) =>
    id === undefined ? undefined : store.caseById(scenery.directory.government.id, id);

  const withCase = async (
    scenery: Scenery,
    id: string,
    make: (inquiry: NonNullable<Awaited<ReturnType<Reader["caseById"]>>>) => Made | View | "drop",
  ): Made => {
    const inquiry = await caseOf(scenery, id);
    return inquiry ? make(inquiry) : "drop";
  };

  const duePings = async (scenery: Scenery, items: Of<"pings">["items"]): Promise<readonly DuePing[]> => {
    const found = await Promise.all(
      items.map(async ({ inquiryId, forwardId, stage }) => {
        const inquiry = await caseOf(scenery, inquiryId);
        const forward = inquiry?.forwards.find((each) => each.id === forwardId);
        return inquiry && forward ? [{ inquiry, forward, stage }] : [];
      }),
    );
    return found.flat();
  };

  return {
    "case-card": (scenery: Scenery, { inquiryId, agencyId }: Of<"case-card">): Made =>
      withCase(scenery, inquiryId, (inquiry) => ({
        ...caseView(scenery, inquiry, agencyId),
        shownVersion: inquiry.version,
      })),
    "approval-card": (scenery: Scenery, { inquiryId, answerId, gate }: Of<"approval-card">): Made =>
      withCase(scenery, inquiryId, (inquiry) => {
        const answer = inquiry.answers.find((each) => each.id === answerId);
        if (!answer) return "drop";
        return { ...approvalView(scenery, inquiry, answer, gate), shownVersion: inquiry.version };
      }),
    status: (scenery: Scenery, { inquiryId }: Of<"status">): Made =>
      withCase(scenery, inquiryId, (inquiry) =>
        caseView(scenery, inquiry, channelTo(scenery)?.agencyId ?? inquiry.agencyId),
      ),
    copy: (scenery: Scenery, { inquiryId, answerId }: Of<"copy">): Made =>
      withCase(scenery, inquiryId, (inquiry) => {
        const answer = inquiry.answers.find((each) => each.id === answerId);
        return answer ? copyView(scenery, inquiry, answer) : "drop";
      }),
    notice: async (scenery: Scenery, notice: Of<"notice">): Made =>
      noticeView(scenery, notice, await caseOf(scenery, notice.inquiryId)),
    pings: async (scenery: Scenery, { agencyId, items }: Of<"pings">): Made =>
      pingsView(scenery, agencyId, await duePings(scenery, items)),
    question: async (scenery: Scenery, question: Of<"question">): Made =>
      questionView(scenery, surface, question, await caseOf(scenery, question.inquiryId)),
    offer: (scenery: Scenery, { inquiryId, replyId }: Of<"offer">): Made =>
      withCase(scenery, inquiryId, async (inquiry) => {
        const reply = await store.replyById(scenery.directory.government.id, replyId);
        return reply ? offerView(scenery, inquiry, reply) : "drop";
      }),
    queue: async (scenery: Scenery, { agencyId, page }: Of<"queue">): Made => {
      const found = await store.queue(scenery.directory.government.id, agencyId, page, LIST_PAGE_SIZE);
      return queueView(scenery, agencyId, page, found);
    },
    find: async (scenery: Scenery, { words, agencyId, page }: Of<"find">): Made => {
      const found = await store.find(scenery.directory.government.id, words, agencyId, page, LIST_PAGE_SIZE);
      return findView(scenery, words, page, found);
    },
    history: (scenery: Scenery, { inquiryId, page }: Of<"history">): Made =>
      withCase(scenery, inquiryId, async (inquiry) => {
        const found = await store.history(scenery.directory.government.id, inquiryId, page, LIST_PAGE_SIZE);
        return historyView(scenery, inquiry, page, found);
      }),
    rules: async (scenery: Scenery, rules: Of<"rules">): Made => rulesView(scenery, rules),
    help: async (scenery: Scenery, help: Of<"help">): Made => helpView(scenery, surface, help, mayUse),
  } satisfies { readonly [K in Kind]: (scenery: Scenery, content: Of<K>) => Made };
};

/** Gives the buttons their tokens and the message the form its platform can show. */
const finish = (governmentId: string, view: View, scenery: Scenery, capabilities: Capabilities): Composed => {
  const rows = (view.presses ?? []).filter((row) => row.length > 0);
  const tokens = new Map(rows.flat().map(({ action }) => [actionToken(governmentId, action), action]));
  const buttons = rows.map((row) => ({
    kind: "buttons" as const,
    items: row.map((shown) => buttonOf(shown, actionToken(governmentId, shown.action))),
  }));
  const message = { summary: view.summary, blocks: [...view.blocks, ...buttons] };
  return {
    message: degrade(message, capabilities, view.pointer ?? scenery.words.card.cut),
    locale: scenery.locale,
    ...(view.shownVersion === undefined ? {} : { shownVersion: view.shownVersion }),
    tokens: [...tokens].map(([token, action]) => ({ token, action })),
  };
};

/**
 * Makes messages of stored content from the state of now, in the government's language. "drop" when what the message is
 * about is gone: a ping whose forward was answered, a case, version or reply that is not there.
 */
export const createCompose = (parts: ComposeParts): ComposeFor => {
  const made = viewers(parts);
  return async (governmentId, content, capabilities, to) => {
    const scenery = sceneryOf(await parts.store.sceneOfGovernment(governmentId), to);
    const make = made[content.kind] as (scenery: Scenery, content: MessageContent) => Made;
    const view = await make(scenery, content);
    return view === "drop" ? "drop" : finish(governmentId, view, scenery, capabilities);
  };
};
