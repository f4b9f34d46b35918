import type { ContentOf } from "../../ports/message-content.js";
import { accessView, rightView } from "./access.js";
import { settingsView, settingView } from "./settings.js";
import { sopsView, sopView } from "./sops.js";
import type { Scenery, View } from "./view.js";

/** What a government decides itself: its settings, who may do what, its SOPs. */
export const ownRulesView = (
  scenery: Scenery,
  content: ContentOf<"settings" | "setting" | "access" | "right" | "sops" | "sop">,
): View => {
  switch (content.kind) {
    case "settings":
      return settingsView(scenery, content);
    case "setting":
      return settingView(scenery, content);
    case "access":
      return accessView(scenery, content);
    case "right":
      return rightView(scenery, content);
    case "sops":
      return sopsView(scenery, content);
    case "sop":
      return sopView(scenery, content);
    default:
      return content satisfies never;
  }
};
