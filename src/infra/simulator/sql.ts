import { hasChannel } from "./world-sql.js";

/** What the simulator's tables need of the database client. */
export interface SqlClient {
  /** Runs constant SQL with positional values; the rows as the driver reads them. */
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>;
}

/**
 * Held by each change of a message until it is committed: revisions then become visible in their own order, so a reader
 * that has seen one will never be shown a lower one. (The class is the program's own among advisory locks.)
 */
const ORDERED = "lock as materialized (select pg_advisory_xact_lock(7261626, 11))";
const NEXT_REVISION = "nextval(pg_get_serial_sequence('simulator_message', 'revision'))";
const CASE_NOW = "clock_timestamp() + g.clock_offset_ms * interval '1 millisecond'";

const MESSAGE = `
  m.id::text as id, m.government_id as "governmentId", m.channel, m.author as "from", m.at, m.text, m.blocks, m.buttons,
  m.reply_to::text as "replyTo", m.edited_at as "editedAt", m.visible_to as "visibleTo",
  m.expects_reply_from as "expectsReplyFrom", m.revision::text as revision,
  coalesce((select json_agg(json_build_object('emoji', r.emoji, 'by', r.author) order by r.author, r.emoji)
            from simulator_reaction r where r.message_id = m.id), '[]') as reactions`;

/** Enough to find a question that somebody still means to answer, and a bound on the work. */
const WAITING_WITHIN = 200;
/** After that, words without a visible reply were hardly meant for it. */
const WAITING_MINUTES = 30;

/** Channel, author, text, blocks, buttons, reply, visibility, expectation, key. No row: unknown channel or known key. */
export const INSERT_MESSAGE = `
  with ${ORDERED}, m as (
    insert into simulator_message
      (government_id, channel, author, at, text, blocks, buttons, reply_to, visible_to, expects_reply_from, idempotency_key)
    select g.id, $1, $2, ${CASE_NOW}, $3, $4::jsonb, $5::jsonb,
      (select q.id from simulator_message q where q.channel = $1 and q.id = $6::bigint), $7, $8, $9
    from lock, government g where g.example and ${hasChannel("$1")}
    on conflict (idempotency_key) do nothing
    returning *)
  select ${MESSAGE} from m`;

/** Idempotency key. */
export const MESSAGE_BY_KEY = `select ${MESSAGE} from simulator_message m where m.idempotency_key = $1`;

/** Channel, id. */
export const MESSAGE_BY_ID = `select ${MESSAGE} from simulator_message m where m.channel = $1 and m.id = $2::bigint`;

/** Channel, id, text, blocks, buttons. No row: no such message, or it is so already. */
export const UPDATE_MESSAGE = `
  with ${ORDERED}, m as (
    update simulator_message e
    set text = $3, blocks = $4::jsonb, buttons = $5::jsonb, edited_at = ${CASE_NOW}, revision = ${NEXT_REVISION}
    from lock, government g
    where g.id = e.government_id and e.channel = $1 and e.id = $2::bigint
      and (e.text <> $3 or e.blocks <> $4::jsonb or e.buttons <> $5::jsonb)
    returning e.*)
  select ${MESSAGE} from m`;

/** Channel, id. One row if there was one. */
export const DELETE_MESSAGE = `
  with gone as (delete from simulator_message where channel = $1 and id = $2::bigint returning id),
  reactions as (delete from simulator_reaction where message_id in (select id from gone))
  select id::text as id from gone`;

const reactionStatement = (change: string): string => `
  with ${ORDERED},
  target as (select m.id from lock, simulator_message m where m.channel = $1 and m.id = $2::bigint),
  changed as (${change} returning message_id),
  bumped as (update simulator_message set revision = ${NEXT_REVISION} where id in (select message_id from changed))
  select target.id::text as id, exists (select 1 from changed) as changed from target`;

/** Channel, id, emoji, author. No row: no such message. */
export const ADD_REACTION = reactionStatement(
  "insert into simulator_reaction (message_id, emoji, author) select id, $3, $4 from target on conflict do nothing",
);

/** Channel, id, emoji, author. No row: no such message. */
export const REMOVE_REACTION = reactionStatement(
  "delete from simulator_reaction where message_id in (select id from target) and emoji = $3 and author = $4",
);

/** Channel, id to start behind. */
export const LIST_MESSAGES = `
  select ${MESSAGE} from simulator_message m where m.channel = $1 and m.id > $2::bigint order by m.id`;

/** Channel. One row if an example government has it. */
export const KNOWN_CHANNEL = `
  select 1 as known from government g where g.example and ${hasChannel("$1")} limit 1`;

/** Revision, most rows. */
export const CHANGED_SINCE = `
  select ${MESSAGE} from simulator_message m where m.revision > $1::bigint order by m.revision limit $2::int`;

export const LAST_REVISION = "select coalesce(max(revision), 0)::text as revision from simulator_message";

/** Channel, person. Anything the person wrote there since, a command included, ends the waiting. */
export const WAITING_FOR = `
  with recent as (select * from simulator_message where channel = $1 order by id desc limit ${WAITING_WITHIN})
  select ${MESSAGE} from recent m join government g on g.id = m.government_id
  where m.expects_reply_from = $2 and m.at > ${CASE_NOW} - interval '${WAITING_MINUTES} minutes'
    and not exists (select 1 from recent said where said.author = $2 and said.id > m.id)
  order by m.id desc limit 1`;
