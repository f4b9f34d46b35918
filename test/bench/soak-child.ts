import { setTimeout as sleep } from "node:timers/promises";
import { conversations, inquiryIn } from "./conversations.js";
import { type Memory, memoryNow } from "./memory.js";
import { startWholeProgram } from "./whole-program.js";

/** What the soak saw of the memory after so many minutes. */
export interface Sample extends Memory {
  readonly minute: number;
}

/** Sends the samples of a program under steady load for so many minutes. */
const MINUTES = Number(process.argv[2]);
const PER_SECOND = Number(process.argv[3]);
const SAMPLE_MS = 10_000;
const MINUTE_MS = 60_000;

const program = await startWholeProgram();
const places = conversations(24);
const samples: Sample[] = [];
const began = performance.now();
const minute = (): number => (performance.now() - began) / MINUTE_MS;
const feed = async (): Promise<number> => {
  let accepted = 0;
  while (minute() < MINUTES) {
    const place = places[accepted % places.length];
    if (place !== undefined) await program.inbox.accept(inquiryIn(place));
    accepted += 1;
    await sleep(Math.max(0, began + (accepted * 1_000) / PER_SECOND - performance.now()));
  }
  return accepted;
};
const watch = setInterval(() => samples.push({ minute: minute(), ...memoryNow() }), SAMPLE_MS);
const accepted = await feed();
clearInterval(watch);
process.send?.({ samples, accepted });
await program.stop();
process.exit(0);
