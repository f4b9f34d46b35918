import type { MessageContent } from "../../ports/message-content.js";
import type { Composed } from "../../ports/protocol.js";
import { LeaseLost } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { joinCalls } from "../db/join-calls.js";
import { each, queryJson } from "../db/repositories/query-json.js";
import { storableJson } from "../inbox/storable.js";
import { JOINED } from "./joined.js";
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
/** A file takes as long as its line does: 20 MB at 2 Mbit/s. */
const FILE_LEASE_MS = 115_000;
/** So much longer than other messages a file may take. */
const FILE_PATIENCE = 10;

/** How long nobody else takes a row of this content that is being sent. */
export const sendLeaseMs = ({ kind }: Pick<MessageContent, "kind">): number =>
  kind === "file" ? FILE_LEASE_MS : SEND_LEASE_MS;

/** How long a send of this content may take, where others take at most `timeoutMs`. */
export const sendTimeoutOf = ({ kind }: Pick<MessageContent, "kind">, timeoutMs: number): number =>
  kind === "file" ? timeoutMs * FILE_PATIENCE : timeoutMs;

interface Wanted extends OutboxTurn {
  readonly tokens: Composed["tokens"];
}

interface BegunRow extends Begun {
  readonly place: number;
}

const BEGIN = `
with wanted as materialized (
  select (e.doc->>'id')::bigint as id, e.doc->>'leaseToken' as lease_token, (e.doc->>'attempts')::int as attempts,
         e.doc->'tokens' as tokens, e.place
    from (select $1::jsonb as docs) input, ${each("docs")}
),
ours as (
  select w.place, w.tokens, locked.*
    from (select * from wanted order by id) w cross join lateral (
      select o.id, now() + g.clock_offset_ms * interval '1 ms' as case_now
        from outbox o join government g on g.id = o.government_id
       where o.id = w.id and o.lease_token = w.lease_token and o.lease_until >= now()
         and o.state in ('pending', 'sending') and o.attempts = w.attempts
         and not exists (
           select 1 from outbox b
            where b.platform = o.platform and b.lane = o.lane and b.state in ('pending', 'sending') and b.id <> o.id
              and b.lease_until >= now())
         for update of o) locked
),
mine as (
  update outbox o set
         state = 'sending', attempts = o.attempts + 1, lease_until = now() + case o.content->>'kind'
           when 'file' then interval '${FILE_LEASE_MS} ms' else interval '${SEND_LEASE_MS} ms' end,
         first_attempt_at = coalesce(o.first_attempt_at, now()),
         first_attempt_case_at = coalesce(o.first_attempt_case_at, ours.case_now)
    from ours where o.id = ours.id
  returning ours.place, ours.tokens, o.government_id, o.attempts, o.first_attempt_at
),
stored as (
  insert into action_token (token, government_id, action)
  select t.token, m.government_id, t.action
    from mine m, jsonb_to_recordset(m.tokens) as t(token text, action jsonb)
   order by t.token
  on conflict (token) do nothing
)
select coalesce(jsonb_agg(jsonb_build_object('place', place, 'attempt', attempts,
  'ageMs', greatest(0, extract(epoch from now() - first_attempt_at) * 1000)::float8)), '[]') as value from mine`;

/**
 * The last look before writing: the row must still be ours and in time, not superseded, and alone in its lane (two owners
 * during a hand-over may have claimed different rows; whoever looks second gives way), and no attempt may begin twice. Counts the attempt and stores the tokens
 * of the message's buttons in the same statement, which rows begun at the same time share. Rejects with LeaseLost: then
 * nothing may be written.
 */
export function createBegin(prisma: PrismaClient): (turn: OutboxTurn, tokens: Composed["tokens"]) => Promise<Begun> {
  const begin = joinCalls(async (wanted: readonly Wanted[]) => {
    const rows = await queryJson<readonly BegunRow[]>(prisma, BEGIN, wanted, storableJson);
    const begun = new Map(rows?.map(({ place, ...row }) => [place, row]));
    return wanted.map((_, index) => begun.get(index + 1));
  }, JOINED);
  return async ({ id, leaseToken, attempts }, tokens) => {
    const begun = await begin({ id, leaseToken, attempts, tokens });
    if (begun === undefined) throw new LeaseLost("the outbox row was taken over, superseded or has to give way");
    return begun;
  };
}
