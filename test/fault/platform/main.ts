import { createServer, type Socket } from "node:net";
import { createCalls } from "./calls.js";
import { createChats } from "./chats.js";
import { createFaults } from "./faults.js";
import { createGateway } from "./gateway.js";
import { onLines } from "./lines.js";
import type { Call, Hello, Order, Word } from "./protocol.js";

/**
 * A chat platform in a process of its own: chats, people's events, a journal of everything accepted, and failures to
 * order. Its parent orders over the channel between them; the program speaks to a port of the loopback.
 */
const tell = (word: Word): void => void process.send?.(word);
const chats = createChats(process.argv[2] ?? "");
const faults = createFaults();
const calls = createCalls(chats, faults);
const gateway = createGateway((eventId) => tell({ acked: eventId }));
const sockets = new Set<Socket>();
let port = 0;
let stuck = false;

const server = createServer((socket) => {
  sockets.add(socket);
  socket.on("error", () => {});
  socket.on("close", () => sockets.delete(socket));
  if (stuck) return void socket.pause();
  let known = false;
  onLines<Call | Hello>(socket, (line) => {
    if (known) return;
    known = true;
    if ("hello" in line) gateway.attach(socket);
    else calls.answer(socket, line.call);
  });
});

const listen = (): Promise<void> => new Promise((done) => server.listen(port, "127.0.0.1", done));

const network = async (state: "up" | "gone" | "half-open"): Promise<void> => {
  stuck = state === "half-open";
  gateway.freeze(stuck);
  if (state === "gone") server.close();
  // What was half open is found dead when the network is back.
  if (state !== "half-open") for (const socket of sockets) socket.destroy();
  if (state === "up" && !server.listening) await listen();
};

const obey = async (order: Order): Promise<unknown> => {
  switch (order.do) {
    case "mode":
      chats.mode = order.mode;
      return undefined;
    case "say":
      return gateway.say(order.event, order.copies);
    case "inject":
      return faults.inject(order.rule);
    case "heal":
      calls.forget();
      return faults.heal();
    case "network":
      return network(order.state);
    case "shown":
      return chats.shown(order.chat);
    case "seen":
      return calls.seen();
    default:
      return order satisfies never;
  }
};

process.on("message", ({ number, order }: { number: number; order: Order }) => {
  void obey(order).then((value) => tell({ answer: number, value }));
});
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit(0));

await listen();
const address = server.address();
port = typeof address === "object" && address ? address.port : 0;
tell({ ready: { port } });
