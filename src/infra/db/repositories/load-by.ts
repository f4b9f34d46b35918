import type { PrismaClient } from "../generated/client.js";
import { joinReads } from "./query-json.js";

/** SQL: the rows of a table that belong to the row `i`, as one array in their order. */
export const partOf = (table: string, owner: string, order: string): string =>
  `coalesce((select jsonb_agg(to_jsonb(p) order by p.${order}) from ${table} p where p.government_id = i.government_id and p.${owner} = i.id), '[]')`;

/** The three ways to one thing of a government that has an id, a code and numbers by year; a number means the newest year's. */
export interface LoadBy<T> {
  readonly id: (governmentId: string, id: string) => Promise<T | undefined>;
  readonly code: (governmentId: string, code: string) => Promise<T | undefined>;
  readonly number: (governmentId: string, number: number) => Promise<T | undefined>;
}

/** Reads what `value`, SQL about the row `i` of the table, gives: each way one statement, and so one consistent state. */
export const loadBy = <Rows, T>(
  prisma: PrismaClient,
  { table, value, from }: { readonly table: string; readonly value: string; readonly from: (rows: Rows) => T },
): LoadBy<T> => {
  const loading = (condition: string) => {
    const read = joinReads<Rows>(
      prisma,
      `
select ${value} as value from ${table} i, (select $1::jsonb as doc) input
where i.government_id = doc->>'governmentId' and ${condition}
order by i.year desc limit 1`,
    );
    return async (key: object): Promise<T | undefined> => {
      const rows = await read(key);
      return rows && from(rows);
    };
  };
  const byId = loading("i.id = doc->>'id'");
  const byCode = loading("i.code = doc->>'code'");
  const byNumber = loading("i.number = (doc->>'number')::int");
  return {
    id: (governmentId, id) => byId({ governmentId, id }),
    code: (governmentId, code) => byCode({ governmentId, code }),
    number: (governmentId, number) => byNumber({ governmentId, number }),
  };
};
