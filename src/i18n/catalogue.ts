import type { Locale, Localized } from "../ports/chat/refs.js";
import { en } from "./en.js";
import { commandNames } from "./id/command-names.js";
import { id } from "./id.js";

/** Every text of one language. A key another language lacks does not compile. */
export type Catalogue = typeof id;

const catalogues: Readonly<Record<Locale, Catalogue>> = { id, en };

/** Every language of the catalogue. */
export const locales: readonly Locale[] = ["id", "en"];

/** The texts of one language. */
export const catalogueOf = (locale: Locale): Catalogue => catalogues[locale];

/** One text in every language, for what adapters declare at start: `localized((c) => c.commands.forward.summary)`. */
export const localized = (pick: (catalogue: Catalogue) => string): Localized => ({ id: pick(id), en: pick(en) });

/**
 * How the input `name` of `command` is called, hinted at and asked for: its own words where the command gives the input a
 * meaning of its own ("text" of "answer"), else those of the name. Undefined for a name the catalogue does not know.
 */
export const inputWords = (
  catalogue: Catalogue,
  command: string,
  name: string,
): Catalogue["inputs"]["text"] | undefined => {
  const own = catalogue.commandInputs[`${command}.${name}`];
  if (own !== undefined) return own;
  return isInput(catalogue, name) ? catalogue.inputs[name] : undefined;
};

/** What an input is called where it is typed, as `name=value`: "jenis" for "kind". */
export const inputName = (catalogue: Catalogue, name: string): string => catalogue.inputNames[name] ?? name;

/** What people of a language call a command that has several names. */
export const commandName = (locale: Locale, name: string): string =>
  locale === "id" ? (commandNames[name] ?? name) : name;

const isInput = (catalogue: Catalogue, name: string): name is keyof Catalogue["inputs"] =>
  Object.hasOwn(catalogue.inputs, name);
