import type { registryCommands as inIndonesian } from "../id/registry-commands.js";
import { input } from "../input-words.js";

/** The words of the commands that keep accounts, in the parts of `commands`. */
export const registryCommands: Omit<typeof inIndonesian, "inputNames"> = {
  commands: {
    account: {
      summary: "See or register official accounts",
      detail:
        "Without inputs it lists the agency's official accounts. With a handle it registers or changes one. To end one, add until=today.",
      example:
        "/account @registry.example medium=Instagram url=https://www.instagram.com/registry.example number=12/2026",
    },
  },
  placeholders: { HANDLE: "HANDLE", DATE: "DATE" },
  inputs: {
    handle: input("Handle", "As on the medium, such as @dishub", "What is its handle? For example @dishub."),
    medium: input("Medium", "Such as Instagram or TikTok", "On which medium is it?"),
    number: input("Number of the letter", "Such as 800/12/2026", "What is the number of the letter?"),
    instrument: input("Letter", "Such as a letter of assignment", "What kind of letter is it?"),
    until: input("Last day", "Such as tomorrow, 5/3 or 5 March 2026", "Until which day?"),
    agency: input("Agency", "Code or name; empty means this chat's agency", "For which agency?"),
  },
  commandInputs: {
    "account.url": input("Address of the account", "The address of its page", "Please send the address of its page."),
    "account.number": input(
      "Number of the designation",
      "Such as 800/12/2026",
      "What is the number of the letter that designates it?",
    ),
    "account.instrument": input(
      "Designation",
      "Such as a decree of the head of the agency",
      "By which letter was it designated?",
    ),
  },
  forms: { account: { title: "Register an account", submit: "Save" } },
};
