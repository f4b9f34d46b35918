import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import { DeliveryError } from "../../src/ports/chat/failures.js";

/** `openFile` of a platform that never told of a file. */
export const openNoFile: ChatAdapter["openFile"] = async ({ platform }) => {
  throw new DeliveryError({ kind: "permanent", reason: "gone" }, platform, "no-such-file");
};
