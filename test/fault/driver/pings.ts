import type { Database } from "./database.js";
import type { Finding } from "./finding.js";

const TOLD_TWICE = `select item->>'forwardId' || ' ' || (item->>'stage') || ' in ' || channel as what
  from outbox, jsonb_array_elements(content->'items') as item
  where content->>'kind' = 'pings' group by item->>'forwardId', item->>'stage', channel having count(*) > 1`;

/**
 * The messages of the sweep, with the chat each was written for: the sweep names a message after its chat's binding and
 * all it tells, so this holds also where the chat has moved since or an item is missing.
 */
const TOLD = `message as materialized (
  select o.government_id, o.cause_key, o.content,
         (select string_agg(e.item->>'forwardId' || ':' || (e.item->>'stage'), ',' order by e.place)
            from jsonb_array_elements(o.content->'items') with ordinality as e(item, place)) as list
    from outbox o where o.content->>'kind' = 'pings'
), told as materialized (
  select p.forward_id, p.agency_id, p.purpose, p.taken_at, max(p.due_at) as due_at
    from message m
    join channel c on c.government_id = m.government_id and c.agency_id = m.content->>'agencyId'
      and m.cause_key = 'ping:' || md5(c.id || m.list)
    cross join jsonb_array_elements(m.content->'items') as e(item)
    join ping p on p.forward_id = e.item->>'forwardId' and p.stage = e.item->>'stage' and p.agency_id = c.agency_id
      and p.purpose = c.purpose
   group by 1, 2, 3, 4
)`;

/** A ping that was due when it was taken, of a forward that had not ended by then, to a chat there is. */
const UNTOLD = `with ${TOLD}
select 'the ping ' || p.stage || ' of ' || p.forward_id || ' to ' || p.agency_id || ' ' || p.purpose || ' was taken and not told'
       as what
  from ping p
  join forward f on f.id = p.forward_id and (f.status = 'open' or coalesce(f.answered_at, f.ended_at) > p.taken_at)
 where p.due_at <= p.taken_at
   and exists (select 1 from channel c
                where c.government_id = p.government_id and c.agency_id = p.agency_id and c.purpose = p.purpose)
   and not exists (select 1 from told t
                    where t.forward_id = p.forward_id and t.agency_id = p.agency_id and t.purpose = p.purpose
                      and t.taken_at = p.taken_at and t.due_at >= p.due_at)`;

/** The sweep looks every second. */
const LEFT = `select 'the ping ' || p.stage || ' of ' || p.forward_id || ' is due and not taken' as what
  from ping p join government g on g.id = p.government_id
 where p.taken_at is null and p.due_at < now() + g.clock_offset_ms * interval '1 ms' - interval '10 s'`;

/**
 * Compares the pings with the messages that tell them, whatever became of those afterwards. Every ping that was due when
 * it was taken is told in its chat, by itself or by a later one of the same forward that was taken with it, and by one
 * message only; when all is quiet none is due. Not demanded is a ping taken after its forward had ended: nobody waits for
 * it, and it may have been cancelled.
 */
export async function comparePings(database: Pick<Database, "rows">): Promise<Pick<Finding, "lost" | "wrong">> {
  const whats = async (sql: string) => (await database.rows<{ what: string }>(sql)).map(({ what }) => what);
  return { lost: [...(await whats(UNTOLD)), ...(await whats(LEFT))], wrong: await whats(TOLD_TWICE) };
}
