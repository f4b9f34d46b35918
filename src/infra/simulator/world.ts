import type { Locale } from "../../ports/chat/refs.js";
import type { SimulatorWorld } from "../../ports/simulator-host.js";
import type { SqlClient } from "./sql.js";

/** The example governments, read and (only their language) changed. Every method rejects when the database is down. */
export interface SimulatorWorldStore {
  world(): Promise<SimulatorWorld>;
  /** False when there is no such example government. */
  setLocale(governmentId: string, locale: Locale): Promise<boolean>;
}

/** Case time moves with all example governments at once, so the first one's offset is everyone's. */
const WORLD = `
  with g as (select * from government where example),
  clock as (select now() + coalesce((select clock_offset_ms from g order by code limit 1), 0) * interval '1 millisecond' as now)
  select clock.now,
    (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'profile', g.profile, 'locale', g.locale,
        'zone', g.zone) order by g.code), '[]') from g) as governments,
    (select coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'government', a.government_id)
        order by g.code, a.code), '[]') from agency a join g on g.id = a.government_id) as agencies,
    (select coalesce(json_agg(json_build_object('id', c.native_id, 'name', c.name, 'agency', c.agency_id,
        'purpose', c.purpose, 'government', c.government_id) order by g.code, c.name, c.native_id), '[]')
      from channel c join g on g.id = c.government_id
      where c.platform = 'simulator' and c.workspace = c.government_id) as channels,
    (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'government', p.government_id, 'roles',
        (select coalesce(json_agg(distinct jsonb_build_object('role', o.role, 'agency', o.agency_id)), '[]')
          from appointment o where o.person_id = p.id and o.valid_from <= clock.now
            and (o.valid_until is null or o.valid_until > clock.now))) order by g.code, p.name, p.id), '[]')
      from person p join g on g.id = p.government_id) as people
  from clock`;

/** The registry version grows, so that whoever keeps the government's directory reads it again. */
const SET_LOCALE = `
  update government set locale = $2, registry_version = registry_version + 1 where id = $1 and example returning id`;

/** The world of the simulator on the registry's tables: people with the roles they hold at case time. */
export const createSimulatorWorld = (db: SqlClient): SimulatorWorldStore => ({
  async world() {
    const [world] = await db.$queryRawUnsafe<SimulatorWorld[]>(WORLD);
    if (world === undefined) throw new Error("the simulator's world came back empty");
    return world;
  },
  async setLocale(governmentId, locale) {
    return (await db.$queryRawUnsafe<unknown[]>(SET_LOCALE, governmentId, locale)).length > 0;
  },
});
