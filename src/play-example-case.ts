import { exampleLeadMinutes, exampleSteps } from "./app/example-case.js";
import type { PrismaClient } from "./infra/db/generated/client.js";
import { runOnce } from "./infra/scheduler/once.js";
import type { SimulatorHost } from "./ports/simulator-host.js";

const idleWithinMs = 30_000;
const minuteMs = 60_000;

type Fetch = (request: Request) => Promise<Response>;

const say = async (fetch: Fetch, step: object): Promise<void> => {
  const request = new Request("http://localhost/api/simulator/events", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(step),
  });
  const response = await fetch(request);
  if (!response.ok) throw new Error(`the example case was refused: ${await response.text()}`);
};

/** How long ago, by case time, the example's first words were said; undefined when they never were. */
const minutesSince = async (host: SimulatorHost): Promise<number | undefined> => {
  const [first] = exampleSteps;
  const said = first && (await host.messages.list(first.channel, undefined))?.[0];
  const { now } = await host.world();
  return said && (now.getTime() - said.at.getTime()) / minuteMs;
};

/**
 * Plays the example case through the same door as everybody, then moves the clock to where a newcomer finds it. A crash on
 * the way is made good at the next start: the steps have fixed event ids, and the clock moves only as far as is missing.
 * Does nothing in a database that has governments of its own instead of the examples.
 */
export const playExampleCase = async (prisma: PrismaClient, host: SimulatorHost, fetch: Fetch): Promise<void> => {
  const { governments } = await host.world();
  const [first] = exampleSteps;
  const home = governments.find((each) => first?.as.startsWith(`${each.id}-`));
  if (!home) return;
  await runOnce(prisma, home.id, "example-case", async () => {
    for (const step of exampleSteps) {
      await say(fetch, step);
      await host.idle(idleWithinMs);
    }
    const missing = Math.round(exampleLeadMinutes - ((await minutesSince(host)) ?? 0));
    if (missing > 0) await host.moveClock({ advanceMinutes: missing });
  });
};
