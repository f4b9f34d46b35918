import type { Logger } from "../../ports/logger.js";
import { describeError } from "../inbox/describe-error.js";

type Job = (signal: AbortSignal) => Promise<void>;

/** Jobs of an adapter that only the owner of its platform account runs. */
export interface OwnedJobs {
  /** As `AdapterContext.whileOwner`. */
  add(job: Job): void;
  /** This process is the owner now: every job begins. */
  begin(): void;
  /** It is not any more: resolves when every job has settled. */
  end(): Promise<void>;
}

/** No job, and nobody the owner. */
export const createOwnedJobs = (logger: Logger): OwnedJobs => {
  const jobs: Job[] = [];
  let term: { readonly controller: AbortController; readonly running: Promise<void>[] } | undefined;

  const run = async (job: Job, signal: AbortSignal): Promise<void> => {
    try {
      await job(signal);
    } catch (error) {
      if (!signal.aborted) logger.error({ error: describeError(error) }, "a job of the platform account ended");
    }
  };
  return {
    add(job) {
      jobs.push(job);
      term?.running.push(run(job, term.controller.signal));
    },
    begin() {
      const controller = new AbortController();
      term ??= { controller, running: jobs.map((job) => run(job, controller.signal)) };
    },
    async end() {
      const ended = term;
      term = undefined;
      ended?.controller.abort();
      await Promise.all(ended?.running ?? []);
    },
  };
};
