import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type EmbeddedServer, startEmbeddedServer } from "../../src/infra/db/embedded-server.js";
import { standInFor } from "../../src/infra/db/server-data.js";
import { DataInUseError } from "../../src/infra/db/server-ownership.js";
import { silentLogger } from "../support/silent-logger.js";

const isRoot = process.getuid?.() === 0;
const compiled = new URL("../../dist/src/infra/db/embedded-server.js", import.meta.url);

let folder: string;
let dataDir: string;
const running: EmbeddedServer[] = [];

/** Most tests share one cluster, because making or copying one takes a second; those that need a fresh one say so. */
let shared: string;
beforeAll(() => {
  shared = mkdtempSync(join(tmpdir(), "tanggap-shared-"));
  chmodSync(shared, 0o755);
});
afterAll(() => rmSync(shared, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tanggap-server-"));
  chmodSync(folder, 0o755);
  dataDir = shared;
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (explicit = true): Promise<EmbeddedServer> => {
  const server = await startEmbeddedServer({ dataDir, explicit, logger: silentLogger });
  running.push(server);
  return server;
};

const query = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

const KEEP = "drop table if exists kept; create table kept as select 7 as n";

/** Overwrites a file of the shared cluster until the end of the test. */
const spoil = (name: string, content: string): void => {
  const file = join(cluster(), name);
  const before = readFileSync(file);
  onTestFinished(() => writeFileSync(file, before));
  writeFileSync(file, content);
};

const cluster = () => join(dataDir, "postgres");
const serverPid = () => Number.parseInt(readFileSync(join(cluster(), "postmaster.pid"), "utf8"), 10);
const messageOf = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "",
    (error: Error) => error.message,
  );

/** Another program on the same data, from the built files; resolves when its server is ready. */
const startProgram = async (): Promise<Readonly<{ program: ChildProcess; url: string }>> => {
  if (!existsSync(compiled)) throw new Error("run npm run build first");
  const script = `
    import { startEmbeddedServer } from ${JSON.stringify(compiled.href)};
    const logger = { debug() {}, info() {}, warn() {}, error() {} };
    const { url } = await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, explicit: true, logger });
    console.log(url);
    process.stdin.resume();`;
  const program = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void program.kill("SIGKILL"));
  const [url] = await once(createInterface(program.stdout), "line");
  return { program, url };
};

const killHard = async (program: ChildProcess): Promise<void> => {
  program.kill("SIGKILL");
  await once(program, "exit");
};

describe("the embedded server", () => {
  it("is a durable UTF-8 database that only this machine can reach", async () => {
    const { url, notice } = await start();
    const settings = [
      "fsync",
      "synchronous_commit",
      "full_page_writes",
      "server_encoding",
      "listen_addresses",
      "timezone",
    ];
    const list = settings.map((name) => `current_setting('${name}') as ${name}`).join();
    expect(await query(url, `select ${list}, lower('ÉŠ') as folded`)).toEqual([
      {
        fsync: "on",
        synchronous_commit: "on",
        full_page_writes: "on",
        server_encoding: "UTF8",
        listen_addresses: "127.0.0.1",
        timezone: "UTC",
        folded: "éš",
      },
    ]);
    expect(notice).toBeUndefined();
  });

  it("is made in one step, with its password closed to others, whatever a killed start left behind", async () => {
    dataDir = join(folder, "new");
    mkdirSync(join(dataDir, "postgres.new-left"), { recursive: true });
    await (await start()).stop();
    await start();
    expect(readdirSync(dataDir).sort()).toEqual(["postgres", "postgres.log"]);
    const file = statSync(join(cluster(), "tanggap.password"));
    expect(file.mode & 0o777).toBe(0o600);
  });

  it("asks for the password", async () => {
    const url = new URL((await start()).url);
    url.password = "guess";
    await expect(query(url.href, "select 1")).rejects.toThrow(/password authentication failed/);
  });

  it("keeps the data over a stop, and refuses connections after it", async () => {
    const first = await start();
    await query(first.url, KEEP);
    await Promise.all([first.stop(), first.stop()]);
    await expect(query(first.url, "select 1")).rejects.toThrow(/ECONNREFUSED/);
    const second = await start();
    expect(await query(second.url, "select n from kept")).toEqual([{ n: 7 }]);
  });

  it("cuts idle connections when it stops", async () => {
    const server = await start();
    const idle = new Client({ connectionString: server.url });
    const cut = new Promise((resolve) => idle.on("error", resolve));
    await idle.connect();
    await server.stop();
    expect(String(await cut)).toMatch(/terminating connection|terminated/);
  });

  it("leads a session of its own, out of reach of the terminal's Ctrl-C", async () => {
    await start();
    const fields = readFileSync(`/proc/${serverPid()}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    const [, , group, session] = fields.map(Number);
    expect({ group, session }).toEqual({ group: serverPid(), session: serverPid() });
  });
});

describe("ownership of the data", () => {
  it("refuses a second program at once, says what to do, and leaves the first alone", async () => {
    const first = await start();
    const error = await start().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DataInUseError);
    expect(String(error)).toMatch(new RegExp(`process ${process.pid}.*${dataDir}.*DATA_DIR.*DATABASE_URL`, "s"));
    expect(await query(first.url, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("goes to exactly one of several programs that make the database together", async () => {
    dataDir = join(folder, "new");
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    expect(refusals).toEqual([expect.any(DataInUseError), expect.any(DataInUseError)]);
    expect(await query(running[0]?.url ?? "", "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("passes on when the program was killed; its server goes on", async () => {
    const { program, url } = await startProgram();
    await query(url, KEEP);
    const pid = serverPid();
    await killHard(program);
    const server = await start();
    expect(serverPid()).toBe(pid);
    expect(await query(server.url, "select n from kept")).toEqual([{ n: 7 }]);
  });

  it("passes on when the program and its server were killed", async () => {
    const { program, url } = await startProgram();
    await query(url, KEEP);
    process.kill(serverPid(), "SIGKILL");
    await killHard(program);
    expect(existsSync(join(cluster(), "postmaster.pid"))).toBe(true);
    const server = await start();
    expect(await query(server.url, "select n from kept")).toEqual([{ n: 7 }]);
  });

  it("stays when the server dies under the program: it comes back at the same address", async () => {
    const { url } = await start();
    await query(url, KEEP);
    const pid = serverPid();
    process.kill(pid, "SIGKILL");
    await vi.waitFor(() => expect(serverPid()).not.toBe(pid), { timeout: 30_000 });
    await vi.waitFor(async () => expect(await query(url, "select n from kept")).toEqual([{ n: 7 }]), {
      timeout: 30_000,
    });
    await vi.waitFor(() => expect(start()).rejects.toBeInstanceOf(DataInUseError), { timeout: 30_000 });
  });

  it("is not confused by a dead server's number that another process has now", async () => {
    const first = await start();
    const file = join(cluster(), "postmaster.pid");
    const left = readFileSync(file, "utf8");
    await first.stop();
    writeFileSync(file, left.replace(/^\d+/, String(process.ppid)));
    const second = await start();
    expect(await query(second.url, "select 1 as n")).toEqual([{ n: 1 }]);
  });
});

describe("data it cannot use", () => {
  it("of another major version is left as it is, with the way to bring it across", async () => {
    await (await start()).stop();
    spoil("PG_VERSION", "15\n");
    expect(await messageOf(start())).toMatch(/made by PostgreSQL 15.*Nothing was changed.*pg_dump.*DATABASE_URL/s);
    expect(readFileSync(join(cluster(), "PG_VERSION"), "utf8")).toBe("15\n");
  });

  it("of another program is refused", async () => {
    dataDir = join(folder, "new");
    mkdirSync(cluster(), { recursive: true });
    writeFileSync(join(cluster(), "notes.txt"), "mine");
    expect(await messageOf(start())).toMatch(/not made by this program.*DATA_DIR/s);
    expect(readFileSync(join(cluster(), "notes.txt"), "utf8")).toBe("mine");
  });

  it("cannot lie under a file", async () => {
    dataDir = join(folder, "file");
    writeFileSync(dataDir, "");
    expect(await messageOf(start())).toMatch(/cannot be made or written.*DATA_DIR/s);
  });

  it("shows the server's own reason when it does not start", async () => {
    await (await start()).stop();
    spoil("postgresql.auto.conf", "no_such_setting = 1\n");
    expect(await messageOf(start())).toMatch(/did not start: .*no_such_setting|did not start: .*configuration file/s);
  });
});

describe.runIf(isRoot)("as root", () => {
  let barred: string;
  beforeEach(() => {
    barred = join(folder, "barred");
    mkdirSync(barred, { mode: 0o700 });
    dataDir = join(barred, "data");
  });

  it("runs the server as another user", async () => {
    dataDir = shared;
    await start();
    expect(statSync(`/proc/${serverPid()}`).uid).not.toBe(0);
  });

  it("hands a closed data folder over to that user", async () => {
    dataDir = join(folder, "new");
    mkdirSync(dataDir, { mode: 0o700 });
    const { url } = await start();
    expect(await query(url, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("stops at a chosen folder out of that user's reach, naming the barrier and the fix", async () => {
    expect(await messageOf(start(true))).toContain(`chmod o+x ${barred}`);
  });

  it("uses a stand-in for a default folder out of reach, says so, and returns to it", async () => {
    const standIn = standInFor(dataDir);
    onTestFinished(() => rmSync(standIn, { recursive: true, force: true }));
    const first = await start(false);
    expect(first.notice).toContain(standIn);
    expect(existsSync(dataDir)).toBe(false);
    await query(first.url, KEEP);
    await first.stop();
    chmodSync(barred, 0o755);
    const second = await start(false);
    expect(await query(second.url, "select n from kept")).toEqual([{ n: 7 }]);
    await second.stop();
  });

  it("never leaves data behind that has become unreachable", async () => {
    chmodSync(barred, 0o755);
    await (await start(false)).stop();
    chmodSync(barred, 0o700);
    expect(await messageOf(start(false))).toContain(`chmod o+x ${barred}`);
  });
});
