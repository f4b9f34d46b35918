import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import { joinAlbums, type Part } from "./albums.js";
import type { Api } from "./api.js";
import type { TelegramSettings } from "./config.js";
import { createGreet } from "./greeting.js";
import { type Queries, stopClock } from "./queries.js";
import type { Me } from "./refs.js";
import type { SaidLately } from "./said-lately.js";
import { createShowSeen } from "./seen.js";
import type { ReadUpdate } from "./update-schema.js";
import { type Heard, heardIn } from "./updates.js";

/** What taking updates in works with. */
interface TakeParts {
  readonly api: Api;
  readonly queries: Queries;
  readonly said: SaidLately;
  readonly settings: TelegramSettings;
  readonly context: Pick<AdapterContext, "inbox" | "surface" | "clock" | "logger">;
  readonly me: Me;
  /** Fires when nothing may be called any more. */
  readonly closed: AbortSignal;
}

/** What became of an update: it is durable, or was none of the program's business. */
export type Taken = "kept" | "dropped";

/** Takes a batch in, in order. What the inbox could not take rejects: it has to come again. */
export type Take = (batch: readonly ReadUpdate[]) => readonly Promise<Taken>[];

/** The one way in, for the poll and the webhook. */
export const createTake = ({ api, queries, said, settings, context, me, closed }: TakeParts): Take => {
  const { inbox, clock, logger } = context;
  const options = { signal: closed, timeoutMs: settings.patienceMs };
  const showSeen = createShowSeen({ api, options, clock, logger });
  const greet = createGreet({ api, options, surface: context.surface, logger, afterMs: settings.greetAfterMs });

  const hear = (part: Part): Heard => {
    const { id, kind, update } = part.read;
    if (update === undefined) logger.warn({ update: id, kind }, "an update of no known shape: dropped");
    try {
      return heardIn(part, me, clock.now());
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      logger.error({ update: id, kind, error: name }, "a bug: an update could not be read and was dropped");
      return { events: [] };
    }
  };

  const takeOne = async (part: Part): Promise<Taken> => {
    const { events, query, idleQuery, joined } = hear(part);
    for (const event of events) {
      said.heard(event);
      if (event.type === "relocated") greet.knows(event.conversation.channel);
    }
    // Before the inbox has it: the use case may want to answer it at once.
    if (query !== undefined) queries.add(query);
    if (idleQuery !== undefined) stopClock(api, idleQuery, options);
    const outcomes = await Promise.all(events.map(async (event) => inbox.accept(event)));
    for (const [place, event] of events.entries()) if (outcomes[place] === "accepted") showSeen(event);
    if (joined !== undefined) greet.joined(joined, part.read.id);
    return events.length === 0 ? "dropped" : "kept";
  };

  return (batch) => {
    const parts = joinAlbums(batch);
    const speaking = parts.map((part, place) => (part.speaker === place ? takeOne(part) : undefined));
    return parts.map(({ speaker }) => speaking[speaker] ?? Promise.resolve<Taken>("dropped"));
  };
};
