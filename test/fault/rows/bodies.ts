import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realEntry } from "../driver/places.js";
import { type Program, startEntry } from "../driver/program.js";
import type { FaultCase, Work } from "./fault-case.js";

const MEGABYTE = 1024 * 1024;
const SIZES = [2, 100];
const CHUNK = Buffer.alloc(64 * 1024, "a");

/** Sends a body of that size and answers the status; a peer that answers and hangs up early has answered. */
const send = (url: string, bytes: number): Promise<number> =>
  new Promise((done, fail) => {
    const sending = request(`${url}/api/simulator/events`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": String(bytes) },
    });
    let left = bytes;
    let answered = false;
    sending.on("response", (response) => {
      answered = true;
      response.resume();
      done(response.statusCode ?? 0);
      sending.destroy();
    });
    sending.on("error", (error) => {
      if (!answered) fail(error);
    });
    const pour = (): void => {
      while (left > 0 && !answered) {
        const part = CHUNK.subarray(0, Math.min(left, CHUNK.length));
        left -= part.length;
        if (!sending.write(part)) return void sending.once("drain", pour);
      }
      if (!answered) sending.end();
    };
    pour();
  });

const stillWorks = async (program: Program): Promise<boolean> =>
  (await fetch(`${program.url}/api/simulator/world`)).status === 200;

const sendAll = async ({ tally, runs }: Work, program: Program): Promise<void> => {
  for (; tally.runs < runs; tally.runs += 1) {
    for (const size of SIZES) {
      const status = await send(program.url, size * MEGABYTE);
      if (status !== 413) tally.failures.push(`${size} MB were answered with ${status}`);
    }
    if (!(await stillWorks(program))) tally.failures.push("it does not answer afterwards");
  }
};

/** Row F: bodies that are far too large, to the program as people run it. */
export const bodies: readonly FaultCase[] = [
  {
    row: "F",
    name: "bodies",
    fault: "bodies of 2 MB and 100 MB to the simulator's HTTP",
    demand: "413, and works on",
    modes: ["nonce"],
    runs: (counts) => counts.faults,
    async run(work) {
      const dataDir = mkdtempSync(join(tmpdir(), "tanggap-fault-"));
      const program = await startEntry(realEntry, { DATA_DIR: dataDir });
      try {
        if ("url" in program) await sendAll(work, program);
      } finally {
        if ("url" in program) await program.stop();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
  },
];
