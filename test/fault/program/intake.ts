import { connect, type Socket } from "node:net";
import type { Inbox } from "../../../src/ports/chat/adapter.js";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import { onLines, writeLine } from "../platform/lines.js";
import type { FromGateway } from "../platform/protocol.js";

const RECONNECT_MS = 100;
const PING_MS = 500;
/** Silence after which the connection counts as dead. */
const DEAD_MS = 2_000;

/** The long connection on which people's events come: kept up until it is closed. */
export interface Intake {
  /** Takes nothing more and resolves when what was taken is acknowledged. */
  close(): Promise<void>;
}

/** Puts each event into the inbox, in order within its chat, and acknowledges it then; what fails comes again by itself. */
export function openIntake(port: number, inbox: Inbox): Intake {
  const chats = new Map<string, Promise<void>>();
  let socket: Socket | undefined;
  let closing = false;
  let heardAt = 0;

  const take = (event: ChatEvent, from: Socket): void => {
    if (closing) return;
    const chat = event.conversation.channel;
    const before = chats.get(chat) ?? Promise.resolve();
    const taken = before
      .then(() => inbox.accept(event))
      .then(
        () => writeLine(from, { ack: event.eventId }),
        () => {},
      );
    chats.set(chat, taken);
  };
  const open = (): void => {
    if (closing) return;
    const next = connect(port, "127.0.0.1");
    socket = next;
    next.on("connect", () => {
      heardAt = Date.now();
      writeLine(next, { hello: "gateway" });
    });
    next.on("error", () => {});
    next.on("close", () => setTimeout(open, RECONNECT_MS));
    onLines<FromGateway>(next, (line) => {
      heardAt = Date.now();
      if ("event" in line) take(line.event, next);
    });
  };
  const beat = setInterval(() => {
    if (socket === undefined || socket.connecting) return;
    if (Date.now() - heardAt > DEAD_MS) socket.destroy();
    else writeLine(socket, { ping: true });
  }, PING_MS);
  open();

  return {
    async close() {
      closing = true;
      clearInterval(beat);
      await Promise.all(chats.values());
      socket?.end();
    },
  };
}
