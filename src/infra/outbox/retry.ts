import type { ConversationRef } from "../../ports/chat/refs.js";
import { LeaseLost } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { staysInDoubt } from "./judge.js";
import { laneOf, type OutboxClaim, type OutboxRow } from "./row.js";

/** How a row goes back to the queue. */
export interface Retry {
  readonly afterMs: number;
  /**
   * 0: `begin` has counted the attempt. -1: it is not to count (the platform only asked us to wait), and the row is as if
   * it had not been tried. 1: it failed before `begin` and counts.
   */
  readonly attempts: -1 | 0 | 1;
  /** The platform may have it, and would not notice a repeat. */
  readonly ambiguous: boolean;
  /**
   * The platform may have it and would notice a repeat, for as long as it knows the key: the row stays in doubt, and
   * becomes ambiguous when it is claimed too late.
   */
  readonly inDoubt?: boolean;
  /** A code for operators, free of content. */
  readonly error: string;
}

/** Back to the queue, in its old place. Throws LeaseLost. */
export async function retryLater(prisma: PrismaClient, { id, leaseToken }: OutboxClaim, retry: Retry): Promise<void> {
  const returned = await prisma.$executeRaw`
    update outbox set
           state = case when ${retry.inDoubt === true}::boolean then 'sending' else 'pending' end, lease_token = null,
           lease_until = case when ${retry.inDoubt === true}::boolean
                              then now() + (${retry.afterMs}::float8 - 1) * interval '1 ms' end,
           error = ${retry.error},
           attempts = greatest(0, attempts + ${retry.attempts}::int),
           ambiguous = ambiguous or ${retry.ambiguous}::boolean,
           first_attempt_at = case when attempts + ${retry.attempts}::int > 0 then first_attempt_at end,
           first_attempt_case_at = case when attempts + ${retry.attempts}::int > 0 then first_attempt_case_at end,
           not_before = now() + ${retry.afterMs}::float8 * interval '1 ms'
     where id = ${id}::bigint and lease_token = ${leaseToken} and state in ('pending', 'sending')`;
  if (returned === 0) throw new LeaseLost("the outbox row was taken over");
}

/** The message that showed the card is gone: the row goes back, to be posted anew. Throws LeaseLost. */
export async function forgetCard(prisma: PrismaClient, row: OutboxRow): Promise<void> {
  const shown = row.card?.shown?.message;
  const rows = await prisma.$queryRaw<readonly unknown[]>`
    with mine as (
      update outbox set state = 'pending', lease_token = null, lease_until = null, not_before = now()
       where id = ${row.id}::bigint and lease_token = ${row.leaseToken} and state in ('pending', 'sending')
      returning government_id, card_key
    ), forgotten as (
      delete from card c using mine m
       where c.government_id = m.government_id and c.key = m.card_key and c.message_id = ${shown?.id ?? null}::text
    )
    select 1 from mine`;
  if (rows.length === 0) throw new LeaseLost("the outbox row was taken over");
}

/**
 * The conversation has a new address: its binding and everything waiting for it moves there, the row among it, whose
 * attempt does not count. The new place would not notice a repeat of an earlier attempt: what is in doubt is ambiguous
 * from here on. Cards of the old place cannot be edited from the new one and are posted anew. Throws LeaseLost.
 */
export async function relocate(prisma: PrismaClient, row: OutboxRow, to: ConversationRef): Promise<void> {
  const { platform, workspace, channel } = row.to;
  const rows = await prisma.$queryRaw<readonly unknown[]>`
    with mine as (
      update outbox set state = 'pending', lease_token = null, lease_until = null, not_before = now(),
             workspace = ${to.workspace}, channel = ${to.channel}, lane = ${laneOf(to)},
             ambiguous = ambiguous or ${staysInDoubt(row)}::boolean,
             attempts = greatest(0, attempts - 1),
             first_attempt_at = case when attempts > 1 then first_attempt_at end,
             first_attempt_case_at = case when attempts > 1 then first_attempt_case_at end
       where id = ${row.id}::bigint and lease_token = ${row.leaseToken} and state in ('pending', 'sending')
      returning id
    ), others as (
      update outbox o set workspace = ${to.workspace}, channel = ${to.channel}, lane = ${laneOf(to)},
             ambiguous = o.ambiguous or o.state = 'sending' and not exists (
               select 1 from card c where c.government_id = o.government_id and c.key = o.card_key)
        from mine m
       where o.platform = ${platform} and o.lane = ${laneOf(row.to)} and o.state in ('pending', 'sending')
         and o.id <> m.id
    ), bound as (
      update channel c set workspace = ${to.workspace}, native_id = ${to.channel} from mine
       where c.platform = ${platform} and c.workspace = ${workspace} and c.native_id = ${channel}
         and not exists (select 1 from channel t where t.platform = ${platform} and t.workspace = ${to.workspace}
                            and t.native_id = ${to.channel})
    ), known as (
      insert into relocation select ${platform}, ${workspace}, ${channel}, ${to.workspace}, ${to.channel} from mine
      on conflict (platform, workspace, channel) do nothing
    ), left_behind as (
      delete from card c using mine
       where c.platform = ${platform} and c.workspace = ${workspace} and c.channel = ${channel}
    )
    select 1 from mine`;
  if (rows.length === 0) throw new LeaseLost("the outbox row was taken over");
}
