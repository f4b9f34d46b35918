import { writersAt } from "../domain/approval/queries.js";
import type { Case } from "../domain/inquiry/model.js";
import type { RefusalCode } from "../domain/notice.js";
import { isRefusal, type Refusal, refuse } from "../domain/refusal.js";
import { ask } from "./ask.js";
import type { Command, RawValues } from "./command.js";
import { contentFormOf } from "./content/forms.js";
import type { Context } from "./context.js";
import { deciderFor } from "./deciders.js";
import { type Effects, refused } from "./effects.js";
import { hasVoice, refusalOfFiles, withRepliedFiles } from "./files.js";
import { hasFiles, withFilesIgnored, withoutFiles } from "./ignored-files.js";
import type { Input } from "./inputs.js";
import { notingFiles } from "./noted-files.js";
import { refusedAbout } from "./refused-about.js";
import { exactText, repliedCode, type Use } from "./replied.js";
import { findSubject, refusalOfRight, type Subject } from "./resolve.js";
import { saidWrong } from "./said-wrong.js";
import { subjectFor } from "./subject.js";
import { keepVoice } from "./voice.js";

interface Parsed {
  readonly args: Readonly<Record<string, string | undefined>>;
  /** The first input that is missing or wrong. */
  readonly problem?: { readonly input: string; readonly refusal?: Refusal };
}

const problemOf = (input: Input, name: string, value: string): Refusal | { readonly value: string } => {
  const parsed = input.schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const found = parsed.error.issues[0];
  const values = found?.code === "custom" ? (found.params?.values as Refusal["values"]) : {};
  return refuse((found?.message ?? "emptyText") as RefusalCode, { input: name, ...values });
};

const parse = (command: Command, raw: RawValues): Parsed => {
  const args: Record<string, string | undefined> = {};
  for (const [name, input] of Object.entries(command.inputs)) {
    const value = raw[name];
    if (value === undefined || value.trim() === "") {
      if (input.required) return { args, problem: { input: name } };
      continue;
    }
    const result = problemOf(input, name, value);
    if ("refusal" in result) return { args, problem: { input: name, refusal: result } };
    args[name] = result.value;
  }
  return { args };
};

/** Commands that are about one exact text. */
const aboutText: Readonly<Record<string, Use>> = {
  approve: "decided",
  reject: "decided",
  posted: "posted",
};

/** What is known without asking: the case or proposal of the card that was replied to, the text of somebody's message. */
const completed = async (context: Context, command: Command, raw: RawValues): Promise<RawValues> => {
  const values: Record<string, string> = { ...raw };
  if ("code" in command.inputs && !values.code) {
    const code = await repliedCode(context);
    if (code !== undefined) values.code = code;
  }
  const use = aboutText[command.name];
  if (use && !values.answer) {
    const answer = await exactText(context, values.code, use);
    if (answer !== undefined) values.answer = answer;
  }
  if ("text" in command.inputs && !values.text && !context.repliedContent && context.repliedText)
    values.text = context.repliedText;
  return values;
};

const closedRefusal = ({ onClosed }: Command, { status, code }: Case): Refusal | undefined =>
  status === "closed" && !onClosed ? refuse("closedCase", { code }) : undefined;

/** Typing is expensive: what would be refused anyway, for the case or the person, is refused before anything is asked. */
const askIfAllowed = async (context: Context, command: Command, values: RawValues, input: string): Promise<Effects> => {
  if (values.code === undefined || input === "code") return ask(context, command, values, input);
  const subject = await subjectFor(context, values.code, command.access);
  if (isRefusal(subject)) return refusedAbout(context, command.name, subject, values.code);
  const over = subject.kind === "case" ? closedRefusal(command, subject.inquiry) : undefined;
  if (over && subject.kind === "case") return refused(context, command.name, over, { inquiryId: subject.inquiry.id });
  const form = subject.kind === "proposal" ? contentFormOf(command.name) : command.name;
  return ask(context, command, values, input, undefined, form);
};

/** Whose words a question of this command has: content has forms of its own. */
const formFor = async (context: Context, { name }: Command, code: string | undefined): Promise<string> => {
  const form = contentFormOf(name);
  if (code === undefined || form === name) return name;
  const subject = await findSubject(context, code);
  return "kind" in subject && subject.kind === "proposal" ? form : name;
};

/** Content has an address wherever it was posted: nobody is told of private messages. */
const ofContent = ({ refusal, values: { orPrivate: _, ...values } }: Refusal): Refusal => ({ refusal, values });

/** Of a decision it is said who may decide this very text: roles that could elsewhere are of no use. */
const whoDecides = (context: Context, subject: Subject): Refusal | undefined => {
  const [agencyId, writers] =
    subject.kind === "case"
      ? [subject.inquiry.agencyId, writersAt(subject.inquiry.gate, subject.inquiry.answers)]
      : [subject.proposal.agencyId, writersAt(subject.proposal.gate, subject.proposal.versions)];
  const decider = deciderFor(context, agencyId, writers);
  return isRefusal(decider) ? decider : undefined;
};

/** Somebody has no right to this anywhere. */
const barredFrom = async (context: Context, command: Command, raw: RawValues, barred: Refusal): Promise<Effects> => {
  const { code } = await completed(context, command, raw);
  const subject = code === undefined ? undefined : await subjectFor(context, code, "case.read");
  const isDecision = command.access === "answer.decide" && barred.refusal === "onlyRole";
  const decided = isDecision && subject && !isRefusal(subject) ? whoDecides(context, subject) : undefined;
  return refusedAbout(context, command.name, decided ?? barred, code);
};

/** All inputs are parsed once; what is missing is asked for, and what is wrong, see `invoke`. */
const carryOut = async (context: Context, command: Command, values: RawValues, asked: string | undefined) => {
  const { args, problem } = parse(command, values);
  if (!problem) return command.run(context, args, values);
  if (!problem.refusal) return askIfAllowed(context, command, values, problem.input);
  const form = await formFor(context, command, values.code);
  const refusal = form === command.name ? problem.refusal : ofContent(problem.refusal);
  return asked !== undefined
    ? ask(context, command, values, problem.input, refusal, form)
    : refused(context, command.name, refusal);
};

/** In a dialogue what was said wrong is asked for again, whoever finds that it is: the input itself, or the use case. */
const run = async (
  context: Context,
  command: Command,
  values: RawValues,
  asked: string | undefined,
): Promise<Effects> => {
  const effects = await carryOut(context, command, values, asked);
  const wrong = asked === undefined ? undefined : saidWrong(command, effects, asked);
  if (!wrong) return effects;
  const form = await formFor(context, command, values.code);
  const { history = [] } = effects;
  return { ...ask(context, command, values, wrong.input, wrong.refusal, form), history };
};

/**
 * Runs a command for a person: rights first, then what is missing is asked for, then all inputs are parsed once. In a
 * dialogue, where `asked` is the input that was asked for, a wrong answer is asked again; elsewhere it is refused.
 */
export const invoke = async (said: Context, command: Command, raw: RawValues, asked?: string): Promise<Effects> => {
  if (command.files === "none" && hasFiles(said))
    return withFilesIgnored(said, await invoke(withoutFiles(said), command, raw, asked), command.name);
  // Only what a citizen sent is taken over; an answer's files are those of whoever answers.
  const context = command.files === "any" ? withRepliedFiles(said) : said;
  const barred = refusalOfRight(context, command.access);
  if (barred) return barredFrom(context, command, raw, barred);
  const values = await completed(context, command, raw);
  const badFile = refusalOfFiles(context);
  if (badFile) return refused(context, command.name, badFile);
  if (command.files === "written" && hasVoice(context))
    return keepVoice(context, command, { values, text: raw.text, asking: asked });
  const act = (acting: Context) => run(acting, command, values, asked);
  return command.files === "noted" && hasFiles(context) ? notingFiles(context, command, values, act) : act(context);
};
