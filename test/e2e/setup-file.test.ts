import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";
import { playFirstCase } from "../support/first-case.js";
import { startProgram, temporaryDataDir } from "../support/program.js";
import { printedCode, runSetup } from "../support/setup-command.js";

const example = readFileSync(new URL("../../docs/setup.example.yaml", import.meta.url), "utf8");

let folder: string;
let database: TestDatabase;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tanggap-setup-"));
  database = await createTestDatabase("empty");
  environment = { DATABASE_URL: database.url, DATA_DIR: join(folder, "data") };
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (text: string, name = "setup.yaml"): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const governments = async (): Promise<number> => {
  const prisma = createClient(database.url, { poolSize: 1 });
  const count = await prisma.government.count().catch(() => 0);
  await prisma.$disconnect();
  return count;
};

describe("npm run setup without a terminal", () => {
  it("says how it is used", async () => {
    expect(await runSetup(["--help"])).toMatchObject({ exitCode: 0, out: expect.stringContaining("npm run setup --") });
    expect(await runSetup(["--help", "--lang", "en"])).toMatchObject({ out: expect.stringContaining("Usage:") });
    expect(await runSetup([])).toMatchObject({ exitCode: 1, err: expect.stringContaining("memerlukan terminal") });
  });

  it.each([
    [["--nope"]],
    [["a.yaml", "b.yaml"]],
    [["--check"]],
    [["--lang", "jv"]],
    [["--renew", "X", "--check"]],
    [["--admin", "X", "--renew", "X"]],
    [["--admin", "X", "setup.yaml"]],
    [["--admin"]],
    [["--codes-to"]],
    [["--remove-trial"]],
    [["--remove-trial", "X", "--admin", "X"]],
    [["--remove-trial", "X", "--codes-to", "codes.txt"]],
    [["setup.yaml", "--yes"]],
  ])("refuses %j", async (args) => {
    const { exitCode, err } = await runSetup(args);
    expect(exitCode).toBe(1);
    expect(err.split("\n")).toHaveLength(2);
  });

  it("ends with 78 where the configuration is wrong", async () => {
    const { exitCode, err } = await runSetup([fileOf(example)], { ...environment, PORT: "pintu" });
    expect(exitCode).toBe(78);
    expect(err).toContain("PORT");
  });

  it("looks at a file without a database", async () => {
    const nowhere = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
    const checked = await runSetup([fileOf(example), "--check"], nowhere);
    expect(checked).toMatchObject({ exitCode: 0, err: "" });
    expect(checked.out).toContain("4 instansi, kode untuk 5 orang dan 7 grup");
    const asJson = await runSetup([fileOf(example), "--check", "--json"], nowhere);
    expect(JSON.parse(asJson.out)).toEqual({
      ok: true,
      saved: false,
      government: { code: "CONTOH", name: "Pemerintah Kabupaten Contoh", trial: true },
      agencies: 4,
      people: 5,
    });
    expect(await runSetup([fileOf(example)], nowhere)).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/127\.0\.0\.1:1\/none/),
    });
  });

  it("names every bad line of the file and its sheets, and saves nothing", async () => {
    writeFileSync(join(folder, "instansi.csv"), "kode;nama\ndlh;Dinas LH\nDLH;Lain\n;Kosong\n");
    const bad = example
      .replace("# agenciesFile: instansi.csv ", "agenciesFile: instansi.csv ")
      .replace("trial: true", "trial: mungkin")
      .replace("# peopleFile: orang.csv", "peopleFile: orang.csv");
    const path = fileOf(bad, "bad.yaml");
    const { exitCode, err } = await runSetup([path], environment);
    expect(exitCode).toBe(65);
    const lines = err.trim().split("\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^.*bad\.yaml, baris 5, trial: "mungkin" tidak dikenal/);
    expect(lines[1]).toMatch(/tidak ditemukan.*orang\.csv/);
    expect(lines[2]).toMatch(/^instansi\.csv, baris 3, kode: "dlh" sudah ada di instansi\.csv baris 2/);
    expect(lines[3]).toMatch(/^instansi\.csv, baris 4, kode: /);
    expect(lines[4]).toContain("Tidak ada yang disimpan");
    const asJson = JSON.parse((await runSetup([path, "--json", "--lang", "en"], environment)).out);
    expect(asJson).toMatchObject({ ok: false, reason: "bad-data" });
    expect(asJson.problems).toHaveLength(4);
    expect(asJson.problems[0]).toMatchObject({
      line: 5,
      code: "badChoice",
      key: "trial",
      message: expect.stringContaining("Choose one of"),
    });
    expect(await governments()).toBe(0);
  });

  it.each(["tidak-ada.yaml", "."])("says which file cannot be read: %s", async (path) => {
    expect(await runSetup([path], environment)).toMatchObject({
      exitCode: 65,
      err: expect.stringContaining("tidak dapat dibaca"),
    });
  });
});

describe("a government from a file", () => {
  let printed = "";

  it("is set up on an empty database, and its codes are told", async () => {
    const { exitCode, out, err } = await runSetup([fileOf(example)], environment);
    expect([exitCode, err]).toEqual([0, ""]);
    printed = out;
    expect(out.match(/\/gabung CONTOH-/g)).toHaveLength(5);
    expect(out.match(/\/sambungkan CONTOH-/g)).toHaveLength(7);
    expect(out).toContain("Selanjutnya:");
    expect(await governments()).toBe(1);
  });

  it("once: again it says what to use instead, and changes nothing", async () => {
    const again = await runSetup([fileOf(example)], environment);
    expect(again).toMatchObject({ exitCode: 1, out: "" });
    expect(again.err).toContain("sudah disiapkan");
    expect(JSON.parse((await runSetup([fileOf(example), "--json"], environment)).out)).toMatchObject({
      ok: false,
      reason: "already-set-up",
    });
    expect(await governments()).toBe(1);
  });

  it("goes on to the first closed case, without the examples beside it", async () => {
    const program = await startProgram(environment);
    try {
      const world = (await (await fetch(`${program.url}/api/simulator/world`)).json()) as { governments: unknown[] };
      expect(world.governments).toHaveLength(1);
      await playFirstCase({
        ...{ url: program.url, government: "Pemerintah Kabupaten Contoh", home: "PUPR", related: "DISHUB" },
        code: (words) => printedCode(printed, words),
        admin: /Siti Aminah, admin/,
        officers: { home: /Rina Wulandari/, related: /Bagas Nugroho/ },
      });
    } finally {
      await program.stop();
    }
  });

  it("gets new codes for those nobody used, and only for those", async () => {
    const { exitCode, out } = await runSetup(["--renew", "contoh"], environment);
    expect(exitCode).toBe(0);
    expect(out.match(/\/gabung CONTOH-/g)).toHaveLength(2);
    expect(out.match(/\/sambungkan CONTOH-/g)).toHaveLength(5);
    expect(out).not.toContain(printedCode(printed, /DISKOMINFO · Rekap/));
    expect(await runSetup(["--renew", "LAIN"], environment)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("LAIN"),
    });
  });
});

describe("a new admin", () => {
  it("gets a code from the operator, for the government with these letters", async () => {
    const { exitCode, out, err } = await runSetup(["--admin", "contoh"], environment);
    expect([exitCode, err]).toEqual([0, ""]);
    expect(out.match(/\/gabung CONTOH-/g)).toHaveLength(1);
    expect(out).toContain("Siapa pun yang mengetiknya menjadi admin");
    expect(await runSetup(["--admin", "LAIN"], environment)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("LAIN"),
    });
  });

  it("and programs get it as JSON", async () => {
    const { exitCode, out } = await runSetup(["--admin", "CONTOH", "--json"], environment);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, saved: true, codes: [{ agency: "diskominfo", role: "admin" }] });
  });
});

describe("codes in a file", () => {
  const other = example.replace("code: CONTOH ", "code: KEDUA ");

  it("are its owner's alone, and on no screen", async () => {
    const path = join(folder, "kode.txt");
    const { exitCode, out } = await runSetup([fileOf(other), "--codes-to", path], environment);
    expect(exitCode).toBe(0);
    expect(out).not.toMatch(/KEDUA-[0-9A-Z]{5}-/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8").match(/KEDUA-[0-9A-Z]{5}-[0-9A-Z]{5}/g)).toHaveLength(12);
  });

  it("replace no file, and leave none where nothing was set up", async () => {
    const path = join(folder, "kode.txt");
    const third = fileOf(example.replace("code: CONTOH ", "code: KETIGA "));
    const refused = await runSetup([third, "--codes-to", path, "--json"], environment);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ reason: "codes-file" });
    expect(await governments()).toBe(2);
    const fresh = join(folder, "baru.txt");
    expect(await runSetup([fileOf(other), "--codes-to", fresh], environment)).toMatchObject({ exitCode: 1 });
    expect(existsSync(fresh)).toBe(false);
  });

  it("are JSON where that was asked for", async () => {
    const path = join(folder, "kode.json");
    const third = fileOf(example.replace("code: CONTOH ", "code: KETIGA "));
    const { out } = await runSetup([third, "--codes-to", path, "--json"], environment);
    expect(JSON.parse(out)).toMatchObject({ ok: true, saved: true, codesTo: path });
    const { codes } = JSON.parse(readFileSync(path, "utf8"));
    expect(codes).toHaveLength(12);
    expect(codes[0]).toMatchObject({
      command: expect.stringMatching(/^\/join KETIGA-/),
      agency: "diskominfo",
      role: "admin",
    });
  });
});

it("a real government alone: the program says that nobody can reach it, and what to do", async () => {
  const own = await createTestDatabase("empty");
  const real = fileOf(example.replace("trial: true", "trial: false"), "real.yaml");
  const { exitCode, out } = await runSetup([real], { DATABASE_URL: own.url });
  expect(exitCode).toBe(0);
  expect(out).toContain("hubungkan aplikasi obrolan");
  const program = await startProgram({ DATABASE_URL: own.url });
  const world = (await (await fetch(`${program.url}/api/simulator/world`)).json()) as { governments: unknown[] };
  expect(world.governments).toEqual([]);
  await program.stop();
  expect(program.printed()).toEqual([
    `Tanggap is ready: ${program.url}`,
    expect.stringMatching(/^No chat platform is connected, so CONTOH cannot be reached yet: .*npm run setup\.$/),
  ]);
  await own.drop();
});

describe("beside a running program", () => {
  it.each(["its own database", "an operator's"])(
    "a government is set up in %s, and the program knows it at once",
    async (which) => {
      const data = temporaryDataDir();
      const own = which === "its own database" ? undefined : await createTestDatabase("empty");
      const place = { DATA_DIR: data.path, ...(own ? { DATABASE_URL: own.url } : {}) };
      // As root the database's user has to get there.
      chmodSync(data.path, 0o755);
      const program = await startProgram(place);
      try {
        const { exitCode, out, err } = await runSetup([fileOf(example)], place);
        expect([exitCode, err]).toEqual([0, ""]);
        await playFirstCase({
          ...{ url: program.url, government: "Pemerintah Kabupaten Contoh", home: "PUPR", related: "DISHUB" },
          code: (words) => printedCode(out, words),
          admin: /Siti Aminah, admin/,
          officers: { home: /Rina Wulandari/, related: /Bagas Nugroho/ },
        });
        expect((await fetch(program.url)).status).toBe(200);
      } finally {
        await program.stop();
        await own?.drop();
        await data.remove();
      }
    },
  );

  it("or before its first start, whose own database it makes and stops again", async () => {
    const data = temporaryDataDir();
    const place = { DATA_DIR: data.path };
    expect(await runSetup([fileOf(example)], place)).toMatchObject({ exitCode: 0, err: "" });
    const program = await startProgram(place);
    const world = (await (await fetch(`${program.url}/api/simulator/world`)).json()) as {
      governments: { name: string }[];
    };
    expect(world.governments.map(({ name }) => name)).toEqual(["Pemerintah Kabupaten Contoh"]);
    await program.stop();
    await data.remove();
  });
});

describe("npm run setup -- --remove-trial", () => {
  it("removes nothing unless it is said to be meant, then says what it removed", async () => {
    const own = await createTestDatabase("empty");
    const at = { DATABASE_URL: own.url };
    expect(await runSetup([fileOf(example, "trial.yaml")], at)).toMatchObject({ exitCode: 0 });
    expect(await runSetup(["--remove-trial", "contoh"], at)).toMatchObject({
      ...{ exitCode: 1, out: "", err: expect.stringContaining("--yes") },
    });
    const { exitCode, out } = await runSetup(["--remove-trial", "contoh", "--yes", "--json"], at);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, removed: { code: "CONTOH", agencies: 4, people: 0 } });
    const again = await runSetup(["--remove-trial", "CONTOH", "--yes"], at);
    expect(again).toMatchObject({ exitCode: 1, err: expect.stringContaining("CONTOH") });
    await own.drop();
  });
});
