import type { StoredAction } from "../ports/store.js";

/** The name under which a choice of a question is stored; no command has it. */
const CHOICE = "choice";

/** What a question's button stands for: this choice, for that input of that command. */
export const choiceAction = (
  asked: { readonly command: string; readonly input: string; readonly proposalId?: string | undefined },
  value: string,
): StoredAction => {
  const { command, input, proposalId } = asked;
  return { command: CHOICE, values: { command, input, value, ...(proposalId === undefined ? {} : { proposalId }) } };
};

/** What was chosen; undefined for every other action. */
export const choiceIn = ({ command: name, values }: StoredAction) => {
  const { command, input, value, proposalId } = values;
  if (name !== CHOICE || command === undefined || input === undefined || value === undefined) return undefined;
  return { asked: { command, input, ...(proposalId === undefined ? {} : { proposalId }) }, value };
};
