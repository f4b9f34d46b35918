import { personOf, words } from "./state.js";
import type { Message } from "./types.js";

/** A message, where it is, and who looks at it. */
export interface MessageProps {
  readonly channel: string;
  readonly person: string;
  readonly message: Message;
}

/** The name a message is signed with. */
export const authorOf = (from: string): string => (from === "bot" ? words.value.bot : (personOf(from)?.name ?? from));
