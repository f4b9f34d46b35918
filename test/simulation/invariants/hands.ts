import type { InboxClaimed } from "../../../src/infra/inbox/claim.js";
import type { HandleWork, InboxWork } from "../../../src/ports/protocol.js";
import type { Watch } from "../watch.js";

/** What the processes handle, and beside what. */
export interface HandWatch {
  /** The handler of one process, watched: what may have brought down a process is handled beside nothing else. */
  watched(handle: HandleWork): HandleWork;
  /** How often something was handled alone. */
  alone(): number;
}

const isAlone = (work: InboxWork): boolean => (work as InboxClaimed).alone === true;

export const createHandWatch = (watch: Watch): HandWatch => {
  let alone = 0;
  return {
    watched(handle) {
      const inHand = new Set<InboxWork>();
      return async (work) => {
        if (isAlone(work)) alone += 1;
        for (const other of inHand)
          watch.demand(
            !isAlone(work) && !isAlone(other),
            `event ${work.id} was handled beside ${other.id}, and one of them has to be alone`,
          );
        inHand.add(work);
        try {
          return await handle(work);
        } finally {
          inHand.delete(work);
        }
      };
    },
    alone: () => alone,
  };
};
