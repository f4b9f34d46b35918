import type { SimulatorHost } from "../../src/ports/simulator-host.js";
import type { SimulatorSettings } from "./config.js";
import { messageJson } from "./message-json.js";

const PAGE = 100;
const RECONNECT_MS = 1_000;

const frame = (event: string, id: string, data: unknown): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/** Waits until something changed, the time is over, or the signal fires; remembers a change that came between waits. */
const createBell = (subscribe: SimulatorHost["onChange"], signal: AbortSignal) => {
  let rung = false;
  let wake = (): void => {};
  const ring = (): void => {
    rung = true;
    wake();
  };
  const unsubscribe = subscribe(ring);
  signal.addEventListener("abort", ring, { once: true });
  return {
    /** Resolves with whether it was rung. */
    async wait(ms: number): Promise<boolean> {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      const answer = rung;
      rung = false;
      return answer;
    },
    stop(): void {
      unsubscribe();
      signal.removeEventListener("abort", ring);
    },
  };
};

/** Asked again and again, tells whether the world is another than the time before; the same while the store is away. */
const createWorldWatch = async (host: SimulatorHost): Promise<() => Promise<boolean>> => {
  const read = () => host.worldVersion().catch(() => undefined);
  let known = await read();
  return async () => {
    const newest = (await read()) ?? known;
    const isAnother = newest !== known;
    known = newest;
    return isAnother;
  };
};

const beat = async (host: SimulatorHost, cursor: string): Promise<string> => {
  const world = await host.world().catch(() => undefined);
  return world === undefined ? ": still here\n\n" : frame("beat", cursor, { now: world.now });
};

async function* frames(
  host: SimulatorHost,
  from: string,
  settings: Pick<SimulatorSettings, "heartbeatMs" | "pollMs">,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const bell = createBell(host.onChange, signal);
  try {
    const isWorldAnother = await createWorldWatch(host);
    yield `retry: ${RECONNECT_MS}\n${frame("hello", from, { revision: from })}`;
    let cursor = from;
    let quietSince = performance.now();
    let rung = false;
    while (!signal.aborted) {
      // The store may be away for a while: the stream stays open and looks again.
      const changed = await host.messages.changedSince(cursor, PAGE).catch(() => []);
      for (const message of changed) {
        cursor = message.revision;
        quietSince = performance.now();
        yield frame("message", cursor, { ...messageJson(message), channel: message.channel });
      }
      if (changed.length === PAGE) continue;
      if (await isWorldAnother()) yield frame("world", cursor, {});
      // Rung without a change: the clock was moved.
      if ((rung && changed.length === 0) || performance.now() - quietSince >= settings.heartbeatMs) {
        quietSince = performance.now();
        yield await beat(host, cursor);
      }
      rung = await bell.wait(Math.min(settings.pollMs, settings.heartbeatMs));
    }
  } finally {
    bell.stop();
  }
}

/**
 * Server-sent events of all changes after the revision `after`, in order of revision, each once; without `after`, of
 * those from now on. Pulled by the reader, so a slow one costs no memory. Ends when `signal` fires or the reader leaves.
 * Rejects when the store is down at the start.
 */
export const openStream = async (
  host: SimulatorHost,
  after: string | undefined,
  settings: Pick<SimulatorSettings, "heartbeatMs" | "pollMs">,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> => {
  const last = await host.messages.lastRevision();
  // A position from before a new database would hide everything until its numbers are reached again.
  const from = after === undefined || BigInt(after) > BigInt(last) ? last : after;
  const left = new AbortController();
  const source = frames(host, from, settings, AbortSignal.any([signal, left.signal]));
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await source.next();
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      cancel() {
        left.abort();
        // Not waited for: it ends at once, or when the store answers what it was asked last.
        source.return(undefined).catch(() => {});
      },
    },
    { highWaterMark: 0 },
  );
};
