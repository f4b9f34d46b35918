/** What PostgreSQL keeps neither in text nor in jsonb: NUL and halves of surrogate pairs. */
const UNSTORABLE = /\0|\p{Cs}/gu;

/** The text with U+FFFD for each character the store cannot hold; everything else stays literally. */
export const storableText = (text: string): string => text.replace(UNSTORABLE, "\uFFFD");

/** The same for every string inside a JSON value, keys included; what JSON does not know is left out. */
export const storableJson = (value: unknown): unknown => {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [storableText(key), storableJson(inner)]),
  );
};
