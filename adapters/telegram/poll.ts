import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import { openAlbumAt } from "./albums.js";
import type { Api } from "./api.js";
import type { TelegramSettings } from "./config.js";
import type { Line } from "./line.js";
import { createBackoff, isConflict, type Pause } from "./retry.js";
import type { Take } from "./take.js";
import { allowedUpdates, type ReadUpdate, readUpdate } from "./update-schema.js";

/** Most updates of one answer: https://core.telegram.org/bots/api#getupdates, limit. */
const BATCH = 100;
/** So long the rest of an album may take to come. */
const ALBUM_MS = 500;
/** A last word to Telegram may take so long when the program stops. */
const CONFIRM_MS = 1_000;
/** An update the inbox refuses so often while it takes others can never be stored. */
const MOST_REFUSALS = 20;

interface PollParts {
  readonly api: Api;
  readonly settings: TelegramSettings;
  readonly logger: AdapterContext["logger"];
  readonly line: Line;
  readonly take: Take;
  readonly pause: Pause;
  /** Fires when a stop has no more time. */
  readonly closed: AbortSignal;
}

/** The inbox could not take an update: it is asked for again. */
class NotTaken extends Error {
  override readonly name = "NotTaken";
}

/**
 * Asks Telegram for updates until the signal fires. An update is confirmed, by asking for those behind it, only when it is
 * durable or dropped; what the inbox could not take is asked for again, with everything behind it.
 */
export const createPoll = ({ api, settings, logger, line, take, pause, closed }: PollParts) => {
  /**
   * From where to ask: behind what was confirmed last, or undefined, for the first one there is, once nothing is left to
   * confirm. So an id that begins anew at a lower number is asked for too (https://core.telegram.org/bots/api#update).
   */
  let offset: number | undefined;
  /** Whether an album was left for the rest of it to come. */
  let awaitsAlbum = false;
  let refusals: { readonly id: number; readonly times: number } | undefined;

  const ask = (seconds: number, limit: number, signal: AbortSignal, timeoutMs: number): Promise<unknown> => {
    const from = offset === undefined ? {} : { offset };
    const payload = { ...from, limit, timeout: seconds, allowed_updates: allowedUpdates };
    return api.call("getUpdates", payload, { signal, timeoutMs });
  };

  const moveBehind = (read: ReadUpdate | undefined): void => {
    if (read?.id !== undefined) offset = read.id + 1;
  };

  /** Whether to give the update up: it was refused often enough, each time while others were kept. */
  const isHopeless = (id: number, othersKept: boolean): boolean => {
    if (!othersKept) return false;
    refusals = { id, times: refusals?.id === id ? refusals.times + 1 : 1 };
    if (refusals.times < MOST_REFUSALS) return false;
    logger.error({ update: id }, "the inbox takes every update but this one: dropped");
    return true;
  };

  const takeIn = async (batch: readonly ReadUpdate[]): Promise<void> => {
    const outcomes = await Promise.allSettled(take(batch));
    const refused = outcomes.findIndex(({ status }) => status === "rejected");
    if (refused === -1) return moveBehind(batch.findLast(({ id }) => id !== undefined));
    moveBehind(batch.slice(0, refused).findLast(({ id }) => id !== undefined));
    const id = batch[refused]?.id;
    const othersKept = outcomes.some((outcome) => outcome.status === "fulfilled" && outcome.value === "kept");
    if (id === undefined || isHopeless(id, othersKept)) return moveBehind(batch[refused]);
    offset = id;
    throw new NotTaken("the inbox could not take an update");
  };

  const turn = async (signal: AbortSignal): Promise<void> => {
    const seconds = awaitsAlbum ? 0 : settings.pollSeconds;
    const answer = await ask(seconds, BATCH, signal, seconds * 1_000 + settings.patienceMs);
    line.up();
    const batch = (Array.isArray(answer) ? answer : []).map(readUpdate);
    const last = openAlbumAt(batch);
    // The one that was waited for stands at the front now: what there is of it is all.
    const open = awaitsAlbum && last === 0 ? undefined : last;
    awaitsAlbum = open !== undefined;
    if (batch.length === 0) offset = undefined;
    await takeIn(batch.slice(0, open));
    if (open !== undefined) offset = batch[open]?.id;
    // A server that does not hold an empty answer, or gives what has no number, must not be asked without end.
    if (awaitsAlbum || batch.every(({ id }) => id === undefined)) await pause(ALBUM_MS, signal);
  };

  /** Telegram gives updates to a webhook as long as there is one; what waits for it is kept. Whether there was one. */
  const removeWebhook = async (signal: AbortSignal): Promise<boolean> => {
    const options = { signal, timeoutMs: settings.patienceMs };
    const { url } = await api.call<{ readonly url?: string }>("getWebhookInfo", {}, options);
    if (!url) return false;
    await api.call("deleteWebhook", { drop_pending_updates: false }, options);
    logger.info({}, "a webhook of Telegram was removed, since none is configured");
    return true;
  };

  /** Tells Telegram what was taken last: else the next start would be given it again. */
  const confirm = async (): Promise<void> => {
    if (offset === undefined || closed.aborted || line.refused.aborted) return;
    await ask(0, 1, closed, Math.min(CONFIRM_MS, settings.patienceMs)).catch(() => {});
  };

  return async (signal: AbortSignal): Promise<void> => {
    const backoff = createBackoff(settings.retryMs, pause);
    let conflicts = 0;
    const recover = async (error: unknown): Promise<void> => {
      if (isConflict(error)) {
        // What fails here is tried again at the next conflict.
        if (await removeWebhook(signal).catch(() => false)) return;
        line.down(error, "another program asks for this bot's updates");
        // The first time it may be the last word of an owner that stood still.
        conflicts += 1;
        return pause(conflicts === 1 ? settings.retryMs.first : settings.retryMs.most, signal);
      }
      if (error instanceof NotTaken) logger.warn({}, "the inbox could not take an update: it is asked for again");
      else line.down(error);
      await backoff.wait(error, signal);
    };
    [offset, awaitsAlbum] = [undefined, false];
    while (!signal.aborted) {
      try {
        await turn(signal);
        conflicts = 0;
        backoff.reset();
      } catch (error) {
        if (!signal.aborted) await recover(error);
      }
    }
    await confirm();
  };
};
