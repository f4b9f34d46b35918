import type { RuleChange } from "../../domain/registry/changes.js";
import { type NoticeText, said } from "../said.js";

const sop = (v: Parameters<NoticeText>[0]): string =>
  `SOP Nomor ${said(v, "number", "itu")} untuk ${said(v, "whose", "instansi itu")}`;
const sets = (v: Parameters<NoticeText>[0]): string => (said(v, "sets") === "" ? "" : `: ${said(v, "sets")}`);

/** What a government decided itself, in the words after who did it. */
export const rulesHistory: Record<RuleChange, NoticeText> = {
  founded: (v) => `pemerintah daerah ini disiapkan${sets(v)}`,
  settingChanged: (v) =>
    `mengubah ${said(v, "setting", "pengaturan")} dari "${said(v, "before", "-")}" menjadi "${said(v, "after", "-")}"`,
  accessChanged: (v) =>
    `mengubah hak ${said(v, "cell", "itu")} dari "${said(v, "before", "-")}" menjadi "${said(v, "after", "-")}"`,
  sopRegistered: (v) => `mencatat ${sop(v)}${sets(v)}`,
  sopChanged: (v) => `mengubah SOP, sekarang ${sop(v)}${sets(v)}`,
  sopEnded: (v) => `mengakhiri ${sop(v)}`,
};
