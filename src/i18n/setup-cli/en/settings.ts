import type { GovernmentSettings } from "../../../domain/registry/model.js";
import { settingBounds } from "../../../ports/government-settings.js";

const { askHeadAfterMinutes, approvalsNeeded, quietMinutes, silentAfterDays } = settingBounds;

const minutes = (name: "remindBeforeMinutes" | "remindOfficialsAfterMinutes" | "remindUrgentAfterMinutes"): string => {
  const { least, most, count } = settingBounds[name];
  return `Write at most ${count} different whole numbers of minutes, each from ${least} to ${most}, such as [180, 60]; [] means no reminder.`;
};

const yesNo = "Write true or false.";

/** How each setting is written in a file, with its bounds. */
export const settingHints: Readonly<Record<keyof GovernmentSettings, string>> = {
  remindBeforeMinutes: minutes("remindBeforeMinutes"),
  remindOfficialsAfterMinutes: minutes("remindOfficialsAfterMinutes"),
  remindUrgentAfterMinutes: minutes("remindUrgentAfterMinutes"),
  askHeadAfterMinutes: `Write a whole number of minutes from ${askHeadAfterMinutes.least} to ${askHeadAfterMinutes.most}, such as 2880 for 2 days.`,
  quiet: `Write two local times, such as { from: "21:00", to: "06:00" }, at most ${quietMinutes.most / 60} hours apart; equal times mean none.`,
  approvalsNeeded: `Write a whole number from ${approvalsNeeded.least} to ${approvalsNeeded.most}, or all.`,
  reportNeedsAcknowledgement: yesNo,
  contentEditsNeedApproval: yesNo,
  spellingKeepsApproval: yesNo,
  silentAfterDays: `Write a whole number of days from ${silentAfterDays.least} to ${silentAfterDays.most}.`,
  digestAt: `Write a weekday from 1 (Monday) to 7 (Sunday) and a local time, such as { weekday: 1, time: "08:00" }.`,
  access: `Write a right, a role, then none, own or any, such as { case.close: { head: own } }; see docs/settings.md.`,
};
