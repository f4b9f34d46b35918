import { createHash } from "node:crypto";
import type { StoredAction } from "../ports/store.js";

/** 22 base64url characters hold 132 bits: no two actions meet, and every platform's callback data has room for it. */
const TOKEN_CHARS = 22;

/**
 * The token of a button: the same for the same government, command and values in whatever order, so that showing a card
 * again needs no new row and old buttons keep working. Not a secret: who may act is checked when it is pressed.
 */
export const actionToken = (governmentId: string, action: StoredAction): string => {
  const values = Object.entries(action.values).sort(([a], [b]) => (a < b ? -1 : 1));
  const canonical = JSON.stringify([governmentId, action.command, values]);
  return createHash("sha256").update(canonical).digest("base64url").slice(0, TOKEN_CHARS);
};
