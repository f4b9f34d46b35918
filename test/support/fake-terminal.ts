import { PassThrough, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";

/** Keys as terminals send them. */
export const keys = { enter: "\r", down: "\u001b[B", space: " ", ctrlC: "\u0003", clear: "\u0015" } as const;

/** Somebody at a terminal, who reads a question before answering it. */
export interface FakeTerminal {
  readonly input: PassThrough;
  readonly output: Writable;
  /** Waits until what was written since the last answer matches, then types. Rejects when the program ends before. */
  answer(question: RegExp, typed: string): Promise<void>;
  /** Waits until what was written since the last answer matches. */
  sees(text: RegExp): Promise<void>;
  /** All that was written, without colours. */
  seen(): string;
  /** No more is written: whoever still waits is told so. */
  end(): void;
}

export const createFakeTerminal = (): FakeTerminal => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  let written = "";
  let from = 0;
  let isOver = false;
  let look = (): void => {};
  const output = Object.assign(
    new Writable({
      write(chunk: Buffer, _, written_) {
        written += chunk.toString();
        look();
        written_();
      },
    }),
    { isTTY: true, columns: 200, rows: 200 },
  );
  const since = (): string => stripVTControlCharacters(written.slice(from));
  const sees = (text: RegExp): Promise<void> =>
    new Promise((done, fail) => {
      look = () => {
        if (text.test(since())) done();
        else if (isOver) fail(new Error(`never saw ${text} in:\n${since()}`));
      };
      look();
    });
  return {
    input,
    output,
    sees,
    async answer(question, typed) {
      await sees(question);
      from = written.length;
      input.write(typed);
    },
    seen: () => stripVTControlCharacters(written),
    end() {
      isOver = true;
      look();
    },
  };
};
