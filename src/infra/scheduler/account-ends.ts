import type { PrismaClient } from "../db/generated/client.js";
import { queryJson } from "../db/repositories/query-json.js";
import { STANDING_VERSION } from "../db/repositories/standing-version.js";

/**
 * Enters the end of every account that is over by its government's case time, once only whoever else does, and writes in the
 * same statement an event for each proposal that was still to be posted on it.
 */
const END = `
with input as (select $1::jsonb as doc),
over as materialized (
  select a.id, a.government_id, a.agency_id, 'account-ended:' || a.id as name,
         to_char(a.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as slot
    from input, account a join government g on g.id = a.government_id
   where a.until <= now() + g.clock_offset_ms * interval '1 ms'
),
entered as (
  insert into schedule_run (government_id, name, slot)
  select o.government_id, o.name, o.slot from over o
   where not exists (
     select from schedule_run r where r.government_id = o.government_id and r.name = o.name and r.slot = o.slot)
  on conflict do nothing returning government_id, name
),
told as (
  insert into inbox (government_id, platform, event_id, lane, payload)
  select i.government_id, 'core', o.name || ':' || o.slot || ':' || i.id, 'proposal:' || i.id,
         jsonb_build_object('type', 'account-ended', 'governmentId', i.government_id, 'proposalId', i.id, 'accountId', o.id)
    from entered e join over o on o.government_id = e.government_id and o.name = e.name
    join proposal i on i.government_id = o.government_id and i.agency_id = o.agency_id and i.status = 'ready'
    ${STANDING_VERSION}
   where v.content->'accountIds' @> to_jsonb(o.id)
     and not exists (select from content_publication c where c.version_id = v.id and c.account_id = o.id)
  on conflict (platform, event_id) do nothing returning id
)
select to_jsonb((select count(*) from told)::int) as value`;

/**
 * Has what is still to be posted on accounts that were given up drawn anew, or finished: when the day comes, whoever ended
 * them. Answers how many events were written. May be called at any time and by any number of processes.
 */
export const endAccounts = async (prisma: PrismaClient): Promise<number> =>
  (await queryJson<number>(prisma, END, {})) ?? 0;
