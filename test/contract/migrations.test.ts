import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../src/infra/db/client.js";
import { applyMigrations, migrationsFolder, readMigrations } from "../../src/infra/db/migrate.js";
import { diffToSchema } from "../../src/infra/db/schema-engine.js";
import { createTestDatabase, type TestDatabase } from "../support/database.js";

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase("empty");
  folder = mkdtempSync(join(tmpdir(), "tanggap-migrations-"));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const addMigration = (name: string, sql: string): void => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
};

const query = async (sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

const schemaFile = () => readFileSync(join(migrationsFolder(), "..", "schema.prisma"), "utf8");

describe("the project's migrations", () => {
  it("lead to the Prisma schema, to the letter", async () => {
    expect(await diffToSchema(database.url, await readMigrations(migrationsFolder()), schemaFile())).toBe("");
  });

  it("are found different from a schema that says more", async () => {
    const schema = `${schemaFile()}\nmodel Surplus {\n  id String @id\n}\n`;
    const script = await diffToSchema(database.url, await readMigrations(migrationsFolder()), schema);
    expect(script).toContain('CREATE TABLE "Surplus"');
    expect(script.match(/\b(CREATE|ALTER|DROP)\b/g)).toHaveLength(1);
  });

  it("serve the Prisma client, in UTC", async () => {
    await applyMigrations(database.url, migrationsFolder());
    const prisma = createClient(database.url, { poolSize: 2 });
    const zone = await prisma.$queryRaw`select current_setting('TimeZone') as zone`;
    expect(zone).toEqual([{ zone: "UTC" }]);
    expect(await prisma.government.count()).toBe(0);
    await prisma.$disconnect();
  });
});

describe("applyMigrations", () => {
  it("lets one of three concurrent appliers work", async () => {
    cpSync(migrationsFolder(), folder, { recursive: true });
    addMigration("99990101000000_slow", "select pg_sleep(0.2); create table slow (id int primary key);");
    const names = (await readMigrations(folder)).migrationDirectories.map((directory) => directory.path);
    const outcomes = await Promise.all([1, 2, 3].map(() => applyMigrations(database.url, folder)));
    expect(outcomes.map((applied) => applied.length).sort()).toEqual([0, 0, names.length]);
    const rows = await query("select migration_name from _prisma_migrations where finished_at is not null order by 1");
    expect(rows.map((row) => row.migration_name)).toEqual(names);
  });

  it("applies only what is new, and nothing when all is there", async () => {
    addMigration("1_one", "create table one (id int);");
    expect(await applyMigrations(database.url, folder)).toEqual(["1_one"]);
    addMigration("2_two", "create table two (id int);");
    expect(await applyMigrations(database.url, folder)).toEqual(["2_two"]);
    expect(await applyMigrations(database.url, folder)).toEqual([]);
  });

  it("that fail name no value of a row", async () => {
    addMigration("1_one", "create table one (name text); insert into one values ('kata warga'), ('kata warga');");
    await applyMigrations(database.url, folder);
    addMigration(
      "2_two",
      "create table two (name text constraint two_name_check check (length(name) < 3)); insert into two select name from one;",
    );
    const failure: unknown = await applyMigrations(database.url, folder).catch((error: unknown) => error);
    expect(String(failure)).toMatch(/could not be migrated.*two_name_check/s);
    expect(String(failure)).not.toContain("kata warga");
  });

  it("runs scripts with functions and semicolons in texts as they stand", async () => {
    addMigration(
      "1_function",
      `create function half(n int) returns int language plpgsql as $$
       begin
         perform ';' || 'a;b';
         return n / 2;
       end $$; -- the last line has no end`,
    );
    await applyMigrations(database.url, folder);
    expect(await query("select half(42)")).toEqual([{ half: 21 }]);
  });

  it("leaves nothing of a script that fails, tells the reason, and repeats it when it is mended", async () => {
    addMigration("1_half", "create table half (id int); insert into absent values (1);");
    await expect(applyMigrations(database.url, folder)).rejects.toThrow(/could not be migrated: .*absent/s);
    expect(await query("select to_regclass('half') as half")).toEqual([{ half: null }]);
    addMigration("1_half", "create table half (id int);");
    expect(await applyMigrations(database.url, folder)).toEqual(["1_half"]);
  });

  it.each([
    ["after its commit", "script committed", []],
    ["before its commit", null, ["1_cut"]],
  ])("goes on where a process died %s", async (_, mark, repeated) => {
    addMigration("1_cut", "create table if not exists cut (id int);");
    addMigration("2_next", "create table next (id int);");
    await applyMigrations(database.url, folder);
    await query(`drop table next; delete from _prisma_migrations where migration_name = '2_next';
      update _prisma_migrations set finished_at = null, logs = ${mark === null ? "null" : `'${mark}'`}`);
    expect(await applyMigrations(database.url, folder)).toEqual([...repeated, "2_next"]);
    expect(await applyMigrations(database.url, folder)).toEqual([]);
  });

  it("marks the commit in the script's own transaction", async () => {
    addMigration("1_marked", "create table marked as select logs from _prisma_migrations;");
    await applyMigrations(database.url, folder);
    expect(await query("select m.logs as before, p.logs as after from marked m, _prisma_migrations p")).toEqual([
      { before: null, after: "script committed" },
    ]);
  });

  it("refuses a database of a newer release", async () => {
    addMigration("1_known", "create table known (id int);");
    addMigration("2_newer", "create table newer (id int);");
    await applyMigrations(database.url, folder);
    rmSync(join(folder, "2_newer"), { recursive: true });
    await expect(applyMigrations(database.url, folder)).rejects.toThrow(/2_newer.*Start that release/s);
  });
});
