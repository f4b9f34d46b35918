// Makes the Prisma client from prisma/schema.prisma, offline. Does nothing when it is there and up to date.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const output = join(root, "src/infra/db/generated");
const stampFile = join(output, ".stamp");
const prismaManifest = createRequire(import.meta.url).resolve("prisma/package.json");

const sources = [join(root, "prisma/schema.prisma"), join(root, "tsconfig.json"), prismaManifest];
const stamp = sources.reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256")).digest("hex");
if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) process.exit(0);

const result = spawnSync(process.execPath, [join(dirname(prismaManifest), "build/index.js"), "generate"], {
  cwd: root,
  stdio: ["ignore", "pipe", "pipe"],
  encoding: "utf8",
  env: {
    ...process.env,
    // Prisma downloads an engine this client does not use, unless it is told of an existing file.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
if (result.status !== 0) {
  console.error(result.stdout, result.stderr, "The Prisma client could not be generated.");
  process.exit(1);
}
writeFileSync(stampFile, stamp);
