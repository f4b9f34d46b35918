const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/**
 * The value as JSON that PostgreSQL takes: its jsonb refuses NUL and halves of surrogate pairs, so each becomes U+FFFD.
 * A text nobody can store would otherwise be redelivered by the platform for ever.
 */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? storableText(part) : part));

/** The text with NUL and halves of surrogate pairs as U+FFFD. */
export const storableText = (text: string): string => text.replace(UNSTORABLE, "\uFFFD");
