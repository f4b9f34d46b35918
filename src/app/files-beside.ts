import type { Attachment } from "../domain/attachment.js";
import type { Case } from "../domain/inquiry/model.js";
import type { Directory } from "../domain/registry/model.js";
import type { ConversationRef } from "../ports/chat/refs.js";
import type { OutboxDraft } from "../ports/store.js";
import { approvalPlaces } from "./approval-places.js";
import { approvalCardKey, forwardCardKey, homeCardKey } from "./cards.js";
import { channelOf, conversationOf } from "./context.js";

/**
 * Files below the card they belong to, each in a message of its own. They are sent on platforms on which a card holds none;
 * everywhere else they are dropped.
 */
export const filesBelow = (
  to: ConversationRef,
  card: string,
  attachments: readonly Attachment[],
): readonly OutboxDraft[] =>
  attachments.map((file, at) => ({
    step: `file:${card}:${at}`,
    to,
    replyTo: { card },
    content: { kind: "file", file },
    whenUnknown: "repeat",
  }));

interface Drawing {
  readonly directory: Directory;
  readonly before?: Case | undefined;
  readonly inquiry: Case;
  /** Case time. */
  readonly at: Date;
}

/** The question's files, before each agency it was just handed to. */
const forwarded = ({ directory, before, inquiry }: Drawing): readonly OutboxDraft[] =>
  inquiry.forwards
    .filter(({ id }) => !before?.forwards.some((each) => each.id === id))
    .flatMap(({ id, agencyId }) => {
      const channel = channelOf(directory, agencyId, "work");
      return channel ? filesBelow(conversationOf(channel), forwardCardKey(id), inquiry.attachments) : [];
    });

/** The files of each answer that just came, before whoever asked. */
const answered = ({ directory, before, inquiry }: Drawing): readonly OutboxDraft[] => {
  const channel = channelOf(directory, inquiry.agencyId, "work");
  const had = (id: string): boolean => before?.forwards.some((each) => each.id === id && each.answer) ?? false;
  const came = inquiry.forwards.flatMap(({ id, answer }) => (answer && !had(id) ? answer.attachments : []));
  return channel ? filesBelow(conversationOf(channel), homeCardKey(inquiry.id), came) : [];
};

/** The files of the question and of its answer, before those who were just asked to decide it or told of it. */
const asked = ({ directory, before, inquiry, at }: Drawing): readonly OutboxDraft[] => {
  const { gate, decisions, answers } = inquiry;
  const answer = answers.find(({ id }) => id === gate?.textId);
  if (!gate || gate.kind === "none" || !answer || before?.gate?.textId === gate.textId) return [];
  const fresh = answer.attachments.filter(({ key }) => !inquiry.attachments.some((each) => each.key === key));
  const attachments = [...inquiry.attachments, ...fresh];
  return approvalPlaces(directory, inquiry.agencyId, { text: answer, decisions, waits: true }, at).flatMap(
    ({ channel, suffix }) =>
      channel ? filesBelow(conversationOf(channel), `${approvalCardKey(answer.id)}${suffix}`, attachments) : [],
  );
};

/** Every file of a case that somebody is to see now who has not seen it. */
export const caseFiles = (drawing: Drawing): readonly OutboxDraft[] => [
  ...forwarded(drawing),
  ...answered(drawing),
  ...asked(drawing),
];
