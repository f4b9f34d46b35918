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
};
