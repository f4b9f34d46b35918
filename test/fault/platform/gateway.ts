import type { Socket } from "node:net";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import { onLines, writeLine } from "./lines.js";
import type { ToGateway } from "./protocol.js";

/** People's events on their way to the program: each again until it is acknowledged, in order. */
export interface Gateway {
  say(event: ChatEvent, copies: number): void;
  /** A process of the program has connected. */
  attach(socket: Socket): void;
  /** Neither listens nor speaks, while the connection stays. */
  freeze(frozen: boolean): void;
}

/** So long a platform waits for an acknowledgement. */
const AGAIN_MS = 2_000;

/** A gateway that calls back with the id of every event that was acknowledged for the first time. */
export function createGateway(onAck: (eventId: string) => void): Gateway {
  const waiting = new Map<string, { readonly event: ChatEvent; sentAt: number }>();
  const programs: Socket[] = [];
  let frozen = false;

  const send = (event: ChatEvent, copies: number): void => {
    const waits = waiting.get(event.eventId);
    // Several processes take turns: what one does not acknowledge goes to another.
    const program = programs.shift();
    if (program === undefined) return;
    programs.push(program);
    if (frozen) return;
    if (waits) waits.sentAt = Date.now();
    for (let copy = 0; copy < copies; copy += 1) writeLine(program, { event });
  };
  const sendAgain = (beforeMs: number): void => {
    const before = Date.now() - beforeMs;
    for (const { event, sentAt } of waiting.values()) if (sentAt <= before) send(event, 1);
  };
  const hear = (line: ToGateway, socket: Socket): void => {
    if (frozen) return;
    if ("ping" in line) writeLine(socket, { pong: true });
    else if (waiting.delete(line.ack)) onAck(line.ack);
  };
  setInterval(() => sendAgain(AGAIN_MS), AGAIN_MS / 4).unref();

  return {
    say(event, copies) {
      waiting.set(event.eventId, { event, sentAt: 0 });
      send(event, copies);
    },
    attach(socket) {
      programs.push(socket);
      onLines<ToGateway>(socket, (line) => hear(line, socket));
      socket.on("close", () => {
        const place = programs.indexOf(socket);
        if (place >= 0) programs.splice(place, 1);
      });
      sendAgain(0);
    },
    freeze: (value) => {
      frozen = value;
    },
  };
}
