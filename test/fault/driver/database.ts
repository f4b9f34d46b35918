import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "../../../src/infra/db/client.js";
import type { PrismaClient } from "../../../src/infra/db/generated/client.js";
import { readServerState } from "../../../src/infra/db/server-process.js";

/** The program's database, looked into from outside, whether the program lives or not. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly port: number;
  rows<T>(sql: string, ...values: readonly unknown[]): Promise<readonly T[]>;
  close(): Promise<void>;
}

/** The application name of our own connections: a fault that kills the program's leaves them. */
export const VISITOR = "fault-driver";

/** The port of the server that runs on the data folder. Throws when none does. */
export const serverPort = (dataDir: string): number => {
  const state = readServerState(join(dataDir, "postgres"));
  if (state?.status !== "ready") throw new Error("the database server is not up");
  return state.port;
};

/** The address of the data folder's database, with password. */
export const serverUrl = (dataDir: string): string => {
  const password = readFileSync(join(dataDir, "postgres", "tanggap.password"), "utf8").trim();
  return `postgresql://tanggap:${password}@127.0.0.1:${serverPort(dataDir)}/tanggap?application_name=${VISITOR}`;
};

/** Connects to the server that runs on the data folder, without owning anything. */
export function visit(dataDir: string): Database {
  const port = serverPort(dataDir);
  const prisma = createClient(serverUrl(dataDir), { poolSize: 2 });
  return {
    prisma,
    port,
    rows: <T>(sql: string, ...values: readonly unknown[]) => prisma.$queryRawUnsafe<T[]>(sql, ...values),
    close: () => prisma.$disconnect(),
  };
}
