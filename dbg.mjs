import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, existsSync } from "node:fs";
const dir = mkdtempSync("/tmp/tanggap-dbg-");
const child = spawn(process.execPath, ["dist/src/main.js"], { env: { ...process.env, PORT: "0", DATA_DIR: dir }, stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise((r) => child.stdout.on("data", (d) => { const m = /http:\/\/\S+/.exec(String(d)); if (m) r(m[0]); }));
const abort = new AbortController();
let n = 0;
const endless = new ReadableStream({ async pull(c) { n++; c.enqueue(new Uint8Array(50_000)); await new Promise((r) => setTimeout(r, 5)); } });
const up = fetch(url + "/api/simulator/files", { method: "POST", body: endless, duplex: "half", signal: abort.signal }).then((r) => console.log("answer", r.status), (e) => console.log("error", e.message, e.cause?.message));
for (let i = 0; i < 10; i++) { await new Promise((r) => setTimeout(r, 100)); console.log(n, existsSync(dir + "/files") ? readdirSync(dir + "/files", { recursive: true }) : "none"); }
abort.abort(); await up;
await new Promise((r) => setTimeout(r, 500));
console.log(readdirSync(dir + "/files", { recursive: true }));
child.kill(); 
