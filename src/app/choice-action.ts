import type { StoredAction } from "../ports/store.js";

/** The name under which a choice of a question is stored; no command has it. */
const CHOICE = "choice";

/** Of whom it was asked, and when. */
interface Asking {
  readonly personId?: string | undefined;
  readonly at?: string | undefined;
}

const askingIn = ({ personId, at }: Asking) => ({
  ...(personId === undefined ? {} : { personId }),
  ...(at === undefined ? {} : { at }),
});

/** What a question's button stands for: this choice, for that input of that command. */
export const choiceAction = (
  asked: Asking & { readonly command: string; readonly input: string },
  value: string,
): StoredAction => {
  const { command, input } = asked;
  return { command: CHOICE, values: { command, input, value, ...askingIn(asked) } };
};

/** What was chosen; undefined for every other action. */
export const choiceIn = ({ command: name, values }: StoredAction) => {
  const { command, input, value } = values;
  if (name !== CHOICE || command === undefined || input === undefined || value === undefined) return undefined;
  return { asked: { command, input, ...askingIn(values) }, value };
};
