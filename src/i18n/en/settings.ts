import type { SettingsRefusal } from "../../domain/notice.js";
import type { settings as inIndonesian } from "../id/settings.js";
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

/** What the government set, in plain words. */
export const settings: typeof inIndonesian = {
  names: {
    remindBeforeMinutes: {
      label: "Deadline reminders",
      typed: "reminders",
      means: "How long before its deadline the related agency is reminded.",
      example: "12 hours, 3 hours, 1 hour",
    },
    quiet: {
      label: "Quiet hours",
      typed: "quiet-hours",
      means: "No reminder is sent in these hours. The deadline goes on.",
      example: "21:00-06:00",
    },
    remindOfficialsAfterMinutes: {
      label: "Reminders to officials",
      typed: "official-reminders",
      means: "How long after content was submitted the officials are reminded.",
      example: "4 hours, 24 hours",
    },
    remindUrgentAfterMinutes: {
      label: "Urgent reminders",
      typed: "urgent-reminders",
      means: "The same for disasters; sent in quiet hours too.",
      example: "15 minutes, 1 hour",
    },
    askHeadAfterMinutes: {
      label: "Telling the head",
      typed: "tell-head",
      means: "How long after content was submitted the head is told that nobody decided.",
      example: "2 days",
    },
    approvalsNeeded: {
      label: "Approvals needed",
      typed: "approvals",
      means: "How many officials have to approve a text, no more than there are.",
      example: "2",
    },
    reportNeedsAcknowledgement: {
      label: "Wait for Noted",
      typed: "noted",
      means: "A reported answer is ready to be posted only once the official pressed Noted.",
      example: "yes",
    },
    contentEditsNeedApproval: {
      label: "Approval again",
      typed: "approval-again",
      means: "Content changed after approval has to be approved again.",
      example: "yes",
    },
    spellingKeepsApproval: {
      label: "Spelling",
      typed: "spelling",
      means: "Correcting the spelling alone keeps the approval.",
      example: "no",
    },
    silentAfterDays: {
      label: "Silent accounts",
      typed: "silent-accounts",
      means: "After how many days without a post an official account is reminded of.",
      example: "7 days",
    },
    digestAt: {
      label: "Weekly digest",
      typed: "digest",
      means: "When the weekly digest will be sent. There is none yet: nothing is sent.",
      example: "Monday 08:00",
    },
    locale: {
      label: "Language",
      typed: "language",
      means: "The language of all of Tanggap's messages.",
      example: "English",
    },
  },
  pages: { reminders: "Reminders", approval: "Approval", other: "Other" },
  heading: (page) => `Settings: ${page}`,
  isDefault: "default",
  otherwise: (standard) => `default: ${standard}`,
  rule: (level, citation) => (citation === "" ? level : `${level}, ${citation}`),
  hint: (typed, example) =>
    `To change one, type for example: /settings ${typed} ${example}. To have it as before: /settings ${typed} default.`,
  seeAlso: "The rights of each role: /access. SOPs: /sop. History: /settings history.",
  all: "settings, rights and SOPs",
  bounds: {
    durations: (count, least, most) => `At most ${count} times, each from ${least} to ${most}; or: none.`,
    duration: (least, most) => `From ${least} to ${most}.`,
    span: (most) => `From one time to another, at most ${most}; or: none.`,
    yesNo: "Yes or no.",
    days: (least, most) => `From ${least} to ${most} days.`,
    countOrAll: (least, most) => `From ${least} to ${most}, or: all.`,
    weekTime: "A weekday and the local time.",
    language: "Indonesian or English.",
  },
  values: {
    yes: "yes",
    no: "no",
    none: "none",
    all: "all",
    standard: "default",
    weekdays: "Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday",
    languages: { id: "Indonesian", en: "English" },
    units: { day: "days", hour: "hours", minute: "minutes" },
    alsoTyped: {
      day: "d; day",
      hour: "h; hour",
      minute: "min; minute",
      yes: "on; true",
      no: "off; false",
      none: "never; without",
    },
    hours: (hours) => `${hours} hours`,
    count: (count, unit) => `${count} ${count === "1" ? unit.replace(/s$/, "") : unit}`,
    clockSeparator: ":",
  },
  changed: (label, value, before) => `${label} is now: ${value}. Before: ${before}.`,
  buttons: {
    change: (label) => `Change: ${label}`,
    restore: "Put it back",
  },
  access: {
    heading: "The rights of each role",
    of: (right) => `Who can ${right}`,
    reasons: {
      everybody: () => "Everybody who is registered may see it.",
      auditorReads: (role) => `The ${role} only reads.`,
      ownAgency: (role) => `A ${role} is appointed for one agency.`,
      oneVoice: () => "This is always said in the name of one agency.",
      officerServes: (role) => `It is the task of the ${role}.`,
      officialDecides: () => "Texts are decided by the official.",
      officialNamed: () => "Officials and who acts for them are named by those in charge.",
      communicationsDecides: () => "After two returns only Diskominfo decides the agency.",
      adminsAlone: () => "Only admins make and unmake admins.",
      wholeGovernment: () => "This holds for the whole government.",
      keeper: () => "Somebody must always be able to change it back.",
    },
    rights: {
      "inquiry.log": "log citizens' questions",
      "case.read": "read questions and content",
      "case.forward": "forward questions",
      "case.answer": "answer",
      "case.return": "return forwards",
      "case.post": "record what was posted",
      "case.close": "close questions",
      "case.reopen": "reopen questions",
      "answer.decide": "decide texts",
      "content.propose": "draft and submit content",
      "content.end": "withdraw and correct content",
      "account.keep": "register official accounts",
      "acting.name": "name who acts for an official",
      "settings.keep": "change settings and SOPs",
      "registry.read": "read the lists of people and chats",
      "registry.keep": "keep agencies, people and chats",
      "admin.keep": "keep admins",
      registered: "read help, rules and settings",
    },
    alsoRights: {
      "case.answer": "reply",
      "answer.decide": "approve; reject; approval",
      "content.propose": "propose; suggest content",
      "acting.name": "acting; deputies",
      "registry.keep": "invite; invitations",
    },
    scopes: { none: "no", own: "own agency", any: "all agencies" },
    nobody: "nobody",
    granted: (scope, roles) => `${scope}: ${roles}`,
    or: " or ",
    set: "changed",
    fixed: (why) => `Fixed. ${why}`,
    free: (scopes, why) => `Choices: ${scopes}. ${why}`.trim(),
    hint: (right) => `To see or change one right, type for example: /access ${right}.`,
    cell: (role, right) => `${role} to ${right}`,
    changed: (cell, value, before) => `The right of ${cell} is now: ${value}. Before: ${before}.`,
    change: "Change",
  },
  sop: {
    heading: (total) => `SOPs entered (${total})`,
    empty: (hours, basis) => `No SOP is entered. The deadline that holds: ${hours} (${basis}).`,
    forAll: "All agencies",
    ofAll: "all agencies",
    number: (number) => `SOP no. ${number}`,
    noHours: (hours) => `deadline ${hours}, by the regulation`,
    hours: (hours, standard) => `deadline ${hours} (without an SOP: ${standard})`,
    gate: (origin, gate) => `${origin}: ${gate}`,
    origins: {
      available: "answers at hand",
      inHouse: "answers drafted in-house",
      forwarded: "answers of the related agency",
    },
    gates: { none: "no condition", report: "report to the official", approve: "the official's approval" },
    registered: (number, whose) => `SOP no. ${number} is entered for ${whose}.`,
    changed: (number, whose) => `SOP no. ${number} for ${whose} was changed.`,
    ended: (number, whose) => `SOP no. ${number} for ${whose} no longer holds.`,
    replaces: (number) => `It replaces SOP no. ${number}, which no longer holds.`,
    differs: (what, before, after) => `${what}: ${before} before, ${after} now`,
    deadline: "deadline",
    onlyNew: "It holds for forwards and answers from now on. Deadlines that run already stay.",
    hint: "To enter one, type for example: /sop 12/2026 letterDate=5/3/2026 hours=12.",
    register: "Enter an SOP",
    change: (whose) => `Change: ${whose}`,
    end: (whose) => `End: ${whose}`,
  },
};
