import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createIdle } from "../../../src/infra/scheduler/idle.js";
import type { Mode } from "../platform/protocol.js";
import { type Database, serverPort, visit } from "./database.js";
import { type Platform, startPlatform } from "./platform.js";
import { type Program, startProgram } from "./program.js";
import { until } from "./until.js";

/** One platform and one data folder, on which the program is started again and again. */
export interface Stand {
  readonly platform: Platform;
  readonly dataDir: string;
  readonly mode: () => Mode;
  /** Which kind of platform it is for the starts to come. */
  use(mode: Mode): Promise<void>;
  /** Starts the program; undefined when it crashed before it was ready, as it was told to. */
  start(environment?: Readonly<Record<string, string>>): Promise<Program | undefined>;
  /** What the program started last is called in the journal: each start has a name of its own there. */
  sender(): string;
  /** SIGKILL to the program; its database server stays. */
  kill(): Promise<void>;
  /** Throws while the server is down. */
  database(): Database;
  /** Waits until nothing is left to do, also through restarts. */
  quiet(withinMs?: number): Promise<void>;
  dispose(): Promise<void>;
}

/** The longest wait for quiet: a message that is tried again may back off for some time. */
const QUIET_MS = 120_000;

const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "tanggap-fault-"));

/** A stand with an empty data folder, and a folder of its own for the platform's journal. */
export async function openStand(dataDir = temporaryFolder()): Promise<Stand> {
  const folder = temporaryFolder();
  const platform = await startPlatform(join(folder, "journal"));
  let mode: Mode = "nonce";
  let program: Program | undefined;
  let open: Database | undefined;
  let lives = 0;

  const sender = (): string => `life ${lives}`;
  const start: Stand["start"] = async (environment = {}) => {
    lives += 1;
    const started = await startProgram({
      DATA_DIR: dataDir,
      FAULT_PORT: String(platform.port),
      FAULT_MODE: mode,
      FAULT_NAME: sender(),
      ...environment,
    });
    program = "url" in started ? started : undefined;
    return program;
  };
  /** The server may move to another port when it is started again. */
  const database = (): Database => {
    if (open !== undefined && open.port === serverPort(dataDir)) return open;
    void open?.close().catch(() => {});
    open = visit(dataDir);
    return open;
  };
  const isQuiet = async (): Promise<boolean> => {
    const { prisma } = database();
    const waiting = await prisma.outboxMessage.count({ where: { state: { in: ["pending", "sending"] } } });
    return waiting === 0 && (await createIdle(prisma, ["simulator"])(0));
  };
  return {
    platform,
    dataDir,
    mode: () => mode,
    async use(next) {
      mode = next;
      await platform.setMode(next);
    },
    start,
    sender,
    kill: async () => void (await program?.kill()),
    database,
    quiet: (withinMs = QUIET_MS) => until("quiet", withinMs, isQuiet).then(() => {}),
    async dispose() {
      await open?.close().catch(() => {});
      await program?.kill();
      const last = await start();
      await last?.stop();
      await platform.end();
      for (const each of [dataDir, folder]) await rm(each, { recursive: true, force: true });
    },
  };
}
