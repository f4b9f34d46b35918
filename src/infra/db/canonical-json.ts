import { createHash } from "node:crypto";

/**
 * JSON with the keys of every object in code-unit order and no space: one text for one value, also after the database
 * has put the keys into an order of its own. Dates become ISO texts and undefined is left out, as in JSON.stringify.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));

/** SHA-256 of the canonical JSON, hexadecimal: `content_hash` of a history row. */
export const contentHash = (content: Readonly<Record<string, unknown>>): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
};
