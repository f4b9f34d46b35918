// Compiles test/fault into dist, beside the built program that it starts: file by file, as `npm run check` looks at types.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import typescript from "typescript";

const root = dirname(import.meta.dirname);
const folder = join("test", "fault");
const { config } = typescript.readConfigFile(join(root, "tsconfig.json"), typescript.sys.readFile);
const { options } = typescript.convertCompilerOptionsFromJson(config.compilerOptions, root);

/** What test/fault shares with the other tests. */
const shared = ["hostile-texts.ts", "no-files.ts", "silent-logger.ts", "tcp-gate.ts"].map((name) =>
  join("test", "support", name),
);
const sources = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => join(folder, name));
for (const name of [...sources, ...shared]) {
  const source = readFileSync(join(root, name), "utf8");
  const target = join(root, "dist", name.replace(/\.ts$/, ".js"));
  const { outputText } = typescript.transpileModule(source, {
    compilerOptions: { ...options, module: typescript.ModuleKind.ESNext },
    fileName: name,
  });
  mkdirSync(dirname(target), { recursive: true });
  // Whoever runs it now keeps what it has.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, outputText);
  renameSync(draft, target);
}
