import type { Entry } from "../platform/protocol.js";
import { type Journey, play } from "./journeys.js";
import type { Stand } from "./stand.js";

/** Agencies of whose chats nothing is wrong while the chat of another one fails. */
export const OTHERS = ["dukcapil", "dinkes", "disdik", "dlh", "satpolpp", "diskominfo"];
const ROUNDS = 4;

/** Questions in the other chats, with the time each was asked. */
export interface Probes {
  readonly journeys: readonly Journey[];
  /** From asking to the card's acceptance by the platform, each. */
  latencies(journal: readonly Entry[]): readonly number[];
}

/** Asks in all other chats at once, a few times over, while something is wrong elsewhere. */
export async function probeOthers(stand: Stand): Promise<Probes> {
  const asked: { readonly at: number; readonly journey: Journey }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = Date.now();
    const journeys = await Promise.all(OTHERS.map((where) => play(stand, "asked", { where })));
    asked.push(...journeys.map((journey) => ({ at, journey })));
  }
  return {
    journeys: asked.map(({ journey }) => journey),
    latencies: (journal) =>
      asked.map(({ at, journey }) => {
        const shown = journal.find(({ op, text }) => op === "post" && text.includes(journey.text));
        return shown === undefined ? Number.POSITIVE_INFINITY : shown.at - at;
      }),
  };
}

/** The value that 99 of 100 are not above. */
export const p99 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;
