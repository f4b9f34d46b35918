import { randomUUID } from "node:crypto";
import type { InboxPayload, InboxWork } from "../../ports/protocol.js";
import { COMMIT_WITHOUT_WAITING } from "../db/commit-without-waiting.js";
import type { PrismaClient } from "../db/generated/client.js";
import { queryJson } from "../db/repositories/query-json.js";

/** A handler runs one transaction and waits for nothing outside the database. */
const LEASE_MS = 30_000;
/** A row that brought down the process this often is set aside. */
const MAX_DEATHS = 10;
/** Of so many lanes at a time the heads are looked at; the one that waits longest is always among them. */
const MAX_LANES = 500;

interface ClaimedRow {
  readonly id: string;
  readonly governmentId: string | null;
  readonly payload: InboxPayload;
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
 * An expired lease is a death of its worker. The columns hold whole milliseconds, rounded, hence the millisecond.
 */
const CLAIM = `
with recursive input as materialized (select $1::jsonb as doc), ${LANES}, ${HEADS},
candidate as (
  select locked.id
    from heads h cross join lateral (
      select i.id from inbox i
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
claimed as (
  update inbox i set
         deaths = i.deaths + case when i.state = 'running' then 1 else 0 end,
         state = case when i.state = 'running' and i.deaths + 1 >= ${MAX_DEATHS} then 'parked' else 'running' end,
         error = case when i.state = 'running' then 'the process ended while handling it' else i.error end,
         lease_token = doc->>'leaseToken', lease_until = now() + interval '${LEASE_MS} ms'
    from candidate c, input, (select ${COMMIT_WITHOUT_WAITING}) quick where i.id = c.id
  returning i.id, i.government_id, i.payload, i.state
)
select coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'governmentId', government_id, 'payload', payload)
  order by id), '[]') as value from claimed where state = 'running'`;

/** At most `limit` rows, each the oldest unfinished one of its lane, leased for 30 s. */
export async function claimRows(prisma: PrismaClient, limit: number): Promise<readonly InboxWork[]> {
  const leaseToken = randomUUID();
  const rows = await queryJson<readonly ClaimedRow[]>(prisma, CLAIM, { leaseToken, limit });
  return (rows ?? []).map(({ governmentId, ...row }) => ({
    ...row,
    ...(governmentId === null ? {} : { governmentId }),
    leaseToken,
  }));
}
