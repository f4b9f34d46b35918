import { KEEPS_ITS_TURN_MS } from "../../../src/infra/outbox/claim.js";
import type { Entry } from "../platform/protocol.js";
import type { SentRow } from "./sent-rows.js";

/** No change takes longer to be written: its statement is ended after 30 s. */
const LONGEST_WRITE_MS = 35_000;
/** Columns hold whole milliseconds, rounded. */
const ROUNDING_MS = 2;

/**
 * Whether `row` was certainly there when `other` was first tried: it had been tried already, or it was written by the same
 * change or an earlier one of the same lane of the inbox, or so long ago that the change which wrote it must have ended.
 * Two changes that are written side by side are in no order.
 */
const wasThere = (row: SentRow, other: SentRow): boolean => {
  if (other.triedMs === null) return false;
  const triedBefore = row.triedMs !== null && row.triedMs < other.triedMs;
  const writtenBefore = row.cause === other.cause && BigInt(row.id) < BigInt(other.id);
  return triedBefore || writtenBefore || row.writtenMs + LONGEST_WRITE_MS < other.triedMs;
};

/** A row that has been retried for a minute lets others pass, see `src/infra/outbox/claim.ts`. */
const letsPass = (row: SentRow, other: SentRow): boolean =>
  row.triedMs !== null && other.triedMs !== null && row.triedMs + KEEPS_ITS_TURN_MS - ROUNDING_MS <= other.triedMs;

/**
 * Of two sent rows of a chat the one with the lower place (`seq`) must be accepted by the platform first, unless
 *
 * - it was not there yet when the other was first tried, or not for certain (see `wasThere`);
 * - it was first tried a minute or longer before the other was: then the other may pass it.
 *
 * Counted is what the platform accepted first of each row, post or edit. A row that replaced older ones stands at the place
 * of the first of them, and is compared there; those it replaced were not sent and are not compared. `claimed`: the rows
 * by the key each went out under.
 */
export function outOfOrder(claimed: ReadonlyMap<string, SentRow>, journal: readonly Entry[]): readonly string[] {
  const chats = new Map<string, SentRow[]>();
  for (const key of new Set(journal.map((entry) => entry.key))) {
    const row = claimed.get(key);
    if (row) chats.set(row.lane, [...(chats.get(row.lane) ?? []), row]);
  }
  return [...chats.values()].flatMap((rows) =>
    rows.flatMap((row, place) =>
      rows
        .slice(0, place)
        .filter((other) => row.seq < other.seq && wasThere(row, other) && !letsPass(row, other))
        .map((other) => `row ${other.id} (${other.kind}) passed row ${row.id} (${row.kind}) in ${row.channel}`),
    ),
  );
}
