// Measures start-up (cold: empty data folder; warm: the same again) and the program's resident memory when idle.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const main = resolve(import.meta.dirname, "../dist/src/main.js");
const runs = Number(process.argv[2] ?? 3);

const start = async (dataDir) => {
  const began = performance.now();
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((done, fail) => {
    createInterface(child.stdout).once("line", done);
    child.once("exit", (code) => fail(new Error(`ended with ${code}`)));
  });
  const readyMs = performance.now() - began;
  await new Promise((done) => setTimeout(done, 5_000));
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]);
  child.removeAllListeners("exit");
  child.kill("SIGTERM");
  await new Promise((done) => child.once("exit", done));
  return { readyMs: Math.round(readyMs), residentMb: Math.round(kilobytes / 1024) };
};

for (let run = 1; run <= runs; run++) {
  const dataDir = mkdtempSync(join(tmpdir(), "tanggap-bench-"));
  const cold = await start(dataDir);
  const warm = await start(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  console.log(
    `run ${run}: cold ${cold.readyMs} ms, warm ${warm.readyMs} ms, resident ${cold.residentMb}/${warm.residentMb} MB`,
  );
}
