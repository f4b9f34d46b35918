import type { Context } from "hono";
import type { z } from "zod";
import { type Refusal, refuse } from "./refusal.js";

/** A request that is not as it should be; `message` says what is wrong. */
export const badRequest = (message: string): Refusal => refuse(400, "bad-request", message);

const MOST_PROBLEMS = 5;

/** The body of a request as its schema reads it. */
export const parseBody = async <T>(c: Context, schema: z.ZodType<T>): Promise<T | Refusal> => {
  const raw = await c.req.text();
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    return refuse(400, "bad-json", "The body is not JSON.");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
  return badRequest(problems.slice(0, MOST_PROBLEMS).join("; "));
};
