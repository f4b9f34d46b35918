/** Something that must never happen happened. */
export class Violation extends Error {
  override readonly name = "Violation";
}

/** Where invariants report to. What they find inside of a process must not be caught by it, so it is kept until looked at. */
export interface Watch {
  demand(holds: boolean, what: string | (() => string)): void;
  /** Throws the first thing found. */
  check(): void;
  trace(line: string): void;
}

const TRACE_LINES = 80;

export const createWatch = (): Watch => {
  const lines: string[] = [];
  let found: string | undefined;
  return {
    demand(holds, what) {
      if (!holds) found ??= typeof what === "string" ? what : what();
    },
    check() {
      if (found !== undefined) throw new Violation(`${found}\n--- the last steps ---\n${lines.join("\n")}`);
    },
    trace(line) {
      lines.push(line);
      if (lines.length > TRACE_LINES) lines.shift();
    },
  };
};
