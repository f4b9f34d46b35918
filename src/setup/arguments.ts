import { parseArgs } from "node:util";
import { setupTexts } from "../i18n/setup-cli.js";
import type { Locale } from "../ports/chat/refs.js";

/** How the outcome is told, whatever it is. */
export interface Telling {
  /** Undefined: not said. */
  readonly locale: Locale | undefined;
  readonly json: boolean;
  /** A new file the codes go to. */
  readonly codesTo: string | undefined;
}

/** What the command line asks for, or only what it is to be told. */
export type Wish =
  | { readonly kind: "wizard"; readonly telling: Telling }
  | { readonly kind: "file"; readonly path: string; readonly check: boolean; readonly telling: Telling }
  | { readonly kind: "renew" | "admin"; readonly code: string; readonly telling: Telling }
  | { readonly kind: "remove"; readonly code: string; readonly sure: boolean; readonly telling: Telling }
  | { readonly kind: "tell"; readonly text: string; readonly isMistake: boolean };

const OPTIONS = {
  check: { type: "boolean" },
  json: { type: "boolean" },
  "codes-to": { type: "string" },
  renew: { type: "string" },
  admin: { type: "string" },
  "remove-trial": { type: "string" },
  yes: { type: "boolean" },
  lang: { type: "string", short: "l" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = Readonly<Record<string, unknown>>;

const isLocale = (value: unknown): value is Locale => value === "id" || value === "en";

const localeOf = ({ lang }: Values): Locale | undefined => (isLocale(lang) ? lang : undefined);

const mistakeOfRemoval = ({ "remove-trial": trial, "codes-to": codesTo, yes, ...rest }: Values): string | undefined => {
  const texts = setupTexts[localeOf(rest) ?? "id"].command;
  if (trial !== undefined && codesTo !== undefined) return texts.notBoth("--remove-trial", "--codes-to");
  return yes !== undefined && trial === undefined ? texts.onlyWith("--yes", "--remove-trial") : undefined;
};

/** Why the options make no wish; undefined when they do. */
const mistakeOf = (values: Values, positionals: readonly string[]): string | undefined => {
  const texts = setupTexts[localeOf(values) ?? "id"].command;
  const unknown = Object.keys(values).find((name) => !(name in OPTIONS));
  if (unknown !== undefined) return texts.unknownOption(unknown.length === 1 ? `-${unknown}` : `--${unknown}`);
  const empty = ["codes-to", "renew", "admin", "remove-trial", "lang"].find(
    (name) => values[name] === true || values[name] === "",
  );
  if (empty !== undefined) return texts.needsValue(`--${empty}`);
  if (values.lang !== undefined && localeOf(values) === undefined) return texts.unknownLanguage;
  if (positionals.length > 1) return texts.oneFile;
  const hasFile = positionals.length === 1;
  const given = ["renew", "admin", "remove-trial"]
    .filter((name) => values[name] !== undefined)
    .map((name) => `--${name}`);
  const beside = hasFile ? positionals[0] : values.check === undefined ? given[1] : "--check";
  if (given[0] !== undefined && beside !== undefined) return texts.notBoth(given[0], beside);
  const ofRemoval = mistakeOfRemoval(values);
  if (ofRemoval !== undefined) return ofRemoval;
  if (values.check !== undefined && !hasFile) return texts.needsFile("--check");
  if (values.json !== undefined && !hasFile && given.length === 0) return texts.needsFile("--json");
  return undefined;
};

/** Reads the command line. Never throws. */
export const readArguments = (args: readonly string[]): Wish => {
  const parsed = parseArgs({ args: [...args], options: OPTIONS, strict: false, allowPositionals: true });
  const values: Values = parsed.values;
  const { positionals } = parsed;
  const mistake = mistakeOf(values, positionals);
  if (mistake !== undefined) return { kind: "tell", text: mistake, isMistake: true };
  const locale = localeOf(values);
  if (values.help === true) return { kind: "tell", text: setupTexts[locale ?? "id"].command.usage, isMistake: false };
  const codesTo = typeof values["codes-to"] === "string" ? values["codes-to"] : undefined;
  const telling: Telling = { locale, json: values.json === true, codesTo };
  if (typeof values.renew === "string") return { kind: "renew", code: values.renew.toUpperCase(), telling };
  if (typeof values.admin === "string") return { kind: "admin", code: values.admin.toUpperCase(), telling };
  const trial = values["remove-trial"];
  if (typeof trial === "string")
    return { kind: "remove", code: trial.toUpperCase(), sure: values.yes === true, telling };
  const [path] = positionals;
  return path === undefined
    ? { kind: "wizard", telling }
    : { kind: "file", path, check: values.check === true, telling };
};
