import type { RuleChange } from "../../domain/registry/changes.js";
import { type NoticeText, said } from "../said.js";

const sop = (v: Parameters<NoticeText>[0]): string =>
  `SOP number ${said(v, "number", "unknown")} of ${said(v, "whose", "the agency")}`;
const sets = (v: Parameters<NoticeText>[0]): string => (said(v, "sets") === "" ? "" : `: ${said(v, "sets")}`);

/** What a government decided itself, in the words after who did it. */
export const rulesHistory: Record<RuleChange, NoticeText> = {
  founded: (v) => `this government was set up${sets(v)}`,
  settingChanged: (v) =>
    `changed ${said(v, "setting", "a setting")} from "${said(v, "before", "-")}" to "${said(v, "after", "-")}"`,
  accessChanged: (v) =>
    `changed the right of ${said(v, "cell", "a role")} from "${said(v, "before", "-")}" to "${said(v, "after", "-")}"`,
  sopRegistered: (v) => `entered ${sop(v)}${sets(v)}`,
  sopChanged: (v) => `changed an SOP, now ${sop(v)}${sets(v)}`,
  sopEnded: (v) => `ended ${sop(v)}`,
};
