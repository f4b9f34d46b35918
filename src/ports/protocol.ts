import type { Capabilities } from "./chat/capabilities.js";
import type { ChatEvent } from "./chat/inbound.js";
import type { OutboundMessage } from "./chat/outbound.js";
import type { ConversationRef, Locale } from "./chat/refs.js";
import type { FetchedFile } from "./files.js";
import type { MessageContent } from "./message-content.js";
import type { Duty, StoredAction } from "./store.js";

/** What the inbox holds: something a person did, or the outcome of a delivery somebody's clock depends on. */
export type InboxPayload =
  | { readonly type: "chat"; readonly event: ChatEvent }
  /** `at` is case time, ISO 8601. */
  | { readonly type: "delivered"; readonly governmentId: string; readonly duties: readonly Duty[]; readonly at: string }
  /** The deadline of one of its open forwards passed: its cards have to say so. */
  | { readonly type: "due"; readonly governmentId: string; readonly inquiryId: string }
  /** A version that waits for the officials fell due for a ping: others may decide it than when its cards were drawn. */
  | {
      readonly type: "reminded";
      readonly governmentId: string;
      readonly proposalId: string;
      readonly versionId: string;
      readonly stage: string;
    }
  /** Something its cards show changed elsewhere: a proposal that answers it. */
  | { readonly type: "redraw"; readonly governmentId: string; readonly inquiryId: string }
  /** An account it was still to be posted on was given up. */
  | {
      readonly type: "account-ended";
      readonly governmentId: string;
      readonly proposalId: string;
      readonly accountId: string;
    }
  | {
      readonly type: "undeliverable";
      readonly governmentId: string;
      readonly duties: readonly Duty[];
      readonly reason: string;
    };

/** A claimed inbox row. `id` is its number as a string. */
export interface InboxWork {
  readonly id: string;
  readonly governmentId?: string;
  readonly payload: InboxPayload;
  readonly leaseToken: string;
  /** The files of its event, fetched after it was claimed; absent where it has none. */
  readonly files?: readonly FetchedFile[];
}

/**
 * Does what an inbox row asks for and commits it (Store.commit with `cause` = the row). "nothing": there was nothing to
 * commit and the caller marks the row done.
 * Throws VersionConflict and LeaseLost from the store; any other error counts as an exception of the handler.
 */
export type HandleWork = (work: InboxWork) => Promise<"committed" | "nothing">;

/** A message ready for an adapter, and the tokens of its buttons, to be stored before it is sent. */
export interface Composed {
  readonly message: OutboundMessage;
  readonly locale: Locale;
  /** The version a card shows, when the content is a card. */
  readonly shownVersion?: number;
  readonly tokens: readonly { readonly token: string; readonly action: StoredAction }[];
}

/** Makes a message of stored content from the state of now. "drop": its reason is gone (a ping of an answered forward). */
export type Compose = (
  governmentId: string,
  content: MessageContent,
  capabilities: Capabilities,
  /** Where it goes: mentions use that platform's people, `/status` shows the case as that chat's agency sees it. */
  to: ConversationRef,
) => Promise<Composed | "drop">;
