import { appendFileSync } from "node:fs";
import type { DeliveryOp, OutboundMessage } from "../../../src/ports/chat/outbound.js";
import { type Answer, type Call, type Entry, type Mode, NONCE_WINDOW_MS, type Shown } from "./protocol.js";

/** The chats: they take operations and keep what they took. */
export interface Chats {
  mode: Mode;
  take(call: Call["call"]): Answer;
  shown(chat: string): readonly Shown[];
}

/** Kept for pressing buttons; older messages of a chat are forgotten, as nobody scrolls back that far. */
const KEPT = 200;

/** The chat an operation is for. */
export const chatOf = (op: DeliveryOp): string => (op.kind === "post" ? op.to.conversation.channel : op.target.channel);

const textOf = (message: OutboundMessage): string => JSON.stringify(message.blocks);

const buttonsOf = ({ blocks }: OutboundMessage): Shown["buttons"] =>
  blocks.flatMap((block) =>
    block.kind === "buttons"
      ? block.items.flatMap((one) => (one.kind === "link" ? [] : [{ label: one.label, token: one.token }]))
      : [],
  );

/** Chats that write whatever they accept into the journal, before anybody is answered. */
export function createChats(journal: string): Chats {
  const messages = new Map<string, Shown[]>();
  const keys = new Map<string, { readonly id: string; readonly at: number }>();
  let last = 0;

  const note = (call: Call["call"], id: string, text: string, recognised: boolean): Answer => {
    const entry: Entry = {
      at: Date.now(),
      op: call.op.kind,
      chat: chatOf(call.op),
      id,
      key: call.key,
      text,
      recognised,
      from: call.from,
    };
    appendFileSync(journal, `${JSON.stringify(entry)}\n`);
    return { ok: { id } };
  };
  const keep = (chat: string, id: string, message: OutboundMessage): void => {
    const list = messages.get(chat) ?? [];
    const shown = { id, text: textOf(message), buttons: buttonsOf(message) };
    const place = list.findIndex((one) => one.id === id);
    if (place >= 0) list[place] = shown;
    else list.push(shown);
    messages.set(chat, list.slice(-KEPT));
  };
  const post = (call: Call["call"], message: OutboundMessage): Answer => {
    const known = keys.get(call.key);
    if (chats.mode === "nonce" && known !== undefined && Date.now() - known.at < NONCE_WINDOW_MS)
      return note(call, known.id, textOf(message), true);
    last += 1;
    const id = `m${last}`;
    keys.set(call.key, { id, at: Date.now() });
    keep(chatOf(call.op), id, message);
    return note(call, id, textOf(message), false);
  };
  const chats: Chats = {
    mode: "nonce",
    take(call) {
      const { op } = call;
      if (op.kind === "post") return post(call, op.message);
      if (op.kind === "edit") keep(op.target.channel, op.target.id, op.message);
      return note(call, op.target.id, op.kind === "edit" ? textOf(op.message) : "", false);
    },
    shown: (chat) => messages.get(chat) ?? [],
  };
  return chats;
}
