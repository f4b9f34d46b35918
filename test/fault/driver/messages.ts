import type { Entry } from "../platform/protocol.js";
import { doublesUnderOneKey, doublesUnderTwoKeys } from "./doubles.js";
import type { Finding } from "./finding.js";
import { outOfOrder } from "./order.js";
import { cardKey, ownKey, redrawKey, type SentRow } from "./sent-rows.js";

const isFinal = (state: string): boolean => ["sent", "superseded", "dropped", "dead"].includes(state);

/** The key each sent row went out under: its own, or that of its card's first post when nobody else has it. */
function claimKeys(rows: readonly SentRow[], sent: ReadonlySet<string>) {
  const claimed = new Map<string, SentRow>();
  const lost: string[] = [];
  for (const row of rows) {
    if (!isFinal(row.state)) lost.push(`row ${row.id} (${row.kind}) is ${row.state}`);
    if (row.state !== "sent") continue;
    const key = sent.has(ownKey(row)) ? ownKey(row) : cardKey(row);
    if (!sent.has(key) || claimed.has(key)) lost.push(`row ${row.id} (${row.kind}) is sent and not in the journal`);
    else claimed.set(key, row);
  }
  return { claimed, lost };
}

/**
 * Compares the outbox rows of a stretch of work with what the platform accepted meanwhile. An edit that is repeated is
 * no double: nobody sees it.
 */
export function compareMessages(
  rows: readonly SentRow[],
  journal: readonly Entry[],
): Pick<Finding, "lost" | "doubled" | "wrong"> {
  const sent = new Set(journal.map(({ key }) => key));
  const { claimed, lost } = claimKeys(rows, sent);
  const known = new Set(rows.flatMap((row) => [ownKey(row), cardKey(row), redrawKey(row)]));
  const wrong = [...sent].filter((key) => !known.has(key)).map((key) => `${key} was sent and has no row`);
  const redrawn = new Set(rows.map(redrawKey));
  for (const { key, op } of journal) if (redrawn.has(key) && op !== "edit") wrong.push(`${key} is no edit`);
  wrong.push(...outOfOrder(claimed, journal));
  return {
    lost,
    doubled: [...doublesUnderOneKey(rows, claimed, journal), ...doublesUnderTwoKeys(rows, journal)],
    wrong,
  };
}
