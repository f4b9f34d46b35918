import type { Entry } from "../platform/protocol.js";
import type { Database } from "./database.js";
import { compareEffects } from "./effects.js";
import type { Finding } from "./finding.js";
import type { Journey } from "./journeys.js";
import { compareMessages } from "./messages.js";
import { comparePings } from "./pings.js";
import { readSentRows } from "./sent-rows.js";
import { readCards, staleCards } from "./stale.js";
import type { Stand } from "./stand.js";

/** Compares journal, database and history over the stretch of work since it last looked. */
export interface Oracle {
  /** Waits for quiet first. `journeys` are all that was played since; `more`: other events that were acknowledged. */
  look(journeys: readonly Journey[], more?: readonly string[]): Promise<Finding>;
  /** The journal of the stretch last looked at. */
  journal(): readonly Entry[];
}

interface Marks {
  readonly inbox: string;
  readonly outbox: string;
  readonly history: string;
}

const MARKS = `select coalesce((select max(id) from inbox), 0)::text as inbox,
  coalesce((select max(id) from outbox), 0)::text as outbox,
  coalesce((select max(id) from history), 0)::text as history`;

/** Deaths and conflicts aside, every row of the inbox is done once all is quiet. */
const NOT_DONE = `select event_id || ' is ' || state || coalesce(' (' || error || ')', '') as what
  from inbox where id > $1::bigint and state <> 'done'`;

const GAPS = `select government_id || ' ' || year as what from inquiry group by government_id, year
  having count(*) <> max(number) or max(number) + 1 <> (select next from case_counter c
    where c.government_id = inquiry.government_id and c.year = inquiry.year)`;

const whats = async (database: Database, sql: string, ...values: readonly unknown[]): Promise<readonly string[]> =>
  (await database.rows<{ what: string }>(sql, ...values)).map(({ what }) => what);

/** An oracle that begins to look now; the stand must be quiet. */
export async function createOracle(stand: Stand): Promise<Oracle> {
  const [first] = await stand.database().rows<Marks>(MARKS);
  if (first === undefined) throw new Error("no marks");
  let marks = first;
  let journal = stand.platform.readJournal();
  return {
    journal: () => journal,
    async look(journeys, more = []) {
      await stand.quiet();
      const database = stand.database();
      const since = marks;
      journal = stand.platform.readJournal();
      const rows = await readSentRows(database, since.outbox);
      const messages = compareMessages(rows, journal);
      const effects = await compareEffects(database, journeys, more, since.history);
      const notDone = await whats(database, NOT_DONE, since.inbox);
      const gaps = await whats(database, GAPS);
      const pings = await comparePings(database);
      const stale = staleCards(await readCards(database, since.outbox), journal);
      [marks = since] = await database.rows<Marks>(MARKS);
      return {
        lost: [...messages.lost, ...effects.lost, ...notDone, ...pings.lost],
        doubled: messages.doubled,
        ambiguous: rows.filter((row) => row.ambiguous).length,
        dead: rows.filter(({ state }) => state === "dead").length,
        wrong: [...messages.wrong, ...effects.wrong, ...gaps.map((gap) => `numbers: ${gap}`), ...pings.wrong, ...stale],
      };
    },
  };
}
