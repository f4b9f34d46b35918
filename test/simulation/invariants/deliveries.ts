import { keyOf, type MemoryOutboxRow, type MemoryTables } from "../../../src/infra/memory/memory-tables.js";
import { KEEPS_ITS_TURN_MS } from "../../../src/infra/outbox/claim.js";
import { laneOf, type OutboxRow } from "../../../src/infra/outbox/row.js";
import type { SimulatedClock } from "../clock.js";
import type { Attempt, Platform } from "../platform.js";
import type { Watch } from "../watch.js";

export interface DeliveryWatch {
  claimed(row: OutboxRow): void;
  /** Something is about to become visible. */
  taken(attempt: Attempt, repeated: boolean): void;
  quiet(): void;
  readonly messages: () => number;
  readonly doubled: () => number;
}

/** A row without its words, for whoever has to find out what happened. */
const brief = ({ content: _, duties, ...row }: MemoryOutboxRow) => ({ ...row, duties: duties.length });

const isOpen = ({ state }: MemoryOutboxRow): boolean => state === "pending" || state === "sending";

export const createDeliveryWatch = (
  tables: MemoryTables,
  clock: SimulatedClock,
  platform: Platform,
  watch: Watch,
): DeliveryWatch => {
  const copies = new Map<string, number>();
  /** Earlier rows of the lane which backed off for long, or were still at its old address, when the row was claimed. */
  const passed = new Map<number, ReadonlySet<number>>();
  let messages = 0;
  let doubled = 0;

  const rowOf = ({ row }: Attempt): MemoryOutboxRow | undefined => tables.outbox[Number(row.id) - 1];
  const mayPass = ({ notBefore, firstAttemptAt }: MemoryOutboxRow): boolean =>
    notBefore.getTime() > clock.nowMs() &&
    firstAttemptAt !== undefined &&
    firstAttemptAt.getTime() < clock.nowMs() - KEEPS_ITS_TURN_MS;
  const rowsOf = (governmentId: string, key: string) =>
    tables.outbox.filter((each) => each.governmentId === governmentId && each.card?.key === key).map(brief);
  const earlierThan = (row: MemoryOutboxRow): readonly MemoryOutboxRow[] =>
    tables.outbox.filter((each) => each.seq < row.seq && isOpen(each) && laneOf(each.to) === laneOf(row.to));
  /** Written to the address a chat had before it moved, and not moved after it yet. */
  const leftBehind = (row: MemoryOutboxRow): readonly MemoryOutboxRow[] => {
    const lane = laneOf(row.to);
    return tables.outbox.filter(
      (each) =>
        each.seq < row.seq && isOpen(each) && laneOf(each.to) !== lane && laneOf(platform.placeOf(each.to)) === lane,
    );
  };
  const outOfTurn = (row: MemoryOutboxRow, first: MemoryOutboxRow | undefined): void =>
    watch.demand(
      first === undefined,
      () => `row ${row.id} went before row ${first?.id} of its lane: ${JSON.stringify([row, first && brief(first)])}`,
    );
  /** What was rightly passed when the row was claimed may have become due meanwhile. */
  const checkOrder = (row: MemoryOutboxRow): void =>
    outOfTurn(
      row,
      earlierThan(row).find(({ id }) => !passed.get(row.id)?.has(id)),
    );
  const checkCopies = (attempt: Attempt, row: MemoryOutboxRow): void => {
    const { id, governmentId, card, ambiguous } = row;
    const count = (copies.get(String(id)) ?? 0) + 1;
    copies.set(String(id), count);
    messages += 1;
    if (count > 1) doubled += 1;
    const reposts = card !== undefined && attempt.row.card?.posted === true;
    watch.demand(
      count === 1 || ambiguous || reposts,
      () =>
        `row ${id} was posted ${count} times and is not ambiguous: ${JSON.stringify({ row: brief(row), card: attempt.row.card, attempt: attempt.delivery.attempt, key: attempt.delivery.idempotencyKey })}`,
    );
    if (!card) return;
    const others = platform
      .messagesIn(laneOf(row.to))
      .filter((each) => each.cardKey === card.key && each.governmentId === governmentId && !each.deleted);
    const excused = tables.outbox.some(
      (each) => each.ambiguous && each.governmentId === governmentId && each.card?.key === card.key,
    );
    watch.demand(
      others.length === 0 || excused,
      () => `the card ${card.key} was posted though it is there: ${JSON.stringify(rowsOf(governmentId, card.key))}`,
    );
  };
  const checkDuties = (row: MemoryOutboxRow): void => {
    for (const duty of row.duties) {
      if (duty.kind === "selection") continue;
      const inquiry = tables.cases.get(duty.inquiryId)?.inquiry;
      const forward = duty.kind === "forward" && inquiry?.forwards.find(({ id }) => id === duty.forwardId);
      if (forward)
        watch.demand(forward.deliveredAt !== undefined, `forward ${forward.id}: no clock though it was delivered`);
      if (duty.kind === "report" && inquiry?.status === "reporting")
        watch.demand(inquiry.gate?.textId !== duty.answerId, `${inquiry.code}: no gate though it was reported`);
    }
  };
  const checkCard = (row: MemoryOutboxRow): void => {
    const { card, content } = row;
    if (!card || row.state === "dead" || row.state === "dropped") return;
    // Cards of a chat that moved are posted anew with the case's next change.
    if (platform.placeOf(row.to) !== row.to) return;
    const shown = tables.cards.get(keyOf(row.governmentId, card.key));
    const seen = shown && platform.message(shown.message);
    watch.demand(
      seen !== undefined && !seen.deleted && (seen.shownVersion ?? 0) >= card.version,
      () =>
        `the card ${card.key} shows version ${seen?.shownVersion} and not ${card.version}: ${JSON.stringify({ shown, seen: seen && { ...seen, text: "", buttons: [] }, rows: rowsOf(row.governmentId, card.key) })}`,
    );
    const inquiry = content.kind === "case-card" ? tables.cases.get(content.inquiryId)?.inquiry : undefined;
    if (inquiry)
      watch.demand(
        card.version === inquiry.version,
        `${card.key} was last drawn at ${card.version} of ${inquiry.version}`,
      );
  };
  return {
    claimed({ id, outcomeUnknown }) {
      const row = tables.outbox[Number(id) - 1];
      if (!row) return;
      const earlier = earlierThan(row);
      outOfTurn(
        row,
        // What is in doubt comes before all others.
        outcomeUnknown ? undefined : earlier.find((each) => !mayPass(each)),
      );
      passed.set(row.id, new Set([...earlier, ...leftBehind(row)].map(({ id }) => id)));
    },
    taken(attempt, repeated) {
      const row = rowOf(attempt);
      if (!row) return watch.demand(false, `the platform got a row that is not there: ${attempt.row.id}`);
      watch.demand(
        row.state === "sending" && row.leaseToken === attempt.row.leaseToken,
        `row ${row.id} was written by somebody who does not hold it`,
      );
      checkOrder(row);
      if (attempt.delivery.op.kind === "post" && !repeated) checkCopies(attempt, row);
    },
    quiet() {
      const newest = new Map<string, MemoryOutboxRow>();
      for (const row of tables.outbox) {
        watch.demand(!isOpen(row), `row ${row.id} is ${row.state} at rest`);
        if (row.state === "sent") checkDuties(row);
        if (row.card) newest.set(keyOf(row.governmentId, row.card.key), row);
      }
      for (const row of newest.values()) checkCard(row);
    },
    messages: () => messages,
    doubled: () => doubled,
  };
};
