import { createHash, randomBytes, randomUUID } from "node:crypto";
import { CODE_SYMBOLS, SECRET_CHARS } from "../domain/registry/one-time-code.js";
import type { Clock } from "../ports/clock.js";
import type { Ids } from "../ports/ids.js";

/** The machine's wall clock. */
export const systemClock: Clock = { now: () => new Date() };

/** Random UUIDs and SHA-256. */
export const systemIds: Ids = {
  newId: () => randomUUID(),
  // 256 is a multiple of 32: each symbol is as likely as any other.
  newSecret: () => [...randomBytes(SECRET_CHARS)].map((byte) => CODE_SYMBOLS[byte % CODE_SYMBOLS.length]).join(""),
  hashOf: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
};
