import type { Context } from "./context.js";
import { type About, type Effects, whisper } from "./effects.js";

/** Whether something was sent with it, also what could not be stored. */
export const hasFiles = ({ attachments, missingFile }: Context): boolean =>
  attachments.length > 0 || missingFile !== undefined;

/** The same without the files. */
export const withoutFiles = ({ missingFile: _, ...context }: Context): Context => ({ ...context, attachments: [] });

/** Files nothing has a use for are not kept: whoever sent them is told so. `command`: what has no use for them. */
export const withFilesIgnored = (context: Context, effects: Effects, command = "", about: About = {}): Effects => {
  if (!hasFiles(context)) return effects;
  const told = { kind: "notice", code: "filesIgnored", values: { command }, ...about } as const;
  return { ...effects, drafts: [...(effects.drafts ?? []), whisper(context, "files", told)] };
};
