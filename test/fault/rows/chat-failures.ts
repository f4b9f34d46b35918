import { until } from "../driver/until.js";
import { CHAT, failingChat } from "./failing-chat.js";
import type { FaultCase, Work } from "./fault-case.js";

const HOUR_S = 3_600;
const WAITS_WITHIN_MS = 30_000;

/** A message that waits for an hour does so; then the hour is taken out of the database, and the process is a new one. */
const skipHour = async ({ stand, tally }: Work): Promise<void> => {
  const database = stand.database();
  const [row] = await until("the message to wait", WAITS_WITHIN_MS, async () => {
    const rows = await database.rows<{ attempts: number; waits: number }>(
      `select attempts, extract(epoch from not_before - now())::float8 as waits from outbox
        where channel = $1 and state = 'pending' and not_before > now()`,
      CHAT,
    );
    return rows.length > 0 && rows;
  });
  if (row?.attempts !== 0) tally.failures.push("the refused call counted as an attempt");
  if (!row || row.waits < HOUR_S - 60) tally.failures.push(`it waits for ${row?.waits} s only`);
  await until("everything else to be sent", WAITS_WITHIN_MS, async () => {
    const sql = "select 1 from outbox where state = 'sending' or state = 'pending' and not_before <= now()";
    return (await database.rows(sql)).length === 0;
  });
  await stand.kill();
  await database.rows(
    "update outbox set not_before = now() where channel = $1 and state = 'pending' returning 1",
    CHAT,
  );
  await stand.start();
};

const slowDown = (seconds: number) => ({ kind: "429", retryAfterMs: seconds * 1_000, scope: "conversation" }) as const;

/** Row B: failures of one chat that pass. */
export const chatFailures: readonly FaultCase[] = [
  failingChat({ name: "429-1", what: "429, retry after 1 s", fault: slowDown(1), times: 2 }),
  failingChat({ name: "429-30", what: "429, retry after 30 s", fault: slowDown(30), times: 1 }),
  failingChat({
    name: "429-3600",
    what: "429, retry after 3,600 s",
    fault: slowDown(HOUR_S),
    times: 1,
    mend: skipHour,
    note: "the hour was not waited for: it was taken out of the database, and the process restarted",
  }),
  failingChat({ name: "500", what: "500, three times", fault: { kind: "500" }, times: 3 }),
  failingChat({
    name: "drop",
    what: "accepts, then drops the socket",
    fault: { kind: "take-drop" },
    times: 1,
    taken: true,
  }),
  failingChat({
    name: "take-silent",
    what: "accepts and never answers",
    fault: { kind: "take-silent" },
    times: 1,
    taken: true,
  }),
  failingChat({ name: "silent", what: "never answers, and has nothing", fault: { kind: "silent" }, times: 1 }),
];
