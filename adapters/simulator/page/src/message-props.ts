import { personOf, words } from "./state.js";
import type { Message } from "./types.js";

/** A message, where it is, and who looks at it. */
export interface MessageProps {
  readonly channel: string;
  readonly person: string;
  readonly message: Message;
}

const GIST_CHARS = 160;

/** What a message says, in one line: of a card its first, of files without words their names. */
export const gistOf = ({ text, blocks }: Message): string => {
  const files = blocks.flatMap((block) => (block.kind === "file" ? [`📎 ${block.name}`] : []));
  const said = blocks.length === 0 ? text : (text.split("\n")[0] ?? "");
  return (said.trim() === "" ? files.join(", ") : said).slice(0, GIST_CHARS);
};

/** The name a message is signed with. */
export const authorOf = (from: string): string => (from === "bot" ? words.value.bot : (personOf(from)?.name ?? from));
