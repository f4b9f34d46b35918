import type { registryCommands as inIndonesian } from "../id/registry-commands.js";
import { input } from "../input-words.js";

const letterNumber = input(
  "Number of the letter",
  "Such as 800/12/2026; - where there is none yet",
  "What is the number of the letter? Write - where there is none yet.",
);
const letterEnd = input(
  "Valid until",
  "Such as 31/12/2026; - where it has no end",
  "Until which day is it valid? Write - where it has no end.",
);
const agencyKind = input(
  "Kind",
  "Internal: of the government; external: outside, such as PLN",
  "Internal or external?",
);

/** The words of the commands that keep the registry, in the parts of `commands`. */
export const registryCommands: Omit<typeof inIndonesian, "inputNames"> = {
  commands: {
    setup: {
      summary: "Connect this chat by a code of the admin",
      detail: "The chat becomes an agency's work, approval or digest chat. The code is the admin's and works once.",
      example: "/setup KOBAR-7K3F9-QXM2P",
    },
    join: {
      summary: "Join by an invitation code",
      detail: "You get the role of the invitation. The code is the admin's and works once.",
      example: "/join KOBAR-7K3F9-QXM2P",
    },
    account: {
      summary: "See or register official accounts",
      detail:
        "Without inputs it lists the agency's official accounts. With a handle it registers or changes one. To end one, add until=today.",
      example:
        "/account @registry.example medium=Instagram url=https://www.instagram.com/registry.example number=12/2026",
    },
    acting: {
      summary: "See or name who acts for an official",
      detail:
        "Without inputs it shows who acts for officials. An official on leave, the agency's head or an admin names somebody with a name and the last day.",
      example: "/acting Rina until=5/3 number=800/12/2026",
    },
    agency: {
      summary: "See or keep the agencies",
      detail:
        'Without inputs it lists all agencies, with a code it shows one. The communications office and admins add or change them with name="…"; one outside, such as PLN, with kind=external.',
      example: '/agency pln name="PLN ULP Example" kind=external',
    },
    channel: {
      summary: "See an agency's chats, or get a code for a new one",
      detail:
        "Lists the connected chats. The communications office and admins get codes for work, approval and digest chats, and disconnect chats.",
      example: "/channel dishub purpose=work",
    },
    member: {
      summary: "See an agency's people, or invite somebody",
      detail:
        "Without inputs it lists people and their roles, with a name it shows one. The communications office and admins invite with a role; the person then uses the invitation code. For a letter without a number yet, write -.",
      example: '/member "Rina Example" role=official position="Secretary" number=800/12/2026 agency=dishub',
    },
  },
  placeholders: {
    HANDLE: "HANDLE",
    PERSON: "PERSON",
    DATE: "DATE",
    external: "external",
    history: "history",
    yes: "yes",
    no: "no",
    work: "work",
    approval: "approval",
    digest: "digest",
  },
  inputs: {
    secret: input("Code", "Such as KOBAR-7K3F9-QXM2P", "What is the code?"),
    handle: input("Handle", "As on the medium, such as @dishub", "What is its handle? For example @dishub."),
    medium: input("Medium", "Such as Instagram or TikTok", "On which medium is it?"),
    number: input("Number of the letter", "Such as 800/12/2026", "What is the number of the letter?"),
    instrument: input("Letter", "Such as a letter of assignment", "What kind of letter is it?"),
    until: input("Last day", "Such as tomorrow, next Friday or 5/3", "Until which day?"),
    person: input("Who acts", "A registered person, such as Rina", "Who acts instead?"),
    official: input("Official who is away", "Empty means yourself, or the only official", "Which official is away?"),
    agency: input("Agency", "Code or name; empty means this chat's agency", "For which agency?"),
    name: input("Full name", "Such as Transport Office", "What is its full name?"),
    purpose: input("Purpose of the chat", "Work, approval or digest", "What is the chat for?"),
    role: input("Role", "Such as officer, official or admin", "What is their role?"),
    position: input("Position", "Such as secretary of the office", "What is their position?"),
    dated: input("Date of the letter", "Such as 5 January 2026", "When was the letter dated?"),
    function: input(
      "Function",
      "Where the regulation names functions, such as graphic design",
      "What is their function?",
    ),
    asn: input("Civil servant", "Yes or no", "Are they a civil servant?"),
    shared: input("Shared phone", "Yes where several people use the phone", "Do several people use the phone?"),
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
    "member.from": input("First day", "Empty means from now on", "From which day?"),
    "acting.from": input("First day", "Empty means from now on", "From which day?"),
    "acting.kind": input("Plh. or Plt.", "Plh. for a while, Plt. where the position is vacant", "Plh. or Plt.?"),
    "agency.agency": input(
      "Code of the agency",
      "One short word, such as dishub",
      "What is its code? One word, such as dishub.",
    ),
    "agency.kind": agencyKind,
    "agency.list": input("List", "History, or empty", "Which list?"),
    "editagency.kind": agencyKind,
    "channel.agency": input("Agency", "Code or name of the agency", "For which agency?"),
    "member.person": input("Name", "The whole name, such as Rina Example", "What is their name?"),
    "member.number": letterNumber,
    "member.until": letterEnd,
    "renew.number": letterNumber,
    "renew.until": letterEnd,
    "renew.position": input("Position", "Empty means unchanged", "What is their position?"),
  },
  forms: {
    setup: { title: "Connect the chat", submit: "Connect" },
    join: { title: "Join", submit: "Join" },
    account: { title: "Register an account", submit: "Save" },
    acting: { title: "Acting official", submit: "Name" },
    agency: { title: "Add an agency", submit: "Save" },
    editagency: { title: "Change the agency", submit: "Save" },
    channel: { title: "Code for a new chat", submit: "Get the code" },
    member: { title: "Invite somebody", submit: "Get the code" },
    renew: { title: "Renew", submit: "Save" },
  },
};
