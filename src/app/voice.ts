import { type Refusal, refuse } from "../domain/refusal.js";
import { ask } from "./ask.js";
import type { Command, RawValues } from "./command.js";
import type { Context } from "./context.js";
import { type About, type Effects, refused } from "./effects.js";
import { notedEntry } from "./files.js";
import { subjectFor } from "./subject.js";

/** What a note is kept with. */
interface Keeper {
  readonly id: string;
  readonly code: string;
  readonly about: About;
}

/** The case or content it was said of, where the person may do this to it; of content `/answer` does not speak. */
export const keeperOf = async (
  context: Context,
  command: Command,
  code: string | undefined,
): Promise<Keeper | undefined> => {
  const subject = code === undefined ? undefined : await subjectFor(context, code, command.access);
  if (!subject || "refusal" in subject) return undefined;
  if (subject.kind === "case") return { ...subject.inquiry, about: { inquiryId: subject.inquiry.id } };
  return command.name !== "answer" ? { ...subject.proposal, about: { proposalId: subject.proposal.id } } : undefined;
};

const refusalOf = (command: Command, keeper: Keeper | undefined): Refusal => {
  const kept = keeper ? { code: keeper.code, kept: "yes" } : {};
  if (command.name !== "propose") return refuse("voiceAnswer", kept);
  return refuse("voiceContent", keeper?.about.proposalId === undefined ? kept : { ...kept, changes: "yes" });
};

/** What came with the voice note. */
interface Spoken {
  /** All that is known of the command's inputs. */
  readonly values: RawValues;
  /** What the person wrote beside it. */
  readonly text: string | undefined;
  /** The input that is asked for again, in a dialogue. */
  readonly asking: string | undefined;
}

/**
 * A voice note is kept with the case or content where that is known, and never taken as a text: its author is told what to
 * do.
 */
export const keepVoice = async (
  context: Context,
  command: Command,
  { values, text = "", asking }: Spoken,
): Promise<Effects> => {
  const keeper = await keeperOf(context, command, values.code);
  const refusal = refusalOf(command, keeper);
  const said = { text, attachments: context.attachments, by: context.person.id };
  const kept = keeper ? [notedEntry(context, keeper.id, said)] : [];
  const told =
    asking === undefined
      ? refused(context, command.name, refusal, keeper?.about)
      : ask({ ...context, attachments: [] }, command, values, asking, refusal);
  return { ...told, history: [...(told.history ?? []), ...kept] };
};
