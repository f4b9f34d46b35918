const CODES = /\b[A-Z]{2,10}-\d\d-\d{4,}\b/g;

/** The case codes in a text, in its order. */
export const caseCodesIn = (text: string): readonly string[] => text.match(CODES) ?? [];
