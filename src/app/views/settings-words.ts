import type { SettingName } from "../../domain/registry/model.js";
import { settingBounds } from "../../ports/government-settings.js";
import { settingOf } from "../settings/declared.js";
import { minutesText } from "../settings/setting-value.js";
import type { Scenery } from "./view.js";

const lists = ["remindBeforeMinutes", "remindOfficialsAfterMinutes", "remindUrgentAfterMinutes"] as const;
const listNamed = (name: SettingName) => lists.find((each) => each === name) ?? "remindBeforeMinutes";

/** What a setting may be, in words. */
export const boundsText = ({ words }: Scenery, name: SettingName): string => {
  const { bounds } = words.settings;
  const minutes = (count: number): string => minutesText(words, count);
  switch (settingOf(name)?.kind) {
    case "durations": {
      const { count, least, most } = settingBounds[listNamed(name)];
      return bounds.durations(String(count), minutes(least), minutes(most));
    }
    case "duration": {
      const { least, most } = settingBounds.askHeadAfterMinutes;
      return bounds.duration(minutes(least), minutes(most));
    }
    case "span":
      return bounds.span(minutes(settingBounds.quietMinutes.most));
    case "days": {
      const { least, most } = settingBounds.silentAfterDays;
      return bounds.days(String(least), String(most));
    }
    case "countOrAll": {
      const { least, most } = settingBounds.approvalsNeeded;
      return bounds.countOrAll(String(least), String(most));
    }
    case "yesNo":
      return bounds.yesNo;
    case "weekTime":
      return bounds.weekTime;
    case "language":
      return bounds.language;
    case undefined:
      return "";
  }
};
