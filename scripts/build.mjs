// Compiles src and adapters to dist, and the simulator's page to dist/page. A build that fails leaves the last good dist; one with nothing to do does nothing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";

const root = dirname(import.meta.dirname);
const dist = join(root, "dist");
const stampFile = join(dist, ".stamp");
const folders = ["src", "adapters"].filter((folder) => existsSync(join(root, folder)));
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);

let compiler;
try {
  compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
} catch {
  if (existsSync(stampFile)) process.exit(0);
  console.error("The program is not built and the compiler is not installed. Run npm ci without --omit=dev.");
  process.exit(1);
}

const hash = createHash("sha256");
for (const file of [
  ...files.sort(),
  "tsconfig.json",
  "tsconfig.build.json",
  "package-lock.json",
  "scripts/build.mjs",
]) {
  hash.update(file).update(readFileSync(join(root, file)));
}
const stamp = hash.digest("hex");
if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) process.exit(0);

// Beside dist, not inside: imports of packages are found from there just as well.
const draft = `${dist}.${process.pid}`;
const arguments_ = [compiler, "-p", "tsconfig.build.json", "--outDir", draft, "--noEmitOnError"];
const result = spawnSync(process.execPath, arguments_, { cwd: root, stdio: "inherit" });
if (result.status !== 0) {
  rmSync(draft, { recursive: true, force: true });
  console.error("The program could not be built.");
  process.exit(1);
}
const page = join("adapters", "simulator", "page");
for (const file of files.filter((name) => !name.endsWith(".ts") && !name.startsWith(page + sep))) {
  mkdirSync(dirname(join(draft, file)), { recursive: true });
  copyFileSync(join(root, file), join(draft, file));
}
try {
  const { build } = await import("vite");
  await build({
    configFile: join(root, page, "vite.config.ts"),
    build: { outDir: join(draft, "page") },
    logLevel: "warn",
  });
} catch (error) {
  rmSync(draft, { recursive: true, force: true });
  console.error(error);
  console.error("The page could not be built.");
  process.exit(1);
}
writeFileSync(join(draft, ".stamp"), stamp);
rmSync(dist, { recursive: true, force: true });
renameSync(draft, dist);
