import type { Database } from "../driver/database.js";
import { play } from "../driver/journeys.js";
import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import type { Oracle } from "../driver/oracle.js";
import type { Stand } from "../driver/stand.js";
import type { FaultCase, Work } from "./fault-case.js";
import { wideCase } from "./wide-case.js";

const HOUR_MS = 3_600_000;
const DOWN_HOURS = 26;

/** Quiet hours go by the hour of the day: all variants begin at the same one. The clock only ever moves forward. */
const TO_NINE = `update government g set clock_offset_ms = clock_offset_ms + (extract(epoch from
    date_trunc('day', t.local) + interval '33 hours' - t.local) * 1000)::bigint
  from (select (now() + max(clock_offset_ms) * interval '1 ms') at time zone 'Asia/Jakarta' as local
          from government where example) t where g.example returning 1`;

const MOVE = "update government set clock_offset_ms = clock_offset_ms + $1::bigint where example returning 1";

const TAKEN = `select p.stage || ' ' || p.agency_id || ' ' || p.purpose as what from ping p
  join inquiry i on i.id = p.inquiry_id where i.text = $1 and p.taken_at is not null order by 1`;

const TOLD = `select o.id::text, o.channel, item->>'stage' as stage from outbox o, jsonb_array_elements(o.content->'items') item
  join inquiry i on i.id = item->>'inquiryId' where i.text = $1 and o.content->>'kind' = 'pings' order by o.id`;

const NEXT = `select (extract(epoch from min(p.due_at) - now() - max(g.clock_offset_ms) * interval '1 ms') * 1000)::float8 as ms
  from ping p join inquiry i on i.id = p.inquiry_id join government g on g.id = p.government_id
  where i.text = $1 and p.taken_at is null`;

const move = async (stand: Stand, ms: number): Promise<void> => {
  await stand.database().rows(MOVE, Math.ceil(ms));
  await stand.quiet();
};

/** Case time passes as it would by itself: from one due instant to the next. */
const undisturbed = async (stand: Stand, text: string, hours: number): Promise<void> => {
  let left = hours * HOUR_MS;
  for (;;) {
    const [next] = await stand.database().rows<{ ms: number | null }>(NEXT, text);
    const ms = Math.max(0, next?.ms ?? left) + 1;
    if (ms >= left) return move(stand, left);
    await move(stand, ms);
    left -= ms;
  }
};

/** It passes in steps of so many hours. */
const inSteps =
  (step: number) =>
  async (stand: Stand, _text: string, hours: number): Promise<void> => {
    for (let left = hours; left > 0; left -= step) await move(stand, Math.min(step, left) * HOUR_MS);
  };

/** The program is down for 26 hours; then one message in each chat, with the latest of what was missed. */
const down =
  ({ tally }: Work) =>
  async (stand: Stand, text: string, hours: number): Promise<void> => {
    await stand.kill();
    await stand.database().rows(MOVE, DOWN_HOURS * HOUR_MS);
    await stand.start();
    await stand.quiet();
    const told = await stand.database().rows<{ id: string; channel: string; stage: string }>(TOLD, text);
    const chats = new Set(told.map(({ channel }) => channel));
    const once = told.length === chats.size && told.every(({ stage }) => stage === "due");
    if (!once || chats.size !== 2) tally.failures.push(`after ${DOWN_HOURS} h down: ${JSON.stringify(told)}`);
    await undisturbed(stand, text, hours - DOWN_HOURS);
  };

type Pass = (stand: Stand, text: string, hours: number) => Promise<void>;

/** A forward whose deadline passes with all escalations; answers the pings that were taken meanwhile. */
const overdue = async ({ stand, tally }: Work, oracle: Oracle, pass: Pass): Promise<readonly string[]> => {
  let taken: readonly string[] = [];
  await stand.database().rows(TO_NINE);
  await stand.quiet();
  const passTime = async (text: string, hours: number): Promise<void> => {
    await pass(stand, text, hours);
    taken = await whats(stand.database(), text);
    const told = await stand.database().rows<{ channel: string; stage: string }>(TOLD, text);
    if (new Set(told.map(({ channel, stage }) => `${channel} ${stage}`)).size !== told.length)
      tally.failures.push(`told twice: ${JSON.stringify(told)}`);
  };
  judgeFinding(tally, await oracle.look([await play(stand, "overdue", { calm: true, passTime })]), NO_DOUBLES);
  return taken;
};

const whats = async (database: Database, text: string): Promise<readonly string[]> =>
  (await database.rows<{ what: string }>(TAKEN, text)).map(({ what }) => what);

const variant = (name: string, what: string, passOf: (work: Work) => Pass, demand: string): FaultCase =>
  wideCase({
    row: "E",
    name,
    what,
    demand,
    modes: ["none"],
    async once(work, oracle) {
      const expected = await overdue(work, oracle, undisturbed);
      const found = await overdue(work, oracle, passOf(work));
      if (expected.length === 0 || JSON.stringify(found) !== JSON.stringify(expected))
        work.tally.failures.push(`pings ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
    },
  });

const SAME = "the same pings as undisturbed, none told twice";

/** Row E: case time. It only moves forward (a check of the database's, and of the simulator's clock): a step back does not apply. */
export const caseClock: readonly FaultCase[] = [
  variant("hourly", "case time steps by 1 h, again and again", () => inSteps(1), SAME),
  variant("daily", "case time steps by 25 h, again and again", () => inSteps(25), SAME),
  variant(
    "down",
    `the program is down for ${DOWN_HOURS} h of case time`,
    down,
    `${SAME}; one late notice in each chat`,
  ),
];
