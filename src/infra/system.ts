import { createHash, randomUUID } from "node:crypto";
import type { Clock } from "../ports/clock.js";
import type { Ids } from "../ports/ids.js";

/** The machine's wall clock. */
export const systemClock: Clock = { now: () => new Date() };

/** Random UUIDs and SHA-256. */
export const systemIds: Ids = {
  newId: () => randomUUID(),
  hashOf: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
};
