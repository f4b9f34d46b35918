import type { Platform } from "./platform.js";

/** So many looks in a row without another call: no more are coming. */
const STILL_LOOKS = 20;

/** Answers true once the platform was called, and then not any more. */
export function untilStill(platform: Platform): () => Promise<boolean> {
  let last = 0;
  let looks = 0;
  return async () => {
    const now = (await platform.seen()).length;
    looks = now > 0 && now === last ? looks + 1 : 0;
    last = now;
    return looks > STILL_LOOKS;
  };
}
