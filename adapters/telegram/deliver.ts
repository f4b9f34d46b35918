import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { Delivery, DeliveryReceipt } from "../../src/ports/chat/outbound.js";
import type { Api } from "./api.js";
import type { TelegramSettings } from "./config.js";
import { deliveryError } from "./failures.js";
import type { Queries } from "./queries.js";

interface Parts {
  readonly api: Api;
  readonly queries: Queries;
  readonly settings: TelegramSettings;
  /** The program's files, once the adapter was started. */
  readonly files: () => AdapterContext["files"] | undefined;
}

/** The adapter's `deliver`. */
export const createDeliver =
  (_parts: Parts) =>
  async (_delivery: Delivery, _signal: AbortSignal): Promise<DeliveryReceipt> => {
    throw deliveryError({ kind: "retryable", outcome: "not-sent" }, "to be written");
  };
