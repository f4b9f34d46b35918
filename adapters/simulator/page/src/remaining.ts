import { words } from "./state.js";

const MINUTE_MS = 60_000;
const SOON_MS = 90 * MINUTE_MS;

/** How long until an instant, or since it, in words; soon and late stand out. Minutes are rounded to the nearest. */
export const remaining = (
  at: number,
  now: number,
): { readonly text: string; readonly tone: "calm" | "soon" | "late" } => {
  const minutes = Math.round(Math.abs(at - now) / MINUTE_MS);
  const duration = words.value.duration(Math.floor(minutes / 60), minutes % 60);
  if (now > at) return { text: words.value.late(duration), tone: "late" };
  return { text: words.value.left(duration), tone: at - now <= SOON_MS ? "soon" : "calm" };
};
