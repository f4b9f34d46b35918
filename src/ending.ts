type Step = (deadline: AbortSignal) => Promise<unknown> | unknown;

export interface Ending {
  /** A part that began: it ends before those added so far. */
  readonly add: (step: Step) => void;
  /** Ends every part. Idempotent. Rejects, at the end, with the first error of a part. */
  readonly end: (deadline: AbortSignal) => Promise<void>;
}

/** The parts that end together, last begun first. One that fails keeps none of the others; its error is thrown at the end. */
export const createEnding = (): Ending => {
  const steps: Step[] = [];
  let ended: Promise<void> | undefined;
  return {
    add: (step) => void steps.push(step),
    end: (deadline) => {
      ended ??= (async () => {
        const errors: unknown[] = [];
        for (const step of steps.toReversed()) {
          try {
            await step(deadline);
          } catch (error) {
            errors.push(error);
          }
        }
        if (errors.length > 0) throw errors[0];
      })();
      return ended;
    },
  };
};
