import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../src/app/command.js";
import { buttonActions, typedCommands } from "../../src/app/commands.js";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import type { Store } from "../../src/ports/store.js";
import { MORNING } from "../support/chat-bench.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { eventsOf } from "../support/foreign-events.js";
import { plantTwoGovernments } from "../support/planted-two.js";
import { type TwoGovernments, twoGovernments } from "../support/two-governments.js";
import { type Event, faults, type Leak } from "../support/two-worlds.js";

let database: TestDatabase;
let prisma: PrismaClient;
let planted: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 4 });
  planted = await plantTwoGovernments(prisma);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const READING = [
  ...["caseById", "caseByCode", "caseByNumber", "proposalById", "proposalByCode", "proposalByNumber"],
  ...["proposalPostedAt", "proposalsOfCase", "contentOfMessage", "action", "dialogue", "replyById", "replyByMessage"],
  ...["queue", "find", "contentLines", "contentCounts", "lastPosted", "history", "registryHistory"],
] as const;

const SCENES = ["sceneOfConversation", "sceneOfCode", "sceneOfHost", "sceneOfAction", "sceneOfGovernment"] as const;

type Asked = (...key: readonly unknown[]) => Promise<unknown>;

/**
 * What is read comes from the database; only what it does not have, because it was written a moment ago, from memory. Time
 * is that of the bench.
 */
const reading =
  (store: Store): Leak =>
  (memory) => {
    const of = (from: object, name: string): Asked => (from as Readonly<Record<string, Asked>>)[name] as Asked;
    const lists = READING.map((name) => [
      name,
      async (...key: readonly unknown[]) => (await of(store, name)(...key)) ?? of(memory, name)(...key),
    ]);
    const scenes = SCENES.map((name) => [
      name,
      async (...key: readonly unknown[]) => {
        const scene = await of(store, name)(...key);
        return scene && { ...scene, now: MORNING };
      },
    ]);
    return Object.fromEntries([...lists, ...scenes]);
  };

/** Of all events one for each input with each kind of id: declared inputs, and what its own buttons carry. */
const oneOfEach = (command: Command, two: TwoGovernments): readonly Event[] => {
  const carries = two.actions
    .filter((each) => each.command === command.name)
    .flatMap(({ values }) => Object.keys(values));
  const slots = new Set([...Object.keys(command.inputs), ...carries]);
  return eventsOf(command, two).filter(({ what }) => {
    const [, slot = ""] = /^press \S+ (\w+)=\w+ \(0\)$/.exec(what) ?? [];
    return slots.has(slot) || /^\/\S+ \w+$/.test(what);
  });
};

/** Everything the database holds of the other government. */
const foreignRows = async (): Promise<string> => {
  const tables = await prisma.$queryRawUnsafe<readonly { readonly name: string }[]>(
    "select table_name as name from information_schema.columns where column_name = 'government_id' and table_schema = current_schema() order by 1",
  );
  const rows = [];
  for (const { name } of tables)
    rows.push(
      await prisma.$queryRawUnsafe(
        `select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) as rows from "${name}" t where government_id = 'jabar'`,
      ),
    );
  return JSON.stringify(rows);
};

describe("what belongs to another government, read from PostgreSQL", () => {
  it("is there, under the ids of the world in memory", async () => {
    const { ids, bench } = await twoGovernments();
    const found = await foreignRows();
    for (const [kind, id] of Object.entries(ids))
      if (!["token", "secret", "bareNumber", "message"].includes(kind)) expect(found, kind).toContain(id);
    expect(await planted.caseByNumber("jabar", Number(ids.bareNumber))).toBeDefined();
    for (const number of [1, 2, 6])
      expect(await planted.caseByNumber("jabar", number)).toEqual(await bench.store.caseByNumber("jabar", number));
  });

  it.each([...typedCommands, ...buttonActions])("is as unknown to $name as what is nowhere", async (command) => {
    const { found, count } = await faults((two) => oneOfEach(command, two), reading(planted));
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(typedCommands.includes(command) ? 25 : -1);
  });

  it("would be seen where a case is read by its code without its government", async () => {
    const command = typedCommands.find(({ name }) => name === "status");
    if (!command) throw new Error("no status");
    const leak: Leak = (memory) => ({
      ...reading(planted)(memory as never),
      caseByCode: (_: string, code: string) => planted.caseByCode("jabar", code),
    });
    expect((await faults((two) => oneOfEach(command, two), leak)).found).not.toEqual([]);
  });
});
