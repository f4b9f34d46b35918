/** Work that never runs twice at a time. */
export interface SingleFlight {
  /** Runs the work; a call during a run makes one more run after it. Resolves with a run that began after the call. */
  (): Promise<void>;
  busy(): boolean;
  /** Resolves when nothing runs and nothing is asked for. */
  settled(): Promise<void>;
}

/** Makes a single flight of the work. A call rejects as its run does. */
export function singleFlight(work: () => Promise<void>): SingleFlight {
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const run = (): Promise<void> => {
    const flight = work().finally(() => {
      current = undefined;
    });
    current = flight;
    return flight;
  };
  const fly = (): Promise<void> => {
    if (current === undefined) return run();
    next ??= current
      .catch(() => {})
      .then(() => {
        next = undefined;
        return run();
      });
    return next;
  };
  const settled = async (): Promise<void> => {
    while (current !== undefined || next !== undefined) await (next ?? current)?.catch(() => {});
  };
  return Object.assign(fly, { busy: () => current !== undefined, settled });
}
