import type { MessageRef } from "../../ports/chat/refs.js";
import { LeaseLost } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { joinCalls } from "../db/join-calls.js";
import { each, queryJson } from "../db/repositories/query-json.js";
import { storableJson } from "../inbox/storable.js";
import { JOINED } from "./joined.js";
import type { OutboxClaim } from "./row.js";
import { DELIVERED, type Settled } from "./settle.js";

interface Sent extends OutboxClaim {
  readonly messageId?: string;
  readonly channel?: string;
  readonly shownVersion?: number;
}

interface SettledRow extends Settled {
  readonly place: number;
}

const SETTLE = `
with sent as materialized (
  select (e.doc->>'id')::bigint as id, e.doc->>'leaseToken' as lease_token, e.doc->>'messageId' as message_id,
         e.doc->>'channel' as channel, (e.doc->>'shownVersion')::int as shown_version, e.place
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
         message_id = s.message_id, channel = coalesce(s.channel, o.channel)
    from ours s where o.id = s.id
  returning o.*, s.place, s.shown_version as sent_version
),
shown as (
  insert into card (government_id, key, platform, workspace, channel, message_id, shown_version)
  select government_id, card_key, platform, workspace, channel, message_id, greatest(sent_version, card_version, 0)
    from mine where card_key is not null and message_id is not null
   order by government_id, card_key
  on conflict (government_id, key) do update
     set platform = excluded.platform, workspace = excluded.workspace, channel = excluded.channel,
         message_id = excluded.message_id, shown_version = greatest(card.shown_version, excluded.shown_version)
),
${DELIVERED}
select coalesce(jsonb_agg(jsonb_build_object('place', m.place,
  'told', exists (select 1 from told t where t.event_id = 'delivered:' || m.id))), '[]') as value from mine m`;

/**
 * The platform took it. The row, the card it shows and the `delivered` event are one statement, which rows settled at the
 * same time share. `shownVersion` is the version the card shows now. Rejects with LeaseLost.
 */
export function createSettleSent(
  prisma: PrismaClient,
): (claim: OutboxClaim, message: MessageRef | undefined, shownVersion: number | undefined) => Promise<Settled> {
  const settle = joinCalls(async (sent: readonly Sent[]) => {
    const rows = await queryJson<readonly SettledRow[]>(prisma, SETTLE, sent, storableJson);
    const settled = new Map(rows?.map(({ place, told }) => [place, { told }]));
    return sent.map((_, index) => settled.get(index + 1));
  }, JOINED);
  return async ({ id, leaseToken }, message, shownVersion) => {
    const place = message && { messageId: message.id, channel: message.channel };
    const settled = await settle({ id, leaseToken, ...place, ...(shownVersion === undefined ? {} : { shownVersion }) });
    if (settled === undefined) throw new LeaseLost("the outbox row was taken over");
    return settled;
  };
}
