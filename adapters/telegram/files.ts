import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import type { Api } from "./api.js";
import type { TelegramSettings } from "./config.js";
import { deliveryError } from "./failures.js";

/** The adapter's `openFile`. */
export const createOpenFile =
  (_api: Api, _settings: TelegramSettings): ChatAdapter["openFile"] =>
  async () => {
    throw deliveryError({ kind: "retryable", outcome: "not-sent" }, "to be written");
  };
