import { said, type NoticeText as Words } from "../../said.js";
import { settingHints } from "./settings.js";

const hints: Readonly<Record<string, string>> = settingHints;

import type { problems as inIndonesian } from "../id/problems.js";

const first = (v: Parameters<Words>[0]): string => `line ${said(v, "line")} of ${said(v, "file")}`;

export const problems: Readonly<Record<keyof typeof inIndonesian, Words>> = {
  fileMissing: (v) => `This file was not found or cannot be read (${said(v, "path")}). Check its name and folder.`,
  lettersAlone: (v) =>
    `There is no file of this name. If it is a government's letters, write "--" before the option: npm run setup -- --renew ${said(v, "value")}`,
  fileTooBig: (v) => `The file is too large. The most is ${said(v, "max")}.`,
  workbook: () => `This is an Excel workbook, no text. In Excel choose "Save As", then "CSV UTF-8 (Comma delimited)".`,
  utf16: () =>
    `This file is UTF-16. In Excel choose "Save As", then "CSV UTF-8 (Comma delimited)"; save YAML as UTF-8.`,
  binary: () => "This file is no text. Save it as UTF-8 text.",
  notUtf8: () =>
    `This line has letters in the old encoding (Windows-1252). Save the file as UTF-8; in Excel choose "CSV UTF-8 (Comma delimited)".`,
  brokenCharacter: (v) => `"${said(v, "value")}" has a broken letter. Type it anew.`,
  yamlSyntax: (v) =>
    `YAML cannot be read here (${said(v, "reason")}). Check the spaces before the line, colons and quotation marks.`,
  yamlUnclosed: () => "A quotation mark or bracket opened on this line is not closed. Close it on the same line.",
  yamlTwice: () => "This key is there already, above. Remove one of the two.",
  yamlAlias: () => "Shorthands of YAML (& and *) are not used here. Write it out, or put it in quotation marks.",
  yamlKey: () => "A key has to be a word. Write it as docs/setup.example.yaml does.",
  yamlNoMap: () => "This file is empty or has no keys. Begin with docs/setup.example.yaml.",
  yamlTooDeep: () => "This file is nested too deeply. Begin with docs/setup.example.yaml.",
  missing: () => "This is needed and not there. Add it.",
  empty: () => "This is empty. Fill it in, or remove the line if it is optional.",
  unknownKey: (v) => `The key "${said(v, "name")}" is unknown. Known are: ${said(v, "allowed", "see docs/setup.md")}.`,
  wantsText: () => "A plain text is needed here, no list.",
  wantsList: () => `A list is needed here: each entry on a line of its own that begins with "- ".`,
  wantsMap: () => `Named values are needed here, such as "name: …".`,
  tooLong: (v) => `Too long: ${said(v, "length")} characters. The most is ${said(v, "max")}.`,
  tooMany: (v) => `Too many. The most is ${said(v, "max")}.`,
  badLetters: (v) => `"${said(v, "value")}" are no code letters. Use 2 to 10 letters without spaces, such as KOBAR.`,
  lettersTaken: (v) => `${said(v, "value")} are another government's letters in this database. Choose others.`,
  badAgencyCode: (v) =>
    `"${said(v, "value")}" is no agency code. Use one word of 2 to 20 small letters or digits that begins with a letter, such as pupr.`,
  badZone: (v) => `The time zone "${said(v, "value")}" is unknown. Use WIB, WITA, WIT or a name such as Asia/Jakarta.`,
  badDay: (v) => `"${said(v, "value")}" is no date. Write it like 5 January 2026, 5/1/2026 or 2026-01-05 (day first).`,
  badPeriod: (v) => `It ends (${said(v, "until")}) before it begins (${said(v, "from")}). Correct one of the two.`,
  adminShared: () => "The first admin cannot have a shared phone: nothing is kept from one. Leave this out.",
  adminLater: (v) =>
    `The first admin has to act today (${said(v, "today")}), but the letter is in force from ${said(v, "value")}. Set letter.from to today or before.`,
  adminEnds: (v) =>
    `The first admin's term ends ${said(v, "value")}, which is too soon. Choose ${said(v, "earliest")} or later, or leave this out.`,
  badUrl: (v) => `"${said(v, "value")}" is no web address. Write it like https://instagram.com/contoh.`,
  badHandle: (v) => `The account "${said(v, "value")}" may only have letters, digits, dots, underscores and hyphens.`,
  badChoice: (v) => `"${said(v, "value", "That")}" is unknown here. Choose one of: ${said(v, "choices")}.`,
  officeElsewhere: (v) =>
    `The role "${said(v, "value")}" is for the agency named under communications (${said(v, "office")}) alone. Correct the role or the agency.`,
  officeExternal: (v) =>
    `${said(v, "value")} is the communications office and cannot be outside the government. Leave this out.`,
  badFunction: (v) =>
    `The function "${said(v, "value")}" is unknown here. ${said(v, "choices") === "" ? "This regulation names no functions: remove it." : `For officers only, one of: ${said(v, "choices")}.`}`,
  badNumber: (v) =>
    `"${said(v, "value")}" is no number that can be used. Use a whole number from ${said(v, "min")} to ${said(v, "max")}.`,
  badTime: (v) => `"${said(v, "value")}" is no time of day. Write it like "21:00".`,
  badSetting: (v) => `This cannot be used. ${hints[said(v, "setting")] ?? "See docs/setup.md."}`,
  badValue: () => "This cannot be used. See docs/setup.md.",
  unknownRight: (v) => `There is no right called "${said(v, "value")}". There are: ${said(v, "known")}.`,
  badAccess: (v) => {
    const basis = said(v, "citation") === "" ? "" : ` (${said(v, "citation")})`;
    return `${said(v, "right")} of ${said(v, "role")} cannot be ${said(v, "value")}${basis}. It can be: ${said(v, "allowed")}.`;
  },
  agencyTwice: (v) =>
    `"${said(v, "value")}" is on ${first(v)} already. Every code and name of an agency is there once.`,
  unknownAgency: (v) =>
    `The agency "${said(v, "value")}" is not in the list of agencies. Add it, or correct the spelling.`,
  twoNames: (v) =>
    `Two names for one code: "${said(v, "value")}" here and "${said(v, "other")}" on ${first(v)}. Remove the name here.`,
  personTwice: (v) =>
    `${said(v, "value")} is there with the same role and agency on ${first(v)}. Remove one of the two.`,
  sopOfGovernment: () => "Under this regulation one SOP holds for all agencies. Remove the key agency.",
  sopOfAgency: () => "Under this regulation every agency has its own SOP. Add the key agency.",
  sopTooLong: (v) =>
    `An SOP may not be longer than the regulation: ${said(v, "max")} hours at most (${said(v, "citation")}).`,
  sopGate: (v) =>
    `An SOP only adds conditions: for this answer the regulation asks for ${said(v, "gate")} (${said(v, "citation")}). Write the same or a stricter one, or remove this.`,
  sopLater: (v) => `The SOP's date ${said(v, "value")} is yet to come. Write the date of its letter.`,
  sopExternal: (v) => `"${said(v, "value")}" is outside the government, so its SOP is not kept here. Remove this SOP.`,
  sopTwice: (v) => `The SOP of this agency is on ${first(v)} already. Remove one of the two.`,
  accountTwice: (v) => `This account is on ${first(v)} already. Remove one of the two.`,
  needsDesignation: (v) =>
    `Under ${said(v, "citation")} accounts are designated by ${said(v, "instrument")}. Add "designation: { number: … }".`,
  needsInstrument: () => `Add the name of the letter: "designation: { instrument: …, number: … }".`,
  csvEmpty: () => "This file is empty. Its first line names the columns, such as code,name,kind.",
  csvQuote: () => `The quotation marks (") of this line do not pair. Correct them, and keep every record on one line.`,
  csvCells: (v) =>
    `This line has ${said(v, "found")} columns instead of ${said(v, "wanted")}. Check its semicolons or commas.`,
  csvUnknownColumn: (v) => `The column "${said(v, "name")}" is unknown. Remove it, or use one of: ${said(v, "known")}.`,
  csvColumnTwice: (v) => `The column "${said(v, "name")}" is there twice. Remove one of the two.`,
  csvMissingColumn: (v) =>
    `The column "${said(v, "name")}" is not on this line, which has to name the columns: ${said(v, "known")}.`,
};
