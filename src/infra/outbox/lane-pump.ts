/** Works lanes off, side by side, each by one worker. */
export interface LanePump {
  /** Works the lane off unless that is under way; then it is looked at once more afterwards. */
  run(lane: string): void;
  busy(): boolean;
  /** Resolves, when no lane is under way, with how many rows were handled since the last call. */
  settled(): Promise<number>;
}

/** A pump over `step`, which handles the next row of a lane, or answers false when there is none for now. */
export function createLanePump(step: (lane: string) => Promise<boolean>): LanePump {
  const active = new Map<string, { again: boolean; readonly done: Promise<void> }>();
  let handled = 0;

  const workOff = async (lane: string): Promise<void> => {
    while (await step(lane)) handled += 1;
  };
  const run = (lane: string): void => {
    const under = active.get(lane);
    if (under !== undefined) {
      under.again = true;
      return;
    }
    const done = workOff(lane).finally(() => {
      const again = active.get(lane)?.again === true;
      active.delete(lane);
      if (again) run(lane);
    });
    active.set(lane, { again: false, done });
  };
  return {
    run,
    busy: () => active.size > 0,
    async settled() {
      while (active.size > 0) await Promise.all([...active.values()].map(({ done }) => done));
      const count = handled;
      handled = 0;
      return count;
    },
  };
}
