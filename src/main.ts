import { createSimulatorAdapter } from "../adapters/simulator/index.js";
import { createTelegramAdapter } from "../adapters/telegram/index.js";
import { ConfigError, ignoredConfig, loadConfig, secretsOf } from "./config.js";
import { createLogger } from "./infra/logging.js";
import { startProgram } from "./program.js";

/** How long a stop may take before the process ends anyway, in milliseconds. */
const stopWithinMs = 10_000;
/** What is in hand gets so much of it; the rest is for messages on their way (3 s), the database and open connections. */
const drainWithinMs = 6_000;

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof ConfigError ? error.exitCode : 1);
};

const run = async (): Promise<void> => {
  const config = loadConfig();
  const logger = createLogger(config.logLevel, secretsOf(config));
  for (const what of ignoredConfig()) logger.warn({ what }, "a part of the configuration is not read");
  const starting = startProgram(config, logger, {
    simulator: createSimulatorAdapter,
    telegram: createTelegramAdapter,
  });
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    logger.debug({ signal }, "stopping");
    setTimeout(() => {
      logger.warn({ withinMs: stopWithinMs }, "not everything ended in time: ending anyway, the next start goes on");
      process.exit(1);
    }, stopWithinMs).unref();
    starting.then((program) => program.stop(AbortSignal.timeout(drainWithinMs))).then(() => process.exit(0), fail);
  };
  process.on("SIGINT", () => stop("SIGINT"));
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("unhandledRejection", (error) =>
    logger.error({ error }, "a bug: a promise nobody waited for was rejected"),
  );
  const { url, notice, unreached } = await starting;
  if (stopping) return;
  process.stdout.write(`Tanggap is ready: ${url}${notice === undefined ? "" : ` (${notice})`}\n`);
  if (unreached !== undefined) process.stdout.write(`${unreached}\n`);
};

run().catch(fail);
