import { randomUUID } from "node:crypto";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";

/** Somebody in a chat of an example government. */
export interface Speaker {
  readonly government: string;
  readonly agency: string;
  readonly role: "officer" | "official" | "head";
  readonly purpose: "work" | "approval";
  /** Where the chat is now, when it has moved. */
  readonly movedTo?: string;
}

/** The officer of an agency in its work chat. */
export const officerOf = (government: string, agency: string): Speaker => ({
  government,
  agency,
  role: "officer",
  purpose: "work",
});

/** The id of the chat somebody speaks in. */
export const chatOf = ({ government, agency, purpose, movedTo }: Speaker): string =>
  movedTo ?? `${government}-${agency}-${purpose}`;

const baseOf = (speaker: Speaker, eventId: string) => {
  const { government, agency, role } = speaker;
  const id = `${government}-${agency}-${role}`;
  return {
    eventId,
    occurredAt: new Date().toISOString(),
    conversation: { platform: "simulator", workspace: government, channel: chatOf(speaker) },
    actor: { user: { platform: "simulator", workspace: government, id }, displayName: id, isBot: false },
  } as const;
};

/** Types `/name rest`. */
export const command = (speaker: Speaker, line: string, eventId: string = randomUUID()): ChatEvent => {
  const [, name = "", rest = ""] = /^\/(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  const base = baseOf(speaker, eventId);
  const message = { ...base.conversation, id: `p-${eventId}` };
  return { ...base, type: "command", command: name, input: { kind: "text", text: rest }, message };
};

/** Presses the button with this token on the message. */
export const press = (speaker: Speaker, message: string, token: string, eventId: string = randomUUID()): ChatEvent => {
  const base = baseOf(speaker, eventId);
  return { ...base, type: "action", message: { ...base.conversation, id: message }, token };
};

/** Sends a form. */
export const form = (speaker: Speaker, name: string, values: Readonly<Record<string, string>>): ChatEvent => ({
  ...baseOf(speaker, randomUUID()),
  type: "form",
  form: name,
  context: "",
  values,
});

/** Says something to the bot, in reply to one of its messages. */
export const reply = (speaker: Speaker, message: string, text: string): ChatEvent => {
  const base = baseOf(speaker, randomUUID());
  const inReplyTo = { message: { ...base.conversation, id: message } };
  const own = { ...base.conversation, id: `p-${base.eventId}` };
  return { ...base, type: "message", message: own, text, addressed: true, inReplyTo };
};

/** Changes what was said in a message. */
export const edit = (speaker: Speaker, said: ChatEvent, text: string): ChatEvent => {
  const base = baseOf(speaker, randomUUID());
  return { ...base, type: "edited", message: { ...base.conversation, id: `p-${said.eventId}` }, text };
};

/** Reacts to a message. */
export const react = (speaker: Speaker, message: string, reaction: "approve" | "reject"): ChatEvent => {
  const base = baseOf(speaker, randomUUID());
  const native = reaction === "approve" ? "👍" : "👎";
  return {
    ...base,
    type: "reaction",
    message: { ...base.conversation, id: message },
    change: "added",
    reaction,
    native,
  };
};
