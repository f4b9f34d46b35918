import type { Attachment } from "../domain/attachment.js";
import type { Case, Forward } from "../domain/inquiry/model.js";
import type { Proposal } from "../domain/proposal/model.js";
import type { ChannelPurpose, Directory } from "../domain/registry/model.js";
import type { ConversationRef, MessageRef, UserRef } from "./chat/refs.js";
import type { ContentCounts, ContentLine, ContentSpan, FoundContent, PostedContent } from "./content-lists.js";
import type { MessageContent } from "./message-content.js";
import type { Registered } from "./registered.js";

/** What a stored action token stands for: a command with the inputs that are already known. */
export interface StoredAction {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A question somebody was asked and has not answered yet. */
export interface Dialogue {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
  /** The input that was asked for. */
  readonly asking: string;
  /** The files that came with what was already said. */
  readonly attachments: readonly Attachment[];
  readonly startedAt: Date;
}

/**
 * What somebody wrote about a case: in reply to a card, before and after it was decided what to do with it; or as the
 * command that opened or changed the case, or wrote or changed content, kept so that a later edit of it is noticed.
 */
export interface Reply {
  readonly id: string;
  /** The case, or the proposal. */
  readonly inquiryId: string;
  readonly message: MessageRef;
  readonly personId: string;
  readonly text: string;
  /** The files of a reply to a card; of other messages none are kept here. */
  readonly attachments: readonly Attachment[];
  readonly state: "offered" | "answer" | "note" | "opened" | "changed";
  readonly at: Date;
}

/** One line of the history. `at` is case time, `content` JSON without undefined. */
export interface HistoryEntry {
  /** The case, proposal, account or appointment it belongs to; the government where its own rules changed. */
  readonly subjectId?: string;
  readonly at: Date;
  /** Person id; absent for the program itself and for strangers. */
  readonly actor?: string;
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Something whose delivery starts a clock or opens a gate. */
export type Duty =
  | { readonly kind: "forward"; readonly inquiryId: string; readonly forwardId: string }
  | { readonly kind: "report"; readonly inquiryId: string; readonly answerId: string }
  | { readonly kind: "approval"; readonly inquiryId: string; readonly answerId: string }
  | { readonly kind: "selection"; readonly proposalId: string; readonly versionId: string };

/** What a message answers: a card by its key (its message is looked up when it is sent) or a message of the platform. */
export type ReplyTarget = { readonly card: string } | { readonly message: string };

/** A message to be sent, written with the change it tells of. */
export interface OutboxDraft {
  /** Unique within its cause: "card:home", "reply". The row's key is `<cause>:<step>`. */
  readonly step: string;
  readonly to: ConversationRef;
  readonly whisperTo?: UserRef;
  readonly replyTo?: ReplyTarget;
  readonly expectsReplyFrom?: UserRef;
  readonly content: MessageContent;
  /** Set for cards: post once, then edit in place; newer versions supersede older rows never attempted. */
  readonly card?: { readonly key: string; readonly version: number };
  readonly duties?: readonly Duty[];
  /** What to do when it is unknown whether the platform took it. */
  readonly whenUnknown: "repeat" | "drop";
}

/**
 * A ping to come, to one channel. `stage` is the code of domain/time/ping-schedule, or of review-schedule where a version
 * of a proposal waits for the officials.
 */
export interface PingDraft {
  /** The case, or the proposal. */
  readonly inquiryId: string;
  /** What waits: a forward of the case, or a version of the proposal. */
  readonly forwardId: string;
  readonly stage: string;
  readonly dueAt: Date;
  /** The agency whose channel of this purpose is pinged. */
  readonly agencyId: string;
  readonly purpose: ChannelPurpose;
}

/** Everything one event does: committed as one, or not at all. */
export interface Changes {
  readonly governmentId: string;
  /** The inbox row that is done with this. The commit fails with LeaseLost when `leaseToken` no longer holds it. */
  readonly cause: { readonly inboxId: string; readonly leaseToken: string };
  /**
   * The case as it shall be. `version` is the version it was loaded with (0: new, then the store gives it the government's
   * next number of `year`); it is stored with one more. Another version in the store fails the commit with VersionConflict.
   */
  readonly case?: { readonly next: Case; readonly year: number };
  /**
   * The proposal as it shall be, likewise; it takes its number from the same numbers. Not together with a case. Where it
   * has the address of a post that another proposal has, the commit fails with VersionConflict.
   */
  readonly proposal?: { readonly next: Proposal; readonly year: number };
  /** Cases whose cards show the proposal and have to be drawn again, by id; only with a proposal. */
  readonly redrawCases?: readonly string[];
  /**
   * What is registered from now on, by id within the government: new, or as it shall be. Every process sees it in its next
   * scene. A row of another government is left alone. `version` is that of the directory it was decided on; when something
   * was registered since, or another row has the account's medium and handle, or the channel's chat, the commit fails with
   * VersionConflict.
   */
  readonly registry?: Registered & { readonly version: number };
  /** Only with a registry, in which its binding follows: a chat went elsewhere. Whatever was or is still said at its old address belongs to the new one from now on. */
  readonly relocated?: { readonly from: ConversationRef; readonly to: ConversationRef };
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxDraft[];
  /** Each once: one that is stored stays as it is, unless it was cancelled before it was due. Then it is planned again. */
  readonly pings: readonly PingDraft[];
  /** Forwards and versions whose pings are not to be sent any more. */
  readonly cancelPingsOf: readonly string[];
  /** Undefined leaves the dialogue of that person in that conversation; null ends it. */
  readonly dialogue?: { readonly lane: string; readonly userId: string; readonly set: Dialogue | null };
  readonly reply?: Reply;
}

/** Another change came first: load again and decide again. Never counted as a failure. */
export class VersionConflict extends Error {
  override readonly name = "VersionConflict";
}

/** Somebody else took over the work: nothing was written, nothing is to be done. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** Who and where an event is, and what time it is there. */
export interface Scene {
  readonly directory: Directory;
  /** Case time: the database's clock plus the government's offset. */
  readonly now: Date;
}

/** One case of a list. */
export interface CaseLine {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  readonly status: string;
  readonly agencyId: string;
  /** The earliest deadline of its open forwards, if any. */
  readonly deadlineAt?: Date;
  /** Its last return in this round, while the case waits to be forwarded again: received, and open nowhere. */
  readonly returned?: Required<Forward>["returned"];
  readonly updatedAt: Date;
}

/** One line of a case's history as people read it. */
export interface HistoryLine {
  readonly at: Date;
  readonly actor?: string;
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly sealNo?: number;
}

/** A page of a list; `more` says whether another follows. Pages count from 0. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly more: boolean;
  readonly total: number;
}

/** Reading, always within one government. Every method rejects when the database is down. */
export interface Reader extends PostedContent {
  /** The government that bound this conversation, or undefined. */
  sceneOfConversation(conversation: ConversationRef): Promise<Scene | undefined>;
  /** The government whose case codes begin with these letters, or the only one there is; else undefined. */
  sceneOfCode(letters: string): Promise<Scene | undefined>;
  /**
   * The government that answers where nobody knows which is meant, in a chat that is not bound: the first real one by its
   * letters, else the first example. Undefined where there is none.
   */
  sceneOfHost(): Promise<Scene | undefined>;
  /** The government whose button this token is, or undefined. */
  sceneOfAction(token: string): Promise<Scene | undefined>;
  sceneOfGovernment(governmentId: string): Promise<Scene>;
  /** The government that knows this user, for what is said to the bot alone; of several the first by its code. */
  sceneOfUser(user: UserRef): Promise<Scene | undefined>;
  /** Where the chat that had this address is now, when the platform gave it another. */
  movedTo(conversation: ConversationRef): Promise<ConversationRef | undefined>;
  caseById(governmentId: string, id: string): Promise<Case | undefined>;
  caseByCode(governmentId: string, code: string): Promise<Case | undefined>;
  /** The newest case with this number, over the years. */
  caseByNumber(governmentId: string, number: number): Promise<Case | undefined>;
  proposalById(governmentId: string, id: string): Promise<Proposal | undefined>;
  proposalByCode(governmentId: string, code: string): Promise<Proposal | undefined>;
  /** The newest proposal with this number, over the years. */
  proposalByNumber(governmentId: string, number: number): Promise<Proposal | undefined>;
  /** Proposals that answer this case, oldest first. */
  proposalsOfCase(governmentId: string, inquiryId: string): Promise<readonly Proposal[]>;
  /** What the message shows, when it is one of ours. */
  contentOfMessage(governmentId: string, message: MessageRef): Promise<MessageContent | undefined>;
  action(governmentId: string, token: string): Promise<StoredAction | undefined>;
  dialogue(governmentId: string, lane: string, userId: string): Promise<Dialogue | undefined>;
  replyById(governmentId: string, id: string): Promise<Reply | undefined>;
  replyByMessage(governmentId: string, message: MessageRef): Promise<Reply | undefined>;
  /** Open cases this agency holds or was forwarded; most urgent first. */
  queue(governmentId: string, agencyId: string, page: number, pageSize: number): Promise<Page<CaseLine>>;
  /**
   * Cases whose code, text, asker, account or theme contains all words, and content in whose draft or standing version
   * its theme, text, hashtags or source does, or its code; newest first. `agencyId` limits to cases that agency holds or was
   * forwarded, and to its own content.
   */
  find(
    governmentId: string,
    words: string,
    agencyId: string | undefined,
    page: number,
    pageSize: number,
  ): Promise<Page<CaseLine | FoundContent>>;
  /**
   * An agency's content: waiting, then drafts, then ready (each oldest first), then day by day what is wanted and what was
   * posted: on each account once, when that was last. What was withdrawn or is posted is not wanted any more, nor is its
   * correction on that day; what was posted stays.
   */
  contentLines(
    governmentId: string,
    agencyId: string,
    span: ContentSpan,
    page: number,
    pageSize: number,
  ): Promise<Page<ContentLine>>;
  /** How many of its proposals it has to do with, by what is to be done. */
  contentCounts(governmentId: string, agencyId: string): Promise<ContentCounts>;
  /** When content, or an answer to a case of that account, was last posted on each account; only those it ever was. */
  lastPosted(governmentId: string): Promise<ReadonlyMap<string, Date>>;
  /** Newest page last; within a page oldest first. */
  history(governmentId: string, subjectId: string, page: number, pageSize: number): Promise<Page<HistoryLine>>;
  /** What was registered of an agency (`registryChanges`), likewise. */
  registryHistory(governmentId: string, agencyId: string, page: number, pageSize: number): Promise<Page<HistoryLine>>;
}

/** Storage of cases: reading, and the one way to write. */
export interface Store extends Reader {
  commit(changes: Changes): Promise<void>;
}
