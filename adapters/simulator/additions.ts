import { type Context, Hono } from "hono";
import { maxAddedPerGovernment, type SimulatorAddition, type SimulatorHost } from "../../src/ports/simulator-host.js";
import { additionRequest } from "./event-schema.js";
import { parseBody } from "./json-body.js";
import { isRefusal, type Refusal, refuse, unknownGovernment } from "./refusal.js";
import { storableText } from "./storable.js";

type Answer = (c: Context, refusal: Refusal) => Response;
type Add = (governmentId: string, name: string) => Promise<SimulatorAddition>;

const full = (what: "channels" | "people"): Refusal =>
  refuse(
    409,
    `too-many-${what}`,
    `A government may have ${maxAddedPerGovernment} ${what} that were added; use one of them (GET /world), or begin with fresh data.`,
  );

const adding = (add: Add, what: "channels" | "people", answer: Answer) => async (c: Context) => {
  const request = await parseBody(c, additionRequest);
  if (isRefusal(request)) return answer(c, request);
  const { name } = request;
  const government = storableText(c.req.param("id") ?? "");
  const addition = await add(government, name);
  if (addition === "unknown") return answer(c, unknownGovernment());
  if (addition === "full") return answer(c, full(what));
  return c.json({ id: addition.id, name, government }, addition.isNew ? 201 : 200);
};

/** Adding a chat or somebody to the platform, as people do on a real one before anything is registered. */
export const additionRoutes = (host: Pick<SimulatorHost, "addChannel" | "addPerson">, answer: Answer): Hono =>
  new Hono()
    .post("/governments/:id/channels", adding(host.addChannel, "channels", answer))
    .post("/governments/:id/people", adding(host.addPerson, "people", answer));
