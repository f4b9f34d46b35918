import { startEmbeddedServer } from "../../../src/infra/db/embedded-server.js";
import { silentLogger } from "../../support/silent-logger.js";
import { openTcpGate, type TcpGate } from "../../support/tcp-gate.js";
import { serverPort } from "./database.js";
import { type Program, startProgram } from "./program.js";
import type { Stand } from "./stand.js";

/** One of several processes on one database. */
export interface Replica {
  readonly name: string;
  /** What it is called in the journal: each start has a name of its own there. */
  readonly sender: string;
  readonly program: Program;
  /** The only way from it to the database. */
  readonly gate: TcpGate;
}

/** Several processes on one database, which the driver owns. */
export interface Fleet {
  readonly replicas: ReadonlyMap<string, Replica>;
  /** Starts the process of that name, anew if it has died. */
  start(name: string): Promise<Replica>;
  end(): Promise<void>;
}

/** Opens `count` processes on the stand's data; `environment` is added to each one's. */
export async function openFleet(
  stand: Stand,
  count: number,
  environment: (name: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<Fleet> {
  const server = await startEmbeddedServer({ dataDir: stand.dataDir, explicit: true, logger: silentLogger });
  const replicas = new Map<string, Replica>();
  let lives = 0;
  const start = async (name: string): Promise<Replica> => {
    const gate = replicas.get(name)?.gate ?? (await openTcpGate(serverPort(stand.dataDir)));
    const url = new URL(server.url);
    url.port = String(gate.port);
    lives += 1;
    const sender = `${name}, life ${lives}`;
    const program = await startProgram({
      DATABASE_URL: url.href,
      FAULT_PORT: String(stand.platform.port),
      FAULT_MODE: stand.mode(),
      FAULT_NAME: sender,
      ...environment(name),
    });
    if (!("url" in program)) throw new Error(`${name} ended with ${program.signal}`);
    const replica = { name, sender, program, gate };
    replicas.set(name, replica);
    return replica;
  };
  for (let number = 1; number <= count; number += 1) await start(`replica ${number}`);
  return {
    replicas,
    start,
    async end() {
      for (const { program, gate } of replicas.values()) {
        program.signal("SIGCONT");
        await program.kill();
        await gate.close();
      }
      await server.stop();
    },
  };
}
