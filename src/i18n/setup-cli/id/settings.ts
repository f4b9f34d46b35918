import type { GovernmentSettings } from "../../../domain/registry/model.js";
import { settingBounds } from "../../../ports/government-settings.js";

const { askHeadAfterMinutes, approvalsNeeded, quietMinutes, silentAfterDays } = settingBounds;

const minutes = (name: "remindBeforeMinutes" | "remindOfficialsAfterMinutes" | "remindUrgentAfterMinutes"): string => {
  const { least, most, count } = settingBounds[name];
  return `Tulis paling banyak ${count} bilangan bulat yang berbeda, dalam menit, masing-masing ${least} sampai ${most}, misalnya [180, 60]; [] berarti tanpa pengingat.`;
};

const yesNo = "Tulis ya atau tidak.";

/** How each setting is written in a file, with its bounds. */
export const settingHints: Readonly<Record<keyof GovernmentSettings, string>> = {
  remindBeforeMinutes: minutes("remindBeforeMinutes"),
  remindOfficialsAfterMinutes: minutes("remindOfficialsAfterMinutes"),
  remindUrgentAfterMinutes: minutes("remindUrgentAfterMinutes"),
  askHeadAfterMinutes: `Tulis bilangan bulat dalam menit, ${askHeadAfterMinutes.least} sampai ${askHeadAfterMinutes.most}, misalnya 2880 untuk 2 hari.`,
  quiet: `Tulis dua jam setempat, misalnya { from: "21:00", to: "06:00" }, paling lama ${quietMinutes.most / 60} jam; dua jam yang sama berarti tanpa jam tenang.`,
  approvalsNeeded: `Tulis bilangan bulat ${approvalsNeeded.least} sampai ${approvalsNeeded.most}, atau all untuk semua.`,
  reportNeedsAcknowledgement: yesNo,
  contentEditsNeedApproval: yesNo,
  spellingKeepsApproval: yesNo,
  silentAfterDays: `Tulis bilangan bulat ${silentAfterDays.least} sampai ${silentAfterDays.most}, dalam hari.`,
  digestAt: `Tulis hari 1 (Senin) sampai 7 (Minggu) dan jam setempat, misalnya { weekday: 1, time: "08:00" }.`,
  access: `Tulis hak, peran, lalu none, own atau any, misalnya { case.close: { head: own } }; lihat docs/settings.md.`,
};
