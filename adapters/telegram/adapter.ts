import type { AdapterHealth, ChatAdapter } from "../../src/ports/chat/adapter.js";
import { createApi } from "./api.js";
import { telegramCapabilities } from "./capabilities.js";
import { defaultSettings, type TelegramAccount, type TelegramSettings } from "./config.js";
import { createDeliver } from "./deliver.js";
import { createDiagnose } from "./diagnose.js";
import { createOpenFile } from "./files.js";
import { createIntake } from "./intake.js";
import { createQueries, type Query, stopClock } from "./queries.js";
import { createSaidLately } from "./said-lately.js";

/**
 * Telegram, through its Bot API. Updates are asked for by the one process that owns the account, or come by webhook to any; an
 * update counts as taken only once the inbox has it.
 */
export const createTelegramAdapter = (
  account: TelegramAccount,
  settings: TelegramSettings = defaultSettings,
): ChatAdapter => {
  const api = createApi(account);
  const late = ({ id }: Query): void => stopClock(api, id, { timeoutMs: settings.patienceMs });
  const queries = createQueries(settings.answerWithinMs, late);
  const said = createSaidLately();
  const intake = createIntake({ account, settings, api, queries, said });
  let started = false;
  let stopped: AdapterHealth | undefined = { state: "stopped", since: new Date() };
  return {
    platform: "telegram",
    capabilities: telegramCapabilities,
    async start(context) {
      if (started) throw new Error("the Telegram adapter was started twice");
      started = true;
      stopped = undefined;
      intake.start(context);
    },
    async stop(deadline) {
      await intake.stop(deadline);
      queries.clear();
      stopped ??= { state: "stopped", since: new Date() };
    },
    health: () => stopped ?? intake.health(),
    openFile: createOpenFile(api, settings),
    deliver: createDeliver({ api, queries, said, settings, files: () => intake.files() }),
    diagnose: createDiagnose(account, api),
  };
};
