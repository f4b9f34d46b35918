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
 * else without any, when its message was drawn anew or after the time it may take. Kept in memory only: what is lost with it is a
 * turning clock, which Telegram stops by itself.
 */
export interface Queries {
  add(query: Query): void;
  /** Takes the oldest query of that person in that chat out: who takes it answers it. */
  takeOf(chat: string, user: string): Query | undefined;
  /** Takes every query under that message out. */
  takeUnder(chat: string, message: string): readonly Query[];
  /** Forgets all. */
  clear(): void;
}

/** `onLate` is called with a query nobody took within `withinMs`; it is taken out then. */
export const createQueries = (withinMs: number, onLate: (query: Query) => void): Queries => {
  const waiting = new Map<string, { readonly query: Query; readonly timer: NodeJS.Timeout }>();

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
      const late = (): void => {
        waiting.delete(query.id);
        onLate(query);
      };
      waiting.set(query.id, { query, timer: setTimeout(late, withinMs).unref() });
    },
    takeOf(chat, user) {
      const oldest = [...waiting.values()].find(({ query }) => query.chat === chat && query.user === user);
      return oldest && take(({ id }) => id === oldest.query.id)[0];
    },
    takeUnder: (chat, message) => take((query) => query.chat === chat && query.message === message),
    clear: () => void take(() => true),
  };
};
