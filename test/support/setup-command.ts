import { spawn } from "node:child_process";
import { resolve } from "node:path";

const main = resolve(import.meta.dirname, "../../dist/src/setup.js");

/** What a run of the built setup left behind. */
export interface SetupRun {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built setup without a terminal until it ends. */
export const runSetup = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<SetupRun> => {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk.toString()));
  return new Promise((done) =>
    child.once("close", (exitCode) => done({ exitCode, out: out.join(""), err: err.join("") })),
  );
};

/** A code as a run printed it: what is typed, by the words it was printed with. */
export const printedCode = (text: string, words: RegExp): string => {
  const line = text.split("\n").find((each) => /^\W*\/\w+ [A-Z]+-/.test(each) && words.test(each));
  const typed = /\/\w+ [A-Z]+-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(line ?? "")?.[0];
  if (typed === undefined) throw new Error(`no code for ${words} in:\n${text}`);
  return typed;
};
