import type { Message } from "./api.js";
import type { Surroundings } from "./surroundings.js";

/** Controls (but newline and tab) and direction changes: from a message they would act on the terminal. */
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** The text as a terminal may show it. */
export const terminalText = (text: string): string => text.replace(UNSAFE, "\uFFFD");

/** The messages a person has been shown, under the numbers they were shown with. */
export interface MessageList {
  /** Lines to print for a message; undefined when nothing of it changed since it was last shown. */
  show(message: Message): string | undefined;
  /** By the number shown; "." is the bot's last message. */
  byNumber(number: string): Message | undefined;
}

interface Shown {
  readonly number: number;
  readonly message: Message;
}

const sameContent = (a: Message, b: Message): boolean =>
  a.text === b.text && JSON.stringify(a.buttons) === JSON.stringify(b.buttons);

const sameReactions = (a: Message, b: Message): boolean => JSON.stringify(a.reactions) === JSON.stringify(b.reactions);

/** Makes an empty list, which numbers messages from 1 as they come. */
export const createMessageList = ({
  texts,
  nameOf,
  timeOf,
}: Pick<Surroundings, "texts" | "nameOf" | "timeOf">): MessageList => {
  const shown = new Map<string, Shown>();
  let lastOfBot: Message | undefined;

  const buttonLine = ({ buttons }: Message): readonly string[] => {
    if (buttons.length === 0) return [];
    const labels = buttons.map(
      ({ label, url }, index) => `[${index + 1}: ${label}${url === undefined ? "" : ` → ${url}`}]`,
    );
    return [`      ${labels.join(" ")}`];
  };

  const reactionLine = ({ reactions }: Message): readonly string[] =>
    reactions.length === 0 ? [] : [`      ${reactions.map(({ emoji, by }) => `${emoji} ${nameOf(by)}`).join("  ")}`];

  const head = (message: Message, number: number, isUpdate: boolean): string => {
    const { answers, onlyYou, updated } = texts;
    const original = message.replyTo === null ? undefined : shown.get(message.replyTo);
    const remarks = [
      ...(original === undefined ? [] : [answers(original.number)]),
      ...(message.visibleTo === null ? [] : [onlyYou]),
      ...(isUpdate ? [updated] : []),
    ];
    const remark = remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
    return `[${number}] ${nameOf(message.from)}, ${timeOf(message.at)}${remark}:`;
  };

  /** The bot's texts name its files; those of people are only among the blocks. */
  const filesOf = ({ from, blocks = [] }: Message): readonly string[] =>
    from === "bot" ? [] : blocks.flatMap(({ kind, name }) => (kind === "file" ? [`📎 ${name}`] : []));

  const body = (message: Message): readonly string[] =>
    [...(message.text === "" ? [] : message.text.split("\n")), ...filesOf(message)].map((line) => `      ${line}`);

  return {
    show(message) {
      const before = shown.get(message.id);
      const number = before?.number ?? shown.size + 1;
      shown.set(message.id, { number, message });
      if (message.from === "bot" && before === undefined) lastOfBot = message;
      if (lastOfBot?.id === message.id) lastOfBot = message;
      if (before !== undefined && sameContent(before.message, message)) {
        if (sameReactions(before.message, message)) return undefined;
        const line = message.reactions.length === 0 ? ["      —"] : reactionLine(message);
        return terminalText([`[${number}]`, ...line].join("\n"));
      }
      const content = [...body(message), ...buttonLine(message), ...reactionLine(message)];
      return terminalText([head(message, number, before !== undefined), ...content].join("\n"));
    },
    byNumber(number) {
      if (number === ".") return lastOfBot;
      return [...shown.values()].find((one) => one.number === Number(number))?.message;
    },
  };
};
