import { parseArgs } from "node:util";
import { type Config, ConfigError } from "../config.js";
import { chatClientTexts } from "../i18n/chat-client.js";
import type { Locale } from "../ports/chat/refs.js";

/** What the command line asks for: to talk to the program at `base`, or only to be told something. */
export type Wish =
  | { readonly kind: "talk"; readonly base: string; readonly locale: Locale | undefined }
  | { readonly kind: "tell"; readonly text: string; readonly isMistake: boolean };

const OPTIONS = { lang: { type: "string", short: "l" }, help: { type: "boolean", short: "h" } } as const;
const HERE = "127.0.0.1";

const isLocale = (value: unknown): value is Locale => value === "id" || value === "en";

/** A URL, `host:port` or a port as the beginning of URLs, without slash at the end; undefined when it is none of them. */
const baseOf = (typed: string): string | undefined => {
  const withHost = /^\d+$/.test(typed) ? `${HERE}:${typed}` : typed;
  const hasScheme = /^https?:\/\//i.test(withHost);
  if (!hasScheme && !/^[^/\s]+:\d+\/*$/.test(withHost)) return undefined;
  const address = hasScheme ? withHost : `http://${withHost}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url === undefined || url.port === "0" ? undefined : (url.origin + url.pathname).replace(/\/+$/, "");
};

/** Where a program with this configuration listens; undefined when the system chooses its port. */
const configuredBase = ({ host, port }: Pick<Config, "host" | "port">): string | undefined => {
  if (port === 0) return undefined;
  const isEveryAddress = host === "0.0.0.0" || host === "::";
  const bracketed = host.includes(":") ? `[${host}]` : host;
  return `http://${isEveryAddress ? HERE : bracketed}:${port}`;
};

/**
 * Reads the command line. `load` is asked for the program's own configuration only when no address is given; that it
 * throws `ConfigError` is told. Never throws otherwise.
 */
export const readArguments = (args: readonly string[], load: () => Pick<Config, "host" | "port">): Wish => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
  });
  const locale = isLocale(values.lang) ? values.lang : undefined;
  const texts = chatClientTexts[locale ?? "id"];
  const mistake = (text: string): Wish => ({ kind: "tell", text, isMistake: true });

  const unknown = Object.keys(values).find((name) => !(name in OPTIONS));
  if (unknown !== undefined) return mistake(texts.unknownOption(unknown.length === 1 ? `-${unknown}` : `--${unknown}`));
  if (values.lang !== undefined && locale === undefined) return mistake(texts.unknownLanguage);
  if (values.help !== undefined) return { kind: "tell", text: texts.usage, isMistake: false };

  const [typed, ...more] = positionals;
  if (more.length > 0) return mistake(texts.oneAddress);
  if (typed !== undefined) {
    const base = baseOf(typed);
    return base === undefined ? mistake(texts.badAddress(typed)) : { kind: "talk", base, locale };
  }
  try {
    const base = configuredBase(load());
    return base === undefined ? mistake(texts.freePort) : { kind: "talk", base, locale };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return mistake([texts.badConfig, ...error.problems.map((problem) => `  - ${problem}`)].join("\n"));
  }
};
