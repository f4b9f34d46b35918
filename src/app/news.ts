import type { Case } from "../domain/inquiry/model.js";
import type { Fact } from "../domain/inquiry/outcome.js";
import type { NewsCode } from "../domain/notice.js";
import type { Channel, Directory, Role } from "../domain/registry/model.js";
import type { NoticeValues } from "../ports/message-content.js";
import type { OutboxDraft } from "../ports/store.js";
import { holds } from "./access.js";
import { approvalPlaces } from "./approval-places.js";
import { approvalCardKey, forwardCardKey, homeCardKey, isAsked, officeCardKey } from "./cards.js";
import { agencyOf, channelOf, communicationsAgencyId, conversationOf } from "./context.js";

/** A change somebody waits for: one short reply to a card (cards are edited in place, and edits do not notify). */
interface News {
  readonly code: NewsCode;
  readonly values?: NoticeValues;
  readonly textId?: string;
  readonly mention?: readonly string[];
  readonly undo?: { readonly decisionId: string };
  readonly agencyId: string | undefined;
  readonly purpose: Channel["purpose"];
  readonly card?: string;
}

const personName = (directory: Directory, personId: string): string =>
  directory.people.find((person) => person.id === personId)?.name ?? "";

const toHome = (inquiry: Case, news: Pick<News, "code" | "values" | "textId" | "mention">): News => ({
  ...news,
  agencyId: inquiry.agencyId,
  purpose: "work",
  card: homeCardKey(inquiry.id),
});

const peopleWith = (directory: Directory, agencyId: string | undefined, role: Role, at: Date): readonly string[] => [
  ...new Set(
    directory.appointments
      .filter((each) => each.agencyId === agencyId && each.role === role && holds(each, at))
      .map((each) => each.personId),
  ),
];

/** Who in the holder's agency waits for this: the person concerned if they work there, else whoever logged it, else all officers. */
export const waiting = (
  directory: Directory,
  inquiry: Case,
  concerned: string | undefined,
  at: Date,
): readonly string[] => {
  const officers = peopleWith(directory, inquiry.agencyId, "officer", at);
  const one = [concerned, inquiry.createdBy].find((person) => person !== undefined && officers.includes(person));
  return one === undefined ? officers : [one];
};

/** Said in every approval chat that has the text's card, in reply to it. */
const toDeciders = (
  directory: Directory,
  inquiry: Case,
  answerId: string,
  said: Pick<News, "code" | "values" | "undo">,
): readonly News[] => {
  const answer = inquiry.answers.find(({ id }) => id === answerId);
  const waits = isAsked(inquiry, answerId);
  const asked = answer && { text: answer, decisions: inquiry.decisions, waits };
  const places = asked ? approvalPlaces(directory, inquiry.agencyId, asked, inquiry.updatedAt) : [];
  return places.map(({ agencyId, suffix }) => ({
    ...said,
    textId: answerId,
    agencyId,
    purpose: "approval",
    card: `${approvalCardKey(answerId)}${suffix}`,
  }));
};

const forwarderOf = (inquiry: Case, forwardId: string): string | undefined =>
  inquiry.forwards.find((each) => each.id === forwardId)?.forwardedBy;

const becameReady = (facts: readonly Fact[]): boolean => facts.some((each) => each.kind === "ready");

const ofDecision = (
  directory: Directory,
  inquiry: Case,
  fact: Fact & { kind: "decided" },
  facts: readonly Fact[],
): readonly News[] => {
  const decision = inquiry.decisions.find((each) => each.id === fact.decisionId);
  if (!decision) return [];
  const values = {
    decision: fact.decision,
    version: fact.version,
    name: personName(directory, decision.personId),
    position: fact.position,
    time: decision.at.toISOString(),
    ...(fact.reason === undefined ? {} : { reason: fact.reason }),
    ...(fact.decision === "undo" && inquiry.status === "approval" ? { waits: "yes" } : {}),
  };
  const undoing = fact.decision === "undo";
  const confirmations = toDeciders(directory, inquiry, fact.textId, {
    code: undoing ? "undone" : "decided",
    values,
    ...(undoing ? {} : { undo: { decisionId: fact.decisionId } }),
  });
  const author = inquiry.answers.find((each) => each.id === fact.textId)?.authorId;
  const mention = waiting(directory, inquiry, author, inquiry.updatedAt);
  const told: Partial<Record<typeof fact.decision, NewsCode>> = {
    reject: "answerRejected",
    hold: "answerHeld",
    undo: "undone",
    ...(becameReady(facts) ? { approve: "answerApproved", acknowledge: "answerReady" } : {}),
  };
  const code = told[fact.decision];
  return code ? [...confirmations, toHome(inquiry, { code, values, textId: fact.textId, mention })] : confirmations;
};

/** An answer that became ready by itself, without an agency's or an official's part, is told to those who wrote it. */
const ofReady = (inquiry: Case, facts: readonly Fact[]): readonly News[] => {
  const told = facts.some(
    (each) => each.kind === "decided" || each.kind === "reported" || each.kind === "agencyAnswered",
  );
  return told ? [] : [toHome(inquiry, { code: "answerReady" })];
};

/** What the holder is asked to do about a return: nothing while it has a text of its own under way. */
const nextAfterReturn = (inquiry: Case, facts: readonly Fact[]): "office" | "forward" | "none" => {
  if (facts.some((each) => each.kind === "communicationsDecides")) return "office";
  return inquiry.status === "received" ? "forward" : "none";
};

const newsOfFact = (directory: Directory, inquiry: Case, fact: Fact, facts: readonly Fact[]): readonly News[] => {
  const name = (agencyId: string) => agencyOf(directory, agencyId).name;
  switch (fact.kind) {
    case "agencyAnswered":
      return [
        toHome(inquiry, {
          code: fact.aside ? "agencyAnsweredAside" : "agencyAnswered",
          values: { agency: name(fact.agencyId), ...(becameReady(facts) ? { ready: "yes" } : {}) },
          mention: waiting(directory, inquiry, forwarderOf(inquiry, fact.forwardId), inquiry.updatedAt),
        }),
      ];
    case "forwardReturned":
      return [
        toHome(inquiry, {
          code: "agencyReturned",
          values: {
            agency: name(fact.agencyId),
            reason: fact.reason,
            next: nextAfterReturn(inquiry, facts),
            ...(fact.suggestsAgencyId ? { suggests: name(fact.suggestsAgencyId) } : {}),
          },
          mention: waiting(directory, inquiry, forwarderOf(inquiry, fact.forwardId), inquiry.updatedAt),
        }),
      ];
    case "forwardPassedOn": {
      const to = facts.flatMap((each) => (each.kind === "forwarded" ? [name(each.agencyId)] : [])).join(", ");
      return [toHome(inquiry, { code: "agencyPassedOn", values: { agency: name(fact.agencyId), to } })];
    }
    case "forwardWithdrawn":
      return [
        {
          code: "forwardWithdrawn",
          agencyId: fact.agencyId,
          purpose: "work",
          card: forwardCardKey(fact.forwardId),
        },
      ];
    case "communicationsDecides": {
      const agencyId = communicationsAgencyId(directory);
      return [
        {
          code: "returnedTwice",
          agencyId,
          purpose: "work",
          mention: peopleWith(directory, agencyId, "communications", inquiry.updatedAt),
          card: officeCardKey(inquiry.id),
        },
      ];
    }
    case "reported":
      return [
        toHome(inquiry, {
          ...{ code: "reported", textId: fact.answerId },
          values: becameReady(facts) ? { ready: "yes" } : {},
        }),
      ];
    case "decided":
      return ofDecision(directory, inquiry, fact, facts);
    case "ready":
      return ofReady(inquiry, facts);
    case "published":
      return [toHome(inquiry, { code: "published", values: fact.url === undefined ? {} : { url: fact.url } })];
    case "closed":
      return fact.reason === "answered"
        ? []
        : [
            toHome(inquiry, {
              code: "closed",
              values: { reason: (fact.reason === "other" && fact.detail) || fact.reason },
            }),
          ];
    case "reopened":
      return [toHome(inquiry, { code: "reopened", values: { reason: fact.reason } })];
    case "received":
    case "draftStarted":
    case "forwarded":
    case "forwardDelivered":
    case "forwardTaken":
    case "answerSubmitted":
      return [];
  }
};

/** The short replies that follow from what happened to a case. Nothing is said where no channel is bound. */
export const newsOf = (directory: Directory, inquiry: Case, facts: readonly Fact[]): readonly OutboxDraft[] =>
  facts
    .flatMap((fact) => newsOfFact(directory, inquiry, fact, facts))
    .flatMap((news, index): readonly OutboxDraft[] => {
      const channel = news.agencyId === undefined ? undefined : channelOf(directory, news.agencyId, news.purpose);
      if (!channel) return [];
      const { code, values = {}, textId, mention, undo } = news;
      return [
        {
          step: `news:${index}:${code}`,
          to: conversationOf(channel),
          ...(news.card ? { replyTo: { card: news.card } } : {}),
          content: {
            kind: "notice",
            code,
            values,
            inquiryId: inquiry.id,
            ...(textId === undefined ? {} : { textId }),
            ...(mention && mention.length > 0 ? { mention } : {}),
            ...(undo ? { undo } : {}),
          },
          whenUnknown: "repeat",
        },
      ];
    });
