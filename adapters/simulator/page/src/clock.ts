import { signal } from "@preact/signals";
import { ask, quiet } from "./api.js";
import { lastId } from "./message-log.js";
import { channels, government, locale, logOf, notice, words, world } from "./state.js";
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
/** More than a move takes that went nowhere. */
const STOOD_MS = 30_000;

const newest = (): number => Math.max(0, ...channels.value.map(({ id }) => lastId(logOf(id).value)));

/** How to move: minutes, or to the next event of the government shown. */
export type Move = { readonly advanceMinutes: number } | { readonly to: "next-event" };

/** Moves case time, waits for what follows from it, and says what happened on the way. Rejects with `Refused`. */
export const moveClock = async (move: Move): Promise<void> => {
  if (moving.value) return;
  moving.value = true;
  const since = newest();
  const before = now.value;
  try {
    const wanted = "to" in move ? { ...move, government: government.value } : move;
    setClock((await ask<{ readonly now: string }>("/clock", "POST", wanted)).now);
    await quiet();
    // The stream may be a moment behind the answer.
    await new Promise((resolve) => setTimeout(resolve, STREAM_MS));
    const stood = "to" in move && now.value - before < STOOD_MS && newest() === since;
    notice.value = stood
      ? { kind: "text", text: words.value.noEvent }
      : { kind: "travel", since, until: newest(), at: now.value };
  } finally {
    moving.value = false;
  }
};

const zone = (): string => world.value?.governments.find(({ id }) => id === government.value)?.zone ?? "UTC";
const speech = (): string => (locale.value === "id" ? "id-ID" : "en-GB");

const formats = {
  hour: { hour: "2-digit", minute: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short" },
} as const;

/** Kept: making one costs some hundred times its use, and scrolling uses many. */
const made = new Map<string, Intl.DateTimeFormat>();

const format = (at: number, kind: keyof typeof formats): string => {
  const [language, timeZone] = [speech(), zone()];
  const key = `${language} ${timeZone} ${kind}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(language, { timeZone, ...formats[kind] });
  made.set(key, known);
  return known.format(at);
};

/** Hour and minute where the government is. */
export const hourOf = (at: number): string => format(at, "hour");

/** Weekday and date where the government is. */
export const dayOf = (at: number): string => format(at, "day").replaceAll(",", "");
