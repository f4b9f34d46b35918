import { defaultSettings, type SimulatorSettings } from "../../adapters/simulator/config.js";
import { createSimulatorAdapter } from "../../adapters/simulator/index.js";
import { PREFIX } from "../../adapters/simulator/routes.js";
import type { AdapterContext, ChatAdapter, Inbox } from "../../src/ports/chat/adapter.js";
import type { Surface } from "../../src/ports/chat/surface.js";
import type { SimulatorHost } from "../../src/ports/simulator-host.js";
import { silentLogger } from "./silent-logger.js";

const ORIGIN = "http://simulator.test";

/** A simulator adapter and its HTTP API without a network. */
export interface SimulatorBench {
  readonly adapter: ChatAdapter;
  readonly context: AdapterContext;
  /** Calls the API: a path below `/api/simulator`, a value to be sent as JSON (or a string as it is). */
  call(method: string, path: string, body?: unknown, init?: RequestInit): Promise<Response>;
}

/** Makes one that is not started. Its machine clock stands at 2026-01-05 03:00 UTC. */
export const createSimulatorBench = (
  host: SimulatorHost,
  inbox: Inbox,
  surface: Surface,
  settings: Partial<SimulatorSettings> = {},
): SimulatorBench => {
  let handle: ((request: Request) => Promise<Response>) | undefined;
  const context: AdapterContext = {
    surface,
    inbox,
    files: host.files,
    suggest: async (source, text, { channel }, { id }) => [{ value: `${source} ${text}`, label: `${channel} ${id}` }],
    prefill: async () => ({}),
    http: {
      mount: (prefix, mounted) => {
        if (prefix === PREFIX) handle = mounted;
      },
    },
    whileOwner: () => {},
    logger: silentLogger,
    clock: { now: () => new Date("2026-01-05T03:00:00.000Z") },
  };
  return {
    adapter: createSimulatorAdapter(host, { ...defaultSettings, ...settings }),
    context,
    async call(method, path, body, init = {}) {
      const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
      const request = new Request(`${ORIGIN}/api/simulator${path}`, { method, ...content, ...init });
      if (handle === undefined) throw new Error("the adapter mounted nothing");
      return handle(request);
    },
  };
};
