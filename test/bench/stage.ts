import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenDatabase, openDatabase } from "../../src/infra/db/database.js";
import { seedExamples } from "../../src/infra/db/seed.js";
import { silentLogger } from "../support/silent-logger.js";

/** An empty data folder, and how to remove it. */
export const temporaryDataDir = (): { readonly path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), "tanggap-bench-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/**
 * Does the work on a new database of the program's own server (fsync on, as in production), opened by the program's own
 * code with its pool, with the three example governments; their clock is where the machine's is. Removes all of it
 * afterwards.
 */
export const onStage = async <T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> => {
  const { path, remove } = temporaryDataDir();
  try {
    const config = { databaseUrl: undefined, dataDir: path, dataDirExplicit: true };
    const database = await openDatabase(config, silentLogger);
    try {
      await seedExamples(database.prisma);
      await database.prisma.$executeRaw`update government set clock_offset_ms = 0`;
      return await work(database);
    } finally {
      await database.stop();
    }
  } finally {
    remove();
  }
};
