import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../support/database.js";
import { startProgram, temporaryDataDir } from "../support/program.js";

const entry = resolve(import.meta.dirname, "../../dist/src/doctor.js");
const data = temporaryDataDir();
afterAll(data.remove);

interface Report {
  readonly ok: boolean;
  readonly findings: readonly {
    readonly group: string;
    readonly level: string;
    readonly what: string;
    readonly fix?: string;
  }[];
}

/** Runs the built doctor. */
const run = async (
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  uid?: number,
  cwd = process.cwd(),
) => {
  const env = { ...process.env, DATA_DIR: data.path, LOG_LEVEL: "fatal", ...environment };
  const as = uid === undefined ? { cwd } : { cwd, uid, gid: uid };
  const child = spawn(process.execPath, [entry, ...args], { env, ...as, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { stdout, stderr, code: code as number | null };
};
const report = async (...parameters: Parameters<typeof run>) => {
  const { stdout, code, stderr } = await run(parameters[0], ["--json"], parameters[2]);
  return { ...(JSON.parse(stdout) as Report), code, stderr };
};
const notWell = ({ findings }: Report) => findings.filter(({ level }) => level !== "ok");

describe("npm run doctor", () => {
  test("before the first start changes nothing", async () => {
    const { stdout, code } = await run({});
    expect(code).toBe(0);
    expect(stdout).toContain("the first start makes it");
    expect(existsSync(join(data.path, "postgres"))).toBe(false);
  });

  test("works beside the running program, after it, and beside none", async () => {
    const program = await startProgram({ DATA_DIR: data.path });
    const beside = await report({});
    expect(notWell(beside)).toEqual([]);
    expect(beside).toMatchObject({ ok: true, code: 0, stderr: "" });
    expect([...new Set(beside.findings.map(({ group }) => group))]).toEqual([
      ...[
        "Configuration",
        "Data folder",
        "Database",
        "Platforms",
        "Governments",
        "Appointments",
        "Settings",
        "Messages and history",
      ],
    ]);
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
    expect(await program.stop()).toBe(0);

    const alone = await run({});
    expect(alone.code).toBe(0);
    expect(alone.stdout).toMatch(/^Configuration\n {2}✓ .*\n\n0 errors, 0 warnings\.\n$/s);
    expect(existsSync(join(data.path, "postgres", "postmaster.pid"))).toBe(false);
  });

  test("names every wrong key and exits with 78", async () => {
    const wrong = await report({ PORT: "many", METRICS_TOKEN: "hunter2" });
    expect(wrong).toMatchObject({ ok: false, code: 78 });
    expect(wrong.findings.map(({ what }) => what.split(" ")[0])).toEqual(["PORT", "METRICS_TOKEN"]);
    expect(JSON.stringify(wrong)).not.toContain("hunter2");
    expect((await run({ PORT: "many" })).stdout).toMatch(/✗ PORT must .*\n {4}→ /);
  });

  test("names lines of .env that are read over", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tanggap-env-"));
    writeFileSync(join(folder, ".env"), "DATABSE_URL=postgresql://u:hunter2@127.0.0.1:1/x\nPORT=3000\nMETRICS_TOKEN\n");
    const { stdout, code } = await run({}, ["--json"], undefined, folder);
    rmSync(folder, { recursive: true });
    const found = notWell(JSON.parse(stdout) as Report).filter(({ group }) => group === "Configuration");
    expect(found.map(({ level, what }) => `${level}: ${what}`)).toEqual([
      "warning: .env, line 1: DATABSE_URL is no key of this program; DATABASE_URL is",
      'warning: .env, line 3: there is no "=" after METRICS_TOKEN; neither this line nor perhaps the next is read',
    ]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("hunter2");
  });

  test("says when the database of DATABASE_URL does not answer, and tells no password", async () => {
    const away = await report({ DATABASE_URL: "postgresql://tanggap:hunter22@127.0.0.1:1/tanggap" });
    expect(away).toMatchObject({ ok: false, code: 1 });
    expect(notWell(away)).toMatchObject([
      { group: "Database", what: expect.stringMatching(/ECONNREFUSED.*\. Start the server/) },
    ]);
    expect(JSON.stringify(away)).not.toContain("hunter22");
  });

  test("says what an empty database, a missing platform and an open simulator need", async () => {
    const empty = await createTestDatabase("empty");
    const found = notWell(await report({ DATABASE_URL: empty.url, HOST: "0.0.0.0" }));
    expect(found).toMatchObject([
      { group: "Configuration", level: "warning" },
      { group: "Database", level: "warning", what: "the database is still empty" },
    ]);
    await empty.drop();
    const migrated = await createTestDatabase();
    const bare = await report({ DATABASE_URL: migrated.url, SIMULATOR: "off" });
    expect(notWell(bare)).toMatchObject([
      { group: "Platforms", level: "error", what: "no chat platform is configured" },
      { group: "Governments", level: "warning", fix: expect.stringContaining("npm run setup") },
    ]);
    expect(bare.code).toBe(1);
    await migrated.drop();
  });

  test.runIf(process.getuid?.() === 0)("as a user who may not read the data says whose it is", async () => {
    chmodSync(data.path, 0o755);
    const found = await report({}, [], 65_534);
    expect(found).toMatchObject({ ok: false, code: 1 });
    expect(notWell(found)[0]).toMatchObject({
      group: "Data folder",
      level: "error",
      fix: expect.stringContaining("user"),
    });
  });

  test("explains itself", async () => {
    expect((await run({}, ["--help"])).stdout).toContain("--json");
    expect(await run({}, ["--wrong"])).toMatchObject({ code: 1, stdout: "" });
  });
});
