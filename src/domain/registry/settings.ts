import { DEFAULT_SILENT_AFTER_DAYS } from "../silence.js";
import { DEFAULT_PING_SETTINGS } from "../time/ping-schedule.js";
import { DEFAULT_REVIEW_SETTINGS } from "../time/review-schedule.js";
import type { GovernmentSettings } from "./model.js";

/** What holds for a government that has set nothing else. */
export const DEFAULT_SETTINGS: GovernmentSettings = {
  quiet: DEFAULT_PING_SETTINGS.quiet,
  remindBeforeMinutes: DEFAULT_PING_SETTINGS.remindBeforeMinutes,
  reportNeedsAcknowledgement: false,
  approvalsNeeded: 1,
  contentEditsNeedApproval: true,
  spellingKeepsApproval: false,
  ...DEFAULT_REVIEW_SETTINGS,
  silentAfterDays: DEFAULT_SILENT_AFTER_DAYS,
  digestAt: { weekday: 1, time: "08:00" },
  access: {},
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a government chose itself: everything that is not the default. */
export const chosenSettings = (settings: GovernmentSettings): Partial<GovernmentSettings> => {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  return Object.fromEntries(Object.entries(settings).filter(([key, value]) => !isSame(value, defaults.get(key))));
};
