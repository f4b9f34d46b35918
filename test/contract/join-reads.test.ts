import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { joinReads } from "../../src/infra/db/repositories/query-json.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

const NUMBERS = `
select jsonb_build_object('number', n, 'word', doc->>'word') as value
from (select $1::jsonb as doc) input, generate_series(1, 9) n
where n >= (doc->>'from')::int
order by n limit 1`;

interface Found {
  readonly number: number;
  readonly word: string;
}

let database: TestDatabase;
let prisma: PrismaClient;
/** The inputs of each statement made, as a list also where it was one. */
let statements: (readonly object[])[];

beforeAll(async () => {
  database = await createTestDatabase();
  prisma = createClient(database.url, { poolSize: 2 });
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

beforeEach(() => {
  statements = [];
});

/** The reads of one statement, and a note of each that is made. */
const reads = () => {
  const noting = {
    $queryRawUnsafe(sql: string, input: string) {
      statements.push([JSON.parse(input)].flat());
      return prisma.$queryRawUnsafe(sql, input);
    },
  };
  return joinReads<Found>(noting as unknown as PrismaClient, NUMBERS);
};

const wanting = (from: number, word = "a") => ({ from, word });

describe("reads made at the same time", () => {
  it("share a statement in which each finds its own: what is missing, what is there, and what is asked for twice", async () => {
    const read = reads();
    const inputs = [wanting(1), wanting(2), wanting(99), wanting(3), wanting(3), wanting(4, "b"), wanting(98)];
    expect(await Promise.all(inputs.map(read))).toEqual([
      { number: 1, word: "a" },
      { number: 2, word: "a" },
      undefined,
      { number: 3, word: "a" },
      { number: 3, word: "a" },
      { number: 4, word: "b" },
      undefined,
    ]);
    expect(statements).toEqual([[wanting(1)], [wanting(2)], inputs.slice(2)]);
  });

  it("may all find nothing", async () => {
    const read = reads();
    const inputs = Array.from({ length: 5 }, () => wanting(99));
    expect(await Promise.all(inputs.map(read))).toEqual(inputs.map(() => undefined));
    expect(statements).toHaveLength(3);
  });

  it("fail alone: a read that cannot be done keeps no other from its answer", async () => {
    const read = reads();
    const inputs: readonly object[] = [wanting(1), wanting(2), wanting(3), { from: "x" }, wanting(4)];
    const outcomes = await Promise.allSettled(inputs.map(read));
    expect(outcomes.map((outcome) => outcome.status === "fulfilled" && outcome.value?.number)).toEqual([
      1,
      2,
      3,
      false,
      4,
    ]);
  });
});
