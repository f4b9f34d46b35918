import type { Case } from "../domain/inquiry/model.js";
import type { Done } from "../domain/inquiry/outcome.js";
import type { Proposal } from "../domain/proposal/model.js";
import type { ProposalDone } from "../domain/proposal/outcome.js";
import type { Refusal } from "../domain/refusal.js";
import type { MessageContent } from "../ports/message-content.js";
import type { Registered } from "../ports/registered.js";
import type { Changes, Dialogue, HistoryEntry, OutboxDraft, Reply, ReplyTarget } from "../ports/store.js";
import { type Context, laneOf } from "./context.js";

/** What a use case wants to happen, before it is committed as one. */
export interface Effects {
  /** The case as it was loaded; absent for a new one. */
  readonly before?: Case;
  readonly done?: Done;
  /** The same of a proposal. */
  readonly content?: { readonly before?: Proposal; readonly done: ProposalDone };
  /** What is registered by it. */
  readonly registry?: Registered;
  readonly drafts?: readonly OutboxDraft[];
  readonly history?: readonly HistoryEntry[];
  /** Undefined leaves the person's dialogue here as it is; null ends it. */
  readonly dialogue?: Dialogue | null;
  readonly reply?: Reply;
}

/** A message to the conversation the event came from, seen by everybody there. */
export const say = (
  context: Context,
  step: string,
  content: MessageContent,
  replyTo: ReplyTarget | undefined = replyToMessage(context),
): OutboxDraft => ({
  step,
  to: context.conversation,
  ...(replyTo ? { replyTo } : {}),
  content,
  whenUnknown: "repeat",
});

/** A message only the person who acted sees, where the platform has that. */
export const whisper = (context: Context, step: string, content: MessageContent): OutboxDraft => ({
  ...say(context, step, content),
  whisperTo: context.user,
});

const replyToMessage = (context: Context): ReplyTarget | undefined =>
  context.message ? { message: context.message.id } : undefined;

/**
 * What nobody else may read, such as a code or what is no business of the chat: where a whisper would be heard by everybody it goes to the person alone, and here
 * stands where it went.
 */
export const secretly = (context: Context, step: string, content: MessageContent): readonly OutboxDraft[] => {
  const { alone } = context;
  if (!alone) return [whisper(context, step, content)];
  const where = { kind: "notice", code: "sentAlone", values: {} } as const;
  return [{ step, to: alone, content, whenUnknown: "repeat" }, whisper(context, `${step}:where`, where)];
};

/** The case or proposal something is about, when it is known. */
export interface About {
  readonly inquiryId?: string;
  readonly proposalId?: string;
}

/** A refusal: told to the person alone, and kept in the history. Nothing else changes. */
export const refused = (context: Context, what: string, refusal: Refusal, about: About = {}): Effects => ({
  drafts: [
    whisper(context, "refusal", {
      kind: "notice",
      code: refusal.refusal,
      values: refusal.values,
      ...about,
    }),
  ],
  history: [refusalEntry(context, what, refusal, about)],
});

/** A refusal that nobody is told, only kept: reactions of people who may not decide (docs/content.md, "Who decides"). */
export const refusedSilently = (context: Context, what: string, refusal: Refusal, about: About): Effects => ({
  history: [refusalEntry(context, what, refusal, about)],
});

/** With what its sentence needs, where a history lists it. */
const refusalEntry = (
  context: Context,
  what: string,
  { refusal: why, values }: Refusal,
  { inquiryId, proposalId }: About,
): HistoryEntry => {
  const subjectId = inquiryId ?? proposalId;
  return {
    ...(subjectId === undefined ? {} : { subjectId }),
    at: context.now,
    actor: context.person.id,
    kind: "refused",
    content: { what, why, ...(subjectId === undefined ? {} : { values }) },
  };
};

/** The dialogue part of a commit: the person's, in this conversation. */
export const dialogueChange = (context: Context, dialogue: Dialogue | null): Required<Changes>["dialogue"] => ({
  lane: laneOf(context.conversation),
  userId: context.user.id,
  set: dialogue,
});
