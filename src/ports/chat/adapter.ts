import type { Clock } from "../clock.js";
import type { FileStore } from "../files.js";
import type { Finding } from "../finding.js";
import type { Logger } from "../logger.js";
import type { Capabilities } from "./capabilities.js";
import type { SuggestSource } from "./forms.js";
import type { ChatEvent, FileRef } from "./inbound.js";
import type { Delivery, DeliveryReceipt } from "./outbound.js";
import type { ConversationRef, Platform, UserRef } from "./refs.js";
import type { Surface } from "./surface.js";

/** Where an adapter puts what it heard. */
export interface Inbox {
  /** Durable once resolved. The adapter acknowledges to the platform after this, not before. Rejects when the store is down. */
  accept(event: ChatEvent): Promise<"accepted" | "duplicate">;
}

/** How an adapter is doing, from memory. `since` is machine time. */
export interface AdapterHealth {
  readonly state: "stopped" | "starting" | "online" | "reconnecting" | "failed";
  readonly since: Date;
  readonly detail?: string;
}

/** What the program hands an adapter at start. */
export interface AdapterContext {
  readonly surface: Surface;
  readonly inbox: Inbox;
  /** Read-only, at most a second, at most 25, may answer empty: autocomplete, external selects. `value` is what is typed. */
  suggest(
    source: SuggestSource,
    text: string,
    conversation: ConversationRef,
    actor: UserRef,
  ): Promise<readonly { readonly value: string; readonly label: string }[]>;
  /** Read-only, at most a second, may answer empty: what a form opens with. `token` is that of the button that opens it. */
  prefill(
    form: string,
    token: string,
    conversation: ConversationRef,
    actor: UserRef,
  ): Promise<Readonly<Record<string, string>>>;
  /** The program's files, to be sent with a message. */
  readonly files: Pick<FileStore, "open">;
  /**
   * Routes under `prefix` on the program's one HTTP server, web-standard, raw body included, with the server's size limit;
   * `/` is that one path. Of several prefixes the longest counts. `streams`: the handler limits what it reads itself.
   */
  readonly http: {
    mount(
      prefix: string,
      handle: (request: Request) => Promise<Response>,
      options?: { readonly streams?: boolean },
    ): void;
  };
  /**
   * Runs the job while this process owns the platform account, which one process does at a time: at once or as soon as it
   * does, and again when it becomes the owner anew. The signal says to end; the next owner begins when the job has settled.
   * A job that ends or rejects by itself is not run again until then.
   */
  whileOwner(job: (signal: AbortSignal) => Promise<void>): void;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** A chat an agency is bound to. */
export interface BoundChat {
  readonly conversation: ConversationRef;
  /** As the registry calls it. */
  readonly name: string;
}

/** A chat platform: six methods, one more for operators, and two data. Everything platforms differ in is data (`capabilities`). */
export interface ChatAdapter {
  readonly platform: Platform;
  readonly capabilities: Capabilities;

  /** Resolves at once, also when the platform is down: it keeps connecting, `health` tells. Calling twice is a bug and rejects. */
  start(context: AdapterContext): Promise<void>;

  /** Stops intake at once, waits for accepted events to be acknowledged, then closes. Idempotent. */
  stop(deadline: AbortSignal): Promise<void>;

  /** Snapshot from memory: no I/O, never throws. */
  health(): AdapterHealth;

  /**
   * The bytes of a file this platform told of, in any process, whether or not it owns the account. The caller limits size
   * and time. Throws, also while they are read, `DeliveryError`; "permanent" and "forbidden" mean that it will not be had.
   */
  openFile(file: FileRef, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;

  /** Performs one operation once. No internal retry, no queue; throws only DeliveryError. */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryReceipt>;

  /**
   * The operator's check-up (`npm run doctor`), called without `start`: whether the platform takes the account's
   * credentials and the bot can read and write in these chats, which are all that are bound to it, in one finding where
   * all is well. Asks only, sends and changes nothing; answers within 10 s and rejects only for a bug. Left out where
   * there is nothing to ask.
   */
  diagnose?(chats: readonly BoundChat[]): Promise<readonly Finding[]>;
}
