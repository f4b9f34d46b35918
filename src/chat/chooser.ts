import type { ChatClientTexts } from "../i18n/chat-client.js";
import { terminalText } from "./message-list.js";

/** Items that belong together; the heading has no number. */
export interface Choices {
  readonly heading?: string;
  readonly items: readonly string[];
}

/** A question answered with the number of one of several items. */
export interface Chooser {
  /**
   * Prints the items, numbered through all groups, and below them the question; then waits for a number. With `number`
   * given it is taken at once and nothing is printed.
   */
  offer(
    question: string,
    groups: readonly Choices[],
    onPick: (index: number) => Promise<void>,
    number?: string,
  ): Promise<void>;
  /** Whether a number is waited for. */
  isOpen(): boolean;
  /** Takes what was typed; a bad number is asked for again. */
  take(typed: string): Promise<void>;
  /** Waits no longer. */
  drop(): void;
}

const numbered = (groups: readonly Choices[]): readonly string[] => {
  let number = 0;
  return groups.flatMap(({ heading, items }) => [
    ...(heading === undefined ? [] : [terminalText(heading)]),
    ...items.map((item) => `${String(++number).padStart(4)}. ${terminalText(item)}`),
  ]);
};

/** Makes one that waits for nothing. */
export const createChooser = (print: (text: string) => void, texts: () => ChatClientTexts): Chooser => {
  let open: { readonly count: number; readonly onPick: (index: number) => Promise<void> } | undefined;

  const take = async (typed: string): Promise<void> => {
    if (open === undefined) return;
    const { count, onPick } = open;
    const number = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
    if (number < 1 || number > count) return print(texts().badNumber(count));
    open = undefined;
    await onPick(number - 1);
  };

  return {
    async offer(question, groups, onPick, number) {
      open = { count: groups.flatMap(({ items }) => items).length, onPick };
      if (number !== undefined) return take(number);
      print([...numbered(groups), question].join("\n"));
    },
    isOpen: () => open !== undefined,
    take,
    drop: () => {
      open = undefined;
    },
  };
};
