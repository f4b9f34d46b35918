import { type Signal, signal } from "@preact/signals";
import { newEventId, type PersonEvent, Refused, tell } from "./api.js";
import { words } from "./state.js";

/** What is being written in one channel; kept while other channels are shown. */
export interface Draft {
  readonly text: Signal<string>;
  readonly replyTo: Signal<string | undefined>;
  readonly editing: Signal<string | undefined>;
  readonly state: Signal<"ready" | "sending" | "waiting">;
  readonly error: Signal<string | undefined>;
}

const drafts = new Map<string, Draft>();

/** The draft of a channel. */
export const draftOf = (channel: string): Draft => {
  const known = drafts.get(channel);
  if (known) return known;
  const draft: Draft = {
    text: signal(""),
    replyTo: signal(undefined),
    editing: signal(undefined),
    state: signal("ready"),
    error: signal(undefined),
  };
  drafts.set(channel, draft);
  return draft;
};

/** What to tell a person about a failure. */
export const explain = (error: unknown): string =>
  (error instanceof Refused ? words.value.refused[error.code] : undefined) ?? words.value.refusedOtherwise;

/** Ends replying and editing; an edit's text goes with it. */
export const stepBack = (draft: Draft): void => {
  if (draft.editing.value !== undefined) draft.text.value = "";
  draft.editing.value = undefined;
  draft.replyTo.value = undefined;
  draft.error.value = undefined;
};

const eventOf = (channel: string, as: string, draft: Draft): PersonEvent => {
  const text = draft.text.value;
  const message = draft.editing.value;
  if (message !== undefined) return { type: "edited", as, channel, text, message };
  const replyTo = draft.replyTo.value;
  const type = text.startsWith("/") ? "command" : "message";
  return { type, as, channel, text, ...(replyTo === undefined ? {} : { replyTo }) };
};

/** The last attempt that failed: the same again keeps its id, so that it counts once. */
const unanswered = new Map<string, { readonly what: string; readonly eventId: string }>();

const idFor = (event: PersonEvent): string => {
  const what = JSON.stringify(event);
  const former = unanswered.get(event.channel);
  if (former?.what === what) return former.eventId;
  const eventId = newEventId();
  unanswered.set(event.channel, { what, eventId });
  return eventId;
};

/** Sends the draft. Refused or unanswered, it stays where it is with the reason beside it. */
export const sendDraft = async (channel: string, as: string): Promise<void> => {
  const draft = draftOf(channel);
  if (draft.text.value.trim() === "" || draft.state.value !== "ready") return;
  const event = eventOf(channel, as, draft);
  const sent = draft.text.value;
  draft.state.value = "sending";
  draft.error.value = undefined;
  try {
    await tell({ ...event, eventId: idFor(event) }, () => {
      draft.state.value = "waiting";
    });
    unanswered.delete(channel);
    if (draft.text.value === sent) draft.text.value = "";
    stepBack(draft);
  } catch (error) {
    draft.error.value = explain(error);
  } finally {
    draft.state.value = "ready";
  }
};
