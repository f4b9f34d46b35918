/** The two queues somebody may be waiting at. */
export type WakeTopic = "inbox" | "outbox";

/** Telling sleeping loops that there is work. Only a hint: each loop also looks by itself from time to time. */
export interface Wake {
  /** Call after a commit, never inside a transaction. Never throws; listeners run later. */
  notify(topic: WakeTopic): void;
  /** Calls `listener` soon after a notification; many notifications may be one call. Returns how to stop. */
  on(topic: WakeTopic, listener: () => void): () => void;
}

/** Wakes within this process only. Notifications of one turn of the event loop are joined. */
export function createLocalWake(): Wake {
  const listeners: Record<WakeTopic, Set<() => void>> = { inbox: new Set(), outbox: new Set() };
  const announced = new Set<WakeTopic>();
  return {
    notify(topic) {
      if (announced.has(topic)) return;
      announced.add(topic);
      setImmediate(() => {
        announced.delete(topic);
        for (const listener of listeners[topic]) listener();
      });
    },
    on(topic, listener) {
      // Wrapped, so that the same function given twice is two listeners.
      const own = () => listener();
      listeners[topic].add(own);
      return () => listeners[topic].delete(own);
    },
  };
}
