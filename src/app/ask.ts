import { parseCaseCode } from "../domain/case-code.js";
import type { Refusal } from "../domain/refusal.js";
import type { Command, RawValues } from "./command.js";
import type { Context } from "./context.js";
import { type Effects, whisper } from "./effects.js";
import { settingOf } from "./settings/declared.js";

/**
 * Asks the person for one input and remembers what was already said; their next reply goes on from there. `form` is the one
 * whose words the question has.
 */
export const ask = (
  context: Context,
  command: Command,
  values: RawValues,
  input: string,
  problem?: Refusal,
  form: string = command.name,
): Effects => {
  const { [input]: _wrong, ...known } = values;
  const setting = settingOf(known.setting ?? "")?.name;
  const question = whisper(context, "question", {
    kind: "question",
    personId: context.person.id,
    at: context.now.toISOString(),
    command: command.name,
    input,
    ...(form === command.name ? {} : { form }),
    ...(parseCaseCode(known.code ?? "")?.kind === "full" ? { code: known.code } : {}),
    ...(setting ? { setting } : {}),
    ...(problem ? { problem: problem.refusal, problemValues: problem.values } : {}),
  });
  return {
    dialogue: {
      command: command.name,
      values: known,
      asking: input,
      attachments: context.attachments,
      startedAt: context.now,
    },
    drafts: [{ ...question, expectsReplyFrom: context.user }],
  };
};
