import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.js";
import { createStatementNames } from "./statement-names.js";

type ClientOptions = Readonly<{
  /** Upper bound of connections; they are opened on demand and closed after 30 s of idleness. */
  poolSize: number;
  /** Refuses every change. */
  readOnly?: boolean;
}>;

const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_MS = 60_000;
const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_CONNECTION_MS = 30_000;

/**
 * A Prisma client on the database, connected lazily. Every session runs in UTC and ends statements after 30 s. Its
 * errors are short and free of arguments, so they may be logged.
 */
export function createClient(url: string, { poolSize, readOnly = false }: ClientOptions): PrismaClient {
  const pool = {
    connectionString: url,
    max: poolSize,
    application_name: "tanggap",
    options: `-c TimeZone=UTC${readOnly ? " -c default_transaction_read_only=on" : ""}`,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    keepAlive: true,
  };
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNames() });
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}
