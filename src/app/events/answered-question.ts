import { refuse } from "../../domain/refusal.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { Dialogue } from "../../ports/store.js";
import { commandNamed } from "../commands.js";
import { missingIn } from "../content/missing.js";
import { type Context, laneOf } from "../context.js";
import { type Effects, refused } from "../effects.js";
import { invoke } from "../invoke.js";
import { valuesOfAnswer } from "../typed-values.js";

/** What was asked: one input of a command, of one person, or of a draft that lacks it. */
export type Asked = Pick<
  Extract<MessageContent, { kind: "question" }>,
  "command" | "input" | "proposalId" | "personId" | "at"
>;

/** How long a question waits. Later words of that person were hardly meant for it. */
const questionLastsMs = 30 * 60_000;

const nameOf = ({ directory }: Context, personId: string): string =>
  directory.people.find(({ id }) => id === personId)?.name ?? "";

/** Whether it is the question that waits: an older one may have been about another case. */
const isNewest = ({ command, asking, startedAt }: Dialogue, { at, ...question }: Asked): boolean =>
  command === question.command && asking === question.input && (at === undefined || at === startedAt.toISOString());

/** Only the newest question waits for an answer: what answers an older one was not meant for it. */
const answerToQuestion = async (context: Context, question: Asked, text: string): Promise<Effects> => {
  const { reader, directory, conversation, user, person } = context;
  if (question.personId !== undefined && question.personId !== person.id)
    return refused(context, "dialogue", refuse("othersQuestion", { name: nameOf(context, question.personId) }));
  const asked = await reader.dialogue(directory.government.id, laneOf(conversation), user.id);
  const fresh = asked !== undefined && context.now.getTime() - asked.startedAt.getTime() <= questionLastsMs;
  const newest = fresh && isNewest(asked, question);
  const command = newest ? commandNamed(asked.command) : undefined;
  if (!asked || !command) return refused(context, "dialogue", refuse("stale"));
  const values = { ...asked.values, ...valuesOfAnswer(command, asked.asking, text) };
  const attachments = [...asked.attachments, ...context.attachments];
  const effects = await invoke({ ...context, attachments }, command, values, asked.asking);
  return { dialogue: null, ...effects };
};

/** What a draft lacks can be said at any time, until somebody has said it. */
const answerForDraft = async (
  context: Context,
  question: Asked & { readonly proposalId: string },
  text: string,
): Promise<Effects> => {
  const { proposalId, input } = question;
  const command = commandNamed(question.command);
  const proposal = await context.reader.proposalById(context.directory.government.id, proposalId);
  const lacks = proposal?.draft && missingIn(proposal.draft.content).some((each) => each === input);
  if (!command || !lacks) return refused(context, "dialogue", refuse("stale"), { proposalId });
  return invoke(context, command, valuesOfAnswer(command, input, text));
};

/** Words, or a choice pressed, that answer what somebody was asked. */
export const onAnswer = (context: Context, { proposalId, ...question }: Asked, text: string): Promise<Effects> =>
  proposalId === undefined
    ? answerToQuestion(context, question, text)
    : answerForDraft(context, { ...question, proposalId }, text);
