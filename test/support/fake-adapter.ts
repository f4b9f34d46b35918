import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import type { Capabilities } from "../../src/ports/chat/capabilities.js";
import { DeliveryError, type DeliveryFailure } from "../../src/ports/chat/failures.js";
import type { Delivery, DeliveryReceipt } from "../../src/ports/chat/outbound.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { openNoFile } from "./no-files.js";

/** What the platform answers one call with. */
export type Answer =
  | { readonly kind: "accept" }
  /** Nothing was taken. */
  | { readonly kind: "fail"; readonly failure: DeliveryFailure }
  /** It was taken, and then the answer failed. */
  | { readonly kind: "accept-then-fail"; readonly failure: DeliveryFailure }
  /** Neither taken nor answered until the time is up. */
  | { readonly kind: "never" }
  /** A bug of the adapter. */
  | { readonly kind: "bug" };

/** One operation the platform took. */
export interface Taken {
  readonly delivery: Delivery;
  readonly messageId: string;
}

/** A chat platform in memory, scripted by the test. */
export interface FakeAdapter extends ChatAdapter {
  /** What was taken, in order: what people would see. */
  readonly taken: Taken[];
  /** Every call, also those that failed. */
  readonly calls: Delivery[];
  /** Answers of the next calls; afterwards everything is accepted. */
  readonly script: Answer[];
  /** Runs in every call before it is answered. */
  during: (delivery: Delivery) => Promise<void>;
}

const FAST = { messages: 10_000, perMs: 1_000 };

/** Capabilities without limits that a test would notice. */
export const fakeCapabilities: Capabilities = {
  text: { maxChars: 4_000 },
  buttons: { perRow: 5, rows: 5, tokenBytes: 64 },
  fields: { max: 10 },
  forms: { style: "dialogue" },
  privateReply: "native",
  threads: "reply-chain",
  reactions: { send: [], perMessage: 1, observe: "always" },
  files: { maxBytes: 0, perMessage: 0 },
  dedupe: "none",
  pace: { perConversation: FAST, overall: FAST },
};

/** A fake platform that takes everything until its script says otherwise. */
export function createFakeAdapter(capabilities: Partial<Capabilities> = {}): FakeAdapter {
  const platform = "simulator";
  let messages = 0;
  const take = (delivery: Delivery): DeliveryReceipt => {
    const place = placeOf(delivery);
    messages += 1;
    const id = delivery.op.kind === "post" ? `m${messages}` : targetOf(delivery);
    adapter.taken.push({ delivery, messageId: id });
    return { message: { platform, workspace: place.workspace, channel: place.channel, id } };
  };
  const adapter: FakeAdapter = {
    platform,
    capabilities: { ...fakeCapabilities, ...capabilities },
    taken: [],
    calls: [],
    script: [],
    during: async () => {},
    async start() {},
    async stop() {},
    openFile: openNoFile,
    health: () => ({ state: "online", since: new Date(0) }),
    async deliver(delivery, signal) {
      adapter.calls.push(delivery);
      const answer = adapter.script.shift() ?? { kind: "accept" };
      await adapter.during(delivery);
      switch (answer.kind) {
        case "accept":
          return take(delivery);
        case "fail":
          throw new DeliveryError(answer.failure, platform, "scripted");
        case "accept-then-fail":
          take(delivery);
          throw new DeliveryError(answer.failure, platform, "scripted");
        case "never":
          return aborted(signal, platform);
        case "bug":
          throw new TypeError("secret words of a citizen");
        default:
          return answer satisfies never;
      }
    },
  };
  return adapter;
}

function aborted(signal: AbortSignal, platform: "simulator"): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(new DeliveryError({ kind: "retryable", outcome: "unknown" }, platform, "timed out"));
    signal.addEventListener("abort", fail, { once: true });
  });
}

function placeOf({ op }: Delivery): Pick<ConversationRef, "workspace" | "channel"> {
  return op.kind === "post" ? op.to.conversation : op.target;
}

function targetOf({ op }: Delivery): string {
  return op.kind === "post" ? "" : op.target.id;
}
