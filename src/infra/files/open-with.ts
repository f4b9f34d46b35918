import type { ChatAdapter } from "../../ports/chat/adapter.js";
import { DeliveryError } from "../../ports/chat/failures.js";

/** `openFile` of whichever adapter the file's platform has; of a platform without one nothing will ever be had. */
export const openWith =
  (adapters: readonly Pick<ChatAdapter, "platform" | "openFile">[]): ChatAdapter["openFile"] =>
  async (file, signal) => {
    const adapter = adapters.find(({ platform }) => platform === file.platform);
    if (!adapter) throw new DeliveryError({ kind: "permanent", reason: "gone" }, file.platform, "not-configured");
    return adapter.openFile(file, signal);
  };
