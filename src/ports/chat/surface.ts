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
  readonly commands: readonly CommandSurface[];
  readonly forms: ReadonlyMap<string, FormSpec>;
}
