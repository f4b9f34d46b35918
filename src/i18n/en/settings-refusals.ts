import type { SettingsRefusal } from "../../domain/notice.js";
import { type NoticeText, said, withBasis } from "../said.js";

/** Why a setting, a cell of the access table or an SOP stays as it is, and what to do. */
export const settingsRefusals: Record<SettingsRefusal, NoticeText> = {
  unknownSetting: (v) =>
    `There is no setting "${said(v, "typed", "of that name")}". There are: ${said(v, "known", "see /settings")}.`,
  badSetting: (v) =>
    `"${said(v, "typed", "That")}" does not fit ${said(v, "setting", "this setting")}. ${said(v, "bounds", "Please see its bounds.")} For example: ${said(v, "example", "see the list")}.`,
  sameSetting: (v) => `${said(v, "setting", "That setting")} is like that already. Nothing needs to be changed.`,
  unknownRight: (v) =>
    `There is no right "${said(v, "typed", "of that name")}". Please choose one of /access, such as ${said(v, "example", "close questions")}.`,
  unknownRole: (v) =>
    `There is no role "${said(v, "typed", "of that name")}". There are: ${said(v, "known", "see /access")}.`,
  accessBound: (v) => {
    const basis = said(v, "citation") === "" ? "" : `${said(v, "citation")}, ${said(v, "level", "regulation")}`;
    return `The right of ${said(v, "role", "this role")} to ${said(v, "right", "do this")} cannot be set to "${said(v, "scope", "that")}". ${withBasis(said(v, "bound", "It is fixed."), basis)} You can choose: ${said(v, "allowed", "as it is now")}.`;
  },
  sameAccess: (v) =>
    `The right of ${said(v, "role", "this role")} to ${said(v, "right", "do this")} is "${said(v, "scope", "like that")}" already. Nothing needs to be changed.`,
  sopBadHours: (v) =>
    `"${said(v, "typed", "That")}" is no number of hours. Please write a whole number such as 12, at most ${said(v, "max", "720")}.`,
  sopHours: (v) =>
    `An SOP may shorten the deadline and cannot lengthen it: at most ${said(v, "max", "24")} hours (${said(v, "citation", "regulation")}). Please write fewer hours.`,
  sopGate: (v) =>
    `An SOP only adds conditions. For ${said(v, "origin", "this answer")} the regulation asks: ${said(v, "gate", "more")} (${said(v, "citation", "regulation")}). Please choose the same or a stricter one.`,
  sopForAll: (v) =>
    `This regulation knows one SOP for all agencies (${said(v, "citation", "regulation")}). Please write it without an agency.`,
  sopExternal: (v) =>
    `${said(v, "agency", "That agency")} is outside the government, so its SOP is not entered here. Please choose another agency.`,
  sopLater: (v) =>
    `The day of the SOP, "${said(v, "day", "given")}", is still to come. Please write the date of the letter, such as 5/3/2026.`,
  sopUnchanged: (v) =>
    `SOP no. ${said(v, "number", "given")} is entered just like this. To change it, please name what is new.`,
};
