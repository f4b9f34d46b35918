import type { Inbox } from "../../ports/chat/adapter.js";
import type { InboxWork } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import { type CrashPoint, neverCrash } from "../crash-points.js";
import type { PrismaClient } from "../db/generated/client.js";
import { createClaim, type InboxClaimed } from "./claim.js";
import { createInsert } from "./insert.js";

/** A row whose handler threw this often is set aside. */
export const MAX_EXCEPTIONS = 3;
/** After that what was said in finished rows is forgotten. */
export const KEEP_PAYLOAD_DAYS = 30;

/** Which claimed row, and the proof that it is still ours. */
export type InboxClaim = Pick<InboxWork, "id" | "leaseToken">;

/** The queue of everything people did, in order within each conversation. Rejects when the database is away. */
export interface InboxStore extends Inbox {
  /**
   * At most `limit` rows, each the oldest unfinished one of its lane, leased for 30 s; no lane is passed over for ever. A row that was in hand at three
   * deaths of a process comes alone and says so, and only when the caller has nothing else `inHand`; until then nothing comes.
   */
  claim(limit: number, inHand?: number): Promise<readonly InboxClaimed[]>;
  /** Back to the queue, uncounted, to be claimed no sooner than after `delayMs`. Throws LeaseLost. */
  release(claim: InboxClaim, delayMs: number): Promise<void>;
  /** Counts an exception; the third parks the row with `error`, which must be free of content. Throws LeaseLost. */
  fail(claim: InboxClaim, error: string, delayMs: number): Promise<"pending" | "parked">;
  /** Done without any effect. Throws LeaseLost. */
  finish(claim: InboxClaim): Promise<void>;
  /** Forgets what was said in rows done 30 days ago; their ids stay, against redelivery. Returns how many. */
  prune(): Promise<number>;
}

/** The inbox on PostgreSQL. Every method is one statement, which events accepted at the same time share; leases go by machine time. */
export function createInboxStore(prisma: PrismaClient, crash: CrashPoint = neverCrash): InboxStore {
  const insert = createInsert(prisma);
  const claim = createClaim(prisma);
  return {
    async accept(event) {
      crash("K0");
      const outcome = await insert(event);
      crash("K1");
      return outcome;
    },
    claim: (limit, inHand = 0) => claim(limit, inHand),
    async release({ id, leaseToken }, delayMs) {
      const released = await prisma.$executeRaw`
        update inbox set state = 'pending', lease_token = null, lease_until = null,
               not_before = now() + ${delayMs}::float8 * interval '1 ms'
         where id = ${id}::bigint and lease_token = ${leaseToken} and state = 'running'`;
      requireOne(released);
    },
    async fail({ id, leaseToken }, error, delayMs) {
      const rows = await prisma.$queryRaw<readonly { readonly state: "pending" | "parked" }[]>`
        update inbox set exceptions = exceptions + 1, error = ${error}, lease_token = null, lease_until = null,
               state = case when exceptions + 1 >= ${MAX_EXCEPTIONS}::int then 'parked' else 'pending' end,
               not_before = now() + ${delayMs}::float8 * interval '1 ms'
         where id = ${id}::bigint and lease_token = ${leaseToken} and state = 'running'
        returning state`;
      requireOne(rows.length);
      return rows[0]?.state ?? "pending";
    },
    async finish({ id, leaseToken }) {
      const finished = await prisma.$executeRaw`
        update inbox set state = 'done', done_at = now(), lease_token = null, lease_until = null
         where id = ${id}::bigint and lease_token = ${leaseToken} and state = 'running'`;
      requireOne(finished);
    },
    prune: () => prisma.$executeRaw`
      update inbox set payload = null
       where state = 'done' and payload is not null
         and done_at < now() - ${KEEP_PAYLOAD_DAYS}::int * interval '1 day'`,
  };
}

function requireOne(count: number): void {
  if (count === 0) throw new LeaseLost("the inbox row was taken over");
}
