import { DatabaseBusy, isDatabaseAway } from "./retryable.js";

/** Bounds of joining. */
export interface JoinLimits {
  /** How many statements may be under way at a time. */
  readonly atOnce: number;
  /** How many calls one statement takes. */
  readonly most: number;
  /** How many calls may wait: 2,000 unless said. */
  readonly mostWaiting?: number;
}

const MOST_WAITING = 2_000;

interface Call<In, Out> {
  readonly item: In;
  readonly done: (out: Out) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Calls made while as many statements as may be are under way wait for the next one, which does the work of all of them;
 * a lone call is never delayed. `work` answers in the order of its items. When a statement for several fails for a
 * reason other than the database's absence, each is tried alone, in order, so that none fails for another's sake. A call
 * that finds as many waiting as may be rejects at once with DatabaseBusy, and nothing was done.
 */
export function joinCalls<In, Out>(
  work: (items: readonly In[]) => Promise<readonly Out[]>,
  { atOnce, most, mostWaiting = MOST_WAITING }: JoinLimits,
): (item: In) => Promise<Out> {
  const waiting: Call<In, Out>[] = [];
  let underWay = 0;

  const answer = async (calls: readonly Call<In, Out>[]): Promise<void> => {
    const found = await work(calls.map(({ item }) => item));
    if (found.length !== calls.length) throw new Error("a joined statement left a call without an answer");
    for (const [index, out] of found.entries()) calls[index]?.done(out);
  };
  const alone = async (call: Call<In, Out>): Promise<void> => answer([call]).catch(call.failed);
  const carry = async (calls: readonly Call<In, Out>[]): Promise<void> => {
    try {
      await answer(calls);
    } catch (error) {
      if (calls.length > 1 && !isDatabaseAway(error)) for (const call of calls) await alone(call);
      else for (const call of calls) call.failed(error);
    }
  };
  const next = (): void => {
    if (underWay >= atOnce || waiting.length === 0) return;
    underWay += 1;
    void carry(waiting.splice(0, most)).finally(() => {
      underWay -= 1;
      next();
    });
  };
  return (item) =>
    new Promise((done, failed) => {
      if (waiting.length >= mostWaiting) return failed(new DatabaseBusy(`${mostWaiting} calls wait already`));
      waiting.push({ item, done, failed });
      next();
    });
}
