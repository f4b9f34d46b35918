import { LeaseLost } from "../../ports/store.js";
import { Prisma, type PrismaClient } from "../db/generated/client.js";
import type { OutboxClaim } from "./row.js";

/** What came of settling. */
export interface Settled {
  /** Whether an inbox event was written for somebody whose clock depends on the message. */
  readonly told: boolean;
}

const OURS = ({ id, leaseToken }: OutboxClaim) =>
  Prisma.sql`id = ${id}::bigint and lease_token = ${leaseToken} and state in ('pending', 'sending')`;

/** Ends the row in `state`, with what else is set, as the CTE `mine`. What is told once (a one-time code) is in no row that ended. */
const ended = (claim: OutboxClaim, state: string, also: Prisma.Sql = Prisma.empty) => Prisma.sql`
  mine as (
    update outbox set state = ${state}, settled_at = now(), lease_token = null, lease_until = null,
           content = content - 'secret' ${also}
     where ${OURS(claim)}
    returning *
  )`;

/**
 * The event that starts clocks and opens gates, as the CTE `told`. An ambiguous message counts from its first attempt:
 * that may be the one that arrived.
 */
export const DELIVERED = `
  told as (
    insert into inbox (government_id, platform, event_id, lane, payload)
    select m.government_id, 'core', 'delivered:' || m.id, 'case:' || coalesce(m.duties->0->>'inquiryId', m.duties->0->>'proposalId'),
           jsonb_build_object('type', 'delivered', 'governmentId', m.government_id, 'duties', m.duties,
             'at', to_char(
               (case when m.ambiguous then m.first_attempt_case_at else now() + g.clock_offset_ms * interval '1 ms' end)
                 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from mine m join government g on g.id = m.government_id
     where jsonb_array_length(m.duties) > 0
     order by m.id
    on conflict (platform, event_id) do nothing
    returning event_id
  )`;

/** The event that tells people their message never arrived, as the CTE `told`. */
const undeliverable = (reason: string) => Prisma.sql`
  told as (
    insert into inbox (government_id, platform, event_id, lane, payload)
    select m.government_id, 'core', 'undeliverable:' || m.id, 'case:' || coalesce(m.duties->0->>'inquiryId', m.duties->0->>'proposalId'),
           jsonb_build_object('type', 'undeliverable', 'governmentId', m.government_id, 'duties', m.duties,
             'reason', ${reason}::text)
      from mine m where jsonb_array_length(m.duties) > 0
    on conflict (platform, event_id) do nothing
    returning id
  )`;

/** The card shows this version, or a newer one, already: what waits for its delivery may go on. Throws LeaseLost. */
export const settleSuperseded = (prisma: PrismaClient, claim: OutboxClaim): Promise<Settled> =>
  settle(prisma, Prisma.sql`${ended(claim, "superseded")}, ${Prisma.raw(DELIVERED)}`);

/** Not sent, and rightly so: its reason is gone. Nobody is told. Throws LeaseLost. */
export const settleDropped = (prisma: PrismaClient, claim: OutboxClaim, reason: string): Promise<Settled> =>
  settle(prisma, Prisma.sql`${ended(claim, "dropped", because(reason))}, told as (select 1 where false)`);

/**
 * Given up. Whoever depends on it is told by an `undeliverable` event. `reason` is free of content. `inDoubt`: an earlier
 * attempt may have arrived. Throws LeaseLost.
 */
export const settleDead = (
  prisma: PrismaClient,
  claim: OutboxClaim,
  reason: string,
  inDoubt = false,
): Promise<Settled> => {
  const also = Prisma.sql`${because(reason)}, ambiguous = ambiguous or ${inDoubt}::boolean`;
  return settle(prisma, Prisma.sql`${ended(claim, "dead", also)}, ${undeliverable(reason)}`);
};

const because = (reason: string) => Prisma.sql`, error = ${reason}`;

async function settle(prisma: PrismaClient, parts: Prisma.Sql): Promise<Settled> {
  const rows = await prisma.$queryRaw<readonly Settled[]>`
    with ${parts} select exists (select 1 from told) as told from mine`;
  const settled = rows[0];
  if (settled === undefined) throw new LeaseLost("the outbox row was taken over");
  return settled;
}
