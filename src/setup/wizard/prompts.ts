import type { Readable, Writable } from "node:stream";
import { cancel, confirm, intro, isCancel, log, multiselect, note, outro, select, text } from "@clack/prompts";

/** The operator left: nothing further is asked, and nothing was saved. */
export class Left extends Error {
  override readonly name = "Left";
}

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/**
 * A line somebody types. `check` says what is wrong with it; an empty line means `fallback` where there is one, which is shown
 * as what Enter takes. Nothing else is shown in its place.
 */
export interface Line {
  readonly message: string;
  readonly fallback?: string | undefined;
  readonly check: (typed: string) => string | undefined;
}

/** The questions of a terminal. Every one of them rejects with `Left` when the operator leaves. */
export interface Prompts {
  select<T extends string>(message: string, options: readonly Option<T>[], initial?: T): Promise<T>;
  many(message: string, options: readonly Option<string>[], initial?: readonly string[]): Promise<readonly string[]>;
  line(line: Line): Promise<string>;
  confirm(message: string, words: { readonly yes: string; readonly no: string }, initial?: boolean): Promise<boolean>;
  title(text: string): void;
  note(text: string, title: string): void;
  step(text: string): void;
  warn(text: string): void;
  end(text: string): void;
  left(text: string): void;
}

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Aborted: the operator leaves. */
  readonly signal: AbortSignal;
}

const MOST_SHOWN = 12;

/** A signal for one question: the questions keep listening to theirs after they were answered. */
const during = async <T>(whole: AbortSignal, ask: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const one = new AbortController();
  const leave = (): void => one.abort();
  if (whole.aborted) leave();
  whole.addEventListener("abort", leave);
  try {
    return await ask(one.signal);
  } finally {
    whole.removeEventListener("abort", leave);
  }
};

const answer = async <T>(whole: AbortSignal, ask: (signal: AbortSignal) => Promise<T>): Promise<Exclude<T, symbol>> => {
  const given = await during(whole, ask);
  if (isCancel(given)) throw new Left();
  return given as Exclude<T, symbol>;
};

/** What is only said. */
const saying = (shown: Pick<Terminal, "input" | "output">) => ({
  title: (said: string) => intro(said, shown),
  note: (said: string, title: string) => note(said, title, shown),
  step: (said: string) => log.step(said, shown),
  warn: (said: string) => log.warn(said, shown),
  end: (said: string) => outro(said, shown),
  left: (said: string) => cancel(said, shown),
});

/** One signal of the operator's and the end of the input. */
const leavingOf = ({ input, signal }: Terminal): AbortSignal => {
  const ended = new AbortController();
  for (const event of ["end", "close"]) input.once(event, () => ended.abort());
  return AbortSignal.any([signal, ended.signal]);
};

/** Questions on a terminal. The end of its input counts as leaving. */
export const createPrompts = (terminal: Terminal): Prompts => {
  const whole = leavingOf(terminal);
  const shown = { input: terminal.input, output: terminal.output };
  const list = { ...shown, maxItems: MOST_SHOWN, showInstructions: false };
  const answered = <T>(ask: (signal: AbortSignal) => Promise<T>) => answer(whole, ask);
  return {
    async select<T extends string>(message: string, options: readonly Option<T>[], initial?: T): Promise<T> {
      const question = { ...list, message, options: [...options] };
      const first = initial === undefined ? {} : { initialValue: initial };
      // What is chosen is the value of one of the options.
      return (await answered((leave) => select<string>({ ...question, ...first, signal: leave }))) as T;
    },
    many: (message, options, initial = []) =>
      answered((leave) => {
        const question = { message, options: [...options], initialValues: [...initial], required: false };
        return multiselect({ ...list, ...question, signal: leave });
      }),
    line: ({ message, fallback, check }) =>
      answered((leave) => {
        const offered = fallback === undefined ? {} : { defaultValue: fallback };
        const validate = (typed = "") => (typed === "" && fallback !== undefined ? undefined : check(typed));
        const asked = fallback === undefined ? message : `${message} (Enter: ${fallback})`;
        return text({ ...shown, message: asked, ...offered, validate, signal: leave });
      }).then((typed) => typed ?? ""),
    confirm: (message, { yes, no }, initial = true) =>
      answered((leave) =>
        confirm({ ...shown, message, active: yes, inactive: no, initialValue: initial, signal: leave }),
      ),
    ...saying(shown),
  };
};
