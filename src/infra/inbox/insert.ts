import type { Inbox } from "../../ports/chat/adapter.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { InboxPayload } from "../../ports/protocol.js";
import type { PrismaClient } from "../db/generated/client.js";
import { joinCalls } from "../db/join-calls.js";
import { each, queryJson } from "../db/repositories/query-json.js";
import { storableJson, storableText } from "./storable.js";

/**
 * One at a time, so that events of one process are stored in the order they came, whoever waits for whom. As many wait as
 * sixteen statements take: with a tenth of a second for each nobody waits for two seconds.
 */
const JOINED = { atOnce: 1, most: 64, mostWaiting: 1_000 };

/** In the order they came: ids, which order each lane, are given in it. */
const INSERT = `
with inserted as (
  insert into inbox (government_id, platform, event_id, lane, payload)
  select c.government_id, e.doc->>'platform', e.doc->>'eventId', e.doc->>'lane', e.doc->'payload'
    from (select $1::jsonb as docs) input, ${each("docs")}
    left join channel c on c.platform = e.doc->>'platform' and c.workspace = e.doc->>'workspace'
      and c.native_id = e.doc->>'channel'
   order by e.place
  on conflict (platform, event_id) do nothing
  returning platform, event_id
)
select coalesce(jsonb_agg(platform || ' ' || event_id), '[]') as value from inserted`;

const rowOf = (event: ChatEvent) => {
  const { platform, workspace, channel } = event.conversation;
  const payload = { type: "chat", event } satisfies InboxPayload;
  return { platform, workspace, channel, eventId: event.eventId, lane: `${platform}:${workspace}:${channel}`, payload };
};

/** Writes events to the inbox; those that come at the same time share one statement, so one commit. */
export function createInsert(prisma: PrismaClient): Inbox["accept"] {
  return joinCalls(async (events: readonly ChatEvent[]) => {
    const rows = events.map(rowOf);
    const keys = await queryJson<readonly string[]>(prisma, INSERT, rows, storableJson);
    const left = new Set(keys);
    // The same event twice in one statement was accepted once.
    return rows.map(({ platform, eventId }) =>
      left.delete(`${platform} ${storableText(eventId)}`) ? "accepted" : "duplicate",
    );
  }, JOINED);
}
