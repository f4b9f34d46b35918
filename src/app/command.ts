import type { Catalogue } from "../i18n/catalogue.js";
import type { Access } from "./access.js";
import type { Context } from "./context.js";
import type { Effects } from "./effects.js";
import type { Input } from "./inputs.js";

/** Names of inputs; their labels, hints and questions are in the catalogue under the same names. */
export type InputName = keyof Catalogue["inputs"];

type Inputs = Readonly<Partial<Record<InputName, Input>>>;

/** What a command gets: every required input, and the optional ones that were given. */
export type Args<I extends Inputs> = {
  readonly [K in keyof I]: I[K] extends Input<true> ? string : string | undefined;
};

/** Values by input name, before they were parsed. Buttons add names no input has (`answer`: the exact version). */
export type RawValues = Readonly<Record<string, string>>;

/** A command as declared: parsed once, asked for once, rendered natively by every adapter. */
export interface Command {
  readonly name: string;
  /** Understood everywhere, listed nowhere. */
  readonly aliases: readonly string[];
  /** The typed form. Empty for what only buttons do. */
  readonly usage: string;
  readonly inputs: Inputs;
  /** The inputs a typed text fills in order, the last with all the rest. A `code` is taken only where the word is one. */
  readonly positional: readonly InputName[];
  /** The pages of the form that opens from a card, each with its inputs; none where a card has no such form. */
  readonly form: readonly (readonly InputName[])[];
  readonly access: Access;
  /**
   * What becomes of the files of its message: it takes "any", or all but voice notes ("written"); they are kept as a note of
   * what it is about ("noted"); or nothing ("none"), and their sender is told.
   */
  readonly files: "none" | "noted" | "written" | "any";
  /** Whether it can be used on a closed case. */
  readonly onClosed: boolean;
  readonly run: (
    context: Context,
    args: Readonly<Record<string, string | undefined>>,
    extra: RawValues,
  ) => Promise<Effects>;
}

interface Declaration<I extends Inputs> {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly usage?: string;
  readonly inputs: I;
  readonly positional?: readonly (keyof I & InputName)[];
  readonly form?: readonly (keyof I & InputName)[] | readonly (readonly (keyof I & InputName)[])[];
  readonly access: Access;
  readonly files?: Command["files"];
  readonly onClosed?: boolean;
  run(context: Context, args: Args<I>, extra: RawValues): Promise<Effects>;
}

const pagesOf = (form: readonly InputName[] | readonly (readonly InputName[])[]): Command["form"] => {
  const pages = form.filter((each) => typeof each !== "string");
  const inputs = form.filter((each) => typeof each === "string");
  return inputs.length > 0 ? [inputs] : pages;
};

/** Declares a command. `run` gets the inputs parsed, and in `extra` whatever else a button carried. */
export const defineCommand = <const I extends Inputs>(declaration: Declaration<I>): Command => ({
  aliases: [],
  usage: "",
  positional: [],
  files: "none",
  onClosed: false,
  ...declaration,
  form: pagesOf(declaration.form ?? []),
  // The dispatcher parses against `inputs` before it calls, so the record has exactly the declared shape.
  run: (context, args, extra) => declaration.run(context, args as Args<I>, extra),
});
