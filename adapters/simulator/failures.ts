import { DeliveryError, type DeliveryFailure } from "../../src/ports/chat/failures.js";
import { type Refusal, refuse, unavailable } from "./refusal.js";

const failed = (failure: DeliveryFailure, detail: string, cause?: unknown): DeliveryError =>
  new DeliveryError(failure, "simulator", detail, cause === undefined ? undefined : { cause });

/** The channel or message of the operation is not there (any more). */
export const gone = (what: "channel" | "message"): DeliveryError =>
  failed({ kind: "permanent", reason: "gone" }, `unknown-${what}`);

/** The message is over a limit the capabilities name. */
export const overLimit = (limit: "text" | "buttons" | "token"): DeliveryError =>
  failed({ kind: "permanent", reason: "rejected-content" }, `${limit}-over-limit`);

/** Aborted before anything was tried. */
export const notSent = (): DeliveryError => failed({ kind: "retryable", outcome: "not-sent" }, "aborted");

/** Aborted, or the store failed, while the operation ran: it may have happened. */
export const unknownOutcome = (detail: "aborted" | "store", cause?: unknown): DeliveryError =>
  failed({ kind: "retryable", outcome: "unknown" }, detail, cause);

/** Errors only a mistake in the program raises; everything else comes from the store. */
const isBug = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof ReferenceError ||
  error instanceof SyntaxError;

/** What a caller of the HTTP API is told about an error nobody refused by name. */
export const refusalOf = (error: unknown): Refusal =>
  isBug(error) ? refuse(500, "internal", "The simulator failed; see the program's log.") : unavailable();
