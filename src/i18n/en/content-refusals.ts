import { type NoticeText, said } from "../said.js";

/** What is amiss with what somebody typed of a proposal. */
export const contentRefusals = {
  pastDay: (v) => `The day "${said(v, "day", "given")}" is over. Please write today or a later one.`,
  sameDraft: (v) =>
    `${said(v, "code", "This proposal")} did not change. To change it, please reply to its card, for instance: /propose source="Circular".`,
  unknownAccount: (v) =>
    `The account "${said(v, "account", "named")}" was not found.${said(v, "known") === "" ? " No official account of this agency is registered yet." : ` Official accounts of this agency: ${said(v, "known")}.`}`,
  whichAccount: (v) =>
    `${said(v, "code", "This proposal")} is meant for several accounts. Please name one, for instance account=${said(v, "example", "x:civil.example")}.`,
  severalAccounts: (v) =>
    `"${said(v, "account", "That")}" stands for several accounts. Please name one, for instance ${said(v, "example", "x:civil.example")}.`,
  voiceContent: (v) => {
    const code = said(v, "code");
    const kept = said(v, "kept") === "" ? "" : ` It was kept as a note on ${code}.`;
    const about = code === "" ? "" : ` cases=${code}`;
    const how = said(v, "changes") === "" ? `TEXT theme=THEME${about}` : `code=${code} TEXT`;
    return `Sorry, a voice note cannot be the text of content.${kept} Please send the text in writing: /propose ${how}.`;
  },
  badDay: (v) => {
    const dates = said(v, "short") === "" ? "" : `, ${said(v, "short")} or ${said(v, "long")}`;
    return `"${said(v, "day", "That")}" is not a day. Please write for instance tomorrow, Monday${dates}.`;
  },
  badHashtag: (v) =>
    `The hashtag "${said(v, "hashtag", "given")}" may hold letters, digits and underscores only. Please mend it.`,
} satisfies Readonly<Record<string, NoticeText>>;
