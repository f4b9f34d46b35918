import type { PrismaClient } from "../db/generated/client.js";

/** The right to do something that only one process may do at a time. Times are machine time, that is the database's. */
export interface Lease {
  /**
   * Takes it, or keeps it for another whole term when it is ours already. When somebody else has it, says how long
   * theirs still runs: asking again earlier is in vain. Rejects when the database is away.
   */
  acquire(): Promise<"held" | { readonly freeInMs: number }>;
  /** Keeps it for another whole term; false when it was lost. Rejects when the database is away. */
  renew(): Promise<boolean>;
  /** Gives it back at once, if it is ours. */
  release(): Promise<void>;
}

const TERM_MS = 15_000;

/** The lease `name` for `holder`, which has to be unique among all processes. A term is `ttlMs`. */
export function createLease(prisma: PrismaClient, name: string, holder: string, ttlMs: number = TERM_MS): Lease {
  return {
    async acquire() {
      const rows = await prisma.$queryRaw<readonly { readonly held: boolean; readonly freeInMs: number }[]>`
        with taken as (
          insert into lease (name, holder, until)
          values (${name}, ${holder}, now() + ${ttlMs}::float8 * interval '1 ms')
          on conflict (name) do update set holder = excluded.holder, until = excluded.until
            where lease.holder = excluded.holder or lease.until <= now()
          returning 1
        )
        select exists (select 1 from taken) as held,
               greatest(0, coalesce(extract(epoch from (select until from lease where name = ${name}) - now()), 0)
                 * 1000)::float8 as "freeInMs"`;
      const answer = rows[0];
      return answer?.held ? "held" : { freeInMs: answer?.freeInMs ?? 0 };
    },
    async renew() {
      const renewed = await prisma.$executeRaw`
        update lease set until = now() + ${ttlMs}::float8 * interval '1 ms' where name = ${name} and holder = ${holder}`;
      return renewed === 1;
    },
    async release() {
      await prisma.$executeRaw`delete from lease where name = ${name} and holder = ${holder}`;
    },
  };
}
