import type { Database } from "./database.js";

/** A row of the outbox as far as the comparison goes. */
export interface SentRow {
  readonly id: string;
  readonly governmentId: string;
  readonly cardKey: string | null;
  readonly channel: string;
  readonly state: string;
  readonly ambiguous: boolean;
  readonly kind: string;
  /** Its chat, and its place there. */
  readonly lane: string;
  readonly seq: number;
  /** The lane of the inbox whose events are handled one after the other and wrote it; of a ping nothing but itself. */
  readonly cause: string;
  /** When the change began that wrote it. */
  readonly writtenMs: number;
  /** When it was first tried; null: never. */
  readonly triedMs: number | null;
  /** Whether its card was sent to this chat before this stretch of work. */
  readonly postedBefore: boolean;
}

const ROWS = `select o.id::text, o.government_id as "governmentId", o.card_key as "cardKey", o.channel, o.state, o.ambiguous,
    o.content->>'kind' as kind, o.lane, o.seq::float8 as seq, coalesce(i.lane, o.cause_key) as cause,
    (extract(epoch from o.created_at) * 1000)::float8 as "writtenMs",
    (extract(epoch from o.first_attempt_at) * 1000)::float8 as "triedMs",
    o.card_key is not null and exists (select 1 from outbox b
      where b.government_id = o.government_id and b.card_key = o.card_key and b.channel = o.channel and b.state = 'sent'
        and b.id <= $1::bigint) as "postedBefore"
  from outbox o
  left join inbox i on i.id = case when o.cause_key ~ '^[0-9]+:' then split_part(o.cause_key, ':', 1)::bigint end
  where o.id > $1::bigint order by o.id`;

/** The rows written after the one with the id `since`. */
export const readSentRows = (database: Pick<Database, "rows">, since: string): Promise<readonly SentRow[]> =>
  database.rows<SentRow>(ROWS, since);

/** The keys a row may have gone out under: its own, the one of its card's first post, that of drawing the card again after it. */
export const ownKey = (row: SentRow): string => `outbox:${row.id}`;
export const cardKey = (row: SentRow): string => `card:${row.governmentId}:${row.cardKey}`;
export const redrawKey = (row: SentRow): string => `outbox:${row.id}:redraw`;
