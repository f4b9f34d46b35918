import { randomUUID } from "node:crypto";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import { command, officerOf, press, react, type Speaker } from "../driver/events.js";

/** A text that waits for its official's approval, and what was sent about it. */
export interface Waiting {
  readonly code: string;
  readonly agency: string;
  /** The card of the current text, and of the one before. */
  readonly card: { readonly message: string; readonly token: string };
  readonly old: { readonly message: string; readonly token: string };
}

/** Somebody who may not approve it, and how they try. */
export interface Attempt {
  readonly who: string;
  readonly event: ChatEvent;
}

export const GOVERNMENT = "jabar";

/** People added to the agency by the row, by the ids they have on the platform. */
export const PLANTED = ["author", "expired", "revoked", "shared", "future"] as const;
export const plantedId = (agency: string, who: (typeof PLANTED)[number]): string => `${GOVERNMENT}-${agency}-x${who}`;

/** The same event by somebody else, or by nobody. */
const by = (event: ChatEvent, id: string | undefined): ChatEvent => {
  const { actor, ...rest } = event;
  if (id === undefined || actor === undefined) return rest as ChatEvent;
  return { ...event, actor: { ...actor, user: { ...actor.user, id } } };
};

const chatIn = (government: string, agency: string): Speaker => ({
  ...officerOf(government, agency),
  role: "official",
  purpose: "approval",
});

/** Typed, pressed and reacted, in the agency's approval chat. */
const tries = ({ code, agency, card }: Waiting, id: string | undefined): readonly ChatEvent[] => {
  const chat = chatIn(GOVERNMENT, agency);
  return [
    command(chat, `/approve ${code}`, randomUUID()),
    press(chat, card.message, card.token),
    react(chat, card.message, "approve"),
  ].map((event) => by(event, id));
};

/** The official's own hand on the card of a text that was replaced; their typed word would count. */
const onOldCard = ({ agency, old }: Waiting): readonly ChatEvent[] => {
  const chat = chatIn(GOVERNMENT, agency);
  return [press(chat, old.message, old.token), react(chat, old.message, "approve")];
};

/** An official of another government: in a chat of their own, with our code and our button. */
const fromElsewhere = ({ code, agency, card }: Waiting): readonly ChatEvent[] => {
  const chat = chatIn("kobar", agency);
  return [command(chat, `/approve ${code}`), press(chat, card.message, card.token)];
};

const attempt =
  (who: string) =>
  (event: ChatEvent): Attempt => ({ who, event });

/** All attempts on one text, each of which has to be refused and remembered. */
export const attemptsOn = (waiting: Waiting, otherAgency: string): readonly Attempt[] => {
  const { agency } = waiting;
  const people: Readonly<Record<string, string | undefined>> = {
    officer: `${GOVERNMENT}-${agency}-officer`,
    head: `${GOVERNMENT}-${agency}-head`,
    "another agency's official": `${GOVERNMENT}-${otherAgency}-official`,
    "another government's official, here": `kobar-${agency}-official`,
    "nobody known": randomUUID(),
    "somebody hidden": undefined,
    ...Object.fromEntries(PLANTED.map((who) => [who, plantedId(agency, who)])),
  };
  return [
    ...Object.entries(people).flatMap(([who, id]) => tries(waiting, id).map(attempt(who))),
    ...onOldCard(waiting).map(attempt("the official, on the old text's card")),
    ...fromElsewhere(waiting).map(attempt("another government's official, there")),
  ];
};
