import type { Composed } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { storableJson } from "../inbox/storable.js";
import type { OutboxTurn } from "./row.js";

/** A row that is about to be written to the platform. */
export interface Begun {
  /** This attempt's number, from 1. */
  readonly attempt: number;
  /** Since the first attempt, by machine time. */
  readonly ageMs: number;
}

/** How long a send may take, with a margin: nobody else takes the row before that. */
export const SEND_LEASE_MS = 25_000;

/**
 * The last look before writing: the row must still be ours and in time, not superseded, and alone in its lane (two owners during a
 * hand-over may have claimed different rows; whoever looks second gives way), and no attempt may begin twice. Counts the attempt and stores the tokens
 * of the message's buttons in the same statement. Throws LeaseLost: then nothing may be written.
 */
export async function beginRow(
  prisma: PrismaClient,
  { id, leaseToken, attempts }: OutboxTurn,
  tokens: Composed["tokens"],
): Promise<Begun> {
  const rows = await prisma.$queryRaw<readonly Begun[]>`
    with mine as (
      update outbox o set
             state = 'sending', attempts = o.attempts + 1,
             lease_until = now() + ${SEND_LEASE_MS}::float8 * interval '1 ms',
             first_attempt_at = coalesce(o.first_attempt_at, now()),
             first_attempt_case_at = coalesce(o.first_attempt_case_at,
               now() + g.clock_offset_ms * interval '1 ms')
        from government g
       where o.id = ${id}::bigint and o.lease_token = ${leaseToken} and o.lease_until >= now()
         and o.state in ('pending', 'sending') and o.attempts = ${attempts}::int
         and g.id = o.government_id
         and not exists (
           select 1 from outbox b
            where b.platform = o.platform and b.lane = o.lane and b.state in ('pending', 'sending') and b.id <> o.id
              and b.lease_until >= now())
      returning o.government_id, o.attempts, o.first_attempt_at
    ), stored as (
      insert into action_token (token, government_id, action)
      select t.token, m.government_id, t.action
        from mine m, jsonb_to_recordset(${storableJson(tokens)}::jsonb) as t(token text, action jsonb)
      on conflict (token) do nothing
    )
    select attempts as attempt, greatest(0, extract(epoch from now() - first_attempt_at) * 1000)::float8 as "ageMs"
      from mine`;
  const begun = rows[0];
  if (begun === undefined) throw new LeaseLost("the outbox row was taken over, superseded or has to give way");
  return begun;
}
