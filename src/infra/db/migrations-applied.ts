import { databaseErrorOf } from "./database-error.js";
import type { PrismaClient } from "./generated/client.js";

const UNDEFINED_TABLE = "42P01";

/** The names of the migrations the database has, finished and in order; none in an empty one. Rejects when it is away. */
export const migrationsApplied = async (prisma: PrismaClient): Promise<readonly string[]> => {
  try {
    const rows = await prisma.$queryRaw<readonly { readonly name: string }[]>`
      select migration_name as name from _prisma_migrations
       where finished_at is not null and rolled_back_at is null order by migration_name`;
    return rows.map(({ name }) => name);
  } catch (error) {
    if (databaseErrorOf(error).code === UNDEFINED_TABLE) return [];
    throw error;
  }
};
