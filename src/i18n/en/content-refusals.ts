import { type NoticeText, said } from "../said.js";

/** What is amiss with what somebody typed of a proposal. */
export const contentRefusals = {
  pastDay: (v) => `The day "${said(v, "day", "given")}" is over. Please write today or a later one.`,
  sameDraft: (v) =>
    `${said(v, "code", "This proposal")} did not change. To change it, please reply to its card, for instance: /propose source="Circular".`,
  contentIncomplete: (v) =>
    `${said(v, "code", "This proposal")} is not complete. ${said(v, "missing", "Its theme or text is missing.")} Please fill it in with "Change" on its card, or reply to the card with /propose and what is missing.`,
  contested: (v) =>
    `Since the form was opened, somebody else changed ${said(v, "inputs", "parts")} of ${said(v, "code", "this proposal")}, so what you filled in was not taken. If yours is right, please fill it in again with "Change".`,
  unknownAccount: (v) =>
    `The account "${said(v, "account", "named")}" was not found.${said(v, "known") === "" ? " No official account of this agency is registered yet." : ` Official accounts of this agency: ${said(v, "known")}.`}`,
  whichAccount: (v) =>
    `${said(v, "code", "This proposal")} is meant for several accounts. Please name one, for instance account=${said(v, "example", "x:civil.example")}.`,
  severalAccounts: (v) =>
    `"${said(v, "account", "That")}" stands for several accounts. Please name one, for instance ${said(v, "example", "x:civil.example")}.`,
  otherSite: (v) => {
    const other = said(v, "other") === "" ? "" : ` but on ${said(v, "other")}`;
    return `${said(v, "url", "This link")} is no post of ${said(v, "account", "that account")}${other}. Please check the link, or name its account with account=ACCOUNT.`;
  },
  accountEnded: (v) =>
    `${said(v, "account", "That account")} has been given up since ${said(v, "date", "its end")}, so no link is recorded for it. If it is still used, please register it again with /account.`,
  profileAddress: (v) =>
    `${said(v, "url", "This link")} is the page of an account, not one post. Please open the post and copy its link there.`,
  addressTaken: (v) =>
    `${said(v, "url", "This link")} is already recorded for ${said(v, "taken", "other content")}. Please copy the link of the post of ${said(v, "code", "this proposal")} itself. If ${said(v, "taken", "the other one")} is wrong, please replace it there first: /posted ${said(v, "taken", "CODE")} URL reason="REASON".`,
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
