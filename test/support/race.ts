import { createHandler } from "../../src/app/handle.js";
import { freshEvent } from "../../src/infra/memory/memory-tables.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { VersionConflict } from "../../src/ports/store.js";
import type { ChatBench, Seat } from "./chat-bench.js";
import { silentLogger } from "./silent-logger.js";

/** Lets nobody pass until so many have come; then in the order they came. */
const barrier = (count: number): (() => Promise<void>) => {
  let left = count;
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    left -= 1;
    if (left === 0) open();
    return opened;
  };
};

const eventOf = (bench: ChatBench, { userId, place }: Seat, line: string, eventId: string): ChatEvent => {
  const [command = "", ...words] = line.slice(1).split(" ");
  return {
    eventId,
    occurredAt: bench.now().toISOString(),
    conversation: place,
    actor: { user: { ...place, id: userId }, displayName: userId, isBot: false },
    type: "command",
    command,
    input: { kind: "text", text: words.join(" ") },
    message: { ...place, id: eventId },
  };
};

/**
 * Commands of people in processes of their own that all read before any of them commits; whoever comes too late decides
 * again, as a worker does. Answers how many commits were refused for that.
 */
export const race = async (
  bench: ChatBench,
  commands: readonly (readonly [seat: Seat, line: string])[],
): Promise<number> => {
  const { store } = bench;
  const allHaveRead = barrier(commands.length);
  let conflicts = 0;
  const worker = async ([seat, line]: readonly [Seat, string], index: number): Promise<void> => {
    const id = String(store.tables.inbox.size + 1);
    const leaseToken = `race-${index}`;
    const payload = { type: "chat" as const, event: eventOf(bench, seat, line, `race-${id}`) };
    const row = freshEvent({ platform: "simulator", eventId: id, lane: `race-${index}`, payload }, bench.now());
    store.tables.inbox.set(id, { ...row, leaseToken, state: "running" });
    let made = 0;
    const handle = createHandler({
      store: { ...store, commit: (changes) => allHaveRead().then(() => store.commit(changes)) },
      ids: { newId: () => `race-${index}-${++made}`, newSecret: () => "", hashOf: (text) => text },
      logger: silentLogger,
    });
    const tried = async (): Promise<unknown> =>
      handle({ id, payload, leaseToken }).catch((error) => {
        if (!(error instanceof VersionConflict)) throw error;
        conflicts += 1;
        return tried();
      });
    await tried();
  };
  await Promise.all(commands.map(worker));
  return conflicts;
};
