import type { MessageRef } from "../../ports/chat/refs.js";
import { LeaseLost } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { joinCalls } from "../db/join-calls.js";
import { each, queryJson } from "../db/repositories/query-json.js";
import { storableJson } from "../inbox/storable.js";
import { JOINED } from "./joined.js";
import { UNSURE } from "./redraw.js";
import type { OutboxClaim, OutboxRow } from "./row.js";
import { DELIVERED, type Settled } from "./settle.js";

interface Sent extends OutboxClaim {
  readonly messageId?: string;
  readonly channel?: string;
  readonly shownVersion?: number;
  /** What was recorded of the card when the row was claimed. */
  readonly seenVersion?: number;
}

/** A claimed row, as far as settling it goes. */
export type SentRow = OutboxClaim & Pick<OutboxRow, "card">;

interface SettledRow extends Settled {
  readonly place: number;
}

const SETTLE = `
with sent as materialized (
  select (e.doc->>'id')::bigint as id, e.doc->>'leaseToken' as lease_token, e.doc->>'messageId' as message_id,
         e.doc->>'channel' as channel, (e.doc->>'shownVersion')::int as shown_version,
         (e.doc->>'seenVersion')::int as seen_version, e.place
    from (select $1::jsonb as docs) input, ${each("docs")}
),
ours as (
  select s.*
    from (select * from sent order by id) s cross join lateral (
      select from outbox o
       where o.id = s.id and o.lease_token = s.lease_token and o.state in ('pending', 'sending') for update of o) locked
),
mine as (
  update outbox o set
         state = 'sent', settled_at = now(), lease_token = null, lease_until = null, error = null,
         content = o.content - 'secret',
         message_id = s.message_id, channel = coalesce(s.channel, o.channel)
    from ours s where o.id = s.id
  returning o.*, s.place, s.shown_version as sent_version, s.seen_version
),
shown as (
  insert into card (government_id, key, platform, workspace, channel, message_id, shown_version)
  select government_id, card_key, platform, workspace, channel, message_id,
         case when sent_version = ${UNSURE} then ${UNSURE} else greatest(sent_version, card_version, 0) end
    from mine where card_key is not null and message_id is not null
   order by government_id, card_key
  on conflict (government_id, key) do update
     set platform = excluded.platform, workspace = excluded.workspace, channel = excluded.channel,
         message_id = excluded.message_id,
         shown_version = case when card.shown_version = ${UNSURE} and exists (
           select 1 from mine m where m.government_id = card.government_id and m.card_key = card.key
              and m.seen_version is distinct from ${UNSURE}) then ${UNSURE}
         else greatest(card.shown_version, excluded.shown_version) end
),
${DELIVERED}
select coalesce(jsonb_agg(jsonb_build_object('place', m.place,
  'told', exists (select 1 from told t where t.event_id = 'delivered:' || m.id))), '[]') as value from mine m`;

/**
 * The platform took it. The row, the card it shows and the `delivered` event are one statement, which rows settled at the
 * same time share. `shownVersion` is the version the card shows now, or UNSURE. Rejects with LeaseLost.
 */
export function createSettleSent(
  prisma: PrismaClient,
): (row: SentRow, message: MessageRef | undefined, shownVersion: number | undefined) => Promise<Settled> {
  const settle = joinCalls(async (sent: readonly Sent[]) => {
    const rows = await queryJson<readonly SettledRow[]>(prisma, SETTLE, sent, storableJson);
    const settled = new Map(rows?.map(({ place, told }) => [place, { told }]));
    return sent.map((_, index) => settled.get(index + 1));
  }, JOINED);
  return async ({ id, leaseToken, card }, message, shownVersion) => {
    const settled = await settle({
      id,
      leaseToken,
      ...(message && { messageId: message.id, channel: message.channel }),
      ...(shownVersion === undefined ? {} : { shownVersion }),
      ...(card?.shown && { seenVersion: card.shown.version }),
    });
    if (settled === undefined) throw new LeaseLost("the outbox row was taken over");
    return settled;
  };
}
