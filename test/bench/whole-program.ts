import { createSimulatorAdapter } from "../../adapters/simulator/index.js";
import { type Config, readConfig } from "../../src/config.js";
import type { AdapterContext, ChatAdapter, Inbox } from "../../src/ports/chat/adapter.js";
import { startProgram } from "../../src/program.js";
import { silentLogger } from "../support/silent-logger.js";
import { createNoOpPlatform } from "./no-op-platform.js";
import { temporaryDataDir } from "./stage.js";

/** The real program, with a door for events and a platform that takes messages and does nothing with them. */
export interface WholeProgram {
  readonly inbox: Inbox;
  readonly config: Config;
  stop(): Promise<void>;
}

/**
 * Starts it as main does, on data of its own. While it starts (and plays its example case) the platform is the simulator;
 * from then on it is the one without effects or limits.
 */
export const startWholeProgram = async (): Promise<WholeProgram> => {
  const { path, remove } = temporaryDataDir();
  const config = readConfig({ DATA_DIR: path, PORT: "0", SIMULATOR: "on" }, path);
  const noOp = createNoOpPlatform();
  let context: AdapterContext | undefined;
  let ready = false;
  const program = await startProgram(config, silentLogger, {
    simulator: (host): ChatAdapter => {
      const real = createSimulatorAdapter(host);
      return {
        ...real,
        capabilities: { ...real.capabilities, pace: noOp.capabilities.pace },
        start: (given) => {
          context = given;
          return real.start(given);
        },
        deliver: (delivery, signal) => (ready ? noOp : real).deliver(delivery, signal),
      };
    },
    telegram: () => {
      throw new Error("no real platform in a benchmark");
    },
  });
  ready = true;
  if (context === undefined) throw new Error("the program started without its platform");
  return {
    inbox: context.inbox,
    config,
    async stop() {
      await program.stop(AbortSignal.timeout(20_000));
      remove();
    },
  };
};
