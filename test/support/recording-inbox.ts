import type { Inbox } from "../../src/ports/chat/adapter.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";

/** An inbox in memory: unique by event id, and as unwilling as a test wants. */
export interface RecordingInbox extends Inbox {
  /** What was accepted, in order, without repeats. */
  readonly events: readonly ChatEvent[];
  /** "reject": the store is down. "hold": `accept` waits until the mode changes. */
  mode(mode: "take" | "reject" | "hold"): void;
  /** Resolves at the next call of `accept`, before it does anything. */
  called(): Promise<void>;
}

/** Makes an empty inbox that takes everything. */
export const createRecordingInbox = (): RecordingInbox => {
  const events: ChatEvent[] = [];
  let current: "take" | "reject" | "hold" = "take";
  let release = (): void => {};
  let released = Promise.resolve();
  let onCall: (() => void)[] = [];

  return {
    events,
    mode(mode) {
      if (mode === "hold") released = new Promise((resolve) => (release = resolve));
      current = mode;
      if (mode !== "hold") release();
    },
    called: () => new Promise((resolve) => onCall.push(resolve)),
    async accept(event) {
      for (const tell of onCall) tell();
      onCall = [];
      await released;
      if (current === "reject") throw new Error("the inbox is down");
      if (events.some(({ eventId }) => eventId === event.eventId)) return "duplicate";
      events.push(structuredClone(event));
      return "accepted";
    },
  };
};
