import { COMMIT_STATES, of } from "./commit-states.js";

/** What may change of a row that is there. */
const COLUMNS = {
  agency: "code, name, kind",
  channel: "agency_id, purpose, name, platform, workspace, native_id",
  person: "name, shared, civil_servant, ethics_read_at",
  appointment:
    "person_id, agency_id, role, position, instrument, number, dated_at, valid_from, valid_until, acting, staff_function, " +
    "ended",
  account: "agency_id, medium, handle, url, designation, since, until",
  sop: "agency_id, number, dated_at, issuer, deadline_hours, gates",
  invitation: "gives, expires_at, used",
} as const;

/** By id, where it is this government's. */
const saved = (table: keyof typeof COLUMNS, list: string): string => `
saved_${list} as (
  insert into ${table}${table === "agency" ? " (id, government_id, code, name, kind)" : ""}
  select ${table === "agency" ? "r.id, r.government_id, r.code, r.name, r.kind" : "r.*"}
  from registering, input, jsonb_populate_recordset(null::${table}, doc->'${list}') r
  on conflict (id) do update set (${COLUMNS[table]}) = row(${of("excluded", COLUMNS[table])})
  where ${table}.government_id = excluded.government_id
)`;

const removed = (table: "channel" | "sop"): string => `
removed_${table} as (
  delete from ${table} t using registering, input
  where t.government_id = doc->>'government_id' and t.id in (select jsonb_array_elements_text(doc->'removed'))
  returning t.*
)`;

/** A card is edited where it was posted: those of a chat that was given up are posted anew in the next one. */
const LEFT_BEHIND = `
left_behind as (
  delete from card c using removed_channel t
  where c.government_id = t.government_id and c.platform = t.platform and c.workspace = t.workspace
    and c.channel = t.native_id
)`;

/**
 * The registry's part of a commit: it stands only on the version it was decided on. Triggers count that version; settings,
 * which have none, count it here.
 */
export const REGISTRY = `
unchanged as (
  select g.id from leased, input, government g
  where g.id = doc->>'government_id' and g.registry_version = (doc->>'registry_version')::int for update of g
),
registering as materialized (
  select tanggap_require((select count(*) from unchanged) = 1, '${COMMIT_STATES.versionConflict}', 'registered since')
  from gate
),${[
  saved("agency", "agencies"),
  saved("channel", "channels"),
  saved("person", "people"),
  saved("appointment", "appointments"),
  saved("account", "accounts"),
  saved("sop", "sops"),
  saved("invitation", "invitations"),
  removed("channel"),
  LEFT_BEHIND,
  removed("sop"),
].join(",")},
dropped_identities as (
  delete from identity i using registering, input
  where i.government_id = doc->>'government_id'
    and i.person_id in (select p->>'id' from jsonb_array_elements(doc->'people') p)
    and not exists (
      select from jsonb_populate_recordset(null::identity, doc->'identities') r
       where (r.platform, r.workspace, r.user_id, r.person_id) = (i.platform, i.workspace, i.user_id, i.person_id))
),
saved_identities as (
  insert into identity select r.* from registering, input, jsonb_populate_recordset(null::identity, doc->'identities') r
  on conflict (government_id, platform, workspace, user_id) do nothing
),
relocated as (
  select r.* from registering, input, jsonb_populate_record(null::relocation, doc->'relocated') r
  where doc->'relocated' is not null
),
saved_relocation as (
  insert into relocation select * from relocated on conflict (platform, workspace, channel) do nothing
),
followed as (
  update inbox i set government_id = doc->>'government_id' from relocated r, input
  where i.lane = concat_ws(':', r.platform, r.to_workspace, r.to_channel) and i.state = 'pending' and i.government_id is null
),
saved_settings as (
  update government g set settings = coalesce(doc->'settings', g.settings), locale = coalesce(doc->>'locale', g.locale),
    registry_version = registry_version + 1
  from registering, input where g.id = doc->>'government_id' and (doc->'settings' is not null or doc->>'locale' is not null)
)`;
