import type { Proposal } from "../../domain/proposal/model.js";
import { writtenOf } from "../../domain/proposal/queries.js";
import { isRefusal, refuse } from "../../domain/refusal.js";
import type { Command, RawValues } from "../command.js";
import { type Settled, settle } from "../content/seen.js";
import type { Context } from "../context.js";
import { type Effects, refused, whisper } from "../effects.js";
import { notedEntry } from "../files.js";
import { invoke } from "../invoke.js";
import { subjectFor } from "../subject.js";

/** Nothing of it is lost: it is shown beside what stands, and a text is kept as a note. */
const withContested = (context: Context, { id, code }: Proposal, filled: Settled["contested"], effects: Effects) => {
  const inputs = Object.keys(filled);
  const [entry] =
    refused(context, "propose", refuse("contested", { code, inputs: inputs.join(",") }), {
      proposalId: id,
    }).history ?? [];
  const { text } = filled;
  const kept = text === undefined ? [] : [notedEntry(context, id, { text, attachments: [], by: context.person.id })];
  return {
    ...effects,
    history: [...(effects.history ?? []), ...(entry ? [entry] : []), ...kept],
    drafts: [
      ...(effects.drafts ?? []),
      whisper(context, "contested", { kind: "contested", proposalId: id, filled } as const),
    ],
  };
};

/** New files replace those the form showed, and go beside those somebody else added since. */
const withFiles = (context: Context, proposal: Proposal, { filesMoved }: Settled): Context => {
  const { attachments } = context;
  if (!filesMoved || attachments.length === 0) return context;
  return { ...context, attachments: [...(writtenOf(proposal)?.attachments ?? []), ...attachments] };
};

/**
 * A form opened by a card that showed a proposal as `seen`. Only what its person changed is taken, so that what others
 * changed meanwhile stands; where both changed the same, what stands stays, and its person is shown the difference.
 */
export const onDraftForm = async (
  context: Context,
  command: Command,
  opened: { readonly code: string; readonly seen: string },
  values: RawValues,
): Promise<Effects> => {
  const subject = await subjectFor(context, opened.code, "content.propose");
  if (isRefusal(subject) || subject.kind !== "proposal") return invoke(context, command, { ...values, ...opened });
  const { proposal } = subject;
  const settled = settle(context, proposal, opened.seen, values);
  const { taken, contested } = settled;
  const isContested = Object.keys(contested).length > 0;
  const isEmpty = Object.values(taken).every((value) => value.trim() === "") && context.attachments.length === 0;
  const effects =
    isContested && isEmpty
      ? {}
      : await invoke(withFiles(context, proposal, settled), command, { ...taken, code: opened.code });
  return isContested ? withContested(context, proposal, contested, effects) : effects;
};
