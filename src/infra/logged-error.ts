import { DatabaseError } from "pg";
import { databaseErrorOf } from "./db/database-error.js";

/** An error as it stands in the log. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where it was thrown, without its message. */
  readonly stack: readonly string[];
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

/** Deeper causes are left out; a chain may also be a ring. */
const MOST_CAUSES = 5;
const MOST_FRAMES = 12;

const isOfDatabase = (error: Error): boolean =>
  error instanceof DatabaseError || error.name.startsWith("PrismaClient") || error.name === "DriverAdapterError";

/** Their messages quote what they were given to read. */
const quotes = (error: Error): boolean => error.name === "SyntaxError" || error.name === "ZodError";

/** PostgreSQL and Prisma quote rows and arguments in their messages: only codes and names of the schema are kept. */
const databaseMessage = (error: Error): string => {
  const {
    code,
    kind,
    constraint = error instanceof DatabaseError ? error.constraint : undefined,
  } = databaseErrorOf(error);
  const of = constraint === undefined ? "" : `, constraint ${constraint}`;
  return `the database refused: ${[code, kind].filter((part) => part !== undefined).join(" ") || "no code"}${of}`;
};

const messageOf = (error: Error): string => {
  if (isOfDatabase(error)) return databaseMessage(error);
  return quotes(error) ? "(left out: it quotes its input)" : error.message;
};

const framesOf = ({ stack = "" }: Error): readonly string[] =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());

const logged = (error: Error, causes: number): LoggedError => {
  const { cause } = error;
  const errors = error instanceof AggregateError ? error.errors.filter((each) => each instanceof Error) : [];
  const deeper = causes < MOST_CAUSES;
  return {
    type: error.name,
    message: messageOf(error),
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    stack: framesOf(error),
    ...(deeper && cause instanceof Error ? { cause: logged(cause, causes + 1) } : {}),
    ...(deeper && errors.length > 0 ? { errors: errors.map((each) => logged(each, causes + 1)) } : {}),
  };
};

/**
 * What the log keeps of an error: its class, message, code and place, and the same of its causes. No other field of it,
 * and no message of the database: they carry what people wrote. What is no error is kept when it is a text.
 */
export const loggedError = (error: unknown): LoggedError | string => {
  if (error instanceof Error) return logged(error, 0);
  return typeof error === "string" ? error : `(thrown: ${typeof error})`;
};
