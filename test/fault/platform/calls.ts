import type { Socket } from "node:net";
import { type Chats, chatOf } from "./chats.js";
import type { Faults } from "./faults.js";
import { writeLine } from "./lines.js";
import type { Answer, Call, Fault, Seen } from "./protocol.js";

/** The answer travels for so long: a process that dies right after writing dies before it. */
const ANSWER_MS = 12;

/** What answers calls, well or badly, and remembers how. */
export interface Calls {
  answer(socket: Socket, call: Call["call"]): void;
  seen(): readonly Seen[];
  forget(): void;
}

const refusal = (fault: Fault): Answer | undefined => {
  switch (fault.kind) {
    case "429":
      return { error: { status: 429, retryAfterMs: fault.retryAfterMs, scope: fault.scope } };
    case "moved":
      return { error: { status: 400, movedTo: fault.to } };
    case "400":
      return { error: { status: 400 } };
    case "401":
      return { error: { status: 401 } };
    case "403":
      return { error: { status: 403 } };
    case "404":
      return { error: { status: 404 } };
    case "500":
      return { error: { status: 500 } };
    case "take-drop":
    case "take-silent":
    case "silent":
    case "half-open":
      return undefined;
    default:
      return fault satisfies never;
  }
};

/** Answers from the chats, unless a fault was ordered. */
export function createCalls(chats: Chats, faults: Faults): Calls {
  let seen: Seen[] = [];
  const later = (socket: Socket, answer: Answer): void => {
    setTimeout(() => writeLine(socket, answer), ANSWER_MS);
  };
  const fail = (socket: Socket, call: Call["call"], fault: Fault): void => {
    const refused = refusal(fault);
    if (refused) later(socket, refused);
    if (fault.kind === "take-drop" || fault.kind === "take-silent") chats.take(call);
    if (fault.kind === "take-drop") socket.destroy();
  };
  return {
    answer(socket, call) {
      const chat = chatOf(call.op);
      const fault = faults.next(chat);
      seen.push({ at: Date.now(), chat, outcome: fault?.kind ?? "ok" });
      if (fault) fail(socket, call, fault);
      else later(socket, chats.take(call));
    },
    seen: () => seen,
    forget: () => {
      seen = [];
    },
  };
}
