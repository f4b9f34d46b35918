import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { laneOf, type OutboxRow } from "../../src/infra/outbox/row.js";
import { createOutboxStore, type OutboxStore } from "../../src/infra/outbox/store.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { LeaseLost } from "../../src/ports/store.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantMessage } from "../support/outbox-rows.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

const OWNERS = [0, 1] as const;
const LANES = [0, 1] as const;

let database: TestDatabase;
let prisma: PrismaClient;
let government: PlantedGovernment;
let stores: readonly OutboxStore[];

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 4 });
  government = await plantGovernment(prisma);
  stores = OWNERS.map(() => createOutboxStore(prisma, "simulator", { dedupeWindowMs: 0 }));
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const placeOf = (lane: number): ConversationRef => ({ platform: "simulator", workspace: "-", channel: `lane${lane}` });

type Step =
  | { readonly do: "post"; readonly lane: number; readonly whenUnknown: "repeat" | "drop"; readonly isCard: boolean }
  | {
      readonly do: "next" | "claim" | "begin" | "write" | "settle" | "crash";
      readonly owner: number;
      readonly lane: number;
    }
  | {
      readonly do: "fail";
      readonly owner: number;
      readonly lane: number;
      readonly counts: boolean;
      readonly lost: boolean;
    }
  | { readonly do: "expire" };

const hand = { owner: fc.constantFrom(...OWNERS), lane: fc.constantFrom(...LANES) };
const act = fc.constantFrom("claim" as const, "begin" as const, "write" as const, "settle" as const);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("post" as const),
        lane: hand.lane,
        whenUnknown: fc.constantFrom("repeat" as const, "repeat" as const, "drop" as const),
        isCard: fc.boolean(),
      }),
    },
    { weight: 12, arbitrary: fc.record({ do: fc.constant("next" as const), ...hand }) },
    { weight: 3, arbitrary: fc.record({ do: act, ...hand }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("fail" as const), ...hand, counts: fc.boolean(), lost: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), ...hand }) },
    { weight: 1, arbitrary: fc.constant({ do: "expire" } as const) },
  ),
  { minLength: 20, maxLength: 90 },
);

/** What the protocol says of one row. */
interface ModelRow {
  readonly id: string;
  readonly lane: number;
  readonly place: number;
  readonly whenUnknown: "repeat" | "drop";
  readonly cardVersion: number | undefined;
  state: "pending" | "sending" | "sent" | "superseded" | "dropped";
  attempts: number;
  ambiguous: boolean;
  /** The claim that may settle it, and whether its time has not run out. */
  claim: OutboxRow | undefined;
  living: boolean;
  copies: number;
  /** The attempt that was written last; one attempt writes once. */
  writtenAttempt: number;
}

const isOpen = (row: ModelRow): boolean => row.state === "pending" || row.state === "sending";

/** The protocol in memory, each step done in the database as well and compared. */
class Run {
  private readonly rows: ModelRow[] = [];
  private readonly hands = new Map<string, OutboxRow>();
  private readonly written: ModelRow[] = [];
  private readonly shown = new Set<number>();
  private place = 0;

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case "post":
        return this.post(step);
      case "next":
        return this.take({ ...step, do: this.nextOf(step.owner, step.lane) });
      case "claim":
        return this.claim(step.owner, step.lane);
      case "begin":
        return this.begin(step.owner, step.lane);
      case "write":
        return this.write(step.owner, step.lane);
      case "settle":
        return this.settle(step.owner, step.lane);
      case "fail":
        return this.fail(step);
      case "crash":
        this.hands.delete(`${step.owner}:${step.lane}`);
        return;
      case "expire":
        return this.expire();
      default:
        return step satisfies never;
    }
  }

  /** What a relay that nothing happens to does next. */
  private nextOf(owner: number, lane: number): "claim" | "begin" | "write" | "settle" {
    const { claim, row } = this.inHand(owner, lane);
    if (claim === undefined || row === undefined) return "claim";
    if (row.claim !== claim) return row.attempts > 0 ? "settle" : "begin";
    if (row.state === "pending") return "begin";
    return row.writtenAttempt < row.attempts ? "write" : "settle";
  }

  /** As a commit does it: a card supersedes its older rows never attempted and takes the place of the first. */
  private async post(step: Extract<Step, { do: "post" }>): Promise<void> {
    const cards = this.rows.filter((row) => row.lane === step.lane && row.cardVersion !== undefined);
    const cardVersion = step.isCard ? cards.length + 1 : undefined;
    const older = step.isCard ? cards.filter((row) => row.state === "pending" && row.attempts === 0) : [];
    for (const row of older) {
      row.state = "superseded";
      await prisma.outboxMessage.update({ where: { id: BigInt(row.id) }, data: { state: "superseded" } });
    }
    this.place += 1;
    const place = Math.min(this.place, ...older.map((row) => row.place));
    const id = await plantMessage(prisma, {
      governmentId: government.id,
      to: placeOf(step.lane),
      seq: BigInt(place),
      whenUnknown: step.whenUnknown,
      ...(cardVersion === undefined ? {} : { card: { key: `card${step.lane}`, version: cardVersion } }),
    });
    const { lane, whenUnknown } = step;
    const fresh = {
      state: "pending",
      attempts: 0,
      ambiguous: false,
      claim: undefined,
      living: false,
      copies: 0,
      writtenAttempt: 0,
    } as const;
    this.rows.push({ id, lane, place, whenUnknown, cardVersion, ...fresh });
  }

  private async claim(owner: number, lane: number): Promise<void> {
    const open = this.rows.filter((row) => row.lane === lane && isOpen(row));
    const inDoubt = open.find((row) => row.state === "sending");
    const first = open.reduce<ModelRow | undefined>(
      (a, b) => (a === undefined || b.place < a.place ? b : a),
      undefined,
    );
    const expected = open.some((row) => row.claim && row.living) ? undefined : (inDoubt ?? first);
    const claimed = await stores[owner]?.claim(laneOf(placeOf(lane)));
    expect(claimed?.id).toBe(expected?.id);
    if (claimed === undefined || expected === undefined) return;
    expect(claimed.outcomeUnknown).toBe(expected.state === "sending");
    const isEdit = expected.cardVersion !== undefined && this.shown.has(lane);
    if (expected.state === "sending" && !isEdit) expected.ambiguous = true;
    if (expected.whenUnknown === "repeat") expected.state = "pending";
    expected.claim = claimed;
    expected.living = true;
    this.hands.set(`${owner}:${lane}`, claimed);
    if (expected.state === "sending") await this.drop(owner, expected, claimed);
  }

  /** What must not be repeated is settled as soon as it is found. */
  private async drop(owner: number, row: ModelRow, claimed: OutboxRow): Promise<void> {
    await stores[owner]?.settleDropped(claimed, "unknown");
    row.state = "dropped";
    row.claim = undefined;
    this.hands.delete(`${owner}:${row.lane}`);
  }

  private async begin(owner: number, lane: number): Promise<void> {
    const { claim, row } = this.inHand(owner, lane);
    if (claim === undefined) return;
    const alone = !this.rows.some((other) => other.lane === lane && other !== row && isOpen(other) && other.living);
    const mine = row?.claim === claim && row.living && row.state === "pending" && alone;
    const outcome = await this.outcome(stores[owner]?.begin(claim, []));
    expect(outcome).toBe(mine ? "done" : "lost");
    if (!mine || row === undefined) return void this.hands.delete(`${owner}:${lane}`);
    row.state = "sending";
    row.attempts += 1;
    row.living = true;
  }

  /** An owner writes only what it began, whatever became of its claim since: it may have stood still. */
  private async write(owner: number, lane: number): Promise<void> {
    const { claim, row } = this.inHand(owner, lane);
    if (claim === undefined || row?.claim !== claim || row.state !== "sending") return;
    if (row.writtenAttempt >= row.attempts) return;
    const earlier = this.rows.filter((other) => other.lane === lane && other.place < row.place && isOpen(other));
    expect(earlier).toEqual([]);
    row.copies += 1;
    row.writtenAttempt = row.attempts;
    this.written.push(row);
  }

  private async settle(owner: number, lane: number): Promise<void> {
    const { claim, row } = this.inHand(owner, lane);
    if (claim === undefined || row === undefined || (row.claim === claim && row.copies < 1)) return;
    const message = { ...placeOf(lane), id: `m${row.id}` };
    const mine = row.claim === claim && isOpen(row);
    expect(await this.outcome(stores[owner]?.settleSent(claim, message, undefined))).toBe(mine ? "done" : "lost");
    this.hands.delete(`${owner}:${lane}`);
    if (!mine) return;
    row.state = "sent";
    row.claim = undefined;
    if (row.cardVersion !== undefined) this.shown.add(lane);
  }

  private async fail(step: Extract<Step, { do: "fail" }>): Promise<void> {
    const { claim, row } = this.inHand(step.owner, step.lane);
    if (claim === undefined || row === undefined) return;
    // What was written is never reported as a pause, and is in doubt unless it was an edit.
    const wasWritten = row.writtenAttempt === row.attempts && row.claim === claim && row.state === "sending";
    const ambiguous = wasWritten;
    const attempts = !wasWritten && !step.counts && row.state === "sending" ? -1 : 0;
    const mine = row.claim === claim && isOpen(row);
    const retry = { afterMs: 0, attempts, ambiguous, error: "scripted" } as const;
    expect(await this.outcome(stores[step.owner]?.retryLater(claim, retry))).toBe(mine ? "done" : "lost");
    this.hands.delete(`${step.owner}:${step.lane}`);
    if (!mine) return;
    row.state = "pending";
    row.claim = undefined;
    row.ambiguous ||= ambiguous;
    row.attempts += attempts;
  }

  private async expire(): Promise<void> {
    await prisma.$executeRaw`update outbox set lease_until = now() - interval '1 s' where lease_until is not null`;
    for (const row of this.rows) row.living = false;
  }

  private inHand(owner: number, lane: number) {
    const claim = this.hands.get(`${owner}:${lane}`);
    return { claim, row: this.rows.find((row) => row.id === claim?.id) };
  }

  private async outcome(work: Promise<unknown> | undefined): Promise<"done" | "lost"> {
    try {
      await work;
      return "done";
    } catch (error) {
      if (error instanceof LeaseLost) return "lost";
      throw error;
    }
  }

  /** Everybody dies, time passes, and one owner works everything off. */
  async quiet(): Promise<void> {
    this.hands.clear();
    await this.expire();
    for (const lane of LANES) {
      while (this.rows.some((row) => row.lane === lane && isOpen(row))) {
        for (const step of ["claim", "begin", "write", "settle"] as const)
          await this.take({ do: step, owner: 0, lane });
      }
    }
  }

  async check(): Promise<void> {
    const stored = await prisma.outboxMessage.findMany({ orderBy: { id: "asc" } });
    expect(stored.map(({ id, state, ambiguous }) => ({ id: String(id), state, ambiguous }))).toEqual(
      this.rows.map(({ id, state, ambiguous }) => ({ id, state, ambiguous })),
    );
    for (const row of this.rows) {
      if (row.state === "sent") expect(row.copies).toBeGreaterThanOrEqual(1);
      if (row.state === "superseded") expect(row.copies).toBe(0);
      const repeatable = row.cardVersion !== undefined && this.shown.has(row.lane);
      if (row.copies > 1 && !repeatable) expect(row.ambiguous).toBe(true);
      if (row.state === "dropped") expect(row.whenUnknown).toBe("drop");
    }
    for (const lane of LANES) {
      const firsts = this.written.filter((row, at) => row.lane === lane && this.written.indexOf(row) === at);
      expect(firsts.map(({ place }) => place)).toEqual([...firsts.map(({ place }) => place)].sort((a, b) => a - b));
    }
  }
}

it("behaves as the protocol says: in order, one at a time, nothing lost, nothing doubled unmarked", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      await prisma.outboxMessage.deleteMany();
      await prisma.card.deleteMany();
      const run = new Run();
      for (const step of taken) await run.take(step);
      await run.quiet();
      await run.check();
    }),
    { numRuns: 60 },
  );
}, 240_000);
