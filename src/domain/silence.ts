import type { Account } from "./registry/model.js";

/**
 * After how many days without anything posted an official account counts as silent. Pergub Jawa Barat 29/2019 wants posts
 * "regularly" and updates "periodically" (Pasal 5 huruf f, g) and names no number; the others name nothing: a product
 * default, an internal target.
 */
export const DEFAULT_SILENT_AFTER_DAYS = 7;

const DAY_MS = 86_400_000;

/** Since when nothing was posted on an account: its last post, or the day it became official. */
export const silentSince = ({ since }: Pick<Account, "since">, lastPostedAt: Date | undefined): Date =>
  lastPostedAt !== undefined && lastPostedAt > since ? lastPostedAt : since;

/** For how many whole days nothing was posted; undefined while that is no longer than `afterDays`. */
export const silentDays = (since: Date, now: Date, afterDays: number): number | undefined => {
  const silentMs = now.getTime() - since.getTime();
  return silentMs > afterDays * DAY_MS ? Math.floor(silentMs / DAY_MS) : undefined;
};
