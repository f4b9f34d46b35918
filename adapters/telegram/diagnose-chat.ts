import type { BoundChat } from "../../src/ports/chat/adapter.js";
import { broken, type Finding, warning } from "../../src/ports/finding.js";
import { CallError } from "./api.js";
import { detailOf, failureOf } from "./retry.js";

/** Asks Telegram something within the time that is left. */
export type Ask = <T>(method: string, payload: Readonly<Record<string, unknown>>) => Promise<T>;

/** https://core.telegram.org/bots/api#chatmember */
interface Member {
  readonly status: string;
  readonly is_member?: boolean;
  readonly can_send_messages?: boolean;
}

/** https://core.telegram.org/bots/api#chatfullinfo */
interface ChatInfo {
  readonly permissions?: { readonly can_send_messages?: boolean };
}

const notIn = (name: string): Finding =>
  broken(
    `the bot is not in “${name}”: what is for it is not delivered`,
    "Add the bot to that group, or bind another chat.",
  );

const mayNotWrite = (name: string): Finding =>
  broken(`the bot may not write in “${name}”`, "Make it an administrator there, or let members write.");

const unheard = (name: string): Finding =>
  warning(
    `the bot is no administrator of “${name}”: it does not hear of reactions there`,
    "Make it an administrator; without that everything still works by buttons and commands.",
  );

const ofMember = async (ask: Ask, chat: string, name: string, member: Member): Promise<readonly Finding[]> => {
  const { status, is_member, can_send_messages } = member;
  if (status === "administrator" || status === "creator") return [];
  if (status === "restricted") {
    if (is_member !== true) return [notIn(name)];
    return [...(can_send_messages === false ? [mayNotWrite(name)] : []), unheard(name)];
  }
  if (status !== "member") return [notIn(name)];
  const { permissions } = await ask<ChatInfo>("getChat", { chat_id: chat });
  return [...(permissions?.can_send_messages === false ? [mayNotWrite(name)] : []), unheard(name)];
};

const ofFailure = (error: unknown, name: string): Finding => {
  const failure = failureOf(error);
  if (failure?.kind !== "refused" || (failure.status !== 400 && failure.status !== 403))
    return warning(`“${name}” could not be asked about (${detailOf(error)})`, "Run it again.");
  if (failure.migrateTo !== undefined)
    return warning(`“${name}” has become a supergroup`, "Start the program: it follows at the next message.");
  return notIn(name);
};

/** Whether the bot can read and write in a bound chat; nothing where it can. Rejects only for a bug. */
export const diagnoseChat = async (
  ask: Ask,
  botId: number,
  { conversation, name }: BoundChat,
): Promise<readonly Finding[]> => {
  const chat = conversation.channel;
  try {
    // People's own ids are positive: in a private chat there are no members to ask about.
    if (!chat.startsWith("-")) {
      await ask("getChat", { chat_id: chat });
      return [];
    }
    const member = await ask<Member>("getChatMember", { chat_id: chat, user_id: botId });
    return await ofMember(ask, chat, name, member);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return [ofFailure(error, name)];
  }
};
