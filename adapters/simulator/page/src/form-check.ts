import { pageWords } from "../../../../src/i18n/page.js";
import type { FormInput } from "../../../../src/ports/chat/forms.js";
import type { Locale } from "../../../../src/ports/chat/refs.js";

/** What is wrong with one input, in words. */
export interface Problem {
  readonly input: string;
  readonly text: string;
}

/** What is wrong with the values of one page, the first thing; undefined when nothing is. */
export const problemWith = (
  inputs: readonly FormInput[],
  values: Readonly<Record<string, string>>,
  locale: Locale,
): Problem | undefined => {
  for (const input of inputs) {
    const value = values[input.name] ?? "";
    const label = input.label[locale];
    if (input.required && value.trim() === "") return { input: input.name, text: pageWords[locale].missing(label) };
    const max = input.kind === "line" || input.kind === "paragraph" ? input.maxChars : undefined;
    const count = [...value].length;
    if (max !== undefined && count > max)
      return { input: input.name, text: pageWords[locale].tooLong(label, count, max) };
  }
  return undefined;
};
