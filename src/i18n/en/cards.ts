import type { cards as inIndonesian } from "../id/cards.js";

/** What cards, requests to officials and pings say. Times and durations are already formatted. */
export const cards: typeof inIndonesian = {
  left: (duration) => `${duration} left`,
  late: (duration) => `${duration} late`,
  clockWaits: "counted from delivery",
  noClock: "agency outside the government, without the 24 hours",
  delivered: (time) => `delivered ${time}`,
  notDelivered: "not delivered yet",
  taken: (time) => `taken up ${time}`,
  answeredAt: (time) => `answered ${time}`,
  returnedBecause: (reason) => `reason: ${reason}`,
  suggested: (agency) => `suggested: ${agency}`,
  sinceFirst: (duration) => `${duration} since the first forward`,
  until: (time) => `due ${time}`,
  question: "The citizen's question",
  answer: (version) => `Answer v${version}`,
  agencyAnswer: (agency) => `${agency}'s answer`,
  changes: (version) => `Changes from v${version}`,
  changesLegend: { read: "How to read it", removed: "removed", added: "added" },
  tooManyChanges: "Almost all of the text is new. Please read it in full.",
  sameText: "The text is the same.",
  fileChanges: {
    added: "New attachments:",
    removed: "Attachments removed:",
    described: "Alternative text changed:",
    reordered: "The order of the attachments changed.",
  },
  twoReturns: "Returned twice. Diskominfo decides which agency answers.",
  forwardedAgain: "This question was forwarded to your agency again. Please see its newest card.",
  reason: (reason) => `To be changed: ${reason}`,
  privateMessage: "in a private message",
  basis: (citation, level) => `Basis: ${citation} · ${level}`,
  basisLevel: (level) => `Kind of basis: ${level}`,
  basisButton: (citation) => `Basis: ${citation}`,
  issuedBy: (citation, issuer) => `${citation} (${issuer})`,
  more: (code) => `… in full: /status ${code}`,
  cut: "…",
  requests: {
    approve: (code, version) => `Please approve ${code} v${version}. 👍 approve, 👎 changes.`,
    report: (code) => `Reporting ${code}'s answer before posting. 👍 acknowledge, 👎 changes.`,
    several: (given, needed) => `${needed} approvals are needed, ${given} given so far.`,
    instead: (who, away) =>
      away === ""
        ? `No other official can decide on this text, so it is for the ${who} (internal policy).`
        : `Who acts for ${away} cannot decide on this text, so it is for the ${who} (internal policy). ${away} still may.`,
    changed: (code, version) => `Text has changed. See ${code} v${version} on the newest card.`,
    ended: (code, status) => `${code} needs no decision any more: ${status}.`,
  },
  pings: {
    reminder: (code, agency, time) => `Reminder: ${code} awaits ${agency} until ${time}.`,
    lastHour: (code, left) =>
      (left === "1 h" ? `One hour left for ${code}.` : `${left} left for ${code}.`).concat(" Please respond."),
    due: (code) => `${code} is overdue. Please answer or state the obstacle.`,
    internalDue: (code, agency) => `The internal target of ${code} has passed: ${agency} has not answered yet.`,
    head: (code, position) => `${position}, please advise on ${code}.`,
    communications: (code, agency, time) =>
      `Please help to coordinate ${code}: ${agency}'s answer has been awaited since ${time}.`,
    summary: (codes) => `Reminder: ${codes}.`,
  },
  offer: {
    question: (code) => `Reply to ${code} received. Please choose: make it the answer, or keep it as a note.`,
    wordless: (code) =>
      `Attachments for ${code} received, but without text. To make them the answer, please send them again with a text.`,
    answer: (code) => `Made the answer to ${code}.`,
    note: (code) => `Kept as a note on ${code}.`,
  },
  copy: {
    heading: (code, version) => `Text of ${code} v${version}, ready to copy:`,
    old: (code, version) => `Text has changed. Please use ${code} v${version}.`,
    notReady: (code, status) => `Please do not post it yet: ${code} is now "${status}".`,
  },
};
