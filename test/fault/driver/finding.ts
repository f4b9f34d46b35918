/** A message the platform has once more than it should. */
export interface Double {
  /** The key it was posted under. */
  readonly row: string;
  readonly chat: string;
  /** The process that had posted it before, and left it in doubt. */
  readonly from: string;
  /** The process that posted it again. */
  readonly by: string;
  readonly marked: boolean;
}

/** What the oracle found in one stretch of work. */
export interface Finding {
  /** Acknowledged events without their effect, messages without an entry in the journal, pings nobody was told. */
  readonly lost: readonly string[];
  /** Messages the platform has twice. */
  readonly doubled: readonly Double[];
  /** Rows marked ambiguous, doubled or not. */
  readonly ambiguous: number;
  /** Messages given up. */
  readonly dead: number;
  /** Whatever must never be: effects done twice, cases half done, gaps, messages nobody wrote or out of order, old cards. */
  readonly wrong: readonly string[];
}
