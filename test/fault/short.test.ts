import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./driver/places.js";
import { seededRandom } from "./driver/random.js";
import { openStand, type Stand } from "./driver/stand.js";
import { chatFailures } from "./rows/chat-failures.js";
import { crashPoints } from "./rows/crash-points.js";
import { crashAgainAndAgain, playCases, playOverdue } from "./rows/crashing.js";
import { databaseRestarts } from "./rows/database-restarts.js";
import { deadlines } from "./rows/deadlines.js";
import { type Counts, newTally, type Work } from "./rows/fault-case.js";
import { hostileFields } from "./rows/hostile-texts.js";

/**
 * The short form of `npm run test:faults`: every crash point once, one failure of the platform, one of
 * the database, deadlines before several processes, and a few hostile texts.
 */
let stand: Stand;
const counts: Counts = {
  runs: 1,
  random: 1,
  faults: 1,
  awaySeconds: 1,
  deadlines: 60,
  stillSeconds: 1,
  texts: 16,
  attempts: 12,
};

beforeAll(async () => {
  const built = spawnSync(process.execPath, [join(root, "scripts/build-faults.mjs")], { stdio: "inherit" });
  expect(built.status).toBe(0);
  stand = await openStand();
});
afterAll(() => stand?.dispose());

const workOf = (runs: number): Work => ({ stand, runs, counts, tally: newTally(), random: seededRandom(1) });

test("killed at each crash point in turn: nothing lost, nothing doubled, nothing half done", async () => {
  await stand.use("nonce");
  const points = crashPoints.map(({ name }) => name);
  const work = workOf(points.length);
  await crashAgainAndAgain(work, {
    environment: () => ({ CRASH_AT: `${points[work.tally.runs]}:1` }),
    playRound: async (on) => (await Promise.all([playCases(on), playOverdue(on)])).flat(),
    perChat: 0,
    perProcess: 0,
  });
  expect(work.tally).toMatchObject({ runs: points.length, lost: 0, doubled: 0, failures: [] });
}, 240_000);

test("a platform that takes a message and hangs up: sent again, marked, once too often at most", async () => {
  await stand.use("none");
  const work = workOf(1);
  await chatFailures.find(({ name }) => name === "drop")?.run(work);
  expect(work.tally).toMatchObject({ runs: 1, lost: 0, failures: [] });
  expect(work.tally.doubled).toBeLessThanOrEqual(1);
  expect(work.tally.ambiguous).toBeGreaterThanOrEqual(work.tally.doubled);
}, 120_000);

test("the database killed under load: nothing lost, nothing doubled, works again soon", async () => {
  await stand.use("none");
  const work = workOf(1);
  await databaseRestarts.find(({ name }) => name === "restart")?.run(work);
  expect(work.tally).toMatchObject({ runs: 1, lost: 0, doubled: 0 });
  // "npm test" asserts no timings.
  expect(work.tally.failures.filter((failure) => !failure.startsWith("worked again"))).toEqual([]);
}, 120_000);

test("deadlines at one instant before three processes: each ping once", async () => {
  await stand.use("none");
  const work = workOf(counts.deadlines);
  await deadlines.find(({ name }) => name === "deadlines")?.run(work);
  expect(work.tally).toMatchObject({ runs: counts.deadlines, lost: 0, doubled: 0, failures: [] });
}, 120_000);

test("hostile texts in every field: nothing fires, all arrives literally, nothing of it is logged", async () => {
  await stand.use("nonce");
  const work = workOf(counts.texts);
  await hostileFields.find(({ name }) => name === "texts")?.run(work);
  expect(work.tally).toMatchObject({ runs: counts.texts, failures: [] });
}, 120_000);
