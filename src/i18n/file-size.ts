const KB = 1_024;

/** A file's size as people read it: "0,3 MB", "12 KB"; never 0 for something. */
export const sizeIn = (bytes: number, language: string): string => {
  const [size, unit, digits] = bytes < 100 * KB ? [bytes / KB, "KB", 0] : [bytes / KB / KB, "MB", 1];
  const shown = Math.max(size, bytes > 0 && digits === 0 ? 1 : 0);
  return `${shown.toLocaleString(language, { maximumFractionDigits: digits })} ${unit}`;
};
