import { readdirSync, readFileSync } from "node:fs";
import { DatabaseError } from "pg";
import { describe, expect, it } from "vitest";
import { readConfig, secretsOf } from "../../src/config.js";
import { createLogger } from "../../src/infra/logging.js";
import type { Logger } from "../../src/ports/logger.js";

const words = "kata-kata seorang warga";

/** What one call wrote. */
const written = (log: (logger: Logger) => void, secrets: readonly string[] = []): string => {
  const lines: string[] = [];
  log(createLogger("debug", secrets, { write: (line) => void lines.push(line) }));
  return lines.join("");
};
const objectOf = (line: string): Record<string, unknown> => JSON.parse(line);

describe("what may be somebody's words or a secret", () => {
  const keys = ["token", "password", "authorization", "Authorization", "databaseUrl", "url", "text", "body", "content"];

  it.each([...keys, "payload", "secret", "cookie", "headers", "values"])(
    "is blacked out in a field %s, also far down and in lists",
    (key) => {
      const field = { [key]: words };
      const line = written((logger) => logger.warn({ ...field, a: { ...field, b: [{ c: { ...field } }] } }, "seen"));
      expect(line).not.toContain(words);
      expect(line.match(/\[redacted\]/g)).toHaveLength(3);
      expect(objectOf(line)).toMatchObject({ msg: "seen" });
    },
  );

  it("is blacked out whole, whatever it holds", () => {
    const line = written((logger) => logger.info({ payload: { event: { words } }, content: [words] }, "seen"));
    expect(line).not.toContain(words);
  });

  it("is blacked out in what a child logger always says", () => {
    const line = written((logger) =>
      logger.child({ token: words, platform: "simulator", a: { text: words } }).error({ outboxId: "7" }, "seen"),
    );
    expect(line).not.toContain(words);
    expect(objectOf(line)).toMatchObject({ platform: "simulator", outboxId: "7" });
  });

  it("leaves what operators need", () => {
    const fields = { inboxId: "7", error: "TypeError at a.js:1", state: "parked", code: "x", path: "/readyz" };
    expect(objectOf(written((logger) => logger.warn(fields, "seen")))).toMatchObject(fields);
  });
});

describe("a secret of the configuration", () => {
  const env = {
    DATABASE_URL: 'postgresql://tanggap:p%40ss"word-9@db:5432/tanggap',
    METRICS_TOKEN: "a-token-of-many-letters",
  };
  const secrets = secretsOf(readConfig(env, "/"));

  it("stands nowhere, not even in messages of libraries", () => {
    const line = written((logger) => {
      const error = new TypeError(`fetch of https://bot.example/${env.METRICS_TOKEN}/send failed`);
      logger.error({ error, why: `refused: p@ss"word-9 and ${env.DATABASE_URL}` }, `with ${env.METRICS_TOKEN}`);
    }, secrets);
    for (const secret of [env.METRICS_TOKEN, "p%40ss", "p@ss"]) expect(line).not.toContain(secret);
    expect(objectOf(line)).toMatchObject({ msg: "with [redacted]" });
  });

  it("is known to the log of every program that reads the configuration", () => {
    const src = new URL("../../src/", import.meta.url);
    const makers = readdirSync(src)
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) =>
        [...readFileSync(new URL(name, src), "utf8").matchAll(/createLogger\((.*?)\)+[,;)]/g)].map(
          ([, given]) => `${name}: ${given}`,
        ),
      );
    expect(makers.length).toBeGreaterThan(3);
    expect(makers.filter((each) => !each.includes("secretsOf(config"))).toEqual([]);
  });

  it("in an address is blacked out also where it is nobody's", () => {
    const line = written((logger) => logger.warn({ why: "cannot reach postgres://u:hunter2@host/x" }, "seen"));
    expect(objectOf(line)).toMatchObject({ why: "cannot reach postgres://u:[redacted]@host/x" });
  });

  it("is not looked for when it is a short word", () => {
    expect(written((logger) => logger.warn({ why: "the user tanggap" }, "seen"), ["tanggap"])).toContain("tanggap");
  });
});

describe("an error", () => {
  const logged = (error: unknown) => objectOf(written((logger) => logger.error({ error }, "failed"))).error;

  it("is logged with its causes, their codes and places", () => {
    const inner = Object.assign(new Error("connect failed"), { code: "ECONNREFUSED" });
    const error = new Error("outer", { cause: new AggregateError([inner], "all failed", { cause: inner }) });
    expect(logged(error)).toMatchObject({
      type: "Error",
      message: "outer",
      stack: expect.arrayContaining([expect.stringMatching(/^at .*logging\.test\.ts/)]),
      cause: {
        type: "AggregateError",
        message: "all failed",
        cause: { code: "ECONNREFUSED" },
        errors: [{ message: "connect failed", code: "ECONNREFUSED" }],
      },
    });
  });

  it("under either name is the same", () => {
    const line = written((logger) => logger.error({ err: new Error("outer") }, "failed"));
    expect(objectOf(line).err).toMatchObject({ type: "Error", message: "outer" });
  });

  it("that is its own cause ends", () => {
    const ring = new Error("ring");
    ring.cause = ring;
    expect(JSON.stringify(logged(ring)).match(/"ring"/g)?.length).toBeLessThan(10);
  });

  it("keeps no field of its own but the code", () => {
    const error = Object.assign(new Error("failed"), { query: words, parameters: [words], code: "E" });
    expect(JSON.stringify(logged(error))).not.toContain(words);
  });

  it("that quotes what it read is logged without its message", () => {
    try {
      JSON.parse(words);
    } catch (error) {
      expect(JSON.stringify(logged(error))).not.toContain("kata");
      expect(logged(error)).toMatchObject({ type: "SyntaxError" });
    }
    expect.assertions(2);
  });

  it("that is none says only what it is", () => {
    expect(logged({ text: words })).toBe("(thrown: object)");
    expect(logged("TypeError at a.js:1")).toBe("TypeError at a.js:1");
  });

  it("of PostgreSQL names its code and constraint, and no value of a row", () => {
    const error = new DatabaseError(`duplicate key, Key (code)=(${words})`, 10, "error");
    Object.assign(error, { code: "23505", detail: `Key (code)=(${words}) exists`, constraint: "government_code_key" });
    const found = logged(new Error("could not be stored", { cause: error }));
    expect(JSON.stringify(found)).not.toContain(words);
    expect(found).toMatchObject({
      message: "could not be stored",
      cause: { message: "the database refused: 23505, constraint government_code_key", code: "23505" },
    });
  });
});
