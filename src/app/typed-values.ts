import { firstWord, parseTyped, type TypedInput, unquote } from "../chatkit/tokenize.js";
import { parseCaseCode } from "../domain/case-code.js";
import { catalogueOf, inputName, locales } from "../i18n/catalogue.js";
import type { Locale } from "../ports/chat/refs.js";
import type { Command, RawValues } from "./command.js";
import { lettersApart } from "./letters-apart.js";

/** The inputs of a command that are typed as `key=value`: all that no place in the text stands for. */
const keysOf = (command: Command): readonly string[] =>
  Object.keys(command.inputs).filter((name) => !command.positional.some((each) => each === name));

/** The keys' names in every language ("jenis" for "kind"), whichever one the government speaks. */
const synonymsOf = (keys: readonly string[]): ReadonlyMap<string, string> =>
  new Map(locales.flatMap((locale) => keys.map((key) => [inputName(catalogueOf(locale), key), key] as const)));

const typedInput = (command: Command, text: string): TypedInput => {
  const keys = keysOf(command);
  return parseTyped(text, keys, synonymsOf(keys));
};

/**
 * A typed text as values: declared keys anywhere, then the inputs in their order, the last with all the rest. The first
 * word is a code when it is a full one, or a bare number while no card was replied to.
 */
export const valuesOfText = (command: Command, text: string, replied: boolean): RawValues => {
  const typed = typedInput(command, text);
  const values: Record<string, string> = { ...typed.values };
  let rest = typed.rest;
  const [first, ...others] = command.positional;
  const last = others.at(-1);
  if (first === "code" && last !== undefined) {
    const { word, rest: after } = firstWord(rest);
    const code = parseCaseCode(word);
    if (code && (code.kind === "full" || !replied)) {
      values.code = word;
      rest = unquote(after);
    }
    if (rest !== "") values[last] = rest;
  } else if (first !== undefined && rest !== "") {
    const { word } = firstWord(rest);
    values[first] = first === "code" && parseCaseCode(word) ? word : rest;
  }
  return values;
};

/** Shorter names are near too many words. */
const SHORTEST_NAME = 3;
/** In a longer name two letters may be wrong, in a short one a single one. */
const mostApart = (name: string): number => (name.length > 5 ? 2 : 1);

/**
 * The first `name=` of a typed text that no input of the command has but nearly has, and what one is called in the language;
 * undefined where there is none. What stands in quotes is text.
 */
export const misspeltInput = (
  command: Command,
  text: string,
  locale: Locale,
): { readonly typed: string; readonly meant: string } | undefined => {
  const keys = keysOf(command);
  const spellings = [...synonymsOf(keys), ...keys.map((key) => [key, key] as const)];
  const rest = typedInput(command, text).rest.replace(/["“][^"”]*["”]/g, " ");
  for (const [, typed = ""] of rest.matchAll(/(?:^|\s)([A-Za-z]\w{0,30})=\S/g)) {
    const said = typed.toLowerCase();
    const near = spellings.find(
      ([name]) => said.length >= SHORTEST_NAME && lettersApart(said, name) <= mostApart(name),
    );
    if (near) return { typed, meant: inputName(catalogueOf(locale), near[1]) };
  }
  return undefined;
};

/** The answer to the question for one input: its value as written, or what is left beside what was typed as `key=value`. */
export const valuesOfAnswer = (command: Command, asking: string, text: string): RawValues => {
  const { values, rest } = typedInput(command, text);
  return Object.keys(values).length === 0 ? { [asking]: text } : { ...values, [asking]: rest };
};
