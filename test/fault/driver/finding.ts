/** What the oracle found in one stretch of work. */
export interface Finding {
  /** Acknowledged events without their effect, and messages without an entry in the journal. */
  readonly lost: readonly string[];
  /** Messages the platform has twice: the row, where, and whether it is marked. */
  readonly doubled: readonly { readonly row: string; readonly chat: string; readonly marked: boolean }[];
  /** Rows marked ambiguous, doubled or not. */
  readonly ambiguous: number;
  /** Messages given up. */
  readonly dead: number;
  /** Whatever must never be: effects done twice, cases half done, gaps, messages nobody wrote. */
  readonly wrong: readonly string[];
}
