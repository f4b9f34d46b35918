import { type Signal, signal } from "@preact/signals";
import { Refused } from "./api.js";
import { type Attached, type Attachments, allReady, noAttachments, sentFiles } from "./attaching.js";
import { focusComposer } from "./focus.js";
import { discard, type Outgoing, put } from "./outgoing.js";
import { words } from "./state.js";

/** What is being written in one channel; kept while other channels are shown, and over a reload. */
export interface Draft {
  readonly text: Signal<string>;
  readonly files: Attachments;
  /** Asked to send while a file was not there yet. */
  readonly tooEarly: Signal<boolean>;
  readonly replyTo: Signal<string | undefined>;
  readonly editing: Signal<string | undefined>;
  /** What was half written before an edit began. */
  readonly before: Signal<Written>;
}

interface Written {
  readonly text: string;
  readonly replyTo: string | undefined;
}

const nothing: Written = { text: "", replyTo: undefined };

const drafts = new Map<string, Draft>();

/** The draft of a channel. */
export const draftOf = (channel: string): Draft => {
  const known = drafts.get(channel);
  if (known) return known;
  const draft: Draft = {
    text: signal(""),
    files: noAttachments(),
    tooEarly: signal(false),
    replyTo: signal(undefined),
    editing: signal(undefined),
    before: signal(nothing),
  };
  drafts.set(channel, draft);
  return draft;
};

/** Every draft begun, by channel. */
export const allDrafts = (): readonly (readonly [string, Draft])[] => [...drafts];

/** What to tell a person about a refusal, by its code. */
export const explainCode = (code = ""): string => words.value.refused[code] ?? words.value.refusedOtherwise;

/** What to tell a person about a failure. */
export const explain = (error: unknown): string => explainCode(error instanceof Refused ? error.code : undefined);

/** What a person has half written of their own: behind an edit, what was there before it. */
export const written = ({ text, replyTo, editing, before }: Draft): Written =>
  editing.value === undefined ? { text: text.value, replyTo: replyTo.value } : before.value;

/** Ends an edit, with what was half written before it; otherwise ends replying. */
export const stepBack = (draft: Draft): void => {
  const { text, replyTo } =
    draft.editing.value === undefined ? { ...written(draft), replyTo: undefined } : written(draft);
  draft.text.value = text;
  draft.replyTo.value = replyTo;
  draft.editing.value = undefined;
};

/** The draft answers this message from now on. */
export const startReply = (channel: string, message: string): void => {
  const draft = draftOf(channel);
  if (draft.editing.value !== undefined) stepBack(draft);
  draft.replyTo.value = message;
};

/** The draft is this message's new text from now on. */
export const startEdit = (channel: string, message: string, text: string): void => {
  const draft = draftOf(channel);
  draft.before.value = written(draft);
  draft.text.value = text;
  draft.replyTo.value = undefined;
  draft.editing.value = message;
};

/** Sends the draft and makes room for the next. */
export const sendDraft = (channel: string, as: string): void => {
  const draft = draftOf(channel);
  const text = draft.text.value;
  const message = draft.editing.value;
  const files = message === undefined ? draft.files.value : [];
  draft.tooEarly.value = files.length > 0 && !allReady(draft.files);
  if (draft.tooEarly.value || (text.trim() === "" && files.length === 0)) return;
  if (message === undefined) putMessage(draft, as, channel, files);
  else put({ type: "edited", as, channel, text, message });
  stepBack(draft);
};

const putMessage = (draft: Draft, as: string, channel: string, files: readonly Attached[]): void => {
  const replyTo = draft.replyTo.value;
  const reply = replyTo === undefined ? {} : { replyTo };
  put({ type: "message", as, channel, text: draft.text.value, ...reply, ...sentFiles(files) }, files);
  draft.text.value = "";
  draft.files.value = [];
};

/** Takes a refused text back to where it is written; what stands there stays below it. */
export const editAgain = (item: Outgoing, from: HTMLElement): void => {
  const { event } = item;
  const draft = draftOf(event.channel);
  if (draft.editing.value !== undefined) stepBack(draft);
  if (event.type === "edited") startEdit(event.channel, event.message, event.text);
  else {
    draft.text.value = [event.text, draft.text.value].filter(Boolean).join("\n");
    draft.replyTo.value = event.replyTo;
    draft.files.value = [...(item.files ?? []), ...draft.files.value];
  }
  focusComposer(from);
  discard(item);
};
