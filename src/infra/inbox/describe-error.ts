const FRAME = /\bat (?:(.+?) \()?(?:.*[\\/])?([^\\/()]+:\d+):\d+\)?$/m;

/**
 * What went wrong, free of content: the error's class, its code and where it was thrown. Messages of errors quote what
 * people wrote, so they are left out of whatever is stored or logged.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const frame = FRAME.exec(error.stack ?? "");
  const where = frame === null ? "" : ` at ${frame[2]}${frame[1] === undefined ? "" : ` (${frame[1]})`}`;
  return `${error.name}${code}${where}`;
}
