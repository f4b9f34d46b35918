import Bottleneck from "bottleneck";
import { tamed } from "./tamed.js";

/** When the process dies, so many messages at most are sent again on a platform that does not recognise a repeat. */
const MOST = 4;
/** Of these so many may be ones that failed before: chats that are silent do not hold up all others for long. */
const MOST_REPEATED = 2;

/** How many messages may be on their way at a time. */
export interface DoubtSlots {
  /** Runs the job when there is room for it. `repeated`: the message was tried before. */
  run<T>(repeated: boolean, job: () => Promise<T>): Promise<T>;
}

/** Slots for a platform that does not recognise a repeat. */
export function createDoubtSlots(): DoubtSlots {
  const all = tamed(new Bottleneck({ maxConcurrent: MOST }));
  const again = tamed(new Bottleneck({ maxConcurrent: MOST_REPEATED }));
  again.chain(all);
  return { run: (repeated, job) => (repeated ? again : all).schedule(job) };
}

/** Of a platform that does: no limit. */
export const noDoubtSlots: DoubtSlots = { run: (_repeated, job) => job() };
