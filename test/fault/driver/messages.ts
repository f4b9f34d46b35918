import type { Entry } from "../platform/protocol.js";
import type { Finding } from "./finding.js";

/** A row of the outbox as far as the comparison goes. */
export interface SentRow {
  readonly id: string;
  readonly governmentId: string;
  readonly cardKey: string | null;
  readonly channel: string;
  readonly state: string;
  readonly ambiguous: boolean;
  readonly kind: string;
}

const isFinal = (state: string): boolean => ["sent", "superseded", "dropped", "dead"].includes(state);

/** The keys a row may have gone out under: its own, the one of its card's first post, that of drawing the card again after it. */
const ownKey = (row: SentRow): string => `outbox:${row.id}`;
const cardKey = (row: SentRow): string => `card:${row.governmentId}:${row.cardKey}`;
const redrawKey = (row: SentRow): string => `outbox:${row.id}:redraw`;

/**
 * Compares the outbox rows of a stretch of work with what the platform accepted meanwhile. An edit that is repeated is
 * no double: nobody sees it.
 */
export function compareMessages(
  rows: readonly SentRow[],
  journal: readonly Entry[],
): Pick<Finding, "lost" | "doubled" | "wrong"> {
  const byKey = new Map<string, Entry[]>();
  for (const entry of journal) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
  const claimed = new Map<string, SentRow>();
  const lost: string[] = [];
  for (const row of rows) {
    if (!isFinal(row.state)) lost.push(`row ${row.id} (${row.kind}) is ${row.state}`);
    if (row.state !== "sent") continue;
    const key = byKey.has(ownKey(row)) ? ownKey(row) : cardKey(row);
    if (!byKey.has(key) || claimed.has(key)) lost.push(`row ${row.id} (${row.kind}) is sent and not in the journal`);
    else claimed.set(key, row);
  }
  const known = new Set(rows.flatMap((row) => [ownKey(row), cardKey(row), redrawKey(row)]));
  const wrong = [...byKey.keys()].filter((key) => !known.has(key)).map((key) => `${key} was sent and has no row`);
  const redrawn = new Set(rows.map(redrawKey));
  for (const { key, op } of journal) if (redrawn.has(key) && op !== "edit") wrong.push(`${key} is no edit`);
  const doubled = [...byKey].flatMap(([key, entries]) => {
    const posts = entries.filter(({ op, recognised }) => op === "post" && !recognised);
    const row = claimed.get(key) ?? rows.find((one) => ownKey(one) === key || cardKey(one) === key);
    const once = { row: key, chat: posts[0]?.chat ?? "", marked: row?.ambiguous === true };
    return posts.slice(1).map(() => once);
  });
  return { lost, doubled, wrong };
}
