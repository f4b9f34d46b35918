import { type BaseLogger, pino, stdTimeFunctions } from "pino";
import type { Logger } from "../ports/logger.js";

/** Fields that may carry a secret or somebody's words; they never reach the log, however deep a caller put them. */
const redacted = ["token", "password", "authorization", "databaseUrl", "text", "payload", "url"];

/** JSON lines on standard error, so that standard output keeps the one start line. Errors are logged with their cause. */
export const createLogger = (level: string): Logger => {
  const logger = pino(
    {
      level,
      redact: { paths: redacted.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
      timestamp: stdTimeFunctions.isoTime,
      serializers: { error: pino.stdSerializers.errWithCause },
    },
    pino.destination({ dest: 2, sync: true }),
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
