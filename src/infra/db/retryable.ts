import { databaseErrorOf } from "./database-error.js";

/**
 * SQLSTATE classes of a server that cannot work now: connection exceptions, insufficient resources (disk full, too many
 * connections), operator intervention (shutdown, starting up, cancelled), system errors.
 */
const PASSING_CLASSES = ["08", "53", "57", "58"];

/** Serialization failure, deadlock, lock not available, and a write to a server that became a standby. */
const PASSING_STATES = ["40001", "40P01", "55P03", "25006"];

/** Prisma: unreachable, timed out, connection closed, pool or transaction timed out, write conflict, too many connections. */
const PASSING_PRISMA = ["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037", "P2039"];

const PASSING_SOCKET = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
];

const PASSING_KINDS = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TransactionWriteConflict",
  "TooManyConnections",
];

/** The driver throws these as plain errors without a code. */
const PASSING_MESSAGES =
  /Connection terminated|connection error and is not queryable|was closed and is not queryable|pool after calling end|timeout exceeded when trying to connect|Query read timeout|timeout expired|Unable to start a transaction/;

/** So much waits for the database already that no more is taken; nothing was done. */
export class DatabaseBusy extends Error {
  override readonly name = "DatabaseBusy";
}

/**
 * Whether the same work may succeed later without anybody changing it: the database was away, busy or undid a
 * transaction for another's sake. Such an error never counts against the work.
 */
export const isRetryableDatabaseError = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof DatabaseBusy) return true;
  const { code, kind } = databaseErrorOf(error);
  if (code !== undefined && isPassing(code)) return true;
  if (kind !== undefined && PASSING_KINDS.includes(kind)) return true;
  if (PASSING_MESSAGES.test(error.message)) return true;
  return (
    isRetryableDatabaseError(error.cause) ||
    (error instanceof AggregateError && error.errors.some(isRetryableDatabaseError))
  );
};

/** States that come of what else was under way with the same rows: the same work alone may succeed at once. */
const CONTENDED = [...PASSING_STATES, "57014"];

/** Whether the database could not be worked with at all. */
export const isDatabaseAway = (error: unknown): boolean =>
  isRetryableDatabaseError(error) && !CONTENDED.includes(databaseErrorOf(error).code ?? "");

const isPassing = (code: string): boolean =>
  PASSING_STATES.includes(code) ||
  PASSING_PRISMA.includes(code) ||
  PASSING_SOCKET.includes(code) ||
  (/^[0-9A-Z]{5}$/.test(code) && PASSING_CLASSES.some((each) => code.startsWith(each)));
