import type { RegistryChange } from "../../domain/registry/changes.js";
import { type NoticeText, said } from "../said.js";

const invited: NoticeText = (v) => {
  const role = said(v, "role");
  if (role !== "") return `invited ${said(v, "name", "somebody")} as ${role}`;
  const person = said(v, "person");
  return person === ""
    ? `gave out a code for the ${said(v, "purpose", "chat")}`
    : `gave out a code for another account of ${person}`;
};

const renewed: NoticeText = (v) => {
  const until = said(v, "until");
  const number = said(v, "number");
  const letter = number === "" ? "" : ` by letter ${number}`;
  return `renewed ${said(v, "person", "somebody")} as ${said(v, "role", "member")}${letter}${until === "" ? "" : `, until ${until}`}`;
};

export const registryHistory: Record<RegistryChange, NoticeText> = {
  agencyAdded: (v) => `added this agency with the code ${said(v, "code", "given")}`,
  agencyChanged: (v) => `changed the agency: ${said(v, "name", "name")}, ${said(v, "agencyKind", "kind")}`,
  chatBound: (v) => `the ${said(v, "purpose", "chat")} was connected`,
  chatUnbound: (v) =>
    `disconnected the ${said(v, "purpose", "chat")}${said(v, "channel") === "" ? "" : `: ${said(v, "channel")}`}`,
  botRemoved: (v) =>
    `the bot was removed from the ${said(v, "purpose", "chat")}${said(v, "channel") === "" ? "" : `: ${said(v, "channel")}`}`,
  chatMoved: (v) => `${said(v, "purpose", "chat")} has a new address; Tanggap followed`,
  invited,
  invitationRecalled: (v) =>
    `cancelled the code for ${said(v, "name") || said(v, "role") || said(v, "person") || said(v, "purpose", "it")}`,
  joined: (v) => `joined as ${said(v, "role", "member")}`,
  personChanged: (v) => `changed what is known of ${said(v, "person", "somebody")}`,
  appointmentEnded: (v) => `ended ${said(v, "person", "somebody")} as ${said(v, "role", "member")}`,
  appointmentRenewed: renewed,
  identityAdded: (v) => `added a ${said(v, "platform", "chat")} account`,
  identityRemoved: (v) => `removed the ${said(v, "platform", "chat")} account of ${said(v, "person", "somebody")}`,
  ethicsRead: (v) =>
    `says to have read the ethics and duties${said(v, "articles") === "" ? "" : ` (${said(v, "articles")})`}`,
  accountRegistered: (v) => `registered the official account ${said(v, "account", "given")}`,
  accountChanged: (v) => `changed the official account ${said(v, "account", "given")}`,
  accountEnded: (v) => `ended the official account ${said(v, "account", "given")}`,
  actingNamed: (v) =>
    `named ${said(v, "person", "somebody")} to act for ${said(v, "instead", "an official")} until ${said(v, "until", "that day")}`,
  actingEnded: (v) => `ended ${said(v, "person", "somebody")} acting for ${said(v, "instead", "an official")}`,
};
