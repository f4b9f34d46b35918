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
/** At a claim the lanes of so many rows that wait longest are looked at. */
const LONGEST_WAITING = 50;
/** And so many lanes by turns. */
const BY_TURNS = 400;

/** A claimed row. `alone`: nothing else may be handled beside it. */
export interface InboxClaimed extends InboxWork {
  readonly alone?: true;
}

/** What a claim answers. */
interface Answer {
  readonly claimed: readonly ClaimedRow[];
  /** The last of the lanes looked at by turns; the next claim goes on behind it. */
  readonly upTo: string;
}

interface ClaimedRow {
  readonly id: string;
  readonly governmentId: string | null;
  readonly payload: InboxPayload;
  readonly alone: boolean;
}

/**
 * Lanes with rows that wait, by one look at the index each: a lane's backlog costs nothing. They come by turns, from the
 * one behind `after` and, side by side with it, from the first, so that the end of the list is no end of the turn.
 */
const TURNS = `
walk as (
  (select further.lane from input cross join lateral (
    select i.lane from inbox i where i.state = 'pending' and i.lane > doc->>'after' order by i.lane limit 1) further
  union all
  (select lane from inbox where state = 'pending' order by lane limit 1))
  union
  select further.lane from walk l cross join lateral (
    select i.lane from inbox i where i.state = 'pending' and i.lane > l.lane order by i.lane limit 1) further
),
turns as materialized (select lane from walk limit ${BY_TURNS})`;

/** The lanes of what waits longest come whoever's turn it is; that they may be blocked is what the turns are for. */
const HEADS = `
lanes as (
  (select lane from inbox where state = 'pending' and not_before <= now() + interval '1 ms'
    order by not_before limit ${LONGEST_WAITING})
  union
  select lane from turns
),
heads as materialized (
  select head.id from lanes l cross join lateral (
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
with recursive input as materialized (select $1::jsonb as doc), ${TURNS}, ${HEADS},
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
select jsonb_build_object(
  'claimed', coalesce((select jsonb_agg(jsonb_build_object('id', id::text, 'governmentId', government_id,
    'payload', payload, 'alone', alone) order by id) from claimed where state = 'running'), '[]'),
  'upTo', coalesce((select max(lane) from turns, input where lane > doc->>'after'), '')) as value`;

/**
 * `InboxStore.claim`. The lane that waits longest is looked at in every claim, and every other one by turns: none
 * starves, however many are busy.
 */
export function createClaim(prisma: PrismaClient): (limit: number, inHand: number) => Promise<readonly InboxClaimed[]> {
  let after = "";
  return async (limit, inHand) => {
    const leaseToken = randomUUID();
    const answer = await queryJson<Answer>(prisma, CLAIM, { leaseToken, limit, inHand, after });
    after = answer?.upTo ?? "";
    return (answer?.claimed ?? []).map(({ governmentId, alone, ...row }) => ({
      ...row,
      ...(governmentId === null ? {} : { governmentId }),
      ...(alone ? { alone } : {}),
      leaseToken,
    }));
  };
}
