import type { Reader } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { POSTED } from "../db/repositories/account-activity.js";
import { queryJson } from "../db/repositories/query-json.js";
import { createDailyNews } from "./daily-news.js";

const NAME = "silent-accounts";

/**
 * Enters the government's day and, if nobody had, writes one message for each agency with accounts that are silent, in one
 * statement: whoever dies in it has done nothing, and of several processes one does it. An account that was told of in this
 * silence is told of again after a week. Each telling is a row of its own, so that nothing depends on a day not missed.
 */
const ANNOUNCE = `
with input as materialized (select $1::jsonb as doc),
entered as materialized (
  insert into schedule_run (government_id, name, slot)
  select doc->>'governmentId', '${NAME}', doc->>'day' from input
  on conflict do nothing returning slot as day
), ${POSTED},
silent as (
  select p.*, greatest(p.since, p.last_at) as silent_since, c.id as channel_id, c.platform, c.workspace, c.native_id
    from entered, input, posted p
    join lateral (
      select c.* from channel c
       where c.government_id = p.government_id and c.agency_id = p.agency_id and c.purpose = 'work'
       order by c.id limit 1
    ) c on true
   where p.since <= (doc->>'now')::timestamptz and (p.until is null or p.until > (doc->>'now')::timestamptz)
     and greatest(p.since, p.last_at) < (doc->>'now')::timestamptz - (doc->>'afterDays')::int * interval '24 hours'
),
due as materialized (
  select s.* from silent s, input, government g
   where g.id = s.government_id and not exists (
     select from schedule_run r where r.government_id = s.government_id and r.name = 'silent:' || s.id
        and r.slot > ((doc->>'day')::date - 7)::text and r.slot > (s.silent_since at time zone g.zone)::date::text)
),
told as (
  insert into schedule_run (government_id, name, slot)
  select government_id, 'silent:' || id, doc->>'day' from due, input
  on conflict do nothing
),
written as (
  insert into outbox (government_id, cause_key, platform, workspace, channel, lane, content, when_unknown)
  select government_id, 'silent:' || government_id || ':' || agency_id || ':' || (doc->>'day'), platform, workspace,
         native_id, platform || ':' || workspace || ':' || native_id,
         jsonb_build_object('kind', 'silent-accounts', 'agencyId', agency_id,
           'accountIds', jsonb_agg(id order by silent_since, id)),
         'repeat'
    from due, input
   group by government_id, agency_id, platform, workspace, native_id, doc->>'day'
  on conflict (cause_key) do nothing
  returning id
)
select to_jsonb((select count(*) from written)::int) as value`;

/**
 * Once a day of each government, after its quiet hours, tells the work chat of every agency which of its accounts have been
 * silent for longer than the setting, see `createDailyNews`.
 */
export const createSilentAccounts = (
  prisma: PrismaClient,
  reader: Pick<Reader, "sceneOfGovernment">,
): (() => Promise<number>) =>
  createDailyNews(prisma, reader, NAME, async (governmentId, { directory, now }, day) => {
    const { silentAfterDays: afterDays } = directory.government.settings;
    const input = { governmentId, day, now: now.toISOString(), afterDays };
    return (await queryJson<number>(prisma, ANNOUNCE, input)) ?? 0;
  });
