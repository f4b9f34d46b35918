import type { PrismaClient } from "../db/generated/client.js";
import type { OutboxRow } from "./row.js";

/**
 * The recorded version of a card whose message may show anything: older than every version, and raised only by a row that
 * was claimed after it was recorded.
 */
export const UNSURE = -1;

/**
 * A card's message may show less than is recorded of it: an edit was written after its lease had ended, or a first post was
 * not to be brought up to date. The card is drawn once more, at its newest version, whatever others are settling meanwhile.
 * Once for each attempt: true when this call wrote the row.
 */
export async function redrawCard(
  prisma: PrismaClient,
  { id, attempts }: Pick<OutboxRow, "id" | "attempts">,
): Promise<boolean> {
  const inserted = await prisma.$executeRaw`
    with mine as (select * from outbox where id = ${id}::bigint and card_key is not null),
    unsure as (
      update card c set shown_version = ${UNSURE}::int from mine m
       where c.government_id = m.government_id and c.key = m.card_key
    )
    insert into outbox (government_id, cause_key, platform, workspace, channel, thread, lane, content, card_key,
                        card_version, when_unknown)
    select m.government_id, 'redraw:' || m.id || ':' || ${attempts}::int, m.platform, m.workspace, m.channel, m.thread,
           m.lane, m.content, m.card_key,
           (select max(o.card_version) from outbox o where o.government_id = m.government_id and o.card_key = m.card_key),
           m.when_unknown
      from mine m
    on conflict (cause_key) do nothing`;
  return inserted > 0;
}
