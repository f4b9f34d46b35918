import type { Channel } from "../../domain/registry/model.js";
import type { Reader, Scene } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { queryJson } from "../db/repositories/query-json.js";
import { createDailyNews } from "./daily-news.js";

const NAME = "ending-terms";

/** What a chat is to be told, in the order it is told; each item once ever, by its appointment and slot. */
export interface EndingMessage {
  readonly channel: Channel;
  /** The message without its items. */
  readonly content: object;
  readonly items: readonly { readonly appointmentId: string; readonly stage: string; readonly slot: string }[];
}

/**
 * Enters the government's day and, if nobody had, what is told from now on, and writes one message for each chat with what
 * was not told before, in one statement: whoever dies in it has done nothing, and of several processes one does it.
 */
const ANNOUNCE = `
with input as materialized (select $1::jsonb as doc),
entered as materialized (
  insert into schedule_run (government_id, name, slot)
  select doc->>'governmentId', '${NAME}', doc->>'day' from input
  on conflict do nothing returning slot as day
),
wanted as materialized (
  select m.message, m.place as message_place, i.item, i.place
    from entered, input, jsonb_array_elements(doc->'messages') with ordinality m(message, place),
         jsonb_array_elements(m.message->'items') with ordinality i(item, place)
),
told as materialized (
  insert into schedule_run (government_id, name, slot)
  select distinct doc->>'governmentId', 'ending:' || (item->>'appointmentId'), item->>'slot' from wanted, input
  on conflict do nothing returning name, slot
),
written as (
  insert into outbox (government_id, cause_key, platform, workspace, channel, lane, content, when_unknown)
  select doc->>'governmentId', 'ending:' || (message->>'channelId') || ':' || (doc->>'day'), message->>'platform',
         message->>'workspace', message->>'nativeId',
         concat_ws(':', message->>'platform', message->>'workspace', message->>'nativeId'),
         (message->'content') || jsonb_build_object('items', jsonb_agg(item - 'slot' order by w.place)), 'repeat'
    from input, wanted w join told t on t.name = 'ending:' || (item->>'appointmentId') and t.slot = item->>'slot'
   group by doc, message, message_place
   order by message_place
  on conflict (cause_key) do nothing
  returning id
)
select to_jsonb((select count(*) from written)::int) as value`;

/**
 * Once a day of each government, after its quiet hours, tells which appointments end soon or have ended, see
 * `createDailyNews`. `messagesOf` says whom and what; what was told of the same end and stage before is left out.
 */
export const createEndingTerms = (
  prisma: PrismaClient,
  reader: Pick<Reader, "sceneOfGovernment">,
  messagesOf: (scene: Scene) => readonly EndingMessage[],
): (() => Promise<number>) =>
  createDailyNews(prisma, reader, NAME, async (governmentId, scene, day) => {
    const messages = messagesOf(scene).map(({ channel, content, items }) => {
      const { id: channelId, platform, workspace, nativeId } = channel;
      return { channelId, platform, workspace, nativeId, content, items };
    });
    return (await queryJson<number>(prisma, ANNOUNCE, { governmentId, day, messages })) ?? 0;
  });
