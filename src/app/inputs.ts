import { z } from "zod";
import { cleanText } from "../chatkit/plain-text.js";
import type { RefusalCode } from "../domain/notice.js";
import { type Refusal, refuse } from "../domain/refusal.js";
import { localized } from "../i18n/catalogue.js";
import type { SuggestSource } from "../ports/chat/forms.js";
import { excerptOf } from "./excerpt.js";
import { meantBy } from "./meant.js";

/** Longest citizen's words and longest answer, in code points. Everything else is a note or a line. */
export const maxTextChars = 10_000;
const maxNoteChars = 1_000;
const maxLineChars = 500;
const maxUrlChars = 2_000;

/** Why somebody's words are too long to be kept whole. */
export const tooLong = (text: string): Refusal | undefined => {
  const { length } = [...text];
  return length > maxTextChars ? refuse("tooLong", { length, max: maxTextChars }) : undefined;
};

type Shape =
  | { readonly kind: "line" | "paragraph"; readonly maxChars: number }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "suggest"; readonly source: SuggestSource };

/** One declared input: how it is asked for, what it must be, and whether the command can do without it. */
export interface Input<Required extends boolean = boolean> {
  readonly required: Required;
  /** Forms mark it as one to fill in, though the command begins without it. */
  readonly wanted?: true;
  readonly shape: Shape;
  readonly schema: z.ZodType<string>;
}

const issue = (context: z.RefinementCtx, refusal: RefusalCode, values: Readonly<Record<string, string | number>>) =>
  context.addIssue({ code: "custom", message: refusal, params: { values } });

/** Cleaned, trimmed, within its length. */
const textOf = (maxChars: number) =>
  z
    .string()
    .transform((raw) => cleanText(raw).trim())
    .superRefine((text, context) => {
      const length = [...text].length;
      if (length > maxChars) issue(context, "tooLong", { length, max: maxChars });
      else if (length === 0) issue(context, "emptyText", {});
    });

/** A citizen's words or an answer: long, kept whole. */
export const paragraph = (): Input<true> => ({
  required: true,
  shape: { kind: "paragraph", maxChars: maxTextChars },
  schema: textOf(maxTextChars),
});

/** A note or a reason. */
export const note = (): Input<true> => ({
  required: true,
  shape: { kind: "paragraph", maxChars: maxNoteChars },
  schema: textOf(maxNoteChars),
});

/** A short text on one line: a break in it could pass for a field of the card. */
export const line = (): Input<true> => ({
  required: true,
  shape: { kind: "line", maxChars: maxLineChars },
  schema: z
    .string()
    .transform((text) => text.replace(/\s+/g, " "))
    .pipe(textOf(maxLineChars)),
});

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol) && !/\s/.test(text);

/** A web address, or one of the words allowed instead of one. */
export const address = (words: readonly string[] = []): Input<true> => ({
  required: true,
  shape: { kind: "line", maxChars: maxUrlChars },
  schema: textOf(maxUrlChars).superRefine((text, context) => {
    if (!words.includes(text.toLowerCase()) && !isWebAddress(text))
      issue(context, "badUrl", {
        url: excerptOf(text),
        ...(words.length > 0 ? { orPrivate: "yes" } : {}),
      });
  }),
});

const namesOf = (value: string): readonly string[] => {
  const { id, en } = localized((catalogue) => catalogue.choices[value] ?? value);
  return [value, id, en];
};

/** The code of a choice by its code or by its name in any language, in any case; undefined for anything else. */
export const choiceNamed = (values: readonly string[], text: string): string | undefined =>
  values.find((value) => namesOf(value).some((name) => name.toLowerCase() === text.toLowerCase()));

/** The same, or by a beginning that only one of them has. */
export const choiceCode = (values: readonly string[], text: string): string | undefined =>
  meantBy(values, namesOf, text);

/** One of a few words, by code or by name. */
export const choice = (values: readonly string[]): Input<true> => ({
  required: true,
  shape: { kind: "choice", values },
  schema: textOf(maxLineChars).transform((text, context) => {
    const code = choiceCode(values, text);
    if (code !== undefined) return code;
    issue(context, "badChoice", { value: excerptOf(text), choices: values.join(", ") });
    return z.NEVER;
  }),
});

/** Like `choice`, where only the use case knows which of the words are allowed: it uses `choiceCode` itself. */
export const openChoice = (values: readonly string[]): Input<true> => ({
  required: true,
  shape: { kind: "choice", values },
  schema: textOf(maxLineChars),
});

/** Something the program knows by name: a case, agencies, an account. Looked up by the use case. */
export const known = (source: SuggestSource): Input<true> => ({
  required: true,
  shape: { kind: "suggest", source },
  schema: textOf(maxLineChars),
});

/** The same input, never asked for. */
export const optional = (input: Input<true>): Input<false> => ({ ...input, required: false });

/** The same input for a command that keeps what is there and asks for this itself. */
export const later = (input: Input<true>): Input<false> => ({ ...input, required: false, wanted: true });
