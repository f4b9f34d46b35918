import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase } from "../support/database.js";
import { type Program, programEntry, startProgram, temporaryDataDir } from "../support/program.js";
import { simulatorClient } from "../support/simulator-client.js";
import { openTcpGate } from "../support/tcp-gate.js";

const STOPS_WITHIN_MS = 10_000;
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

const dataDir = (): string => {
  const { path, remove } = temporaryDataDir();
  undo.push(remove);
  return path;
};
const start = async (environment: Readonly<Record<string, string>>): Promise<Program> => {
  const program = await startProgram(environment);
  undo.push(() => program.kill());
  return program;
};

const readyz = async (url: string) => {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: await response.json() };
};
const ready = { status: 200, body: { ready: true } };
const unready = (...not: readonly string[]) => ({ status: 503, body: { ready: false, not } });

const metric = async (url: string, name: string, init: RequestInit = {}): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`, init)).text();
  const line = text.split("\n").find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
};

const event = (number: number) => ({
  as: "kobar-pupr-officer",
  channel: "kobar-pupr-work",
  type: "command",
  text: `/inquiry Pertanyaan nomor ${number}?`,
  eventId: `load-${number}`,
});

/** A reader of the page's stream that reads nothing and never leaves. */
const hangOn = async (url: string): Promise<void> => {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  undo.push(() => socket.destroy());
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write("GET /api/simulator/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
  socket.once("data", () => socket.pause());
  await vi.waitFor(() => expect(socket.isPaused()).toBe(true));
};

/** What `/readyz` said from the moment the program knew of the signal to its end, and how it ended. */
const stopWatched = async (program: Program) => {
  const said: unknown[] = [];
  const asked = performance.now();
  const ending = program.stop();
  const watching = (async () => {
    for (;;) said.push(await readyz(program.url));
  })().catch(() => {});
  const code = await ending;
  const tookMs = performance.now() - asked;
  await watching;
  const known = said.findIndex((each) => !isDeepStrictEqual(each, ready));
  return { code, tookMs, said: known < 0 ? [] : said.slice(known) };
};

describe("/readyz and /metrics of the whole program", () => {
  test("say that it runs, what it did, and that the database is away, until it is back", async () => {
    const database = await createTestDatabase();
    undo.push(database.drop);
    const url = new URL(database.url);
    const gate = await openTcpGate(Number(url.port));
    undo.push(gate.close);
    url.port = String(gate.port);
    url.hostname = "127.0.0.1";
    const program = await start({ DATABASE_URL: url.href, LOG_LEVEL: "fatal" });
    expect(await readyz(program.url)).toEqual(ready);
    await simulatorClient(() => program.url).type(event(1).as, event(1).channel, event(1).text);
    const sent = 'tanggap_deliveries_total{platform="simulator",outcome="sent"}';
    expect(await metric(program.url, sent)).toBeGreaterThan(0);
    expect(await metric(program.url, 'tanggap_account_owned{platform="simulator"}')).toBe(1);
    expect(await metric(program.url, "tanggap_database_up")).toBe(1);
    await gate.close();
    await vi.waitFor(async () => expect(await readyz(program.url)).toEqual(unready("database")), 10_000);
    await vi.waitFor(async () => expect(await metric(program.url, "tanggap_database_up")).toBe(0), 10_000);
    expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
    await gate.open();
    await vi.waitFor(async () => expect(await readyz(program.url)).toEqual(ready), 10_000);
    await program.stop();
  });

  test("of two programs on one database count each its own, and one owns the account", async () => {
    const database = await createTestDatabase();
    undo.push(database.drop);
    const environment = { DATABASE_URL: database.url, METRICS_TOKEN: "a-token-of-many-letters" };
    const programs = [await start(environment), await start(environment)];
    const init = { headers: { authorization: `Bearer ${environment.METRICS_TOKEN}` } };
    const both = (name: string) => Promise.all(programs.map(({ url }) => metric(url, name, init)));
    expect((await fetch(`${programs[0]?.url}/metrics`)).status).toBe(401);
    expect((await both('tanggap_account_owned{platform="simulator"}')).sort()).toEqual([0, 1]);
    await vi.waitFor(async () => {
      const counts = await both('tanggap_deliveries_total{platform="simulator",outcome="sent"}');
      expect(counts.filter((count) => count > 0)).toHaveLength(1);
    }, 10_000);
    await Promise.all(programs.map((program) => program.stop()));
  });
});

describe("a stop", () => {
  test("with a reader that hangs and much in hand ends in order, unready from the signal on", async () => {
    const path = dataDir();
    const program = await start({ DATA_DIR: path });
    await hangOn(program.url);
    const { post } = simulatorClient(() => program.url);
    // Officers who write on until the program takes nothing more, so that there is much in hand whenever one looks.
    let written = 0;
    const write = async (accepted: number): Promise<number> => {
      written += 1;
      const answer = await post("/events", event(written)).catch(() => undefined);
      return answer?.status === 202 ? write(accepted + 1) : accepted;
    };
    const sending = Array.from({ length: 60 }, () => write(0));
    await vi.waitFor(
      async () => expect(await metric(program.url, 'tanggap_inbox_events{state="running"}')).toBeGreaterThan(0),
      { timeout: 10_000, interval: 20 },
    );
    const { code, tookMs, said } = await stopWatched(program);
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(STOPS_WITHIN_MS);
    expect(said.length).toBeGreaterThan(0);
    for (const each of said) expect(each).toEqual(unready("stopping"));
    const accepted = (await Promise.all(sending)).reduce<number>((sum, each) => sum + each, 0);

    const again = await start({ DATA_DIR: path });
    const client = simulatorClient(() => again.url);
    await client.idle();
    const cards = (await client.said(event(0).channel)).filter(({ text }) => /Pertanyaan nomor \d+\?/.test(text));
    expect(cards.length).toBeGreaterThanOrEqual(accepted);
    await again.stop();
  });

  test("that is asked for again and again is one stop", async () => {
    const program = await start({ DATA_DIR: dataDir() });
    const ending = program.stop();
    for (const signal of ["SIGTERM", "SIGINT", "SIGTERM"] as const) program.process.kill(signal);
    expect(await ending).toBe(0);
  });

  test("while the program starts ends it in order, without a start line", async () => {
    const path = dataDir();
    const env = { ...process.env, PORT: "0", DATA_DIR: path, LOG_LEVEL: "debug" };
    const child = spawn(process.execPath, [programEntry], { env, stdio: ["ignore", "pipe", "pipe"] });
    undo.push(() => child.kill("SIGKILL"));
    const written: Record<"stdout" | "stderr", string> = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) child[name].on("data", (chunk) => (written[name] += chunk));
    await vi.waitFor(() => expect(written.stderr).toContain("migrations applied"), { timeout: 30_000, interval: 5 });
    const asked = performance.now();
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(performance.now() - asked).toBeLessThan(STOPS_WITHIN_MS);
    expect(written.stdout).toBe("");
    expect(existsSync(join(path, "postgres", "postmaster.pid"))).toBe(false);
  });

  test("with a database that hangs ends all the same, and says that not everything ended", async () => {
    const path = dataDir();
    const program = await start({ DATA_DIR: path });
    const log = logOf(program.process);
    const server = serverOf(path);
    undo.push(() => resume(server));
    for (const pid of server) process.kill(pid, "SIGSTOP");
    const { code, tookMs } = await stopWatched(program);
    expect(code).toBe(1);
    expect(tookMs).toBeLessThan(STOPS_WITHIN_MS + 1_000);
    expect(log()).toContain("not everything ended in time");
  });
});

const logOf = ({ stderr }: ChildProcess): (() => string) => {
  let log = "";
  stderr?.on("data", (chunk: Buffer) => (log += chunk.toString()));
  return () => log;
};

const parentOf = (pid: string): number | undefined => {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    // Gone meanwhile.
    return undefined;
  }
};

/** The processes of the program's own PostgreSQL. */
const serverOf = (path: string): readonly number[] => {
  const main = Number(readFileSync(join(path, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  const running = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return [...running.filter((pid) => parentOf(pid) === main).map(Number), main];
};

/** Lets them go on, and ends them. */
const resume = async (server: readonly number[]): Promise<void> => {
  for (const pid of server) process.kill(pid, "SIGCONT");
  const main = server.at(-1) ?? 0;
  process.kill(main, "SIGINT");
  await vi.waitFor(() => expect(() => process.kill(main, 0)).toThrow(), 10_000);
};
