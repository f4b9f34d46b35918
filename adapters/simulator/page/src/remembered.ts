import { type Attached, kept } from "./attaching.js";
import { allDrafts, draftOf, written } from "./compose.js";
import { keepForms, keptForms } from "./filling.js";
import { type Outgoing, outgoing, sendAll } from "./outgoing.js";
import { coachShown, focused, government, type PaneState, panes, seenIn, seenMarks } from "./state.js";

/** What a tab keeps over a reload: two tabs are two people, so it is the tab's own. */
interface Remembered {
  readonly government: string;
  readonly panes: readonly PaneState[];
  readonly focused: number;
  readonly coach: boolean;
  readonly seen: readonly (readonly [string, number])[];
  readonly drafts: readonly {
    readonly channel: string;
    readonly text: string;
    readonly replyTo?: string;
    /** Absent in what an earlier page kept. */
    readonly files?: readonly Attached[];
  }[];
  readonly outgoing: readonly Outgoing[];
  readonly forms: ReturnType<typeof keptForms>;
}

const KEY = "tanggap-tab";

const current = (): Remembered => ({
  government: government.value,
  panes: panes.value,
  focused: focused.value,
  coach: coachShown.value,
  seen: seenMarks(),
  drafts: allDrafts().flatMap(([channel, draft]) => {
    const { text, replyTo } = written(draft);
    const files = kept(draft.files.value);
    if (text === "" && files.length === 0) return [];
    return { channel, text, files, ...(replyTo === undefined ? {} : { replyTo }) };
  }),
  outgoing: outgoing.value,
  forms: keptForms(),
});

const write = (): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(current()));
  } catch {
    // Storage is full or forbidden.
  }
};

/**
 * Keeps the tab's state whenever it is left or hidden, from when it was recalled on. While the tab is looked at nothing
 * is kept, so that a tab made from it begins empty.
 */
const rememberFromNowOn = (): void => {
  addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", () => (document.hidden ? write() : taken()));
};

const taken = (): string | null => {
  try {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return kept;
  } catch {
    return null;
  }
};

/** Brings back what was being written and what was seen; answers which government and panes were open. */
export const recall = (): Pick<Remembered, "government" | "panes" | "focused"> | undefined => {
  const kept = taken();
  rememberFromNowOn();
  if (kept === null) return undefined;
  const { drafts, seen, forms, ...rest } = JSON.parse(kept) as Remembered;
  for (const { channel, text, replyTo, files = [] } of drafts) {
    const draft = draftOf(channel);
    draft.text.value = text;
    draft.replyTo.value = replyTo;
    draft.files.value = files;
  }
  keepForms(forms);
  for (const [channel, number] of seen) seenIn(channel).value = number;
  coachShown.value = rest.coach;
  outgoing.value = rest.outgoing;
  sendAll();
  return rest;
};
