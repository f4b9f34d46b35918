import { randomUUID } from "node:crypto";
import type { Inbox } from "../../ports/chat/adapter.js";
import type { InboxPayload, InboxWork } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import { type CrashPoint, neverCrash } from "../crash-points.js";
import type { PrismaClient } from "../db/generated/client.js";
import { storableJson, storableText } from "./storable.js";

/** A handler runs one transaction and waits for nothing outside the database. */
export const LEASE_MS = 30_000;
/** A row that brought down the process this often is set aside. */
export const MAX_DEATHS = 10;
/** A row whose handler threw this often is set aside. */
export const MAX_EXCEPTIONS = 3;
/** After that what was said in finished rows is forgotten. */
export const KEEP_PAYLOAD_DAYS = 30;

/** Which claimed row, and the proof that it is still ours. */
export type InboxClaim = Pick<InboxWork, "id" | "leaseToken">;

/** The queue of everything people did, in order within each conversation. Rejects when the database is away. */
export interface InboxStore extends Inbox {
  /** At most `limit` rows, each the oldest unfinished one of its lane, leased for 30 s. */
  claim(limit: number): Promise<readonly InboxWork[]>;
  /** Back to the queue, uncounted, to be claimed no sooner than after `delayMs`. Throws LeaseLost. */
  release(claim: InboxClaim, delayMs: number): Promise<void>;
  /** Counts an exception; the third parks the row with `error`, which must be free of content. Throws LeaseLost. */
  fail(claim: InboxClaim, error: string, delayMs: number): Promise<"pending" | "parked">;
  /** Done without any effect. Throws LeaseLost. */
  finish(claim: InboxClaim): Promise<void>;
  /** Forgets what was said in rows done 30 days ago; their ids stay, against redelivery. Returns how many. */
  prune(): Promise<number>;
}

interface ClaimedRow {
  readonly id: string;
  readonly government_id: string | null;
  readonly payload: InboxPayload;
}

/** The inbox on PostgreSQL. Every method is one statement; leases go by machine time. */
export function createInboxStore(prisma: PrismaClient, crash: CrashPoint = neverCrash): InboxStore {
  return {
    async accept(event) {
      crash("K0");
      const { platform, workspace, channel } = event.conversation;
      const inserted = await prisma.$executeRaw`
        insert into inbox (government_id, platform, event_id, lane, payload)
        select (select government_id from channel
                 where platform = ${platform} and workspace = ${workspace} and native_id = ${channel}),
               ${platform}, ${storableText(event.eventId)}, ${storableText(`${platform}:${workspace}:${channel}`)},
               ${storableJson({ type: "chat", event } satisfies InboxPayload)}::jsonb
        on conflict (platform, event_id) do nothing`;
      crash("K1");
      return inserted === 1 ? "accepted" : "duplicate";
    },
    async claim(limit) {
      const leaseToken = randomUUID();
      const rows = await claimRows(prisma, leaseToken, limit);
      return rows.map((row) => ({
        id: row.id,
        ...(row.government_id === null ? {} : { governmentId: row.government_id }),
        payload: row.payload,
        leaseToken,
      }));
    },
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

/**
 * A row waits for every older unfinished row of its lane, also one that backs off, and for any that is being worked on.
 * An expired lease is a death of its worker. The columns hold whole milliseconds, rounded, hence the millisecond.
 */
const claimRows = (prisma: PrismaClient, leaseToken: string, limit: number) => prisma.$queryRaw<readonly ClaimedRow[]>`
  with candidate as (
    select i.id from inbox i
     where (i.state = 'pending' and i.not_before <= now() + interval '1 ms'
            or i.state = 'running' and i.lease_until < now())
       and not exists (
         select 1 from inbox o
          where o.lane = i.lane and o.state in ('pending', 'running') and o.id <> i.id
            and (o.id < i.id or o.state = 'running' and o.lease_until >= now()))
     order by i.id limit ${limit}::int for update skip locked
  ), claimed as (
    update inbox i set
           deaths = i.deaths + case when i.state = 'running' then 1 else 0 end,
           state = case when i.state = 'running' and i.deaths + 1 >= ${MAX_DEATHS}::int then 'parked' else 'running' end,
           error = case when i.state = 'running' then 'the process ended while handling it' else i.error end,
           lease_token = ${leaseToken}, lease_until = now() + ${LEASE_MS}::float8 * interval '1 ms'
      from candidate c where i.id = c.id
    returning i.id, i.government_id, i.payload, i.state
  )
  select id::text, government_id, payload from claimed where state = 'running' order by claimed.id`;

function requireOne(count: number): void {
  if (count === 0) throw new LeaseLost("the inbox row was taken over");
}
