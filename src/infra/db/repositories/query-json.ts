import type { PrismaClient } from "../generated/client.js";
import { joinCalls } from "../join-calls.js";
import { prepared } from "../statement-names.js";

/**
 * Runs one statement of constant text whose only column `value` is JSON and whose only parameter `$1` is `input` as
 * JSON, and returns the value of the first row; undefined when there is none. `T` is what the statement is written to
 * make. JSON carries every time with its offset, so nothing depends on the session's time zone.
 */
export const queryJson = async <T>(
  prisma: PrismaClient,
  sql: string,
  input: object,
  stringify: (value: object) => string = JSON.stringify,
): Promise<T | undefined> => {
  const rows = await prisma.$queryRawUnsafe<readonly { readonly value: T }[]>(prepared(sql), stringify(input));
  return rows[0]?.value;
};

/**
 * The elements of the JSON array `docs`, as rows `e(doc, place)` in the clause FROM. The planner takes an array for ten
 * rows, a function that makes JSON rows for a hundred, and would read whole tables for them.
 */
export const each = (docs: string): string =>
  `unnest(array(select jsonb_array_elements(${docs}))) with ordinality as e(doc, place)`;

const READS = { atOnce: 2, most: 32 };

/** As `queryJson`, for a statement that only reads: calls made at the same time share one statement. */
export const joinReads = <T>(prisma: PrismaClient, sql: string): ((input: object) => Promise<T | undefined>) => {
  const one = sql.replace("$1::jsonb", "e.doc");
  const several = `
select coalesce(jsonb_agg((select to_jsonb(found.value) from (${one}) found limit 1) order by e.place), '[]') as value
from (select $1::jsonb as docs) input, ${each("docs")}`;
  return joinCalls(async (inputs: readonly object[]): Promise<readonly (T | undefined)[]> => {
    const [first] = inputs;
    if (first !== undefined && inputs.length === 1) return [await queryJson<T>(prisma, sql, first)];
    const values = (await queryJson<readonly (T | null)[]>(prisma, several, inputs)) ?? [];
    return values.map((value) => value ?? undefined);
  }, READS);
};
