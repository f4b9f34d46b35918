import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { envFaults } from "./env-faults.js";

/** `on` and `off` are the operator's word; `auto` runs the simulator where no real platform is configured. */
export type SimulatorMode = "on" | "off" | "auto";

/** Everything the program takes from its environment. */
export type Config = Readonly<{
  host: string;
  /** 0 asks the system for a free port. */
  port: number;
  /** Absolute. */
  dataDir: string;
  /** Whether the operator chose `dataDir`. */
  dataDirExplicit: boolean;
  /** May hold a password: never log it. */
  databaseUrl: string | undefined;
  simulator: SimulatorMode;
  /** The bot's account on Telegram. Its token and secret are never logged. */
  telegram: TelegramConfig | undefined;
  /** Whether any account of a real chat platform is configured. */
  realPlatformConfigured: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  /** What whoever asks for `/metrics` has to bear; undefined: only this machine may ask. Never log it. */
  metricsToken: string | undefined;
  /** Only for fault tests: the process kills itself when it passes the point for the nth time. */
  crashAt: Readonly<{ point: string; nth: number }> | undefined;
}>;

/** An account on Telegram. Without `webhook` the program asks Telegram for what is new; with it Telegram calls. */
export type TelegramConfig = Readonly<{
  token: string;
  /** Where the Bot API is spoken to: Telegram's own servers, or an own Bot API server. */
  apiRoot: string;
  webhook: Readonly<{ url: string; secret: string }> | undefined;
}>;

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;

/** The exit code that sysexits.h calls EX_CONFIG. */
const EXIT_CODE = 78;

/** The environment is wrong. The message lists every bad key with its fix and repeats no value that may be secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  /** What the process should exit with. */
  readonly exitCode = EXIT_CODE;

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not right:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
  }
}

const oneOf = <const T extends readonly [string, ...string[]]>(key: string, values: T) =>
  z.enum(values, `${key} must be one of ${values.join(", ")}.`);

const environment = z.object({
  HOST: z
    .string()
    .refine(isHost, "HOST must be an address or a host name, without scheme and port. Example: 127.0.0.1")
    .default("127.0.0.1"),
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      "PORT must be a whole number from 0 to 65535; 0 takes a free port.",
    )
    .transform(Number)
    .default(3000),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresUrl,
      "DATABASE_URL must look like postgresql://user:password@host:5432/name. Leave it out to use the built-in PostgreSQL.",
    )
    .optional(),
  SIMULATOR: oneOf("SIMULATOR", ["on", "off", "auto"]).default("auto"),
  LOG_LEVEL: oneOf("LOG_LEVEL", LOG_LEVELS).default("info"),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/-]{16,}=*$/,
      "METRICS_TOKEN must have at least 16 characters, letters, digits and -._~+/ only. Make one with: openssl rand -hex 24",
    )
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{16,}$/, "TELEGRAM_BOT_TOKEN must be the token @BotFather gave, such as 123456789:AbC…")
    .optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(
      isApiRoot,
      "TELEGRAM_API_ROOT must be an address such as https://api.telegram.org; a path in it ends in /. Leave it out for Telegram's own.",
    )
    .default("https://api.telegram.org"),
  TELEGRAM_WEBHOOK_URL: z
    .string()
    .refine(
      isWebhookUrl,
      "TELEGRAM_WEBHOOK_URL must be an https address that ends in /telegram/webhook. Leave it out to ask Telegram instead.",
    )
    .optional(),
  // https://core.telegram.org/bots/api#setwebhook, secret_token; shorter ones could be guessed.
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^[\w-]{32,256}$/,
      "TELEGRAM_WEBHOOK_SECRET must have 32 to 256 letters, digits, _ or -. Make one with: openssl rand -hex 32",
    )
    .optional(),
  CRASH_AT: z
    .string()
    .regex(
      /^[\w.-]+:[1-9]\d*$/,
      "CRASH_AT must be <point>:<nth>, such as K4:1. It is for fault tests only: leave it out.",
    )
    .transform((text) => {
      const [point = "", nth = ""] = text.split(":");
      return { point, nth: Number(nth) };
    })
    .optional(),
});

/** Every key the program reads from its environment. */
export const CONFIG_KEYS: readonly string[] = Object.keys(environment.shape);

function isHost(text: string): boolean {
  return isIP(text) !== 0 || (/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text) && !/^[\d.]+$/.test(text));
}

/** Without the slash the last part of a path would be left out of every call, token and all. */
function isApiRoot(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return /^https?:$/.test(protocol) && pathname.endsWith("/");
}

function isWebhookUrl(text: string): boolean {
  return (
    URL.canParse(text) && new URL(text).protocol === "https:" && new URL(text).pathname.endsWith("/telegram/webhook")
  );
}

function isPostgresUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== "" && url.pathname.length > 1;
}

/** The password in each spelling in which a library may quote it. */
const passwordsIn = (databaseUrl: string): readonly string[] => {
  const [, typed = ""] = /^[^:]*:\/\/[^:@/]*:([^@/]*)@/.exec(databaseUrl) ?? [];
  const { password } = new URL(databaseUrl);
  return [typed, password, /%(?![\da-f]{2})/i.test(password) ? password : decodeURIComponent(password)];
};

/** What must never be logged, wherever it stands: tokens and passwords. */
export const secretsOf = ({ databaseUrl, metricsToken, telegram }: Config): readonly string[] => {
  const ofTelegram = [telegram?.token ?? "", telegram?.webhook?.secret ?? ""];
  const secrets = [metricsToken ?? "", ...ofTelegram, ...(databaseUrl === undefined ? [] : passwordsIn(databaseUrl))];
  return [...new Set(secrets)].filter((secret) => secret !== "");
};

/** Whether the simulator runs: the operator's word, or that no real platform is configured. */
export const simulatorWanted = ({ simulator, realPlatformConfigured }: Config): boolean =>
  simulator === "on" || (simulator === "auto" && !realPlatformConfigured);

type Keys = z.infer<typeof environment>;

const telegramOf = (keys: Keys): TelegramConfig | undefined => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = keys;
  if (token === undefined) return undefined;
  const webhook = url === undefined || secret === undefined ? undefined : { url, secret };
  return { token, apiRoot: keys.TELEGRAM_API_ROOT, webhook };
};

/** What is wrong with keys that need each other. */
const problemsBetween = (keys: Keys): readonly string[] => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = keys;
  const problems: string[] = [];
  if (url !== undefined && secret === undefined)
    problems.push("TELEGRAM_WEBHOOK_URL needs TELEGRAM_WEBHOOK_SECRET. Make one with: openssl rand -hex 32");
  if (secret !== undefined && url === undefined)
    problems.push("TELEGRAM_WEBHOOK_SECRET needs TELEGRAM_WEBHOOK_URL; without a webhook leave both out.");
  if (url !== undefined && token === undefined) problems.push("TELEGRAM_WEBHOOK_URL needs TELEGRAM_BOT_TOKEN.");
  return problems;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from an environment; relative paths are taken from `folder`. A key that is empty or blank
 * counts as absent. Throws `ConfigError` naming all bad keys at once.
 */
export function readConfig(env: Environment, folder: string): Config {
  const present = Object.entries(env).map(([key, value]) => [key, value?.trim() || undefined]);
  const parsed = environment.safeParse(Object.fromEntries(present));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message));
  const keys = parsed.data;
  const between = problemsBetween(keys);
  if (between.length > 0) throw new ConfigError(between);
  const telegram = telegramOf(keys);
  return {
    host: keys.HOST,
    port: keys.PORT,
    dataDir: resolve(folder, keys.DATA_DIR ?? "data"),
    dataDirExplicit: keys.DATA_DIR !== undefined,
    databaseUrl: keys.DATABASE_URL,
    simulator: keys.SIMULATOR,
    telegram,
    realPlatformConfigured: telegram !== undefined,
    logLevel: keys.LOG_LEVEL,
    metricsToken: keys.METRICS_TOKEN,
    crashAt: keys.CRASH_AT,
  };
}

/**
 * The configuration of this process: its environment over the file `.env` in the working folder, if there is one.
 * Throws `ConfigError`.
 */
export function loadConfig(): Config {
  const folder = process.cwd();
  const file = join(folder, ".env");
  if (existsSync(file)) {
    try {
      process.loadEnvFile(file);
    } catch {
      throw new ConfigError([
        `The file ${file} cannot be read. Make it a readable file of KEY=value lines, or remove it.`,
      ]);
    }
  }
  return readConfig(process.env, folder);
}

/** What this process's environment and `.env` say that is read over, a sentence each without any value: slips, mostly. */
export function ignoredConfig(): readonly string[] {
  const file = join(process.cwd(), ".env");
  return envFaults(existsSync(file) ? readFileSync(file, "utf8") : "", Object.keys(process.env), CONFIG_KEYS);
}
