import { dayIn } from "../../domain/time/local-day.js";
import { afterQuiet } from "../../domain/time/quiet-hours.js";
import type { Reader } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";
import { POSTED } from "../db/repositories/account-activity.js";
import { queryJson } from "../db/repositories/query-json.js";

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

/** Governments whose day, by their own case time and zone, nobody entered yet. */
const unentered = (prisma: PrismaClient) =>
  prisma.$queryRaw<readonly { readonly id: string; readonly nowMs: number }[]>`/* prepared */
    select g.id, (extract(epoch from now()) * 1000 + g.clock_offset_ms)::float8 as "nowMs" from government g
     where not exists (
       select from schedule_run r where r.government_id = g.id and r.name = ${NAME}
          and r.slot = to_char((now() + g.clock_offset_ms * interval '1 ms') at time zone g.zone, 'YYYY-MM-DD'))`;

/**
 * Once a day of each government, after its quiet hours, tells the work chat of every agency which of its accounts have been
 * silent for longer than the setting; answers how many messages were written. May be called at any time and by any number
 * of processes; after a standstill of days it tells once. Rejects at the end with the first government's error that failed.
 */
export const createSilentAccounts = (
  prisma: PrismaClient,
  reader: Pick<Reader, "sceneOfGovernment">,
): (() => Promise<number>) => {
  /** Case time until which a government's night lasts: so long nothing of it is worked out again. */
  const nights = new Map<string, number>();
  const announce = async (governmentId: string): Promise<number> => {
    const { directory, now } = await reader.sceneOfGovernment(governmentId);
    const { settings, zone } = directory.government;
    const loud = afterQuiet(now, settings.quiet, zone);
    if (loud > now) {
      nights.set(governmentId, loud.getTime());
      return 0;
    }
    const { silentAfterDays: afterDays } = settings;
    const input = { governmentId, day: dayIn(zone, now), now: now.toISOString(), afterDays };
    return (await queryJson<number>(prisma, ANNOUNCE, input)) ?? 0;
  };
  return async () => {
    let written = 0;
    const errors: unknown[] = [];
    for (const { id, nowMs } of await unentered(prisma)) {
      if (nowMs < (nights.get(id) ?? nowMs)) continue;
      written += await announce(id).catch((error) => {
        errors.push(error);
        return 0;
      });
    }
    if (errors.length > 0) throw errors[0];
    return written;
  };
};
