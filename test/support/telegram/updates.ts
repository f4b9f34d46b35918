import { botApiUpdates } from "./bot-api-types.js";
import type { Update } from "./objects.js";
import { Refusal } from "./refusal.js";

interface Waiting {
  readonly update: Update;
  /** Handed out whatever is asked for: it was confirmed before. */
  readonly isAgain: boolean;
  handed: number;
}

/** How it went with an update that was handed out. */
export type Outcome = "confirmed" | "asked-again";

/** What `getUpdates` asks for. */
export interface Asked {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly timeout?: number | undefined;
  readonly allowed_updates?: readonly string[] | undefined;
}

/** The updates that wait to be confirmed. */
export interface Updates {
  /** Makes one, if its kind is wanted; tells its id. */
  push(kind: string, body: unknown): number | undefined;
  /** Puts an update in that was confirmed before, identically. */
  again(update: Update): void;
  allow(kinds: readonly string[] | undefined): void;
  /** Waits for something to hand out; rejects when another asks meanwhile; empty when `gone` fires. */
  poll(asked: Asked, gone: AbortSignal): Promise<readonly Update[]>;
  /** Resolves when it is known whether the update was taken. */
  outcome(id: number): Promise<Outcome>;
  settle(id: number, outcome: Outcome): void;
  confirm(id: number): void;
  waiting(): readonly Update[];
  last(): Update | undefined;
  /** All that ever were, with when they were made. */
  all(): readonly Update[];
  forget(): void;
  /** The next update has this id (after a week without any, https://core.telegram.org/bots/api#update). */
  restartAt(id: number): void;
  /** Calls when something was put in. */
  onPush(tell: () => void): void;
  allowed(): readonly string[];
  asked(): number;
}

/** Kinds that are not told unless they are asked for (https://core.telegram.org/bots/api#getupdates). */
const UNASKED: ReadonlySet<string> = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** No updates yet; the first has the id `firstId`. */
export const createUpdates = (firstId: number): Updates => {
  let nextId = firstId;
  let queue: Waiting[] = [];
  const all: Update[] = [];
  let allowed: readonly string[] = botApiUpdates.filter((kind) => !UNASKED.has(kind));
  const listeners: (() => void)[] = [];
  const outcomes: { readonly id: number; readonly tell: (outcome: Outcome) => void }[] = [];
  let current: { readonly end: (error: Refusal) => void } | undefined;
  let asked = 0;

  const settle = (id: number, outcome: Outcome): void => {
    const told = outcomes.filter((each) => each.id === id);
    for (const each of told) outcomes.splice(outcomes.indexOf(each), 1);
    for (const { tell } of told) tell(outcome);
  };
  const wakeUp = (): void => {
    for (const tell of [...listeners]) tell();
  };
  const confirm = (id: number): void => {
    queue = queue.filter(({ update }) => update.update_id !== id);
    settle(id, "confirmed");
  };

  /** Forgets what is below the offset; an offset that was not given out yet means none, as after a restart of the ids. */
  const confirmBelow = (offset: number): void => {
    const below = queue.filter(({ update, isAgain, handed }) => update.update_id < offset && (!isAgain || handed > 0));
    for (const { update } of below) confirm(update.update_id);
  };
  const begin = ({ offset, allowed_updates }: Asked): number => {
    updates.allow(allowed_updates);
    if (offset === undefined || offset > nextId) return 0;
    if (offset >= 0) {
      confirmBelow(offset);
      return offset;
    }
    for (const { update } of queue.slice(0, Math.max(0, queue.length + offset))) confirm(update.update_id);
    return 0;
  };
  const handOut = (from: number, limit: number): readonly Update[] => {
    const out = queue.filter(({ update, isAgain }) => isAgain || update.update_id >= from).slice(0, limit);
    for (const each of out) {
      if (each.handed > 0) settle(each.update.update_id, "asked-again");
      each.handed += 1;
    }
    return out.map(({ update }) => update);
  };

  const waitFor = (from: number, limit: number, seconds: number, gone: AbortSignal): Promise<readonly Update[]> =>
    new Promise((resolve, reject) => {
      const finish = (settleIt: () => void): void => {
        clearTimeout(timer);
        listeners.splice(listeners.indexOf(look), 1);
        gone.removeEventListener("abort", leave);
        if (current === own) current = undefined;
        settleIt();
      };
      const look = (): void => {
        const out = handOut(from, limit);
        if (out.length > 0) finish(() => resolve(out));
      };
      const leave = (): void => finish(() => resolve([]));
      const own = { end: (error: Refusal) => finish(() => reject(error)) };
      const timer = setTimeout(leave, seconds * 1000);
      listeners.push(look);
      gone.addEventListener("abort", leave);
      current = own;
    });

  const updates: Updates = {
    push(kind, body) {
      if (!allowed.includes(kind)) return undefined;
      const update = { update_id: nextId, [kind]: body };
      nextId += 1;
      all.push(update);
      queue.push({ update, isAgain: false, handed: 0 });
      wakeUp();
      return update.update_id;
    },
    again(update) {
      queue = queue.filter((each) => each.update.update_id !== update.update_id);
      queue.push({ update, isAgain: true, handed: 0 });
      wakeUp();
    },
    allow(kinds) {
      // An empty list means the kinds that are told unasked; none keeps what was set.
      if (kinds) allowed = kinds.length > 0 ? kinds : botApiUpdates.filter((kind) => !UNASKED.has(kind));
    },
    async poll(request, gone) {
      asked += 1;
      // https://core.telegram.org/bots/api#getupdates: whoever asked before is turned away.
      current?.end(
        new Refusal(
          409,
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
      );
      const from = begin(request);
      const limit = Math.min(Math.max(request.limit ?? 100, 1), 100);
      const out = handOut(from, limit);
      if (out.length > 0 || gone.aborted || !request.timeout) return out;
      return waitFor(from, limit, request.timeout, gone);
    },
    outcome: (id) => new Promise((tell) => outcomes.push({ id, tell })),
    settle,
    confirm,
    waiting: () => queue.map(({ update }) => update),
    last: () => all.at(-1),
    all: () => all,
    forget() {
      for (const { update } of queue) confirm(update.update_id);
    },
    restartAt(id) {
      nextId = id;
    },
    onPush: (tell) => void listeners.push(tell),
    allowed: () => allowed,
    asked: () => asked,
  };
  return updates;
};
