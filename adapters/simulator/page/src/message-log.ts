import type { Message } from "./types.js";

/** Messages of one channel, oldest first. Ids are whole numbers in the order of posting. */
export type Log = readonly Message[];

const positionOf = (log: Log, id: number): number => {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(log[middle]?.id) < id) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The log with the message in its place: new, or instead of its former state. */
export const withMessage = (log: Log, message: Message): Log => {
  const at = positionOf(log, Number(message.id));
  return log.toSpliced(at, log[at]?.id === message.id ? 1 : 0, message);
};

/** The message of this id. */
export const messageOf = (log: Log, id: string | null): Message | undefined => {
  if (id === null) return undefined;
  const found = log[positionOf(log, Number(id))];
  return found?.id === id ? found : undefined;
};

/**
 * A fresh listing joined with what the stream said since it was asked for: `newer` tells the ids the stream knows better.
 * What the listing lacks and the stream did not bring meanwhile was removed.
 */
export const merged = (listing: Log, known: Log, newer: (id: string) => boolean): Log =>
  known.filter(({ id }) => newer(id)).reduce(withMessage, listing);

/** Number of the last message, 0 for none. */
export const lastId = (log: Log): number => Number(log.at(-1)?.id ?? 0);
