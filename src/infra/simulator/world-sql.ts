/** Channels of the registry that are chats of the simulated platform, each with the government that bound it. */
const BOUND = "channel c join government b on b.id = c.government_id";

/**
 * Whether the example government `g` has the chat: the registry's, or one of the platform's own. A real government that
 * bound one has taken it away: nothing of it is shown or told here.
 */
export const hasChannel = (id: string): string => `(
  exists (select from ${BOUND} where c.platform = 'simulator' and c.workspace = g.id and c.native_id = ${id} and b.example)
  or exists (select from simulator_chat s where s.id = ${id} and s.government_id = g.id and not exists (
    select from channel c where c.platform = 'simulator' and c.workspace = g.id and c.native_id = ${id})))`;

/** A chat is listed where it is a chat, whichever example government bound it. */
const CHANNELS = `
  select c.workspace as government_id, c.native_id as id, c.name, s.name as platform_name, c.agency_id, c.purpose
    from ${BOUND} left join simulator_chat s on s.id = c.native_id and s.government_id = c.workspace
   where c.platform = 'simulator' and b.example
  union all
  select s.government_id, s.id, s.name, s.name, null, null from simulator_chat s
   where not exists (select from channel c
     where c.platform = 'simulator' and c.workspace = s.government_id and c.native_id = s.id)`;

/** Whoever joined another government's registry is still nobody in that of their own. */
const PEOPLE = `
  select i.government_id, i.user_id as id, p.name, u.name as platform_name, p.id as person_id
    from identity i join person p on p.id = i.person_id and p.government_id = i.government_id
    left join simulator_user u on u.id = i.user_id and u.government_id = i.government_id
   where i.platform = 'simulator' and i.workspace = i.government_id
  union all
  select u.government_id, u.id, u.name, u.name, null from simulator_user u
   where not exists (select from identity i where i.government_id = u.government_id and i.platform = 'simulator'
     and i.workspace = u.government_id and i.user_id = u.id)`;

/** Case time moves with all example governments at once, so the first one's offset is everyone's. */
export const WORLD = `
  with g as (select * from government where example),
  clock as (select now() + coalesce((select clock_offset_ms from g order by code limit 1), 0) * interval '1 millisecond' as now)
  select clock.now,
    (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'profile', g.profile, 'locale', g.locale,
        'zone', g.zone) order by g.code), '[]') from g) as governments,
    (select coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'government', a.government_id)
        order by g.code, a.code), '[]') from agency a join g on g.id = a.government_id) as agencies,
    (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'platformName', c.platform_name,
        'government', g.id, 'bound', c.agency_id is not null, 'agency', c.agency_id, 'purpose', c.purpose)
        order by g.code, c.name, c.id), '[]')
      from (${CHANNELS}) c join g on g.id = c.government_id) as channels,
    (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'platformName', p.platform_name,
        'government', g.id, 'registered', p.person_id is not null, 'roles',
        (select coalesce(json_agg(distinct jsonb_build_object('role', o.role, 'agency', o.agency_id)), '[]')
          from appointment o where o.person_id = p.person_id and o.government_id = g.id and o.valid_from <= clock.now
            and (o.valid_until is null or o.valid_until > clock.now))) order by g.code, p.name, p.id), '[]')
      from (${PEOPLE}) p join g on g.id = p.government_id) as people
  from clock`;

/** What is added is never taken away, and every change of a registry counts up its version. */
export const WORLD_VERSION = `
  select concat_ws('.', (select sum(registry_version) from government where example),
    (select count(*) from simulator_chat), (select count(*) from simulator_user)) as version`;
