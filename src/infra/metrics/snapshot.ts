import type { PrismaClient } from "../db/generated/client.js";

/** How much waits in the database at one moment, of the whole installation, whichever process asks. */
export interface Snapshot {
  /** Inbox rows by state, finished ones left out. */
  readonly inbox: Readonly<Partial<Record<InboxState, number>>>;
  /** Seconds since the oldest event that is not finished was received; 0 when there is none. */
  readonly inboxOldestSeconds: number;
  readonly outbox: readonly { readonly platform: string; readonly state: OutboxState; readonly messages: number }[];
  /** Seconds since the oldest message at the head of a conversation was written, by platform. */
  readonly outboxOldestSeconds: Readonly<Record<string, number>>;
  /** Forwards without an answer whose deadline has passed by case time. */
  readonly overdueForwards: number;
  /** Messages, of all times, that may have arrived twice. */
  readonly ambiguousMessages: number;
}

export const INBOX_STATES = ["pending", "running", "parked"] as const;
export const OUTBOX_STATES = ["pending", "sending"] as const;
export type InboxState = (typeof INBOX_STATES)[number];
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Lanes with waiting rows by one look at the index each, as in the claims; their first rows tell the oldest age. */
const LANES = `
inbox_lanes as (
  select state, '' as lane from unnest(array['pending', 'running']) state
  union all
  select l.state, further.lane from inbox_lanes l cross join lateral (
    select i.lane from inbox i where i.state = l.state and i.lane > l.lane order by i.lane limit 1) further
),
outbox_lanes as (
  select state, '' as platform, '' as lane from unnest(array['pending', 'sending']) state
  union all
  select l.state, further.platform, further.lane from outbox_lanes l cross join lateral (
    select o.platform, o.lane from outbox o
     where o.state = l.state and (o.platform, o.lane) > (l.platform, l.lane)
     order by o.platform, o.lane limit 1) further
)`;

const INBOX_OLDEST = `
select min(head.received_at) as at from inbox_lanes l cross join lateral (
  select i.received_at from inbox i where i.state = l.state and i.lane = l.lane order by i.id limit 1) head`;

const OUTBOX_OLDEST = `
select l.platform, min(head.created_at) as at from outbox_lanes l cross join lateral (
  select o.created_at from outbox o
   where o.state = l.state and o.platform = l.platform and o.lane = l.lane order by o.seq limit 1) head
 group by l.platform`;

const OVERDUE = `
select count(*) from government g cross join lateral (
  select from forward f
   where f.government_id = g.id and f.status = 'open'
     and f.deadline_at < now() + g.clock_offset_ms * interval '1 ms') late`;

const secondsSince = (at: string): string => `greatest(0, extract(epoch from now() - ${at}))`;

/** Every part is answered by an index alone but for the heads of lanes: what is finished costs nothing. */
export const SNAPSHOT = `
with recursive ${LANES}
select jsonb_build_object(
  'inbox', (select coalesce(jsonb_object_agg(state, n), '{}') from (
    select state, count(*) as n from inbox where state in ('pending', 'running', 'parked') group by state) counted),
  'inboxOldestSeconds', (select coalesce(${secondsSince("at")}, 0) from (${INBOX_OLDEST}) oldest),
  'outbox', (select coalesce(jsonb_agg(jsonb_build_object('platform', platform, 'state', state, 'messages', n)), '[]')
    from (select state, platform, count(*) as n from outbox
           where state in ('pending', 'sending') group by state, platform) counted),
  'outboxOldestSeconds', (select coalesce(jsonb_object_agg(platform, ${secondsSince("at")}), '{}')
    from (${OUTBOX_OLDEST}) oldest),
  'overdueForwards', (${OVERDUE}),
  'ambiguousMessages', (select count(*) from outbox where ambiguous)) as value`;

/** What waits now, by one statement. Rejects when the database is away. */
export const readSnapshot = async (prisma: PrismaClient): Promise<Snapshot> => {
  const rows = await prisma.$queryRawUnsafe<readonly { readonly value: Snapshot }[]>(SNAPSHOT);
  const row = rows[0];
  if (row === undefined) throw new Error("the database answered nothing");
  return row.value;
};
