import { API, askPatiently } from "./api.js";
import { noticeTime } from "./clock.js";
import { lastId, merged, withMessage } from "./message-log.js";
import { channels, connection, logOf, seenIn } from "./state.js";
import type { Message } from "./types.js";

const RECONNECT_MS = 1_000;

/** Revision of the last change heard of, and of each message's. */
let last = 0;
const heard = new Map<string, number>();
const loaded = new Set<string>();

const hear = (event: MessageEvent<string>): void => {
  const revision = Number(event.lastEventId);
  const { channel, ...message } = JSON.parse(event.data) as Message & { readonly channel: string };
  last = Math.max(last, revision);
  if ((heard.get(message.id) ?? 0) >= revision) return;
  heard.set(message.id, revision);
  const log = logOf(channel);
  log.value = withMessage(log.value, message);
  noticeTime(message.at).catch(() => undefined);
};

/** Reads a channel's messages. What the stream brings meanwhile wins. */
export const load = async (channel: string): Promise<void> => {
  const asked = last;
  const listing = await askPatiently<readonly Message[]>(`/channels/${encodeURIComponent(channel)}/messages`);
  const log = logOf(channel);
  log.value = merged(listing, log.value, (id) => (heard.get(id) ?? 0) > asked);
  // Nothing is unread that was there before the page; a mark beyond the end is one of a former database.
  if (!loaded.has(channel)) seenIn(channel).value = Math.min(seenIn(channel).value, lastId(log.value));
  loaded.add(channel);
};

/** Reads the channels not read yet, the named ones first. */
export const loadAll = async (first: readonly string[]): Promise<void> => {
  await Promise.all(first.filter((id) => !loaded.has(id)).map(load));
  for (const { id } of channels.value) if (!loaded.has(id)) await load(id);
};

/** A smaller revision than known means a new database: everything is read again. Removed messages are told nowhere. */
const greet = async (revision: number, again: boolean): Promise<void> => {
  if (revision < last) {
    heard.clear();
    last = revision;
    for (const id of loaded) {
      logOf(id).value = [];
      seenIn(id).value = 0;
    }
  }
  last = Math.max(last, revision);
  connection.value = "live";
  if (again) for (const id of loaded) await load(id);
};

/** Opens the stream of changes and keeps it open; resolves at the first greeting. */
export const openStream = (): Promise<void> =>
  new Promise((resolve) => {
    let greeted = false;
    const open = (): void => {
      const source = new EventSource(`${API}/stream${greeted ? `?after=${last}` : ""}`);
      source.addEventListener("hello", (event) => {
        greet(Number(event.lastEventId), greeted).catch(() => undefined);
        greeted = true;
        resolve();
      });
      source.addEventListener("message", hear);
      source.addEventListener("error", () => {
        connection.value = "lost";
        // Refused for good, such as by a 503: the browser gives up, we do not.
        if (source.readyState === EventSource.CLOSED) setTimeout(open, RECONNECT_MS);
      });
    };
    open();
  });
