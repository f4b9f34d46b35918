import { randomUUID } from "node:crypto";
import { COMMIT_WITHOUT_WAITING } from "../db/commit-without-waiting.js";
import type { PrismaClient } from "../db/generated/client.js";
import { joinCalls } from "../db/join-calls.js";
import { each, queryJson } from "../db/repositories/query-json.js";
import { SEND_LEASE_MS } from "./begin.js";
import { JOINED } from "./joined.js";
import type { OutboxRow } from "./row.js";

/** What the claim has to know of the platform: for how long it recognises a repeat by its key; 0: not at all. */
export interface ClaimOptions {
  readonly dedupeWindowMs: number;
}

/** From the claim to `begin`: composing reads the database and nothing else. */
export const CLAIM_LEASE_MS = 30_000;
/** What is claimed so long after its first attempt is written while the platform still knows the key. */
export const recognisedForMs = (dedupeWindowMs: number): number =>
  Math.max(0, dedupeWindowMs - CLAIM_LEASE_MS - SEND_LEASE_MS);

/** So long a row that is being retried keeps those behind it waiting; after that they pass it. */
export const KEEPS_ITS_TURN_MS = 60_000;
/** A lane to claim in. */
interface Wanted {
  readonly lane: string;
  readonly leaseToken: string;
}

interface ClaimedRow {
  readonly place: number;
  readonly row: Omit<OutboxRow, "leaseToken">;
}

/** One row keeps those behind it waiting, unless it has been retried for a minute and still backs off. */
const FIRST = `
(select s.id, 0 as turn from outbox s
  where s.state = 'sending' and s.platform = w.platform and s.lane = w.lane order by s.seq limit 1)
union all
(select p.id, 1 from outbox p
  where p.state = 'pending' and p.platform = w.platform and p.lane = w.lane
    and not coalesce(p.not_before > now() + interval '1 ms'
                     and p.first_attempt_at < now() - interval '${KEEPS_ITS_TURN_MS} ms', false)
  order by p.seq limit 1)
order by turn limit 1`;

/** Every lane with an open row, by one look at the index for each: a lane's backlog costs nothing. */
const DUE_LANES = `
with recursive lanes as (
  select $1::jsonb->>'platform' as platform, state, '' as lane from unnest(array['pending', 'sending']) state
  union all
  select l.platform, l.state, further.lane from lanes l cross join lateral (
    select o.lane from outbox o
     where o.state = l.state and o.platform = l.platform and o.lane > l.lane order by o.lane limit 1) further
),
wanted as (select distinct platform, lane from lanes)
select coalesce(jsonb_agg(o.lane order by o.seq), '[]') as value
  from wanted w cross join lateral (${FIRST}) first join outbox o on o.id = first.id
 where (o.lease_until is null or o.lease_until < now())
   and (o.state = 'sending' or o.not_before <= now() + interval '1 ms')`;

/**
 * Every lane whose first row may be sent now, longest waiting first. A hint: in a lane named here somebody may be out
 * with another row, and then claiming yields nothing.
 */
export const readDueLanes = async (prisma: PrismaClient, platform: string): Promise<readonly string[]> =>
  (await queryJson<readonly string[]>(prisma, DUE_LANES, { platform })) ?? [];

const CLAIM = `
with input as materialized (select $1::jsonb as doc),
wanted as materialized (
  select e.doc->>'lane' as lane, e.doc->>'leaseToken' as lease_token, e.place, input.doc->>'platform' as platform,
         (input.doc->>'recognisedMs')::float8 * interval '1 ms' as recognised
    from input, ${each("input.doc->'wanted'")}
),
turns as materialized (select w.*, first.id from wanted w cross join lateral (${FIRST}) first),
head as (
  select t.*, locked.was, locked.in_doubt,
         locked.first_attempt_at <= now() + interval '1 ms' - t.recognised as forgotten
    from turns t cross join lateral (
      select o.state as was, o.first_attempt_at,
             o.state = 'sending' and not exists (
               select 1 from card c where c.government_id = o.government_id and c.key = o.card_key) as in_doubt
        from outbox o
       where o.id = t.id and o.state in ('pending', 'sending') and (o.lease_until is null or o.lease_until < now())
         and (o.state = 'sending' or o.not_before <= now() + interval '1 ms')
         and not exists (
           select 1 from outbox b
            where b.platform = o.platform and b.lane = o.lane and b.state in ('pending', 'sending') and b.id <> o.id
              and b.lease_until >= now())
         for update of o skip locked) locked
),
mine as (
  update outbox o set
         lease_token = h.lease_token, lease_until = now() + interval '${CLAIM_LEASE_MS} ms',
         state = case when o.when_unknown = 'drop' or h.in_doubt and not o.ambiguous and not h.forgotten
                      then o.state else 'pending' end,
         ambiguous = o.ambiguous or h.in_doubt and h.forgotten
    from head h, (select ${COMMIT_WITHOUT_WAITING}) quick where o.id = h.id
  returning o.*, h.was, h.place
)
select coalesce(jsonb_agg(jsonb_build_object('place', m.place, 'row', jsonb_strip_nulls(jsonb_build_object(
  'id', m.id::text, 'governmentId', m.government_id,
  'to', jsonb_build_object('platform', m.platform, 'workspace', m.workspace, 'channel', m.channel, 'thread', m.thread),
  'whisperTo', m.whisper_to, 'expectsReplyFrom', m.expects_reply_from, 'replyTo', m.reply_to,
  'repliesToCard', replied.message_id,
  'card', case when m.card_key is not null then jsonb_build_object(
    'key', m.card_key, 'version', coalesce(m.card_version, 0),
    'shown', case when c.message_id is not null then jsonb_build_object('version', c.shown_version,
      'message', jsonb_build_object('platform', c.platform, 'workspace', c.workspace, 'channel', c.channel,
                                    'id', c.message_id)) end,
    'posted', c.message_id is not null or coalesce(others.posted, false),
    'tried', case when c.message_id is null and not others.posted and others.tried then true end) end,
  'whenUnknown', m.when_unknown, 'attempts', m.attempts, 'ambiguous', m.ambiguous,
  'outcomeUnknown', m.was = 'sending'))
  || jsonb_build_object('content', m.content, 'duties', m.duties))), '[]') as value
  from mine m
  left join card c on c.government_id = m.government_id and c.key = m.card_key
  left join lateral (
    select coalesce(bool_or(p.state = 'sent'), false) as posted, coalesce(bool_or(p.attempts > 0), false) as tried
      from outbox p where p.government_id = m.government_id and p.card_key = m.card_key and p.id <> m.id
  ) others on m.card_key is not null and c.message_id is null
  left join card replied on replied.government_id = m.government_id and replied.key = m.reply_to->>'card'
    and replied.platform = m.platform and replied.workspace = m.workspace and replied.channel = m.channel`;

/**
 * Leases the row whose turn it is in a lane, for 30 s, or answers undefined. One row of a lane is out at a time: none is
 * claimed while another has a living lease, and one whose outcome is unknown comes before all others. Lanes claimed at
 * the same time share one statement.
 *
 * A row stays 'pending' until `begin`, so that a process that dies in between leaves no doubt, and a commit can still
 * supersede it. 'sending' with an expired lease is the doubt: it is claimed as `outcomeUnknown`, marked ambiguous
 * unless it is an edit (repeating one changes nothing) or the platform knows the key; in that case it stays 'sending',
 * or the doubt would be forgotten with this claim. Columns hold whole milliseconds, rounded, hence the millisecond here
 * and there.
 */
export function createClaim(
  prisma: PrismaClient,
  platform: string,
  { dedupeWindowMs }: ClaimOptions,
): (lane: string) => Promise<OutboxRow | undefined> {
  const recognisedMs = recognisedForMs(dedupeWindowMs);
  const claim = joinCalls(async (wanted: readonly Wanted[]) => {
    const rows = await queryJson<readonly ClaimedRow[]>(prisma, CLAIM, { platform, recognisedMs, wanted });
    const claimed = new Map(rows?.map(({ place, row }) => [place, row]));
    return wanted.map(({ leaseToken }, index) => {
      const row = claimed.get(index + 1);
      return row && { ...row, leaseToken };
    });
  }, JOINED);
  return (lane) => claim({ lane, leaseToken: randomUUID() });
}
