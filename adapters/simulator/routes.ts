import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { SimulatorHost } from "../../src/ports/simulator-host.js";
import { additionRoutes } from "./additions.js";
import type { SimulatorSettings } from "./config.js";
import { clockRequest, eventRequest, governmentRequest, prefillRequest, suggestRequest } from "./event-schema.js";
import { refusalOf } from "./failures.js";
import { fileRoutes } from "./files.js";
import { badRequest, parseBody } from "./json-body.js";
import { messageJson } from "./message-json.js";
import { createPrefill } from "./prefill.js";
import { createReceive } from "./receive.js";
import { isRefusal, type Refusal, refuse, unavailable, unknownChannel, unknownGovernment } from "./refusal.js";
import { openStream } from "./stream.js";
import { createSuggest } from "./suggest.js";
import { surfaceJson } from "./surface.js";

/** Where the routes live on the program's server. */
export const PREFIX = "/api/simulator";

const NUMBER = /^\d{1,18}$/;
const DEFAULT_IDLE_MS = 10_000;

interface RouteDeps {
  readonly host: SimulatorHost;
  readonly context: AdapterContext;
  readonly settings: SimulatorSettings;
  /** Fires when intake ends: every request from then on is refused, streams end. */
  readonly stopped: AbortSignal;
}

const answer = (c: Context, { status, code, message }: Refusal) => c.json({ error: { code, message } }, status);

/** A query value that is a whole number of at most 18 digits; undefined when absent or empty. */
const numberQuery = (c: Context, name: string, header?: string): string | undefined | Refusal => {
  const value = (header === undefined ? undefined : c.req.header(header)) ?? c.req.query(name);
  if (value === undefined || value === "") return undefined;
  return NUMBER.test(value) ? value : badRequest(`${header ?? name} must be a whole number.`);
};

const readRoutes = ({ host, context, settings, stopped }: RouteDeps): Hono =>
  new Hono()
    .get("/world", async (c) => c.json(await host.world()))
    .get("/surface", (c) => c.json(surfaceJson(context.surface)))
    .get("/channels/:id/messages", async (c) => {
      const after = numberQuery(c, "after");
      if (isRefusal(after)) return answer(c, after);
      const known = (await host.world()).channels.some(({ id }) => id === c.req.param("id"));
      const list = known ? await host.messages.list(c.req.param("id"), after) : undefined;
      return list === undefined ? answer(c, unknownChannel()) : c.json(list.map(messageJson));
    })
    .get("/governments/:id/articles", async (c) => {
      const known = (await host.world()).governments.some(({ id }) => id === c.req.param("id"));
      return known ? c.json(await host.articles(c.req.param("id"))) : answer(c, unknownGovernment());
    })
    .get("/idle", async (c) => {
      const timeoutMs = numberQuery(c, "timeoutMs");
      if (isRefusal(timeoutMs)) return answer(c, timeoutMs);
      const idle = await host.idle(Math.min(Number(timeoutMs ?? DEFAULT_IDLE_MS), settings.maxIdleMs));
      return idle ? c.json({ idle }) : answer(c, refuse(408, "busy", "There is still work to do."));
    })
    .get("/stream", async (c) => {
      const after = numberQuery(c, "after", "last-event-id");
      if (isRefusal(after)) return answer(c, after);
      const stream = await openStream(host, after, settings, AbortSignal.any([stopped, c.req.raw.signal]));
      return c.body(stream, 200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
    });

const writeRoutes = ({ host, context, settings }: RouteDeps): Hono => {
  const receive = createReceive({ ...context, host, rememberedEvents: settings.rememberedEvents });
  const prefill = createPrefill(host, context);
  const suggest = createSuggest(host, context);
  return new Hono()
    .post("/events", async (c) => {
      const request = await parseBody(c, eventRequest);
      if (isRefusal(request)) return answer(c, request);
      const received = await receive(request);
      return isRefusal(received) ? answer(c, received) : c.json(received, 202);
    })
    .post("/prefill", async (c) => {
      const request = await parseBody(c, prefillRequest);
      if (isRefusal(request)) return answer(c, request);
      const values = await prefill(request);
      return isRefusal(values) ? answer(c, values) : c.json(values);
    })
    .post("/suggest", async (c) => {
      const request = await parseBody(c, suggestRequest);
      if (isRefusal(request)) return answer(c, request);
      const found = await suggest(request);
      return isRefusal(found) ? answer(c, found) : c.json(found);
    })
    .post("/clock", async (c) => {
      const move = await parseBody(c, clockRequest);
      if (isRefusal(move)) return answer(c, move);
      const moved = await host.moveClock(move);
      return moved === "refused"
        ? answer(c, refuse(409, "real-platform", "The clock stands while a real platform is configured."))
        : c.json(moved);
    })
    .put("/governments/:id", async (c) => {
      const change = await parseBody(c, governmentRequest);
      if (isRefusal(change)) return answer(c, change);
      const id = c.req.param("id");
      return (await host.setLocale(id, change.locale))
        ? c.json({ id, locale: change.locale })
        : answer(c, unknownGovernment());
    });
};

/** A page of another site, in the browser of somebody who can reach this address, has no business here. */
const isForeign = (c: Context): boolean => {
  const origin = c.req.header("origin");
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header("host");
};

/** The simulator's HTTP API. Every answer is JSON but the stream; errors are `{ error: { code, message } }`. */
export const createRoutes = (deps: RouteDeps): Hono => {
  const { settings, stopped, context } = deps;
  const tooLarge = refuse(413, "too-large", `A body may have ${settings.maxBodyBytes} bytes.`);
  return new Hono()
    .basePath(PREFIX)
    .use(async (c, next) => (stopped.aborted ? answer(c, unavailable()) : next()))
    .use(async (c, next) =>
      isForeign(c) ? answer(c, refuse(403, "foreign-origin", "Only this address's own pages may ask.")) : next(),
    )
    .route("/", fileRoutes(deps.host.files, stopped, answer))
    .use(bodyLimit({ maxSize: settings.maxBodyBytes, onError: (c) => answer(c, tooLarge) }))
    .route("/", readRoutes(deps))
    .route("/", writeRoutes(deps))
    .route("/", additionRoutes(deps.host, answer))
    .notFound((c) => answer(c, refuse(404, "unknown-route", "There is no such route.")))
    .onError((error, c) => {
      const refusal = refusalOf(error);
      context.logger.error({ err: error, path: c.req.path, code: refusal.code }, "simulator request failed");
      return answer(c, refusal);
    });
};
