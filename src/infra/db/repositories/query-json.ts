import type { PrismaClient } from "../generated/client.js";
import { prepared } from "../statement-names.js";

/**
 * Runs one statement of constant text whose only column `value` is JSON and whose only parameter `$1` is `input` as
 * JSON, and returns the value of the first row; undefined when there is none. `T` is what the statement is written to
 * make. JSON carries every time with its offset, so nothing depends on the session's time zone.
 */
export const queryJson = async <T>(prisma: PrismaClient, sql: string, input: object): Promise<T | undefined> => {
  const rows = await prisma.$queryRawUnsafe<readonly { readonly value: T }[]>(prepared(sql), JSON.stringify(input));
  return rows[0]?.value;
};
