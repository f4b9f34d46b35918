import { signal } from "@preact/signals";
import { ask, quiet } from "./api.js";
import { lastId } from "./message-log.js";
import { channels, government, locale, logOf, notice, world } from "./state.js";
import type { World } from "./types.js";

/** Case time in milliseconds, ticking every second. */
export const now = signal(0);
export const moving = signal(false);

let base = { caseMs: 0, realMs: 0 };

const tick = (): void => {
  now.value = base.caseMs + performance.now() - base.realMs;
};

/** Sets the clock to an instant the program named. */
export const setClock = (iso: string): void => {
  base = { caseMs: Date.parse(iso), realMs: performance.now() };
  tick();
};

/** Lets the clock run. */
export const startClock = (): void => {
  setInterval(tick, 1_000);
};

/** A message from later than our clock says: somebody else moved it. */
export const noticeTime = async (iso: string): Promise<void> => {
  if (Date.parse(iso) <= now.value + 5_000 || moving.value) return;
  setClock(iso);
  setClock((await ask<World>("/world")).now);
};

const STREAM_MS = 400;

const newest = (): number => Math.max(0, ...channels.value.map(({ id }) => lastId(logOf(id).value)));

/** Moves case time, waits for what follows from it, and says what happened on the way. Rejects with `Refused`. */
export const moveClock = async (move: { readonly advanceMinutes: number } | { readonly to: "next-event" }) => {
  if (moving.value) return;
  moving.value = true;
  const since = newest();
  try {
    setClock((await ask<{ readonly now: string }>("/clock", "POST", move)).now);
    await quiet();
    // The stream may be a moment behind the answer.
    await new Promise((resolve) => setTimeout(resolve, STREAM_MS));
    notice.value = { kind: "travel", since, until: newest() };
  } finally {
    moving.value = false;
  }
};

const zone = (): string => world.value?.governments.find(({ id }) => id === government.value)?.zone ?? "UTC";
const speech = (): string => (locale.value === "id" ? "id-ID" : "en-GB");

const format = (at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(speech(), { timeZone: zone(), ...options }).format(at);

/** Hour and minute where the government is. */
export const hourOf = (at: number): string => format(at, { hour: "2-digit", minute: "2-digit" });

/** Weekday and date where the government is. */
export const dayOf = (at: number): string =>
  format(at, { weekday: "short", day: "numeric", month: "short" }).replaceAll(",", "");
