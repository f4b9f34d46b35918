import type { CommandSurface } from "../../../../src/ports/chat/surface.js";

/** Commands whose name or alias begins as typed; empty once the first word is over. */
export const completions = (commands: readonly CommandSurface[], draft: string): readonly CommandSurface[] => {
  const typed = /^\/([a-z0-9]*)$/i.exec(draft)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  return commands.filter(({ name, aliases }) => [name, ...aliases].some((one) => one.startsWith(typed)));
};

/** The command a draft begins with, by name or alias. */
export const commandOf = (commands: readonly CommandSurface[], draft: string): CommandSurface | undefined => {
  const word = /^\/([a-z0-9]+)(?=\s|$)/i.exec(draft)?.[1]?.toLowerCase();
  return commands.find(({ name, aliases }) => word !== undefined && [name, ...aliases].includes(word));
};
