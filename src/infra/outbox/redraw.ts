import type { PrismaClient } from "../db/generated/client.js";
import type { OutboxRow } from "./row.js";

/**
 * A card's message shows `drawnVersion` though a newer one is recorded: an edit came after its lease had ended and covers
 * what somebody else drew, or a first post was not to be brought up to date. The card is drawn once more, at its newest
 * version. True when that was needed. Any number of times.
 */
export async function redrawCard(
  prisma: PrismaClient,
  { id, attempts }: Pick<OutboxRow, "id" | "attempts">,
  drawnVersion: number,
): Promise<boolean> {
  const inserted = await prisma.$executeRaw`
    with mine as (select * from outbox where id = ${id}::bigint and card_key is not null),
    covered as (
      update card c set shown_version = ${drawnVersion}::int from mine m
       where c.government_id = m.government_id and c.key = m.card_key and c.shown_version > ${drawnVersion}::int
      returning c.government_id, c.key
    )
    insert into outbox (government_id, cause_key, platform, workspace, channel, thread, lane, content, card_key,
                        card_version, when_unknown)
    select m.government_id, 'redraw:' || m.id || ':' || ${attempts}::int, m.platform, m.workspace, m.channel, m.thread,
           m.lane, m.content, m.card_key,
           (select max(o.card_version) from outbox o where o.government_id = m.government_id and o.card_key = m.card_key),
           m.when_unknown
      from mine m join covered c on c.government_id = m.government_id and c.key = m.card_key
    on conflict (cause_key) do nothing`;
  return inserted > 0;
}
