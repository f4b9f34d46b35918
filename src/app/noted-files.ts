import type { Command, RawValues } from "./command.js";
import type { Context } from "./context.js";
import { type Effects, whisper } from "./effects.js";
import { hasVoice, notedEntry } from "./files.js";
import { withFilesIgnored, withoutFiles } from "./ignored-files.js";
import { keeperOf } from "./voice.js";

/**
 * Does something without the files it came with and keeps them as a note of the case or content it is about, whatever comes
 * of it; where it is about none this person may do that to, they are not kept. Either is told. A reason is typed, not spoken.
 */
export const notingFiles = async (
  context: Context,
  command: Command,
  { code }: RawValues,
  act: (context: Context) => Promise<Effects>,
): Promise<Effects> => {
  const keeper = await keeperOf(context, command, code);
  const effects = await act(withoutFiles(context));
  if (!keeper) return withFilesIgnored(context, effects, command.name);
  const values = {
    code: keeper.code,
    ...(hasVoice(context) ? { voice: "yes" } : {}),
    ...(effects.dialogue ? { typed: "yes" } : {}),
  };
  const told = whisper(context, "files", { kind: "notice", code: "filesKept", values, ...keeper.about });
  const said = { text: "", attachments: context.attachments, by: context.person.id };
  return {
    ...effects,
    history: [...(effects.history ?? []), notedEntry(context, keeper.id, said)],
    drafts: [told, ...(effects.drafts ?? [])],
  };
};
