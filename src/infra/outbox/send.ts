import type { ChatAdapter } from "../../ports/chat/adapter.js";
import { DeliveryError } from "../../ports/chat/failures.js";
import type { Delivery, DeliveryReceipt } from "../../ports/chat/outbound.js";

/** An adapter that does not heed its signal is not waited for any longer than this beyond it. */
const GRACE_MS = 2_000;

/** Has the adapter perform the operation, for at most `timeoutMs`. Out of time is an unknown outcome. */
export async function send(adapter: ChatAdapter, delivery: Delivery, timeoutMs: number): Promise<DeliveryReceipt> {
  const controller = new AbortController();
  let outOfTime: (error: Error) => void = () => {};
  const tooLate = new Promise<never>((_resolve, reject) => {
    outOfTime = reject;
  });
  const late = () =>
    outOfTime(new DeliveryError({ kind: "retryable", outcome: "unknown" }, adapter.platform, "timed out"));
  const abort = setTimeout(() => controller.abort(), timeoutMs);
  const leave = setTimeout(late, timeoutMs + GRACE_MS);
  try {
    return await Promise.race([adapter.deliver(delivery, controller.signal), tooLate]);
  } finally {
    clearTimeout(abort);
    clearTimeout(leave);
  }
}
