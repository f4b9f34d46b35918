import { setTimeout as sleep } from "node:timers/promises";
import type { PrismaClient } from "../db/generated/client.js";

/** True once nothing is left to do, false when `timeoutMs` passed before. Rejects when the database is away. */
export type Idle = (timeoutMs: number) => Promise<boolean>;

const POLL_MS = 15;

/**
 * Rest means: no event in hand, waiting or to be tried again, no message on its way or due, no ping due. Only messages
 * to `platforms` count: others have nobody here to send them.
 */
export function createIdle(prisma: PrismaClient, platforms: readonly string[]): Idle {
  return async (timeoutMs) => {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      if (await isAtRest(prisma, platforms)) return true;
      if (performance.now() >= deadline) return false;
      await sleep(POLL_MS);
    }
  };
}

async function isAtRest(prisma: PrismaClient, platforms: readonly string[]): Promise<boolean> {
  const rows = await prisma.$queryRaw<readonly { readonly rest: boolean }[]>`
    select not exists (select 1 from inbox where state in ('pending', 'running'))
       and not exists (
         select 1 from outbox
          where platform in (select jsonb_array_elements_text(${JSON.stringify(platforms)}::jsonb))
            and (state = 'sending' or state = 'pending' and not_before <= now() + interval '1 ms'))
       and not exists (
         select 1 from ping p join government g on g.id = p.government_id
          where p.taken_at is null and p.due_at <= now() + g.clock_offset_ms * interval '1 ms') as rest`;
  return rows[0]?.rest === true;
}
