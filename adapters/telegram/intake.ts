import type { AdapterContext, AdapterHealth } from "../../src/ports/chat/adapter.js";
import type { Api } from "./api.js";
import type { TelegramAccount, TelegramSettings } from "./config.js";
import type { Queries } from "./queries.js";

interface Parts {
  readonly account: TelegramAccount;
  readonly settings: TelegramSettings;
  readonly api: Api;
  readonly queries: Queries;
}

/** Everything that comes in. */
export interface Intake {
  start(context: AdapterContext): void;
  stop(deadline: AbortSignal): Promise<void>;
  health(): AdapterHealth;
  /** The program's files, once started. */
  files(): AdapterContext["files"] | undefined;
}

/** To be written: the poll, the webhook, the list of commands. */
export const createIntake = (_parts: Parts): Intake => {
  let context: AdapterContext | undefined;
  return {
    start(given) {
      context = given;
    },
    async stop() {},
    health: () => ({ state: "starting", since: new Date() }),
    files: () => context?.files,
  };
};
