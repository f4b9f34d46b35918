/** What an adapter has begun, so that its stop can wait for it. */
export const createInFlight = () => {
  const running = new Set<Promise<unknown>>();
  return {
    track<T>(work: Promise<T>): Promise<T> {
      running.add(work);
      const forget = (): void => void running.delete(work);
      work.then(forget, forget);
      return work;
    },
    /** Resolves when all that runs by now has settled, or the deadline fires. */
    async settled(deadline: AbortSignal): Promise<void> {
      if (deadline.aborted) return;
      let fire = (): void => {};
      const fired = new Promise<void>((resolve) => {
        fire = resolve;
        deadline.addEventListener("abort", fire, { once: true });
      });
      await Promise.race([Promise.allSettled([...running]), fired]);
      deadline.removeEventListener("abort", fire);
    },
  };
};
