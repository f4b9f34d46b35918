import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** The built program. */
export const programEntry = resolve(import.meta.dirname, "../../dist/src/main.js");

/** The real program in a process of its own. */
export interface Program {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it wrote to standard output; complete once it stopped. */
  readonly printed: () => readonly string[];
  /** SIGTERM, then waits for the end; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL to the program alone: its database is left behind. */
  kill(): Promise<void>;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once("exit", (code) => done(code));
  });

/** Starts the built program and waits for its one start line. Rejects with its log when it ends before. */
export const startProgram = async (environment: Readonly<Record<string, string>>): Promise<Program> => {
  const child = spawn(process.execPath, [programEntry], {
    env: { ...process.env, PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => log.push(chunk.toString()));
  const printed: string[] = [];
  const url = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).on("line", (line) => {
      printed.push(line);
      const found = /http:\/\/\S+/.exec(line)?.[0];
      if (found) done(found);
    });
    child.once("exit", (code, signal) => fail(new Error(`ended with ${code ?? signal}: ${log.join("")}`)));
  });
  return {
    url,
    process: child,
    printed: () => printed,
    stop: () => {
      child.kill("SIGTERM");
      return ended(child);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended(child);
    },
  };
};

/** An empty data folder, and how to remove it after the program was stopped. */
export const temporaryDataDir = (): { readonly path: string; remove(): Promise<void> } => {
  const path = mkdtempSync(join(tmpdir(), "tanggap-e2e-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};
