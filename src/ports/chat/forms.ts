import type { Localized } from "./refs.js";

/** One input of a form or of a command. `name` is the key its value arrives under. */
export type FormInput = {
  readonly name: string;
  readonly label: Localized;
  readonly hint?: Localized;
  readonly required: boolean;
} & (
  | { readonly kind: "line"; readonly maxChars: number }
  | { readonly kind: "paragraph"; readonly maxChars: number }
  | { readonly kind: "choice"; readonly options: readonly { readonly value: string; readonly label: Localized }[] }
  | { readonly kind: "suggest"; readonly source: SuggestSource }
);

/** What an adapter may ask suggestions of. */
export type SuggestSource = "case" | "agency" | "account" | "category" | "basis";

/** A form as declared; the adapter opens it at once, without asking the core. */
export interface FormSpec {
  readonly id: string;
  readonly title: Localized;
  readonly submit: Localized;
  /** A modal takes few inputs and cannot follow a modal: a page ends in a card with a "next" button. */
  readonly pages: readonly (readonly FormInput[])[];
  /** Whether files may come with it. */
  readonly files?: boolean;
}
