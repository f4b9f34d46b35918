/** What a section was asked for. */
export interface BenchOptions {
  /** How long the soak takes. */
  readonly minutes: number;
  /** Interleaved rounds of what is compared. */
  readonly rounds: number;
}

/** One part of docs/bench.md that is measured anew: its name stands in the document's markers. */
export interface Section {
  readonly name: string;
  /** Not run unless asked for by name. */
  readonly onlyByName?: true;
  /** Measures and answers with Markdown. */
  run(options: BenchOptions): Promise<string>;
}
