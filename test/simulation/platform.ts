import type { OutboxRow } from "../../src/infra/outbox/row.js";
import { laneOf } from "../../src/infra/outbox/row.js";
import { DeliveryError, type DeliveryFailure } from "../../src/ports/chat/failures.js";
import type { Block, Button, Delivery, DeliveryReceipt, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { ConversationRef, MessageRef } from "../../src/ports/chat/refs.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import type { SimulatedClock } from "./clock.js";
import type { Random } from "./random.js";

/** A message as people see it. */
export interface SeenMessage {
  readonly ref: MessageRef;
  readonly rowId: string;
  readonly governmentId: string;
  readonly content: MessageContent;
  readonly cardKey?: string;
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly shownVersion?: number;
  readonly deleted: boolean;
}

/** One attempt that reached the platform. */
export interface Attempt {
  readonly row: OutboxRow;
  readonly delivery: Delivery;
  readonly shownVersion?: number;
}

/** A chat platform that fails in every way it can. */
export interface Platform {
  /** Takes, or refuses, or takes and then fails. `calm`: it does no more than it was asked. */
  take(attempt: Attempt): DeliveryReceipt;
  /** Called for whatever was taken, before it is visible. `repeated`: the platform knew the key. */
  onTaken: (attempt: Attempt, repeated: boolean) => void;
  message(ref: MessageRef): SeenMessage | undefined;
  messages(): readonly SeenMessage[];
  messagesIn(lane: string): readonly SeenMessage[];
  newMessageId(): string;
  /** Where the conversation is now. */
  placeOf(conversation: ConversationRef): ConversationRef;
  readonly faults: Map<string, number>;
}

interface Parts {
  readonly random: Random;
  readonly clock: SimulatedClock;
  readonly faultRate: () => number;
  readonly dedupeWindowMs: number;
}

const fail = (failure: DeliveryFailure): never => {
  throw new DeliveryError(failure, "simulator", "simulated");
};

const buttonsOf = (blocks: readonly Block[]): readonly Button[] =>
  blocks.flatMap((block) => (block.kind === "buttons" ? block.items : []));

const textOf = ({ summary, blocks }: OutboundMessage): string => `${summary} ${JSON.stringify(blocks)}`;

const NOT_TAKEN: readonly (readonly [number, string, (random: Random) => DeliveryFailure])[] = [
  [20, "not-sent", () => ({ kind: "retryable", outcome: "not-sent" })],
  [14, "unknown", () => ({ kind: "retryable", outcome: "unknown" })],
  [
    12,
    "rate-limited",
    (random) => ({
      kind: "rate-limited",
      retryAfterMs: random.between(1, 60) * 1_000,
      scope: random.chance(0.7) ? "conversation" : "platform",
    }),
  ],
  [3, "credentials", () => ({ kind: "forbidden", reason: "credentials" })],
  [2, "forbidden", (random) => ({ kind: "forbidden", reason: random.chance(0.5) ? "not-a-member" : "missing-scope" })],
  [1, "blocked", () => ({ kind: "forbidden", reason: "blocked-by-user" })],
  [2, "rejected", (random) => ({ kind: "permanent", reason: random.chance(0.5) ? "rejected-content" : "unsupported" })],
  [1, "handle-expired", () => ({ kind: "permanent", reason: "handle-expired" })],
];

/** A platform without messages. */
export const createPlatform = (parts: Parts): Platform => {
  const { random, clock } = parts;
  const seen = new Map<string, SeenMessage>();
  const byLane = new Map<string, Set<string>>();
  const keys = new Map<string, { readonly message: MessageRef; readonly atMs: number }>();
  const moved = new Map<string, ConversationRef>();
  const faults = new Map<string, number>();
  let ids = 0;
  let moves = 0;

  const count = (fault: string): void => void faults.set(fault, (faults.get(fault) ?? 0) + 1);
  const keyOf = (ref: MessageRef): string => `${laneOf(ref)}:${ref.id}`;
  const placeOf = (conversation: ConversationRef): ConversationRef => {
    const to = moved.get(laneOf(conversation));
    return to ? placeOf(to) : conversation;
  };
  const put = (message: SeenMessage): void => {
    const lane = laneOf(message.ref);
    const key = keyOf(message.ref);
    seen.set(key, message);
    byLane.set(lane, (byLane.get(lane) ?? new Set()).add(key));
  };
  const show = ({ row, delivery, shownVersion }: Attempt, ref: MessageRef, message: OutboundMessage): void =>
    put({
      ref,
      rowId: row.id,
      governmentId: row.governmentId,
      content: row.content,
      ...(row.card ? { cardKey: row.card.key } : {}),
      text: textOf(message),
      buttons: buttonsOf(message.blocks),
      ...(shownVersion === undefined ? {} : { shownVersion }),
      deleted: delivery.op.kind === "remove",
    });
  const remember = (attempt: Attempt): MessageRef | undefined => {
    const known = keys.get(attempt.delivery.idempotencyKey);
    return known && clock.nowMs() - known.atMs < parts.dedupeWindowMs ? known.message : undefined;
  };
  const accept = (attempt: Attempt): DeliveryReceipt => {
    const { op, idempotencyKey } = attempt.delivery;
    if (op.kind === "edit") {
      if (seen.get(keyOf(op.target))?.deleted !== false) fail({ kind: "permanent", reason: "gone" });
      platform.onTaken(attempt, false);
      show(attempt, op.target, op.message);
      return { message: op.target };
    }
    if (op.kind !== "post") throw new Error(`the core never asks for ${op.kind}`);
    const repeated = remember(attempt);
    platform.onTaken(attempt, repeated !== undefined);
    if (repeated) return { message: repeated };
    const { platform: name, workspace, channel } = op.to.conversation;
    const message: MessageRef = { platform: name, workspace, channel, id: platform.newMessageId() };
    keys.set(idempotencyKey, { message, atMs: clock.nowMs() });
    show(attempt, message, op.message);
    return { message };
  };
  const afterwards = (attempt: Attempt): DeliveryReceipt => {
    count("accepted-but-unknown");
    accept(attempt);
    if (random.chance(0.2)) throw new TypeError("a bug of the adapter after it wrote");
    return fail({ kind: "retryable", outcome: "unknown" });
  };
  const vanish = (attempt: Attempt): void => {
    const { op } = attempt.delivery;
    const target = op.kind === "edit" ? seen.get(keyOf(op.target)) : undefined;
    if (!target) return;
    count("gone");
    put({ ...target, deleted: true });
  };
  const relocate = ({ row }: Attempt): void => {
    if (moves >= MAX_MOVES) return;
    moves += 1;
    count("relocated");
    moved.set(laneOf(row.to), { ...row.to, channel: `${row.to.channel}+` });
  };
  const faulty = (attempt: Attempt): DeliveryReceipt => {
    const kind = random.weighted([
      [55, "refuse"],
      [30, "after"],
      [6, "gone"],
      [3, "bug"],
      [1.5, "move"],
    ] as const);
    if (kind === "after") return moved.has(laneOf(attempt.row.to)) ? answer(attempt) : afterwards(attempt);
    if (kind === "gone") vanish(attempt);
    if (kind === "move") relocate(attempt);
    if (kind === "bug") {
      count("bug");
      throw new TypeError("a bug of the adapter");
    }
    if (kind !== "refuse") return answer(attempt);
    const refusal = random.weighted(NOT_TAKEN.map(([weight, name, make]) => [weight, { name, make }] as const));
    if (!refusal) return answer(attempt);
    count(refusal.name);
    return fail(refusal.make(random));
  };
  const answer = (attempt: Attempt): DeliveryReceipt => {
    const to = moved.get(laneOf(attempt.row.to));
    return to ? fail({ kind: "relocated", to }) : accept(attempt);
  };
  const platform: Platform = {
    take: (attempt) => (random.chance(parts.faultRate()) ? faulty(attempt) : answer(attempt)),
    onTaken: () => {},
    message: (ref) => seen.get(keyOf(ref)),
    messages: () => [...seen.values()],
    messagesIn: (lane) => [...(byLane.get(lane) ?? [])].flatMap((key) => seen.get(key) ?? []),
    newMessageId: () => {
      ids += 1;
      return `m${ids}`;
    },
    placeOf,
    faults,
  };
  return platform;
};

/** A chat moves once in its life or not at all. */
const MAX_MOVES = 2;
