import type { settingsCommands as inIndonesian } from "../id/settings-commands.js";
import { input } from "../input-words.js";

/** The words of the commands by which a government decides its own rules, in the parts of `commands`. */
export const settingsCommands: Omit<typeof inIndonesian, "inputNames"> = {
  commands: {
    settings: {
      summary: "See or change settings",
      detail:
        "Without inputs it lists all settings with what they mean, their bounds and basis. With a name and a value it changes one. Everybody may read; Diskominfo and admins change.",
      example: "/settings quiet-hours 20:00-05:00",
    },
    access: {
      summary: "See or change the rights of each role",
      detail:
        "Without inputs it shows who can do what. With a right, a role and a scope it changes that, as far as the regulation allows.",
      example: '/access close role=Diskominfo scope="all agencies"',
    },
    sop: {
      summary: "See or enter SOPs",
      detail:
        "Without inputs it lists the SOPs. With a number it enters or changes one. An SOP may shorten the deadline and add conditions, never loosen the regulation.",
      example: "/sop 12/2026 letterDate=5/3/2026 hours=12",
    },
  },
  placeholders: { NAME: "NAME", VALUE: "VALUE", RIGHT: "RIGHT", NUMBER: "NUMBER", HOURS: "HOURS" },
  inputs: {
    setting: input("Setting", "For example quiet-hours", "Which setting?"),
    value: input("New value", "As in its list, or: default", "What is the new value?"),
    right: input("Right", "For example close questions", "Which right?"),
    scope: input("Scope", "No, own agency, or all agencies", "How far?"),
    letterDate: input("Date of the letter", "For example 5/3/2026", "What is the date of the letter?"),
    issuer: input("Issued by", "Empty: as the regulation says", "Who issued it?"),
    hours: input("Deadline in hours", "For example 12; - means by the regulation", "How many hours is the deadline?"),
    available: input("Answers at hand", "What they have to pass, if anything", "What do they have to pass?"),
    inhouse: input("Answers drafted in-house", "What they have to pass, if anything", "What do they have to pass?"),
    forwarded: input(
      "Answers of the related agency",
      "What they have to pass, if anything",
      "What do they have to pass?",
    ),
  },
  commandInputs: {
    "access.role": input("Role", "For example official or Diskominfo", "For which role?"),
    "sop.number": input("Number of the SOP", "For example 12/2026", "What is the number of the SOP?"),
    "sop.letterDate": input("Date of the SOP", "For example 5/3/2026", "What is the date of the SOP?"),
  },
  forms: {
    settings: { title: "Change a setting", submit: "Save" },
    access: { title: "Change a right", submit: "Save" },
    sop: { title: "Enter an SOP", submit: "Save" },
  },
  choices: {
    own: "own agency",
    any: "all agencies",
    report: "report to the official",
    approve: "the official's approval",
  },
};
