import { createTelegramAdapter } from "../../../adapters/telegram/index.js";
import { loadConfig } from "../../../src/config.js";
import { createLogger } from "../../../src/infra/logging.js";
import { startProgram } from "../../../src/program.js";
import { createSocketAdapter } from "./adapter.js";

/** The program as src/main.ts starts it, with the stand-in platform's adapter in place of the simulator's. */
const stopWithinMs = 10_000;
const mode = process.env.FAULT_MODE === "none" ? "none" : "nonce";
const name = process.env.FAULT_NAME ?? "the program";
const port = Number(process.env.FAULT_PORT);

const config = loadConfig();
const logger = createLogger(config.logLevel);
const starting = startProgram(config, logger, {
  simulator: () => createSocketAdapter({ port, mode, name, pace: process.env.FAULT_PACE }),
  telegram: createTelegramAdapter,
  exampleCase: false,
});

const stop = async (): Promise<void> => {
  setTimeout(() => process.exit(1), stopWithinMs).unref();
  await (await starting).stop(AbortSignal.timeout(stopWithinMs - 2_000));
  process.exit(0);
};
process.once("SIGTERM", () => void stop());
// A Ctrl-C is the driver's to act on.
process.on("SIGINT", () => {});
// A parent that died must not leave the program behind.
process.once("disconnect", () => void stop());

starting.then(
  ({ url }) => process.stdout.write(`ready: ${url}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
