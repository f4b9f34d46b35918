import type { Inbox } from "../../ports/chat/adapter.js";
import type { Store } from "../../ports/store.js";
import { type CrashPoint, neverCrash } from "../crash-points.js";
import type { Wake } from "./wake.js";

/** The store, whose commits wake the relays (for the messages written) and the workers (for the lane now free). */
export function withWake(store: Store, wake: Wake, crash: CrashPoint = neverCrash): Store {
  return {
    ...store,
    async commit(changes) {
      crash("K3");
      await store.commit(changes);
      crash("K4");
      if (changes.outbox.length > 0) wake.notify("outbox");
      wake.notify("inbox");
    },
  };
}

/** The inbox as adapters get it: whatever it accepts wakes a worker. */
export function withInboxWake(inbox: Inbox, wake: Wake): Inbox {
  return {
    async accept(event) {
      const outcome = await inbox.accept(event);
      if (outcome === "accepted") wake.notify("inbox");
      return outcome;
    },
  };
}
