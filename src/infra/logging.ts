import { type BaseLogger, type DestinationStream, pino, stdTimeFunctions } from "pino";
import type { Logger } from "../ports/logger.js";
import { loggedError } from "./logged-error.js";

/** Fields that may carry a secret or somebody's words, whoever logs them. */
const CLOSED_FIELDS = [
  ...["token", "tokens", "secret", "password", "authorization", "Authorization", "cookie", "databaseUrl", "url"],
  ...["text", "body", "content", "payload", "values", "headers"],
];
/** They are looked for in the object that is logged and this many levels below it; a caller that goes deeper is a bug. */
const LEVELS = 4;

const paths = CLOSED_FIELDS.flatMap((key) =>
  Array.from({ length: LEVELS + 1 }, (_, level) => [...Array(level).fill("*"), key].join(".")),
);

const CENSOR = "[redacted]";
const PASSWORD_IN_URL = /([a-z][a-z\d+.-]*:\/\/[^\s:@/"]*):[^\s@/"]+@/gi;

/** Shorter ones would black out ordinary words. */
const SHORTEST_SECRET = 8;

/** The last look at a line: errors of libraries quote addresses, and addresses hold passwords and tokens. */
const withoutSecrets = (secrets: readonly string[]) => {
  const written = secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return (line: string): string =>
    written.reduce(
      (rest, secret) => rest.replaceAll(secret, CENSOR),
      line.replace(PASSWORD_IN_URL, (_, before) => `${before}:${CENSOR}@`),
    );
};

/**
 * JSON lines on standard error, so that standard output keeps the one start line. Errors are logged with their causes.
 * Fields that may hold words or secrets are blacked out, and so is each of `secrets`, wherever it stands.
 */
export const createLogger = (level: string, secrets: readonly string[] = [], to?: DestinationStream): Logger => {
  const logger = pino(
    {
      level,
      redact: { paths, censor: CENSOR },
      timestamp: stdTimeFunctions.isoTime,
      serializers: { error: loggedError, err: loggedError },
      hooks: { streamWrite: withoutSecrets(secrets) },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  );
  return wrap(logger);
};

interface Child extends BaseLogger {
  child(fields: object): Child;
}

const wrap = (logger: Child): Logger => ({
  debug: (fields, message) => logger.debug(fields, message),
  info: (fields, message) => logger.info(fields, message),
  warn: (fields, message) => logger.warn(fields, message),
  error: (fields, message) => logger.error(fields, message),
  child: (fields) => wrap(logger.child(fields)),
});
