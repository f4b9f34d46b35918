import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { programEntry } from "./places.js";

/** How the program ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The program under test, running. */
export interface Program {
  readonly url: string;
  /** Resolves when it ends, whoever ended it. */
  readonly ended: Promise<Ending>;
  /** SIGTERM, and waits. */
  stop(): Promise<Ending>;
  /** SIGKILL, and waits. */
  kill(): Promise<Ending>;
  /** Sends a signal and waits for nothing. */
  signal(signal: NodeJS.Signals): void;
  /** What it wrote to standard error; the last lines. */
  log(): string;
}

const KEPT_LINES = 40;

const endOf = (child: ChildProcess): Promise<Ending> =>
  new Promise((done) => child.once("exit", (code, signal) => done({ code, signal })));

/**
 * Starts a built entry and waits for its start line; `FAULT_LOG` names a file for all it writes. Answers how it ended when
 * it ended before.
 */
export async function startEntry(
  entry: string,
  environment: Readonly<Record<string, string>>,
): Promise<Program | Ending> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, PORT: "0", LOG_LEVEL: "warn", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = endOf(child);
  const lines: string[] = [];
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on("line", (line) => {
    lines.push(line);
    if (environment.FAULT_LOG) appendFileSync(environment.FAULT_LOG, `${line}\n`);
    if (lines.length > KEPT_LINES) lines.shift();
  });
  const url = await Promise.race([
    new Promise<string>((ready) => {
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
        const found = /http:\/\/\S+/.exec(line)?.[0];
        if (found) ready(found);
      });
    }),
    ended,
  ]);
  if (typeof url !== "string") {
    if (url.signal !== "SIGKILL") throw new Error(`the program did not start: ${lines.join("\n")}`);
    return url;
  }
  const end = (signal: NodeJS.Signals): Promise<Ending> => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    ended,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    signal: (signal) => void child.kill(signal),
    log: () => lines.join("\n"),
  };
}

/** The program with the stand-in platform's adapter. An ending: it crashed where it was told to, while starting. */
export const startProgram = (environment: Readonly<Record<string, string>>): Promise<Program | Ending> =>
  startEntry(programEntry, environment);
