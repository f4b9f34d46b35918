import type { ConversationRef, MessageRef } from "../../ports/chat/refs.js";
import type { Composed } from "../../ports/protocol.js";
import type { PrismaClient } from "../db/generated/client.js";
import { type Begun, createBegin } from "./begin.js";
import { type ClaimOptions, createClaim, readDueLanes } from "./claim.js";
import { type RecentAttempt, readRecentAttempts } from "./recent-attempts.js";
import { redrawCard } from "./redraw.js";
import { forgetCard, type Retry, relocate, retryLater } from "./retry.js";
import type { OutboxClaim, OutboxRow, OutboxTurn } from "./row.js";
import { type Settled, settleDead, settleDropped, settleSuperseded } from "./settle.js";
import { createSettleSent, type SentRow } from "./settle-sent.js";

/**
 * The queue of one platform's messages. Every method is one statement, which calls of the same kind made at the same time
 * may share, and rejects when the database is away; those that take a claim throw LeaseLost when the row is no longer ours, and then have done nothing.
 */
export interface OutboxStore {
  /** Every lane whose first row may be sent now, longest waiting first; a hint. */
  dueLanes(): Promise<readonly string[]>;
  claim(lane: string): Promise<OutboxRow | undefined>;
  begin(turn: OutboxTurn, tokens: Composed["tokens"]): Promise<Begun>;
  settleSent(row: SentRow, message: MessageRef | undefined, shownVersion: number | undefined): Promise<Settled>;
  settleSuperseded(claim: OutboxClaim): Promise<Settled>;
  settleDropped(claim: OutboxClaim, reason: string): Promise<Settled>;
  settleDead(claim: OutboxClaim, reason: string, inDoubt?: boolean): Promise<Settled>;
  retryLater(claim: OutboxClaim, retry: Retry): Promise<void>;
  forgetCard(row: OutboxRow): Promise<void>;
  relocate(row: OutboxRow, to: ConversationRef): Promise<void>;
  /** For a card that shows less than is recorded of it: see `redrawCard`. Takes no claim. */
  redrawCard(row: Pick<OutboxRow, "id" | "attempts">): Promise<boolean>;
  recentAttempts(windowMs: number): Promise<readonly RecentAttempt[]>;
}

/** The outbox of one platform on PostgreSQL. */
export const createOutboxStore = (prisma: PrismaClient, platform: string, options: ClaimOptions): OutboxStore => ({
  dueLanes: () => readDueLanes(prisma, platform),
  claim: createClaim(prisma, platform, options),
  begin: createBegin(prisma),
  settleSent: createSettleSent(prisma),
  settleSuperseded: (claim) => settleSuperseded(prisma, claim),
  settleDropped: (claim, reason) => settleDropped(prisma, claim, reason),
  settleDead: (claim, reason, inDoubt) => settleDead(prisma, claim, reason, inDoubt),
  retryLater: (claim, retry) => retryLater(prisma, claim, retry),
  forgetCard: (row) => forgetCard(prisma, row),
  relocate: (row, to) => relocate(prisma, row, to),
  redrawCard: (row) => redrawCard(prisma, row),
  recentAttempts: (windowMs) => readRecentAttempts(prisma, platform, windowMs),
});
