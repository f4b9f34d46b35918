import type { FormInput, FormSpec } from "./forms.js";
import type { Localized } from "./refs.js";

/** A command as an adapter must know it to answer inside the platform's few-second window without asking the core. */
export interface CommandSurface {
  readonly name: string;
  /** Understood everywhere, listed nowhere. */
  readonly aliases: readonly string[];
  readonly summary: Localized;
  /** The typed form, for help and completion, all in the words of the language: `/teruskan KODE INSTANSI [catatan=…]`. */
  readonly usage: Localized;
  readonly inputs: readonly FormInput[];
}

/** The whole declared surface, handed to adapters at start. */
export interface Surface {
  /** What the bot says where it is added to a group: how the group is connected, and what of what is said there it keeps. */
  readonly greeting: Localized;
  /** What it adds where reactions reach it only as an administrator and it is none. */
  readonly needsAdmin: Localized;
  readonly commands: readonly CommandSurface[];
  readonly forms: ReadonlyMap<string, FormSpec>;
}
