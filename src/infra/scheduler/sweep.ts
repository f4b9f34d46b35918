import { type CrashPoint, neverCrash } from "../crash-points.js";
import { Prisma, type PrismaClient } from "../db/generated/client.js";

/** What a sweep did. */
export interface Swept {
  /** Pings taken, also those whose forward was no longer open. A version's ping is cancelled with its waiting. */
  readonly taken: number;
  /** Messages written to the outbox. */
  readonly messages: number;
  /** Pings of what still waits whose agency has no such channel: nobody hears of them. */
  readonly unheard: number;
}

/** How many pings are taken by one statement. */
export const BATCH = 500;

/** Pings of what still waits: an open forward, or a version before the officials, which is not in `forward`. */
const FORWARD = Prisma.sql`left join forward f on f.id = p.forward_id`;
const WAITS = Prisma.sql`(f.id is null or f.status = 'open')`;

/** Of what fell due of one forward or version, the latest comes first. */
const LAST_FIRST = Prisma.sql`p.due_at desc,
  array_position(array['due', 'head', 'communications'], p.stage) desc nulls last`;

/**
 * Pings that somebody would hear of: of what still waits, to a channel that exists. Of several channels of an agency and
 * purpose the first is meant, as everywhere.
 */
const HEARD = Prisma.sql`${FORWARD}
  join lateral (
    select c.* from channel c
     where c.government_id = p.government_id and c.agency_id = p.agency_id and c.purpose = p.purpose
     order by c.id limit 1
  ) c on ${WAITS}`;

/**
 * Takes every due ping, once only whoever else sweeps, and writes one message for each channel and batch of 500 in the
 * same statement; a deadline that passed also has its case's cards redrawn, and a version that waits its own. Of the pings of one forward or version to one
 * channel only the latest is told: after a standstill that is one late notice instead of the missed ones. Pings are due by
 * case time.
 */
export async function sweepPings(prisma: PrismaClient, crash: CrashPoint = neverCrash): Promise<Swept> {
  let swept: Swept = { taken: 0, messages: 0, unheard: 0 };
  for (;;) {
    const batch = await sweepBatch(prisma);
    swept = {
      taken: swept.taken + batch.taken,
      messages: swept.messages + batch.messages,
      unheard: swept.unheard + batch.unheard,
    };
    if (batch.taken > 0) crash("K9");
    // Fewer than a batch may also mean that somebody else took the others of it.
    if (batch.taken === 0) return swept;
  }
}

/** Ordered by `taken_at` as well, which is null in all of them: so the index gives the order and nothing is sorted. */
async function sweepBatch(prisma: PrismaClient): Promise<Swept> {
  const rows = await prisma.$queryRaw<readonly Swept[]>`/* prepared */
    with next as materialized (
      select first.*, g.case_now
        from (select id, now() + clock_offset_ms * interval '1 ms' as case_now from government) g
        cross join lateral (
          select p.forward_id, p.stage, p.agency_id, p.purpose, p.due_at from ping p
           where p.government_id = g.id and p.taken_at is null and p.due_at <= g.case_now
           order by p.taken_at, p.due_at limit ${BATCH}::int) first
       order by first.due_at limit ${BATCH}::int
    ), due as (
      select n.* from next n cross join lateral (
        select from ping p
         where p.forward_id = n.forward_id and p.stage = n.stage and p.agency_id = n.agency_id and p.purpose = n.purpose
           and p.taken_at is null
           for update skip locked) locked
    ), taken as (
      update ping p set taken_at = d.case_now from due d
       where p.forward_id = d.forward_id and p.stage = d.stage and p.agency_id = d.agency_id and p.purpose = d.purpose
      returning p.*
    ), heard as (
      select distinct on (c.id, p.forward_id) p.*, c.id as channel_id, c.platform, c.workspace, c.native_id,
             case when f.id is null then 'selection:' || p.forward_id
                  when p.agency_id = f.agency_id then 'forward:' || f.id else 'case:' || f.inquiry_id end as card_key
        from taken p ${HEARD}
       order by c.id, p.forward_id, ${LAST_FIRST}
    ), written as (
      insert into outbox (government_id, cause_key, platform, workspace, channel, lane, reply_to, content, when_unknown)
      select government_id,
             'ping:' || md5(channel_id || string_agg(forward_id || ':' || stage, ',' order by due_at, forward_id)),
             platform, workspace, native_id, platform || ':' || workspace || ':' || native_id,
             case when count(*) = 1 then jsonb_build_object('card', min(card_key)) end,
             jsonb_build_object('kind', 'pings', 'agencyId', agency_id, 'items', jsonb_agg(
               jsonb_build_object('inquiryId', inquiry_id, 'forwardId', forward_id, 'stage', stage)
               order by due_at, forward_id)),
             'repeat'
        from heard
       group by government_id, agency_id, channel_id, platform, workspace, native_id
      on conflict (cause_key) do nothing
      returning id
    ), redrawn as (
      insert into inbox (government_id, platform, event_id, lane, payload)
      select distinct t.government_id, 'core', 'due:' || t.forward_id, 'case:' || t.inquiry_id,
             jsonb_build_object('type', 'due', 'governmentId', t.government_id, 'inquiryId', t.inquiry_id)
        from taken t join forward f on f.id = t.forward_id and f.status = 'open'
       where t.stage = 'due'
      on conflict (platform, event_id) do nothing
    ), reminded as (
      insert into inbox (government_id, platform, event_id, lane, payload)
      select distinct on (p.forward_id) p.government_id, 'core', 'reminded:' || p.forward_id || ':' || p.stage,
             'case:' || p.inquiry_id,
             jsonb_build_object('type', 'reminded', 'governmentId', p.government_id, 'proposalId', p.inquiry_id,
                                'versionId', p.forward_id, 'stage', p.stage)
        from taken p ${FORWARD} where f.id is null
       order by p.forward_id, ${LAST_FIRST}
      on conflict (platform, event_id) do nothing
    )
    select (select count(*) from taken)::int as taken, (select count(*) from written)::int as messages,
           (select count(*) from taken p ${FORWARD}
             where ${WAITS} and not exists (select 1 from channel c where c.government_id = p.government_id
                                  and c.agency_id = p.agency_id and c.purpose = p.purpose))::int as unheard`;
  return rows[0] ?? { taken: 0, messages: 0, unheard: 0 };
}

/**
 * Case time of the next ping somebody will hear of, of one government or of all; it may have passed already. Undefined
 * when there is none.
 */
export async function nextDueCaseTime(
  prisma: PrismaClient,
  only: "examples" | "all",
  governmentId: string | null = null,
): Promise<Date | undefined> {
  const rows = await prisma.$queryRaw<readonly { readonly dueMs: number | null }[]>`
    select (extract(epoch from min(p.due_at)) * 1000)::float8 as "dueMs"
      from ping p join government g on g.id = p.government_id ${HEARD}
     where p.taken_at is null and (${only === "all"}::boolean or g.example)
       and (${governmentId}::text is null or g.id = ${governmentId})`;
  const dueMs = rows[0]?.dueMs ?? null;
  return dueMs === null ? undefined : new Date(Math.round(dueMs));
}
