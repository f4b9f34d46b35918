import type { Database } from "./database.js";

/** Forwards whose deadlines pass at one instant, written beside the program: each is pinged in two chats of its agency. */
const FORGE = `
with t as (
  select g.id as government_id, g.code, row_number() over (order by g.id) - 1 as place,
         now() + g.clock_offset_ms * interval '1 ms' as case_now from government g where g.example
), a as (
  select government_id, id as agency_id, row_number() over (partition by government_id order by id) - 1 as place from agency
), n as (
  select i, (select coalesce(max(year), 0) + 1 from (select year from inquiry where year >= 3000 union select 2999) y) as year
    from generate_series(1, $1::int) i
), made as (
  insert into inquiry (id, government_id, agency_id, year, number, code, text, status, round, version, created_by, created_at, updated_at)
  select gen_random_uuid()::text, t.government_id, a.agency_id, n.year, (n.i - 1) / 3 + 1,
         t.code || '-' || n.year || '-' || (n.i - 1) / 3 + 1, 'due ' || n.i, 'forwarded', 1, 1,
         a.agency_id || '-officer', t.case_now - interval '1 day', t.case_now - interval '1 day'
    from n join t on t.place = n.i % 3 join a on a.government_id = t.government_id and a.place = (n.i / 3) % 8
  returning *
), counted as (
  insert into case_counter (government_id, year, next) select government_id, year, max(number) + 1 from made group by 1, 2
), sent as (
  insert into forward (id, government_id, inquiry_id, agency_id, ordinal, round, status, forwarded_by, from_agency_id,
                       forwarded_at, first_forwarded_at, delivered_at, clock_hours, clock_level, clock_citation, deadline_at)
  select gen_random_uuid()::text, m.government_id, m.id, b.agency_id, 1, 1, 'open', m.created_by, m.agency_id,
         m.created_at, m.created_at, m.created_at, 24, 'regulation', 'test', t.case_now + $2::float8 * interval '1 ms'
    from made m join t using (government_id)
    join a on a.agency_id = m.agency_id join a b on b.government_id = a.government_id and b.place = (a.place + 1) % 8
  returning *
)
insert into ping (government_id, forward_id, inquiry_id, stage, agency_id, purpose, due_at)
select government_id, id, inquiry_id, 'due', agency_id, purpose, deadline_at
  from sent, unnest(array['work', 'approval']) purpose
returning forward_id as "forwardId", due_at as "dueAt"`;

/** Writes so many forwards; their one deadline is `inMs` from now. Answers their ids, once for each ping. */
export const forgeDeadlines = async (database: Database, count: number, inMs: number): Promise<readonly string[]> =>
  (await database.rows<{ forwardId: string }>(FORGE, count, inMs)).map(({ forwardId }) => forwardId);

/** How many pings of these forwards were told, how many are not taken, and how late the latest was taken. */
export interface Pinged {
  readonly told: number;
  readonly untaken: number;
  readonly lateMs: number;
}

const PINGED = `
with w as (select distinct id from jsonb_array_elements_text($1::jsonb) as e(id))
select (select count(*) from outbox o, jsonb_array_elements(o.content->'items') item
         where o.content->>'kind' = 'pings' and o.state = 'sent' and item->>'forwardId' in (select id from w))::int as told,
       (select count(*) from ping p join w on w.id = p.forward_id where p.taken_at is null)::int as untaken,
       (select coalesce(max(extract(epoch from p.taken_at - p.due_at)) * 1000, 0)
          from ping p join w on w.id = p.forward_id)::float8 as "lateMs"`;

/** What came of the pings of these forwards. */
export async function pingedOf(database: Database, forwards: readonly string[]): Promise<Pinged> {
  const [found] = await database.rows<Pinged>(PINGED, JSON.stringify(forwards));
  if (found === undefined) throw new Error("no figures");
  return found;
}
