/** Meanings, not glyphs. Every reaction duplicates a button or command; none is the only way to act. */
export type ReactionKind = "approve" | "reject" | "seen" | "working" | "done" | "attention";
