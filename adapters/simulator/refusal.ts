/** Why a request was not done: an HTTP status and what the caller is told. Nothing was changed. */
export interface Refusal {
  readonly kind: "refusal";
  readonly status: 400 | 403 | 404 | 408 | 409 | 413 | 415 | 500 | 503;
  /** For programs: kebab-case, never changes. */
  readonly code: string;
  /** For people: English, without content. */
  readonly message: string;
}

/** Makes a refusal. */
export const refuse = (status: Refusal["status"], code: string, message: string): Refusal => ({
  kind: "refusal",
  status,
  code,
  message,
});

/** Whether a value that may be either is a refusal. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "refusal";

/** The answer while the store is down or the adapter has stopped: come again. */
export const unavailable = (): Refusal =>
  refuse(503, "unavailable", "The service cannot take this now; try again with the same eventId.");

/** No such channel in the simulator's world. */
export const unknownChannel = (): Refusal => refuse(404, "unknown-channel", "There is no such channel.");

/** No such message in the channel, or none this person may see. */
export const unknownMessage = (): Refusal =>
  refuse(404, "unknown-message", "There is no such message in this channel.");

/** No example government has that id. */
export const unknownGovernment = (): Refusal => refuse(404, "unknown-government", "There is no such government.");
