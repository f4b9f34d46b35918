import { afterAll, beforeAll, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { createStore } from "../../src/infra/db/repositories/store.js";
import { createInboxStore } from "../../src/infra/inbox/store.js";
import { laneOf } from "../../src/infra/outbox/row.js";
import { createOutboxStore } from "../../src/infra/outbox/store.js";
import { sweepPings } from "../../src/infra/scheduler/sweep.js";
import { noChanges } from "../support/case-fixture.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { plantMessage } from "../support/outbox-rows.js";
import { type PlantedGovernment, plantGovernment } from "../support/registry-fixture.js";

let database: TestDatabase;
/** Of one connection, which tells what it has prepared. */
let prisma: PrismaClient;
let government: PlantedGovernment;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 1 });
  government = await plantGovernment(prisma);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const preparedBy = async (work: () => Promise<unknown>): Promise<number> => {
  const count = async () => {
    const [found] = await prisma.$queryRaw<readonly { readonly count: number }[]>`
      select count(*)::int as count from pg_prepared_statements`;
    return found?.count ?? 0;
  };
  const before = await count();
  await work();
  return (await count()) - before;
};

it("every statement an event or a message goes through is planned once for each connection, and no other is kept", async () => {
  const inbox = createInboxStore(prisma);
  const outbox = createOutboxStore(prisma, "simulator", { dedupeWindowMs: 0 });
  const store = createStore(prisma);
  const conversation = government.conversation(government.home, "work");
  const message = { ...conversation, id: "m1" };
  await plantMessage(prisma, { governmentId: government.id, to: conversation });
  const claimed = async () => {
    const row = await outbox.claim(laneOf(conversation));
    if (row === undefined) throw new Error("nothing to claim");
    return row;
  };
  const prepared: Record<string, number> = {};
  const note = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    let answer: T | undefined;
    prepared[name] = await preparedBy(async () => {
      answer = await work();
    });
    return answer as T;
  };

  await note("accept", () =>
    inbox.accept({
      ...{ type: "message", eventId: "e1", occurredAt: "2026-01-05T02:00:00.000Z", conversation, message },
      ...{ text: "words", addressed: true },
    }),
  );
  const [work] = await note("claim of an event", () => inbox.claim(1));
  await store.sceneOfGovernment(government.id);
  await note("scene", () => store.sceneOfConversation(conversation));
  await note("case", () => store.caseById(government.id, "q1"));
  const cause = { inboxId: work?.id ?? "", leaseToken: work?.leaseToken ?? "" };
  await note("commit", () => store.commit(noChanges(government.id, cause)));
  await note("lanes", () => outbox.dueLanes());
  const row = await note("claim of a message", claimed);
  await note("begin", () => outbox.begin(row, []));
  await note("sent", () => outbox.settleSent(row, message, undefined));
  await note("sweep", () => sweepPings(prisma));
  await note("a rare one", () => inbox.prune());

  const once = [
    "accept",
    "claim of an event",
    "scene",
    "case",
    "commit",
    "lanes",
    "claim of a message",
    "begin",
    "sent",
  ];
  expect(prepared).toEqual({ ...Object.fromEntries(once.map((name) => [name, 1])), sweep: 1, "a rare one": 0 });
});
