import { refuse } from "../../domain/refusal.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import { choiceIn } from "../choice-action.js";
import type { RawValues } from "../command.js";
import { commandNamed } from "../commands.js";
import { commandOfForm } from "../content/forms.js";
import type { Context } from "../context.js";
import { type Effects, refused } from "../effects.js";
import { invoke } from "../invoke.js";
import { onAnswer } from "./answered-question.js";
import { onDraftForm } from "./draft-form.js";
import { openingAgain, shownIn } from "./fixable.js";

/** Somebody pressed a button: the command it stands for, with what it carries; what is missing is asked for. */
export const onAction = async (context: Context, event: ChatEvent & { type: "action" }): Promise<Effects> => {
  const action = await context.reader.action(context.directory.government.id, event.token);
  const choice = action && choiceIn(action);
  if (choice) return onAnswer(context, choice.asked, choice.value);
  const command = action && commandNamed(action.command);
  if (!command) return refused(context, "button", refuse("stale"));
  return invoke(context, command, action.values);
};

/**
 * What a button carried stands above what the form says; but where the form was opened again with what had been filled in,
 * what it shows is the person's to change.
 */
const filledIn = (form: string, values: RawValues, carried: RawValues = {}): RawValues => {
  if (carried.again === undefined) return { ...values, ...carried };
  const shown = shownIn(form);
  return { ...values, ...Object.fromEntries(Object.entries(carried).filter(([name]) => !shown.has(name))) };
};

/** Somebody sent a form: its values, and what the button that opened it carried. */
export const onForm = async (context: Context, event: ChatEvent & { type: "form" }): Promise<Effects> => {
  const command = commandNamed(commandOfForm(event.form));
  if (!command) return refused(context, "form", refuse("stale"));
  const opened =
    event.context === "" ? undefined : await context.reader.action(context.directory.government.id, event.context);
  if (event.context !== "" && opened?.command !== command.name) return refused(context, "form", refuse("stale"));
  const values = filledIn(event.form, event.values, opened?.values);
  const { code, seen } = opened?.values ?? {};
  const isDraft = code !== undefined && seen !== undefined;
  const effects = isDraft
    ? await onDraftForm(context, command, { code, seen }, event.values)
    : await invoke(context, command, values);
  return openingAgain(context, effects, { form: event.form, command: command.name, values });
};
