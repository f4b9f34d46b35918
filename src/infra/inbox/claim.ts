import { randomUUID } from "node:crypto";
import type { InboxPayload, InboxWork } from "../../ports/protocol.js";
import { COMMIT_WITHOUT_WAITING } from "../db/commit-without-waiting.js";
import type { PrismaClient } from "../db/generated/client.js";
import { queryJson } from "../db/repositories/query-json.js";

/** A handler runs one transaction; before it the files of an event are fetched, in half of this time at most. */
export const LEASE_MS = 30_000;
/** A row that brought down the process this often is set aside. */
export const MAX_DEATHS = 10;
/** A row that was in hand at this many deaths is handled alone: the next one shows whether it was to blame. */
export const SUSPECT_AFTER_DEATHS = 3;
/** Of so many lanes at a time the heads are looked at; the one that waits longest is always among them. */
const MAX_LANES = 500;

/** A claimed row. `alone`: nothing else may be handled beside it. */
export interface InboxClaimed extends InboxWork {
  readonly alone?: true;
}

interface ClaimedRow {
  readonly id: string;
  readonly governmentId: string | null;
  readonly payload: InboxPayload;
  readonly alone: boolean;
}

/** Every lane with a row that waits, by one look at the index each: a lane's backlog costs nothing. */
const LANES = `
lanes as (
  select lane from (
    (select lane from inbox where state = 'pending' and not_before <= now() + interval '1 ms' order by not_before limit 1)
    union all
    (select lane from inbox where state = 'pending' order by lane limit 1)) seeds
  union
  select further.lane from lanes l cross join lateral (
    select i.lane from inbox i where i.state = 'pending' and i.lane > l.lane order by i.lane limit 1) further
)`;

const HEADS = `
heads as materialized (
  select head.id from (select lane from lanes limit ${MAX_LANES}) l cross join lateral (
    select i.id from inbox i where i.state = 'pending' and i.lane = l.lane order by i.id limit 1) head
  union all
  select i.id from inbox i where i.state = 'running' and i.lease_until < now()
  order by id
)`;

/**
 * A row waits for every older unfinished row of its lane, also one that backs off, and for any that is being worked on.
 * An expired lease is a death of its worker, and each row it had in hand may have caused it: after some they come one by
 * one, so that those which only stood beside are not parked with the one that kills. The columns hold whole milliseconds,
 * rounded, hence the millisecond.
 */
const CLAIM = `
with recursive input as materialized (select $1::jsonb as doc), ${LANES}, ${HEADS},
candidate as (
  select locked.id, locked.suspect
    from heads h cross join lateral (
      select i.id, i.deaths + (i.state = 'running')::int >= ${SUSPECT_AFTER_DEATHS} as suspect from inbox i
       where i.id = h.id
         and (i.state = 'pending' and i.not_before <= now() + interval '1 ms'
              or i.state = 'running' and i.lease_until < now())
         and not exists (
           select 1 from inbox o where o.lane = i.lane and o.state in ('pending', 'running') and o.id < i.id)
         and not exists (
           select 1 from inbox o
            where o.lane = i.lane and o.state = 'running' and o.id <> i.id and o.lease_until >= now())
         for update of i skip locked) locked
   limit (select (doc->>'limit')::int from input)
),
chosen as (
  select c.id, c.suspect from candidate c, input
   where not exists (select from candidate where suspect)
      or (doc->>'inHand')::int = 0 and c.id = (select min(id) from candidate where suspect)
),
claimed as (
  update inbox i set
         deaths = i.deaths + case when i.state = 'running' then 1 else 0 end,
         state = case when i.state = 'running' and i.deaths + 1 >= ${MAX_DEATHS} then 'parked' else 'running' end,
         error = case when i.state = 'running' then 'the process ended while handling it' else i.error end,
         lease_token = doc->>'leaseToken', lease_until = now() + interval '${LEASE_MS} ms'
    from chosen c, input, (select ${COMMIT_WITHOUT_WAITING}) quick where i.id = c.id
  returning i.id, i.government_id, i.payload, i.state, c.suspect as alone
)
select coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'governmentId', government_id, 'payload', payload,
  'alone', alone) order by id), '[]') as value from claimed where state = 'running'`;

/** `InboxStore.claim`. */
export async function claimRows(prisma: PrismaClient, limit: number, inHand: number): Promise<readonly InboxClaimed[]> {
  const leaseToken = randomUUID();
  const rows = await queryJson<readonly ClaimedRow[]>(prisma, CLAIM, { leaseToken, limit, inHand });
  return (rows ?? []).map(({ governmentId, alone, ...row }) => ({
    ...row,
    ...(governmentId === null ? {} : { governmentId }),
    ...(alone ? { alone } : {}),
    leaseToken,
  }));
}
