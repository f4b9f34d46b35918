import { expect, it } from "vitest";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createInsert } from "../../src/infra/inbox/insert.js";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { createMemorySimulatorHost } from "../support/memory-simulator-host.js";
import { createSimulatorBench } from "../support/simulator-bench.js";

/** One statement under way, and as many calls behind it as may wait. */
const FULL = 1_001;

/** A database that stores whatever it is given, once it is let go on. */
const gatedDatabase = () => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const database = {
    async $queryRawUnsafe(_sql: string, input: string) {
      await opened;
      const rows: readonly { readonly platform: string; readonly eventId: string }[] = JSON.parse(input);
      return [{ value: rows.map(({ platform, eventId }) => `${platform} ${eventId}`) }];
    },
  };
  return { prisma: database as unknown as PrismaClient, open };
};

it("an event that finds too many waiting for the database is answered with 503, and taken when it comes again", async () => {
  const { prisma, open } = gatedDatabase();
  const accept = createInsert(prisma);
  const host = createMemorySimulatorHost();
  const bench = createSimulatorBench(host, { accept }, contractSurface);
  await bench.adapter.start(bench.context);
  const say = (eventId: string) =>
    bench.call("POST", "/events", {
      as: "budi",
      channel: "c-kominfo",
      type: "message",
      text: "@tanggap satu",
      eventId,
    });

  const conversation = { platform: "simulator", workspace: "-", channel: "c-kominfo" } as const;
  const waiting = Array.from({ length: FULL }, (_each, number) =>
    accept({
      ...{ type: "message", eventId: `e${number}`, occurredAt: "2026-01-05T02:00:00.000Z", conversation },
      ...{ message: { ...conversation, id: `m${number}` }, text: "words", addressed: true },
    }),
  );
  const refused = await say("late");
  expect({ status: refused.status, body: await refused.json() }).toEqual({
    status: 503,
    body: { error: { code: "unavailable", message: expect.any(String) } },
  });
  open();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["accepted"]));
  expect((await say("late")).status).toBe(202);
});
