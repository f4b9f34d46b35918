import type { Directory } from "../../domain/registry/model.js";
import type { Catalogue } from "../../i18n/catalogue.js";
import type { Block, Button } from "../../ports/chat/outbound.js";
import type { ConversationRef, Locale } from "../../ports/chat/refs.js";
import type { StoredAction } from "../../ports/store.js";
import type { Profile } from "../../regulations/schema.js";

/** What every view is made from besides its own content: one government as it is now, in its language. */
export interface Scenery {
  readonly directory: Directory;
  readonly profile: Profile;
  /** Case time. */
  readonly now: Date;
  readonly locale: Locale;
  readonly words: Catalogue;
  /** How much text a message of its platform takes. */
  readonly maxChars: number;
  /** Where the message goes, when the caller knows: whose chat it is, and on which platform people are mentioned. */
  readonly to?: ConversationRef;
}

/** A button before it has a token. */
export interface Press {
  readonly label: string;
  readonly action: StoredAction;
  /** The form it opens, where the platform has forms. */
  readonly form?: string;
  readonly tone?: "primary" | "danger";
}

/** A message before its buttons have tokens. Buttons stand below the blocks, one row for each list. */
export interface View {
  readonly summary: string;
  readonly blocks: readonly Block[];
  readonly presses?: readonly (readonly Press[])[];
  /** Set for cards: the version of the case they show. */
  readonly shownVersion?: number;
  /** Where the rest of a text is that is too long for the platform. */
  readonly pointer?: string;
}

/** A button that does something at once. */
export const press = (
  label: string,
  command: string,
  values: Readonly<Record<string, string>>,
  tone?: Press["tone"],
): Press => ({ label, action: { command, values }, ...(tone ? { tone } : {}) });

/** A button that opens a form of a command, its own unless another is named, with what is already known. */
export const pressForm = (
  label: string,
  command: string,
  values: Readonly<Record<string, string>>,
  tone?: Press["tone"],
  form: string = command,
): Press => ({ ...press(label, command, values, tone), form });

/** The button as an adapter shows it. */
export const buttonOf = (shown: Press, token: string): Button => {
  const tone = shown.tone ? { tone: shown.tone } : {};
  return shown.form === undefined
    ? { kind: "act", label: shown.label, token, ...tone }
    : { kind: "open-form", label: shown.label, form: shown.form, token, ...tone };
};
