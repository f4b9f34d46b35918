import type { AdapterContext, ChatAdapter } from "../../src/ports/chat/adapter.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { Delivery, DeliveryOp, DeliveryReceipt, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { ConversationRef, MessageRef, UserRef } from "../../src/ports/chat/refs.js";
import type { FileStore } from "../../src/ports/files.js";
import { streamOf } from "../support/file-bytes.js";
import type { RecordingInbox } from "../support/recording-inbox.js";

/** What the platform knows of something a person did there. */
export interface Sent {
  /** Whether the adapter acknowledged; if not, the platform will deliver it again. */
  readonly acknowledged: boolean;
}

/** A message as people see it on the platform. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  readonly fromBot: boolean;
  /** What the bot reacted with, in the platform's own spelling. */
  readonly botReactions: readonly string[];
  /** The message it answers. */
  readonly replyTo: string | undefined;
  /** Its files, as far as they are shown or sent with it. */
  readonly files: readonly ShownFile[];
  /** Ids of people who are told that it names them; absent where the stand-in cannot say. */
  readonly mentions?: readonly string[];
  /** The topic or thread it stands in. */
  readonly thread?: string;
}

/** A file of a message. */
export interface ShownFile {
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
}

/** How a call of the platform's API goes wrong. */
export type CallFault = "rate-limited" | "server-error" | "dropped" | "silent" | "unreachable" | "credentials";

/** What a platform asks to be waited for, in seconds, when a call was too much ("rate-limited"). */
export const RETRY_AFTER_S = 7;

/** What not every platform has. A bench leaves out what there is not, and the tests of it are skipped. */
export interface PlatformAbilities {
  /** The person, and the name they are called by with a sign ("@budi") where a text can call them. */
  readonly person?: { readonly user: UserRef; readonly sign?: string };
  /** A thread or topic of the conversation that is there already. */
  readonly thread?: ConversationRef;
  /** Types a command in that thread. */
  commandInThread?(name: string): Promise<Sent>;
  /** Sends a file with words said to the bot. */
  sendFile?(file: { readonly name: string; readonly bytes: Uint8Array }, words: string): Promise<Sent>;
  /** Says something to others that the platform tells the bot too. */
  sayToOthers?(text: string): Promise<Sent>;
  /** Reacts, or takes it back, as somebody whose name the platform hides. */
  reactHidden?(messageId: string, meaning: "approve" | "reject"): Promise<Sent>;
  /** What the person was told alone, there or in a chat of their own. */
  toldAlone?(): Promise<readonly string[]>;
  /** The conversation gets another address. */
  relocate?(): Promise<Sent & { readonly to: ConversationRef }>;
  /** Somebody removes the bot from the conversation. */
  removeBot?(): Promise<Sent>;
  /** Somebody adds the bot to another conversation; what it says there first. */
  addBot?(as: "member" | "administrator"): Promise<readonly string[]>;
  /** The next call that writes goes wrong; of every call as long as it lasts "unreachable" and "credentials". */
  fail?(fault: CallFault): Promise<{
    /** Resolves when a call came that was to go wrong. */
    readonly reached: Promise<unknown>;
  }>;
}

/** The platform's side: a stand-in server, or the person in front of it. All acts are one person's in one channel. */
export interface PlatformDriver extends PlatformAbilities {
  readonly conversation: ConversationRef;
  /** Types a command without inputs ("/status"). */
  command(name: string): Promise<Sent>;
  /** Types a text that is said to the bot. */
  say(text: string): Promise<Sent>;
  /** Types a text as a reply to a message. */
  reply(messageId: string, text: string): Promise<Sent>;
  /** Edits what was typed last. */
  edit(text: string): Promise<Sent>;
  react(messageId: string, meaning: "approve" | "reject"): Promise<Sent>;
  unreact(messageId: string, meaning: "approve" | "reject"): Promise<Sent>;
  /** Presses the button with this label. */
  press(messageId: string, label: string): Promise<Sent>;
  /** Fills the contract's form (see `contractSurface`) and sends it. */
  submit(values: Readonly<Record<string, string>>): Promise<Sent>;
  /** The platform delivers its last delivery again, identically. */
  redeliver(): Promise<Sent>;
  /** Everything in the channel, oldest first. */
  read(): Promise<readonly Seen[]>;
}

/** One adapter with its platform, fresh for one test. `context` carries the inbox the suite gave. */
export interface AdapterBench {
  readonly adapter: ChatAdapter;
  readonly context: AdapterContext;
  readonly driver: PlatformDriver;
  /** Event types this adapter says it can tell. */
  readonly claims: readonly ChatEvent["type"][];
  /** What the platform makes of a text before it shows it, where it does not show it literally: of what it cleans and trims. */
  readonly shownAs?: (text: string) => string;
  /** Puts a file into the store `context` has, where files go out. */
  keepFile?(
    bytes: Uint8Array,
  ): Promise<{ readonly storeKey: string; readonly mediaType: string; readonly sizeBytes: number }>;
  dispose(): Promise<void>;
}

/** The surface every bench starts its adapter with. */
export const contractSurface: AdapterContext["surface"] = {
  greeting: { id: "Salam dari Tanggap.", en: "Greetings from Tanggap." },
  needsAdmin: { id: "Mohon jadikan administrator.", en: "Please make it an administrator." },
  commands: [
    {
      name: "status",
      aliases: [],
      summary: { id: "Keadaan kasus", en: "State of a case" },
      usage: { id: "/status KODE", en: "/status CODE" },
      inputs: [],
    },
  ],
  forms: new Map([
    [
      "answer",
      {
        id: "answer",
        title: { id: "Jawaban", en: "Answer" },
        submit: { id: "Kirim", en: "Send" },
        pages: [
          [{ name: "text", label: { id: "Jawaban", en: "Answer" }, required: true, kind: "paragraph", maxChars: 2000 }],
        ],
      },
    ],
  ]),
};

/** A signal that does not fire. */
export const never = new AbortController().signal;

/** A deadline that never comes, of its own for each stop. */
export const noDeadline = (): AbortSignal => new AbortController().signal;

/** A message of one text. */
export const plain = (text: string): OutboundMessage => ({
  summary: "ringkasan",
  blocks: [{ kind: "text", spans: [{ kind: "plain", text }] }],
});

/** A message with one button. */
export const withButton = (label: string, token: string): OutboundMessage => ({
  summary: "ringkasan",
  blocks: [
    { kind: "text", spans: [{ kind: "plain", text: "kartu" }] },
    { kind: "buttons", items: [{ kind: "act", label, token }] },
  ],
});

/** An attempt at an operation. */
export const delivery = (op: DeliveryOp, idempotencyKey: string, attempt = 1): Delivery => ({
  op,
  idempotencyKey,
  attempt,
  locale: "id",
});

/** Posts a message to a conversation. */
export const postTo = (conversation: ConversationRef, message: OutboundMessage): DeliveryOp => ({
  kind: "post",
  to: { kind: "conversation", conversation },
  message,
});

/** `keepFile` of a bench with this store. */
export const keeperOf =
  (files: Pick<FileStore, "put">): NonNullable<AdapterBench["keepFile"]> =>
  async (bytes) => {
    const kept = await files.put(streamOf(bytes), { maxBytes: bytes.length });
    if ("refused" in kept) throw new Error(`the store refused a file: ${kept.refused}`);
    return { storeKey: kept.key, mediaType: kept.mediaType, sizeBytes: kept.sizeBytes };
  };

/** What a test does with an adapter that was started. */
export interface Session {
  deliver(op: DeliveryOp, key: string, attempt?: number): Promise<DeliveryReceipt>;
  /** Posts to the driver's conversation, or where it is said; tells the reference. */
  posted(message: OutboundMessage, key?: string, conversation?: ConversationRef): Promise<MessageRef>;
  /** The failure of an operation that must fail. */
  failure(op: DeliveryOp, key: string, signal?: AbortSignal): Promise<DeliveryError>;
  /** What the bot said that everybody sees. */
  ofBot(): Promise<readonly Seen[]>;
  lastEvent(): ChatEvent;
}

/** The session of a bench. */
export const sessionOf = (bench: AdapterBench, inbox: RecordingInbox): Session => {
  const deliver: Session["deliver"] = (op, key, attempt = 1) =>
    bench.adapter.deliver(delivery(op, key, attempt), never);
  return {
    deliver,
    async posted(message, key = "post", conversation = bench.driver.conversation) {
      const receipt = await deliver(postTo(conversation, message), key);
      if (receipt.message === undefined) throw new Error("no reference of a posted message");
      return receipt.message;
    },
    async failure(op, key, signal = never) {
      const error = await bench.adapter.deliver(delivery(op, key), signal).catch((thrown: unknown) => thrown);
      if (!(error instanceof DeliveryError)) throw new Error(`expected a DeliveryError, got ${String(error)}`);
      return error;
    },
    ofBot: async () => (await bench.driver.read()).filter(({ fromBot }) => fromBot),
    lastEvent() {
      const last = inbox.events.at(-1);
      if (last === undefined) throw new Error("nothing reached the inbox");
      return last;
    },
  };
};
