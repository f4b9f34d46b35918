import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { PrismaClient } from "../db/generated/client.js";
import { createLease } from "../lease/lease.js";
import type { Idle } from "./idle.js";
import { nextDueCaseTime } from "./sweep.js";

/** How far to move. The caller refuses what is negative or longer than 366 days. */
export type ClockMove =
  | { readonly advanceMinutes: number }
  | { readonly to: "next-event"; readonly government?: string | undefined };

/** What the clock works with. */
export interface CaseClockParts {
  readonly prisma: PrismaClient;
  readonly idle: Idle;
  tick(): Promise<void>;
}

/** Case time of all example governments, moved together. */
export interface CaseClock {
  /**
   * Moves on, never back, one move at a time: visits each due instant in order and lets everything that falls due there
   * be done. "next-event" goes to the next one, of the named government if one is named; without one, time stays. Resolves with the case time reached; rejects
   * when the program does not come to rest, with the time where it was.
   */
  move(move: ClockMove): Promise<{ readonly now: Date }>;
}

const MINUTE_MS = 60_000;
/** Of one stop; longer than any lease, so that a relay or worker that died is followed meanwhile. */
const REST_TIMEOUT_MS = 60_000;
const LOCK_TERM_MS = REST_TIMEOUT_MS + 30_000;
const MAX_LOCK_WAIT_MS = 500;
/** What is done at an instant may make something else due at it, but not for ever. */
const MAX_STOPS_AT_ONCE = 10;

/** The clock. Real governments are never touched: the database refuses it as well. */
export function createCaseClock({ prisma, idle, tick }: CaseClockParts): CaseClock {
  const lease = createLease(prisma, "case-clock", randomUUID(), LOCK_TERM_MS);
  let last: Promise<unknown> = Promise.resolve();

  const stopAt = async (at: Date): Promise<void> => {
    await lease.renew();
    await advanceTo(prisma, at);
    await tick();
    if (!(await idle(REST_TIMEOUT_MS))) throw new Error("the program did not come to rest");
  };
  const travel = async (move: ClockMove): Promise<void> => {
    const target = await targetOf(prisma, move);
    if (target === undefined) return;
    let reached: Date | undefined;
    let again = 0;
    for (;;) {
      const due = await nextDueCaseTime(prisma, "examples");
      if (due === undefined || due > target) break;
      again = reached !== undefined && due <= reached ? again + 1 : 0;
      if (again > MAX_STOPS_AT_ONCE) throw new Error("a due ping was not taken");
      reached = due;
      await stopAt(due);
    }
    if (!("to" in move)) await stopAt(target);
  };
  const alone = async (move: ClockMove): Promise<{ readonly now: Date }> => {
    for (let answer = await lease.acquire(); answer !== "held"; answer = await lease.acquire())
      await sleep(Math.min(answer.freeInMs, MAX_LOCK_WAIT_MS));
    try {
      await travel(move);
      return { now: await caseTime(prisma) };
    } finally {
      await lease.release();
    }
  };
  return {
    move(move) {
      const turn = last.catch(() => {}).then(() => alone(move));
      last = turn;
      return turn;
    },
  };
}

async function targetOf(prisma: PrismaClient, move: ClockMove): Promise<Date | undefined> {
  if ("to" in move) return nextDueCaseTime(prisma, "examples", move.government);
  return new Date((await caseTime(prisma)).getTime() + move.advanceMinutes * MINUTE_MS);
}

/** The examples' time; that of the machine when there are none. */
async function caseTime(prisma: PrismaClient): Promise<Date> {
  const rows = await prisma.$queryRaw<readonly { readonly nowMs: number }[]>`
    select ((extract(epoch from now()) * 1000)
            + coalesce((select max(clock_offset_ms) from government where example), 0))::float8 as "nowMs"`;
  return new Date(Math.floor(rows[0]?.nowMs ?? Number.NaN));
}

/** To whole milliseconds rounded up, or a ping due at `at` might not be due yet. */
async function advanceTo(prisma: PrismaClient, at: Date): Promise<void> {
  await prisma.$executeRaw`
    update government set clock_offset_ms = greatest(
             (select max(clock_offset_ms) from government where example),
             ceil(${at.getTime()}::float8 - extract(epoch from now())::float8 * 1000)::bigint)
     where example`;
}
