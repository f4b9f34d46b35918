import type { Socket } from "node:net";

/** Calls back with every line of JSON the socket brings. The sender is one of our own processes: its word is taken. */
export function onLines<T>(socket: Socket, take: (line: T) => void): void {
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) take(JSON.parse(part) as T);
  });
}

/** Writes one line of JSON; into a socket that is gone it writes nothing. */
export function writeLine(socket: Socket, line: unknown): void {
  if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
}
