import { createInFlight } from "../../src/chatkit/in-flight.js";
import type { AdapterHealth, ChatAdapter } from "../../src/ports/chat/adapter.js";
import type { SimulatorHost } from "../../src/ports/simulator-host.js";
import { simulatorCapabilities } from "./capabilities.js";
import { defaultSettings, type SimulatorSettings } from "./config.js";
import { createDeliver } from "./deliver.js";
import { createOpenFile } from "./files.js";
import { builtPage, createPageFiles, PAGE_PREFIXES } from "./page-files.js";
import { createRoutes, PREFIX } from "./routes.js";

/**
 * The simulator: a chat platform inside the program, spoken to over HTTP (docs/simulator-api.md), whose messages the
 * host keeps, and the page that shows it. It acknowledges (202) after the inbox has the event, and answers 503 when it could not take it.
 */
export const createSimulatorAdapter = (
  host: SimulatorHost,
  settings: SimulatorSettings = defaultSettings,
): ChatAdapter => {
  const inFlight = createInFlight();
  const stopping = new AbortController();
  let started = false;
  let status: AdapterHealth = { state: "stopped", since: new Date() };

  return {
    platform: "simulator",
    capabilities: simulatorCapabilities,
    async start(context) {
      if (started) throw new Error("the simulator adapter was started twice");
      started = true;
      const routes = createRoutes({ host, context, settings, stopped: stopping.signal });
      const handle = async (request: Request): Promise<Response> => {
        const answer = Promise.resolve(routes.fetch(request));
        // Whoever only reads, or waits for quiet, is not waited for.
        return request.method === "GET" ? answer : inFlight.track(answer);
      };
      context.http.mount(PREFIX, handle);
      context.http.mount(`${PREFIX}/files`, handle, { streams: true });
      const page = createPageFiles(builtPage);
      for (const prefix of PAGE_PREFIXES) context.http.mount(prefix, page);
      status = { state: "online", since: context.clock.now() };
    },
    async stop(deadline) {
      stopping.abort();
      await inFlight.settled(deadline);
      if (status.state !== "stopped") status = { state: "stopped", since: new Date() };
    },
    health: () => status,
    openFile: createOpenFile(host.files),
    deliver: createDeliver(host.messages),
  };
};
