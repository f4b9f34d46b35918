import { connect, createServer, type Socket } from "node:net";

/** A way to a server on loopback that can be closed and opened again, as a cable that is pulled out. */
export interface TcpGate {
  readonly port: number;
  /** Cuts every connection and refuses new ones. */
  close(): Promise<void>;
  /** Lets connections through again. */
  open(): Promise<void>;
}

const pipe = (from: Socket, to: Socket): void => {
  from.pipe(to);
  from.on("error", () => to.destroy());
  from.on("close", () => to.destroy());
};

/** Opens a gate to `target` on 127.0.0.1. Its port stays the same. */
export const openTcpGate = async (target: number): Promise<TcpGate> => {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    }
    pipe(near, far);
    pipe(far, near);
  });
  const listen = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  const port = await listen(0);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    open: async () => {
      await listen(port);
    },
  };
};
