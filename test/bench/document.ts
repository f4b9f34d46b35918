import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

const root = process.cwd();
const file = join(root, "docs", "bench.md");
const GIBIBYTE = 2 ** 30;
const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

const git = (...words: string[]): string => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();

/** The commit that is measured; "and changes" when the sources differ from it. */
const commit = (): string => {
  try {
    const changed = git("status", "--porcelain", "--", "src", "adapters", "test/bench", "prisma", "package-lock.json");
    return `commit ${git("rev-parse", "--short=10", "HEAD")}${changed === "" ? "" : " and changes"}`;
  } catch {
    return "no commit";
  }
};

const machine = (): string => {
  const cores = cpus().length;
  return `${WORDS[cores] ?? cores} cores, ${Math.round(totalmem() / GIBIBYTE)} GiB, Node ${process.versions.node}`;
};

const provenance = (command: string): string =>
  `\`${command}\` · ${commit()} · ${new Date().toISOString().slice(0, 10)} · ${machine()}`;

/** Puts what a section measured between its markers, with where it comes from. */
export const writeSection = (name: string, command: string, text: string): void => {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const document = readFileSync(file, "utf8");
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/bench.md has no markers for ${name}`);
  writeFileSync(file, `${before}${begin}\n${provenance(command)}\n\n${text}\n${end}${after}`);
};
