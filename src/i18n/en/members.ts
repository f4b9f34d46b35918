import type {
  ending as endingInIndonesian,
  memberNews as memberNewsInIndonesian,
  members as membersInIndonesian,
} from "../id/members.js";

export const members: typeof membersInIndonesian = {
  heading: (agency, total) => `People of ${agency} (${total})`,
  empty: (agency) =>
    `Nobody of ${agency} is registered yet. The communications office or an admin invites people by /member.`,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  noEnd: "without an end",
  over: (day) => `ended ${day}`,
  inGrace: (day, last) => `ended ${day}, days of grace until ${last}`,
  noLetter: "number of the letter not recorded yet",
  dated: (day) => `, ${day}`,
  on: (platforms) => `accounts: ${platforms}`,
  unreachable: "without an account, so cannot use the bot yet",
  shared: "shared phone",
  ethicsUnread: "has not read the ethics and duties yet",
  notCivilServant: (citation) => `no civil servant (${citation})`,
  lacking: (names) => `Nobody has these functions yet: ${names}.`,
  appointedBy: (instrument, citation) => `Appointed by ${instrument} (${citation}).`,
  changeHint: "To change: /member and the name, with asn=yes or asn=no, shared=yes, or function=….",
};

export const ending: typeof endingInIndonesian = {
  heading: "Appointments to be renewed:",
  soon: (who, day, days) => `${who}: ends ${["today", "tomorrow"][days] ?? `in ${days} days`} (${day})`,
  grace: (who, day, last) => `${who}: ended ${day}, may go on until ${last}`,
  more: (count) => `And ${count} more; see /member of each agency.`,
  advice: "Please prepare the new letter. The communications office or an admin records it by /member, button Renew.",
  actingAdvice: "If somebody still has to act for the official, please name them again by /acting.",
  policy: "Reminding 30 and 7 days ahead is internal policy.",
  inGrace: (letter, day, last) =>
    `${letter} ended ${day}. You may go on until ${last} (internal policy). Please ask for a new letter and contact the admin.`,
};

export const memberNews: typeof memberNewsInIndonesian = {
  ended: (name, role, agency) => `${name} is no longer ${role} of ${agency}. To invite them again: /member.`,
  renewed: (name, role, agency, letter, day) =>
    `${name} stays ${role} of ${agency}${letter === "" ? "" : ` by ${letter}`}${day === "" ? "" : `, until ${day}`}.`,
  changed: (name) => `${name} was changed.`,
  unlinked: (name, platform) =>
    `The ${platform} account of ${name} was removed. To connect a new one, get a code by /member.`,
};
