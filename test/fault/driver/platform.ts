import { fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import type { Entry, Fault, Mode, Order, Seen, Shown, Word } from "../platform/protocol.js";
import { platformEntry } from "./places.js";

/** The platform's process, as the driver knows it. */
export interface Platform {
  readonly port: number;
  setMode(mode: Mode): Promise<void>;
  /** Somebody does something; resolves when the program has acknowledged it, whenever that is. */
  say(event: ChatEvent, copies?: number): Promise<void>;
  inject(fault: Fault, times: number, chat?: string): Promise<void>;
  /** No more failures; also forgets the calls seen. */
  heal(): Promise<void>;
  network(state: "up" | "gone" | "half-open"): Promise<void>;
  shown(chat: string): Promise<readonly Shown[]>;
  seen(): Promise<readonly Seen[]>;
  /** What the journal got since the last reading. */
  readJournal(): readonly Entry[];
  end(): Promise<void>;
}

/** The journal file, read on from where it was read to. */
function createJournal(path: string): () => readonly Entry[] {
  writeFileSync(path, "");
  let position = 0;
  return () => {
    const file = openSync(path, "r");
    const parts: Buffer[] = [];
    try {
      for (;;) {
        const buffer = Buffer.alloc(65_536);
        const count = readSync(file, buffer, 0, buffer.length, position);
        if (count === 0) break;
        position += count;
        parts.push(buffer.subarray(0, count));
      }
    } finally {
      closeSync(file);
    }
    const lines = Buffer.concat(parts).toString("utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Entry);
  };
}

/** Starts the platform, which keeps its journal at `journal`. */
export async function startPlatform(journal: string): Promise<Platform> {
  const readJournal = createJournal(journal);
  const child = fork(platformEntry, [journal], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  /** Nobody waits for a platform that is gone by a bug of its own. */
  const gone = new Promise<never>((_resolve, reject) => {
    child.once("exit", (code, signal) => reject(new Error(`the platform ended with ${code ?? signal}`)));
  });
  gone.catch(() => {});
  const answers = new Map<number, (value: unknown) => void>();
  const acks = new Map<string, () => void>();
  let number = 0;
  const port = await new Promise<number>((ready) => {
    child.on("message", (word: Word) => {
      if ("ready" in word) ready(word.ready.port);
      else if ("acked" in word) acks.get(word.acked)?.();
      else answers.get(word.answer)?.(word.value);
    });
  });
  const orGone = <T>(wait: (done: (value: T) => void) => void): Promise<T> =>
    Promise.race([new Promise<T>(wait), gone]);
  const order = <T>(what: Order): Promise<T> =>
    orGone((answered) => {
      number += 1;
      const mine = number;
      answers.set(mine, (value) => {
        answers.delete(mine);
        answered(value as T);
      });
      child.send({ number: mine, order: what });
    });
  return {
    port,
    readJournal,
    setMode: (mode) => order({ do: "mode", mode }),
    say: (event, copies = 1) =>
      orGone<void>((acked) => {
        acks.set(event.eventId, () => {
          acks.delete(event.eventId);
          acked();
        });
        void order({ do: "say", event, copies });
      }),
    inject: (fault, times, chat) =>
      order({ do: "inject", rule: { fault, times, ...(chat === undefined ? {} : { chat }) } }),
    heal: () => order({ do: "heal" }),
    network: (state) => order({ do: "network", state }),
    shown: (chat) => order({ do: "shown", chat }),
    seen: () => order({ do: "seen" }),
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}
