/** Every level a shown rule can have, the most binding first. */
export const levels = ["regulation", "sop", "interpretation", "internal-policy", "internal-target"] as const;

/**
 * How binding a rule is, shown beside it wherever it appears: `regulation` is the text itself, `sop` a procedure whose
 * number, date and issuer were entered, `interpretation` our reading of a gap, `internal-policy` the users' own wish
 * that no text asks for, `internal-target` a time no text sets.
 */
export type Level = (typeof levels)[number];
