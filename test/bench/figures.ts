/** The value below which this part of the values lies, nearest rank; NaN of none. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN;
};

/** Minimum, median and maximum of what the rounds gave. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  min: Math.min(...values),
  median: percentile(values, 0.5),
  max: Math.max(...values),
});

/** Rise of y for one x by least squares. */
export const slopeOf = (points: readonly { readonly x: number; readonly y: number }[]): number => {
  const mean = (of: (point: { readonly x: number; readonly y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  const spread = mean((point) => (point.x - x) ** 2);
  return spread === 0 ? Number.NaN : mean((point) => (point.x - x) * (point.y - y)) / spread;
};

/** As English texts write it, with so many digits after the point. */
export const shown = (value: number, digits = 0): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** "median (min-max)". */
export const shownSpread = ({ min, median, max }: Spread, digits = 0): string =>
  `${shown(median, digits)} (${shown(min, digits)}-${shown(max, digits)})`;

/** "met", or "not met" in bold. */
export const verdict = (met: boolean): string => (met ? "met" : "**not met**");

/** A Markdown table. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
