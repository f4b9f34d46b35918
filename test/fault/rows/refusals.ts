import { randomUUID } from "node:crypto";
import { command, officerOf } from "../driver/events.js";
import { type Journey, play } from "../driver/journeys.js";
import { judgeFinding, NO_DOUBLES } from "../driver/judge.js";
import type { Oracle } from "../driver/oracle.js";
import { OTHERS } from "../driver/probes.js";
import { untilStill } from "../driver/still.js";
import { until } from "../driver/until.js";
import { CHAT } from "./failing-chat.js";
import type { FaultCase, Work } from "./fault-case.js";
import { wideCase } from "./wide-case.js";

const ALWAYS = 1_000_000;
const NOTICED_WITHIN_MS = 60_000;
const MAX_CALLS = 3;
const STILL_WITHIN_MS = 30_000;

/** One message is refused for its sender; whatever else there is to send must not be tried. */
const refuseCredentials = async ({ stand, tally }: Work, oracle: Oracle): Promise<void> => {
  const { platform } = stand;
  const refused = async () => (await platform.seen()).filter(({ outcome }) => outcome === "401").length;
  await platform.inject({ kind: "401" }, ALWAYS);
  const first = await play(stand, "asked", { where: "dishub" });
  await until("the first refusal", STILL_WITHIN_MS, async () => (await refused()) > 0);
  const rest = await Promise.all(OTHERS.map((where) => play(stand, "asked", { where })));
  await until("no more calls", STILL_WITHIN_MS, untilStill(platform));
  const calls = await refused();
  if (calls > MAX_CALLS) tally.failures.push(`${calls} calls with refused credentials`);
  await platform.heal();
  await stand.kill();
  await stand.start();
  judgeFinding(tally, await oracle.look([first, ...rest]), NO_DOUBLES);
};

/** What was said in the alarms, and when the platform had them. */
const alarmsAfter = async ({ stand }: Work, since: number): Promise<readonly { channel: string; count: number }[]> =>
  stand.database().rows<{ channel: string; count: number }>(
    `select channel, count(*)::int as count from outbox
      where cause_key like '%:alarm:%' and state = 'sent' and created_at >= to_timestamp($1::float8 / 1000) group by channel`,
    since,
  );

/** A forward whose chat refuses it for good: a dead letter, and one alarm for each who has to know. */
const refuseForward =
  (kind: "403" | "400") =>
  async (work: Work, oracle: Oracle): Promise<void> => {
    const { stand, tally } = work;
    await stand.platform.inject({ kind }, ALWAYS, CHAT);
    const began = Date.now();
    const journey = await play(stand, "undelivered");
    judgeFinding(tally, await oracle.look([journey]), { ...NO_DOUBLES, dead: 1 });
    const took = Date.now() - began;
    if (took > NOTICED_WITHIN_MS) tally.failures.push(`noticed after ${took} ms`);
    const alarms = await alarmsAfter(work, began);
    if (alarms.length === 0 || alarms.some(({ count }) => count !== 1))
      tally.failures.push(`alarms: ${JSON.stringify(alarms)}`);
    await stand.platform.heal();
  };

/** The chat has moved: what waits goes there, and so does what is said there afterwards. */
const moveChat = async ({ stand, tally }: Work, oracle: Oracle): Promise<void> => {
  const movedTo = `${CHAT}-moved`;
  await stand.platform.inject({ kind: "moved", to: movedTo }, 1, CHAT);
  const before = await play(stand, "asked", { where: "dishub" });
  await stand.quiet();
  const text = `dishub ${randomUUID()}?`;
  const event = command({ ...officerOf("kobar", "dishub"), movedTo }, `/inquiry ${text}`);
  await stand.platform.say(event);
  const after: Journey = { name: "asked", text, events: [event.eventId] };
  judgeFinding(tally, await oracle.look([before, after]), NO_DOUBLES);
  for (const journey of [before, after]) {
    const shown = oracle.journal().find((entry) => entry.op === "post" && entry.text.includes(journey.text));
    if (shown?.chat !== movedTo) tally.failures.push(`${journey.text} is shown in ${shown?.chat}`);
  }
  const back = "update channel set native_id = $1 where native_id = $2 returning 1 as one";
  await stand.database().rows(back, CHAT, movedTo);
  await stand.platform.heal();
};

const NOTICED = "lost 0; a dead letter and one notice to each who has to know, within 1 min";

/** Row B: the platform refuses. */
export const refusals: readonly FaultCase[] = [
  wideCase({
    name: "401",
    what: "401: credentials refused",
    demand: "stops within 3 calls; lost 0 once they are mended",
    once: refuseCredentials,
  }),
  wideCase({ name: "403", what: "403: not a member of the chat", demand: NOTICED, once: refuseForward("403") }),
  wideCase({ name: "400", what: "400: content refused", demand: NOTICED, once: refuseForward("400") }),
  wideCase({
    name: "moved",
    what: "the chat has moved",
    demand: "lost 0; what waits and what is said afterwards goes there",
    once: moveChat,
  }),
];
