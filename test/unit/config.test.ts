import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CONFIG_KEYS, ConfigError, loadConfig, readConfig } from "../../src/config.js";

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env, "/srv/app");
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe("readConfig", () => {
  it("has a default for every key", () => {
    expect(readConfig({}, "/srv/app")).toEqual({
      host: "127.0.0.1",
      port: 3000,
      dataDir: "/srv/app/data",
      dataDirExplicit: false,
      databaseUrl: undefined,
      simulator: "auto",
      telegram: undefined,
      realPlatformConfigured: false,
      logLevel: "info",
      metricsToken: undefined,
      crashAt: undefined,
    });
  });

  it("takes every key", () => {
    const env = {
      HOST: "0.0.0.0",
      PORT: "0",
      DATA_DIR: "state",
      DATABASE_URL: "postgres://u:p@db:5432/tanggap",
      SIMULATOR: "off",
      LOG_LEVEL: "debug",
      METRICS_TOKEN: "0123456789abcdef",
      TELEGRAM_BOT_TOKEN: "123456789:abcdefghij_klmnopq-rstu",
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081",
      TELEGRAM_WEBHOOK_URL: "https://bot.kota.example/telegram/webhook",
      TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef0123456789abcdef",
      CRASH_AT: "K4:12",
    };
    expect(readConfig(env, "/srv/app")).toEqual({
      host: "0.0.0.0",
      port: 0,
      dataDir: "/srv/app/state",
      dataDirExplicit: true,
      databaseUrl: "postgres://u:p@db:5432/tanggap",
      simulator: "off",
      telegram: {
        token: "123456789:abcdefghij_klmnopq-rstu",
        apiRoot: "http://127.0.0.1:8081",
        webhook: {
          url: "https://bot.kota.example/telegram/webhook",
          secret: "0123456789abcdef0123456789abcdef",
        },
      },
      realPlatformConfigured: true,
      logLevel: "debug",
      metricsToken: "0123456789abcdef",
      crashAt: { point: "K4", nth: 12 },
    });
  });

  it.each([
    [{ TELEGRAM_BOT_TOKEN: "hunter2hunter2" }, "TELEGRAM_BOT_TOKEN must be the token"],
    [{ TELEGRAM_API_ROOT: "api.telegram.org" }, "TELEGRAM_API_ROOT must be an address"],
    [{ TELEGRAM_API_ROOT: "https://bot.kota.example/proxy" }, "a path in it ends in /"],
    [{ TELEGRAM_WEBHOOK_URL: "http://bot.kota.example/telegram/webhook" }, "must be an https address"],
    [{ TELEGRAM_WEBHOOK_SECRET: "hunter2" }, "must have 32 to 256"],
    [{ TELEGRAM_WEBHOOK_URL: "https://bot.kota.example/telegram/webhook" }, "needs TELEGRAM_WEBHOOK_SECRET"],
    [{ TELEGRAM_WEBHOOK_SECRET: "0123456789abcdef0123456789abcdef" }, "needs TELEGRAM_WEBHOOK_URL"],
  ])("refuses %j", (env, problem) => {
    const problems = problemsOf(env).join(" ");
    expect(problems).toContain(problem);
    expect(problems).not.toContain("hunter2");
  });

  it("takes blank values, as an edited .env leaves them, for absent", () => {
    expect(readConfig({ PORT: "", DATA_DIR: "  ", DATABASE_URL: "", LOG_LEVEL: " warn " }, "/srv/app")).toMatchObject({
      port: 3000,
      dataDirExplicit: false,
      databaseUrl: undefined,
      logLevel: "warn",
    });
  });

  it("names all bad keys at once and exits with EX_CONFIG", () => {
    const env = {
      HOST: "http://localhost",
      PORT: "65536",
      DATABASE_URL: "mysql://u:hunter2@db/x",
      SIMULATOR: "yes",
      LOG_LEVEL: "loud",
      METRICS_TOKEN: "hunter2",
      CRASH_AT: "K4",
    };
    const problems = problemsOf(env);
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(Object.keys(env));
    expect(new ConfigError(problems)).toMatchObject({
      exitCode: 78,
      message: expect.stringContaining("LOG_LEVEL must be one of trace"),
    });
    expect(problems.join()).not.toContain("hunter2");
  });

  it.each([
    ["PORT", "-1"],
    ["PORT", "3e3"],
    ["PORT", "80.5"],
    ["HOST", "1.2.3"],
    ["HOST", "localhost:3000"],
    ["HOST", "a b"],
    ["DATABASE_URL", "postgresql://host"],
    ["DATABASE_URL", "host/name"],
    ["CRASH_AT", "K4:0"],
    ["SIMULATOR", "ON"],
    ["METRICS_TOKEN", "fifteen-letters"],
    ["METRICS_TOKEN", "a token with spaces in it"],
    ["METRICS_TOKEN", 'pasted-"quoted"-token'],
  ])("refuses %s=%s", (key, value) => {
    expect(problemsOf({ [key]: value })).toHaveLength(1);
  });

  it.each(["::1", "localhost", "bot.kota.example", "10.0.0.7"])("takes the host %s", (host) => {
    expect(readConfig({ HOST: host }, "/").host).toBe(host);
  });
});

describe("loadConfig", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tanggap-config-"));
    vi.spyOn(process, "cwd").mockReturnValue(folder);
    // Vitest restores the environment, also what a loaded file adds to it.
    for (const key of CONFIG_KEYS) vi.stubEnv(key, undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it("reads .env, and the environment wins over it", () => {
    vi.stubEnv("PORT", "4000");
    writeFileSync(join(folder, ".env"), "PORT=5000\nHOST=::1\n");
    expect(loadConfig()).toMatchObject({ port: 4000, host: "::1", dataDir: join(folder, "data") });
  });

  it("does without .env", () => {
    expect(loadConfig()).toMatchObject({ port: 3000, host: "127.0.0.1" });
  });

  it("says so when .env is no file", () => {
    mkdirSync(join(folder, ".env"));
    expect(() => loadConfig()).toThrow(/\.env cannot be read/);
  });

  it("is described whole by .env.example, whose values are the defaults", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    writeFileSync(join(folder, ".env"), example);
    expect(loadConfig()).toEqual(readConfig({}, folder));
    for (const key of CONFIG_KEYS) {
      expect(example).toMatch(new RegExp(`^(# )?${key}=`, "m"));
    }
  });
});
