import type { RawValues } from "./command.js";

/** The page a "next" or "previous" button asks for; 0 when none is named or it is no page. */
export const pageOf = (extra: RawValues): number => {
  const page = Number(extra.page ?? 0);
  return Number.isSafeInteger(page) && page >= 0 && page < 100_000 ? page : 0;
};
