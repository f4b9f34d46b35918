import { fork } from "node:child_process";
import { join } from "node:path";

/** Runs a script of this folder in a process of its own, so that its memory is its alone; resolves with what it sends. */
export const inChild = <T>(script: string, words: readonly string[]): Promise<T> =>
  new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, script), words, { execArgv: ["--expose-gc"] });
    let found: T | undefined;
    child.once("message", (message) => {
      found = message as T;
    });
    child.once("error", failed);
    child.once("exit", (code) =>
      found === undefined ? failed(new Error(`${script} ended with ${code}`)) : done(found),
    );
  });
