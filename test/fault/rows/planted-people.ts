import type { Database } from "../driver/database.js";
import { GOVERNMENT, PLANTED, plantedId } from "./illegitimate.js";

const PERSON = `with person as (
    insert into person (id, government_id, name, shared) values ($1, $2, $1, $3) on conflict do nothing returning id)
  insert into identity (government_id, platform, workspace, user_id, person_id)
  select $2, 'simulator', $2, id, id from person returning 1`;

/** Times go by the government's case time. */
const APPOINTMENT = `insert into appointment (id, government_id, person_id, agency_id, role, position, instrument, number,
    dated_at, valid_from, valid_until)
  select $1 || '-' || $4, $2, $1, $3, $4, 'Sekretaris', 'Surat Perintah', '1', t.now - interval '9 years',
         t.now + $5::interval, t.now + $6::interval
    from (select now() + clock_offset_ms * interval '1 ms' as now from government where id = $2) t
  on conflict do nothing returning 1`;

/** From when and until when each is an official. */
const TERMS: Readonly<Record<(typeof PLANTED)[number], readonly [string, string | null]>> = {
  author: ["-1 year", null],
  expired: ["-1 year", "-1 second"],
  revoked: ["-1 year", null],
  shared: ["-1 year", null],
  future: ["1 year", null],
};

const changed = "update government set registry_version = registry_version + 1 where id = $1 returning 1";

/** Gives the agency more people; "author" is an officer as well. */
export async function plantPeople(database: Database, agency: string): Promise<void> {
  for (const who of PLANTED) {
    const id = plantedId(agency, who);
    await database.rows(PERSON, id, GOVERNMENT, who === "shared");
    const roles = who === "author" ? ["official", "officer"] : ["official"];
    for (const role of roles)
      await database.rows(APPOINTMENT, id, GOVERNMENT, `${GOVERNMENT}-${agency}`, role, ...TERMS[who]);
  }
  await database.rows(changed, GOVERNMENT);
}

/** Takes back the appointment that was in force until now, with the card before them. */
export async function revoke(database: Database, agency: string): Promise<void> {
  const sql = `update appointment a set valid_until = now() + g.clock_offset_ms * interval '1 ms' from government g
    where g.id = a.government_id and a.person_id = $1 returning 1`;
  await database.rows(sql, plantedId(agency, "revoked"));
  await database.rows(changed, GOVERNMENT);
}

/** Ends all of them, so that later rows find the agency as it was. */
export async function dismissPeople(database: Database, agency: string): Promise<void> {
  const ids = PLANTED.map((who) => plantedId(agency, who));
  for (const table of ["appointment", "identity"])
    await database.rows(`delete from ${table} where person_id = any ($1::text[]) returning 1`, ids);
  await database.rows("delete from person where id = any ($1::text[]) returning 1", ids);
  await database.rows(changed, GOVERNMENT);
}
