// npm run migration NAME: writes prisma/migrations/<time>_<NAME>/migration.sql with what prisma/schema.prisma has and
// the migrations so far have not. SQL that Prisma does not know (functions, partial indexes) is added to it by hand.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const folder = join(root, "prisma/migrations");
const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: npm run migration NAME   (lower-case letters, digits and _)");
  process.exit(64);
}

// Compiled apart and unchecked: after a change of the schema the rest of the program may not compile yet.
const compiled = join(root, `dist.migration-${process.pid}`);
const compile = () => {
  const options = ["--noCheck", "--skipLibCheck", "--target", "ES2023", "--module", "NodeNext", "--rootDir", root];
  const sources = ["embedded-server", "migrate", "schema-engine"].map((file) => join(root, `src/infra/db/${file}.ts`));
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  spawnSync(process.execPath, [tsc, ...options, "--outDir", compiled, ...sources], { cwd: root, stdio: "inherit" });
  return (file) => import(join(compiled, `src/infra/db/${file}.js`));
};

const silent = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent };
const dataDir = mkdtempSync(join(tmpdir(), "tanggap-migration-"));
try {
  const load = compile();
  const { startEmbeddedServer } = await load("embedded-server");
  const { readMigrations } = await load("migrate");
  const { diffToSchema } = await load("schema-engine");
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedServer({ dataDir, explicit: true, logger: silent });
  try {
    const schema = readFileSync(join(root, "prisma/schema.prisma"), "utf8");
    const script = await diffToSchema(server.url, await readMigrations(folder), schema);
    if (script === "") {
      console.log("The migrations already give the schema: nothing to write.");
    } else {
      const target = join(folder, `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
      mkdirSync(target);
      writeFileSync(join(target, "migration.sql"), script);
      writeFileSync(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
      console.log(`Wrote ${join(target, "migration.sql")}: read it before committing.`);
    }
  } finally {
    await server.stop();
  }
} finally {
  for (const path of [compiled, dataDir]) rmSync(path, { recursive: true, force: true });
}
