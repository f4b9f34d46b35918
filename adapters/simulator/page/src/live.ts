import { API, ask } from "./api.js";
import { noticeTime, setClock } from "./clock.js";
import { lastId, merged, withMessage } from "./message-log.js";
import { channels, connection, loadState, logOf, seenIn } from "./state.js";
import type { Message } from "./types.js";
import { readWorld } from "./world.js";

const RECONNECT_MS = 1_000;
const RELOAD_MS = 3_000;
/** The program is heard from every 15 seconds: after this silence the connection is dead, whatever the browser thinks. */
const SILENCE_MS = 40_000;

/** Revision of the last change heard of, and of each message's. */
let last = 0;
const heard = new Map<string, number>();
/** How often each channel was asked for; an older answer than the newest one's is not used. */
const asked = new Map<string, number>();

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

/** Reads a channel's messages; what the stream brings meanwhile wins. Tries again until it is read. */
export const load = async (channel: string): Promise<void> => {
  const turn = (asked.get(channel) ?? 0) + 1;
  asked.set(channel, turn);
  const since = last;
  const state = loadState(channel);
  if (state.value !== "loaded") state.value = "loading";
  try {
    const listing = await ask<readonly Message[]>(`/channels/${encodeURIComponent(channel)}/messages`);
    if (asked.get(channel) !== turn) return;
    const log = logOf(channel);
    log.value = merged(listing, log.value, (id) => (heard.get(id) ?? 0) > since);
    // Nothing is unread that was there before the page; a mark beyond the end is one of a former database.
    if (state.value !== "loaded") seenIn(channel).value = Math.min(seenIn(channel).value, lastId(log.value));
    state.value = "loaded";
  } catch {
    if (asked.get(channel) !== turn) return;
    if (state.value !== "loaded") state.value = "failed";
    setTimeout(() => load(channel).catch(() => undefined), RELOAD_MS);
  }
};

/** Reads the channels not asked for yet, the named ones first. */
export const loadAll = async (first: readonly string[]): Promise<void> => {
  await Promise.all(first.filter((id) => !asked.has(id)).map(load));
  // Another call may be on its way through the same channels.
  for (const { id } of channels.value) if (!asked.has(id)) await load(id);
};

const forget = (): void => {
  heard.clear();
  last = 0;
  for (const id of asked.keys()) {
    logOf(id).value = [];
    seenIn(id).value = 0;
  }
};

/**
 * The stream stands. The first time, what came between a listing and now is told nowhere: all is read again; later the
 * stream goes on where it broke off. A smaller revision than known means a new database.
 */
const greet = async (revision: number, first: boolean): Promise<void> => {
  const anew = revision < last;
  if (anew) forget();
  last = Math.max(last, revision);
  connection.value = "live";
  await readWorld();
  if (first || anew) for (const id of asked.keys()) await load(id);
};

let source: EventSource | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;
let greeted = false;

const close = (): void => {
  clearTimeout(silence);
  source?.close();
  source = undefined;
};

const open = (): void => {
  close();
  if (document.hidden) return;
  const stream = new EventSource(`${API}/stream${greeted ? `?after=${last}` : ""}`);
  source = stream;
  const lost = (): void => {
    connection.value = "lost";
    close();
    setTimeout(open, RECONNECT_MS);
  };
  const alive = (): void => {
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE_MS);
  };
  stream.addEventListener("hello", (event) => {
    alive();
    greet(Number(event.lastEventId), !greeted).catch(() => undefined);
    greeted = true;
  });
  stream.addEventListener("message", (event: MessageEvent<string>) => {
    alive();
    hear(event);
  });
  stream.addEventListener("world", () => {
    alive();
    readWorld().catch(() => undefined);
  });
  stream.addEventListener("beat", (event: MessageEvent<string>) => {
    alive();
    setClock((JSON.parse(event.data) as { readonly now: string }).now);
  });
  stream.addEventListener("error", lost);
  alive();
};

/**
 * Opens the stream of changes and keeps it open. A hidden tab lets go of it, as a browser allows a program six
 * connections in all; what happened meanwhile comes when the tab is looked at again.
 */
export const openStream = (): void => {
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  open();
};
