import type { StoredAction } from "../ports/store.js";

/** The name under which a choice of a question is stored; no command has it. */
const CHOICE = "choice";

/** What it asks about, and whom. */
const idsIn = (of: { readonly proposalId?: string | undefined; readonly personId?: string | undefined }) => ({
  ...(of.proposalId === undefined ? {} : { proposalId: of.proposalId }),
  ...(of.personId === undefined ? {} : { personId: of.personId }),
});

/** What a question's button stands for: this choice, for that input of that command. */
export const choiceAction = (
  asked: {
    readonly command: string;
    readonly input: string;
    readonly proposalId?: string | undefined;
    readonly personId?: string | undefined;
  },
  value: string,
): StoredAction => {
  const { command, input } = asked;
  return { command: CHOICE, values: { command, input, value, ...idsIn(asked) } };
};

/** What was chosen; undefined for every other action. */
export const choiceIn = ({ command: name, values }: StoredAction) => {
  const { command, input, value } = values;
  if (name !== CHOICE || command === undefined || input === undefined || value === undefined) return undefined;
  return { asked: { command, input, ...idsIn(values) }, value };
};
