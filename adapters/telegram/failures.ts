import { DeliveryError, type DeliveryFailure } from "../../src/ports/chat/failures.js";
import { CallError } from "./api.js";

/** An error of the Bot API as the relay treats it. Filled in by what Telegram answers; see `deliver.ts`. */
export const deliveryError = (failure: DeliveryFailure, detail: string): DeliveryError =>
  new DeliveryError(failure, "telegram", detail);

/** What a call's error means for a delivery. */
export const asDeliveryError = (error: unknown): DeliveryError => {
  if (error instanceof DeliveryError) return error;
  if (!(error instanceof CallError)) return deliveryError({ kind: "retryable", outcome: "unknown" }, "bug");
  const { failure } = error;
  if (failure.kind !== "refused")
    return deliveryError(
      { kind: "retryable", outcome: failure.kind === "unreached" ? "not-sent" : "unknown" },
      failure.code,
    );
  return deliveryError({ kind: "permanent", reason: "rejected-content" }, `http-${failure.status}`);
};
