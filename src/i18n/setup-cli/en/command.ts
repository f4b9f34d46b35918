import type { CommandTexts } from "../id/command.js";

export const command: CommandTexts = {
  usage: [
    "Usage: npm run setup                           asks step by step in the terminal",
    "       npm run setup -- FILE.yaml              from a file, such as docs/setup.example.yaml",
    "       npm run setup -- --renew LETTERS        new codes for those nobody has used",
    "       npm run setup -- --admin LETTERS        a code for a new admin, when the others are gone",
    "       npm run setup -- --remove-trial LETTERS removes a trial with everything in it",
    "",
    "  --check          only looks at the file; nothing is saved",
    "  --json           the outcome as JSON",
    "  --codes-to FILE  writes the codes to the new file FILE and not to the screen",
    "  --yes            removes a trial without asking again",
    "  --lang id|en     language of these texts",
    "  -h, --help       shows this",
    "",
    "Every key is explained in docs/setup.md",
  ].join("\n"),
  unknownOption: (option) => `There is no option ${option}. See: npm run setup -- --help`,
  unknownLanguage: "The languages are id and en, for example: npm run setup -- --lang en",
  oneFile: "Give one file only, for example: npm run setup -- setup.yaml",
  needsFile: (option) => `${option} needs a file, for example: npm run setup -- setup.yaml ${option}`,
  needsValue: (option) => `${option} needs a value. See: npm run setup -- --help`,
  notBoth: (one, other) => `${one} and ${other} do not go together.`,
  onlyWith: (option, other) => `${option} is used with ${other} only.`,
  noTerminal: "The questions need a terminal. Give a file: npm run setup -- setup.yaml",
  badFile: (count) => `${count === 1 ? "One thing needs" : `${count} things need`} mending. Nothing was saved.`,
  atLine: (line) => `line ${line}`,
  good: (name, code) => `This file can be used: ${name} (${code}).`,
  counts: (agencies, people, chats) => `${agencies} agencies, codes for ${people} people and ${chats} chats.`,
  nothingSaved: "This was a check only; nothing was saved.",
  exists: (code) =>
    `${code} is already set up; nothing was changed. For changes the admin uses /agency, /member, /channel and /account in the chat. Codes nobody has used can be replaced: npm run setup -- --renew ${code}`,
  unknownGovernment: (code) => `There is no government with the letters ${code} in this database.`,
  removal: {
    question: (code) =>
      `The trial ${code} is removed with all its people, chats, questions and history, and cannot be brought back. Type its letters once more`,
    others: (code) => `That is not ${code}. Ctrl-C leaves.`,
    left: "Left. Nothing was removed.",
  },
  removed: (code, { name, agencies, people, chats, cases, posts }) =>
    `${name} (${code}) is removed: agencies ${agencies}, people ${people}, chats ${chats}, questions ${cases}, posts ${posts}, with their codes and history. Its letters can be used again.`,
  isReal: (code) => `${code} is no trial. A real government cannot be removed; nothing was changed.`,
  isRunning: (code) =>
    `The program is running, or was killed just now. Stop it, wait 15 seconds, then remove ${code}. Nothing was removed.`,
  unsure: (code) => `Say that ${code} is to be removed: run it in a terminal, or add --yes. Nothing was removed.`,
  nothingToRenew: (code) =>
    `All codes ${code} got from its setup were used. The admin gives out new ones by /member and /channel.`,
  codesTaken: (path) =>
    `The file ${path} is there already or cannot be made. Choose another name for --codes-to. Nothing was saved.`,
  interrupted: "Stopped. Nothing was saved.",
  founded: (name, code, isTrial) => `${name} (${code}) is set up${isTrial ? " as a trial in the simulator" : ""}.`,
  renewed: (code) => `The codes of ${code} that nobody had used were replaced; the old ones work no longer.`,
  adminInvited: (code) =>
    `A code for one admin of ${code}. Whoever types it is an admin, so give it to that person alone.`,
  codes: {
    heading: (time) => `One-time codes, valid until ${time}. They are not shown again.`,
    written: (path, time) => `The codes are in ${path}. Valid until ${time}; delete the file once they are handed out.`,
    people: "For people: typed in a group or in a private chat with the bot",
    several: (name, count) => `${name} has ${count} codes, one for each role: all of them are typed, one by one.`,
    chats: "For chats: typed in that chat",
  },
  roles: {
    officer: "officer",
    official: "official",
    head: "head",
    communications: "communications office (Diskominfo)",
    admin: "admin",
    auditor: "auditor",
  },
  next: {
    heading: "What to do next",
    trial: [
      "Start the program with npm start if it does not run yet, and open the address it prints.",
      "Choose this government, add chats and people, and type their codes as those people.",
    ],
    real: [
      "Start the program with npm start if it does not run yet, and connect a chat platform (README).",
      "Add the bot to each chat, then type /setup and its code there.",
      "Give people their codes privately; they type /join and the code. The admin first.",
    ],
    more: (code) =>
      `More agencies, people and chats: the admin uses /agency, /member and /channel. Codes that expired: npm run setup -- --renew ${code}`,
    noCommunications:
      "Nobody holds the role of the communications office (Diskominfo) yet: escalations have no receiver. Invite somebody by /member.",
  },
};
