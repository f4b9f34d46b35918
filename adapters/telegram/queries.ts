import type { Api } from "./api.js";

/** A pressed button that waits to be answered (https://core.telegram.org/bots/api#callbackquery). */
export interface Query {
  readonly id: string;
  readonly chat: string;
  readonly user: string;
  /** The message the button stands under. */
  readonly message: string;
}

/**
 * Pressed buttons whose clock still turns. Each is answered once: with the words of the first private message to who pressed it,
 * else without any, a moment after its message was drawn anew or when it took too long. Kept in memory only: what is lost with it is a
 * turning clock, which Telegram stops by itself.
 */
export interface Queries {
  add(query: Query): void;
  /** Takes the oldest query of that person in that chat out: who takes it answers it. */
  takeOf(chat: string, user: string): Query | undefined;
  /** The message was drawn anew: what was pressed under it is late in a moment, after what is still to be said to who did. */
  hasten(chat: string, message: string): void;
  /** Forgets all. */
  clear(): void;
}

/** Stops the clock on a pressed button. Nobody waits for it: one that is not stopped stops by itself. */
export const stopClock = (api: Api, id: string, options: Parameters<Api["call"]>[2]): void =>
  void api.call("answerCallbackQuery", { callback_query_id: id }, options).catch(() => {});

/** A private message that follows the drawing of a card comes right behind it. */
const MOMENT_MS = 1_000;

/** `onLate` is called with a query nobody took within `withinMs`; it is taken out then. */
export const createQueries = (withinMs: number, onLate: (query: Query) => void): Queries => {
  const waiting = new Map<string, { readonly query: Query; readonly timer: NodeJS.Timeout }>();

  const wait = (query: Query, ms: number): void => {
    const late = (): void => {
      waiting.delete(query.id);
      onLate(query);
    };
    waiting.set(query.id, { query, timer: setTimeout(late, ms).unref() });
  };

  const take = (found: (query: Query) => boolean): readonly Query[] => {
    const taken = [...waiting.values()].filter(({ query }) => found(query));
    for (const { query, timer } of taken) {
      clearTimeout(timer);
      waiting.delete(query.id);
    }
    return taken.map(({ query }) => query);
  };
  return {
    add(query) {
      if (waiting.has(query.id)) return;
      wait(query, withinMs);
    },
    takeOf(chat, user) {
      const oldest = [...waiting.values()].find(({ query }) => query.chat === chat && query.user === user);
      return oldest && take(({ id }) => id === oldest.query.id)[0];
    },
    hasten(chat, message) {
      const under = take((query) => query.chat === chat && query.message === message);
      for (const query of under) wait(query, Math.min(withinMs, MOMENT_MS));
    },
    clear: () => void take(() => true),
  };
};
