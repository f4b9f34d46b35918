import type { ChatClientTexts } from "../i18n/chat-client.js";
import { terminalText } from "./message-list.js";

/** A question answered with the number of one of several items. */
export interface Chooser {
  /** Prints the items and waits for a number; with `number` given it is taken at once and nothing is printed. */
  offer(
    title: string,
    items: readonly string[],
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
    async offer(title, items, onPick, number) {
      open = { count: items.length, onPick };
      if (number !== undefined) return take(number);
      print([title, ...items.map((item, index) => `  ${index + 1}. ${terminalText(item)}`)].join("\n"));
    },
    isOpen: () => open !== undefined,
    take,
    drop: () => {
      open = undefined;
    },
  };
};
