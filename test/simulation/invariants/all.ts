import type { Case } from "../../../src/domain/inquiry/model.js";
import type { Proposal } from "../../../src/domain/proposal/model.js";
import { keyOf, type MemoryTables } from "../../../src/infra/memory/memory-tables.js";
import type { MessageContent } from "../../../src/ports/message-content.js";
import type { Composed } from "../../../src/ports/protocol.js";
import type { Changes } from "../../../src/ports/store.js";
import type { SimulatedClock } from "../clock.js";
import type { Platform } from "../platform.js";
import type { Watch } from "../watch.js";
import { createContentWatch } from "./contents.js";
import { createDeliveryWatch, type DeliveryWatch } from "./deliveries.js";
import { type BeforeCommit, createEffectWatch, type EffectWatch } from "./effects.js";
import { createGateWatch } from "./gates.js";
import { createHandWatch, type HandWatch } from "./hands.js";
import { createHistoryWatch, type HistoryWatch } from "./history.js";
import { createPingWatch, type PingWatch } from "./pings.js";

interface Before extends BeforeCommit {
  readonly inquiry: Case | undefined;
  readonly proposal: Proposal | undefined;
}

/** Everything that has to hold, looked at where it could break. */
export interface Invariants {
  readonly deliveries: DeliveryWatch;
  readonly hands: HandWatch;
  readonly history: HistoryWatch;
  readonly pings: PingWatch;
  beforeCommit(changes: Changes): Before;
  committed(changes: Changes, before: Before): void;
  readonly finished: EffectWatch["finished"];
  readonly acknowledged: EffectWatch["acknowledged"];
  composed(content: MessageContent, composed: Composed | "drop"): void;
  dropped(rowId: string): void;
  /** Nothing is left to do: all of it has to be right. */
  quiet(): void;
}

interface Parts {
  readonly tables: MemoryTables;
  readonly clock: SimulatedClock;
  readonly platform: Platform;
  readonly watch: Watch;
}

/** Looks on, and hears of everything the platform takes. */
export const createInvariants = ({ tables, clock, platform, watch }: Parts): Invariants => {
  const effects = createEffectWatch(tables, watch);
  const deliveries = createDeliveryWatch(tables, clock, platform, watch);
  const pings = createPingWatch(tables, clock, watch);
  const history = createHistoryWatch(tables, watch);
  const commandOfToken = (governmentId: string, token: string) =>
    tables.actions.get(keyOf(governmentId, token))?.command;
  const gates = createGateWatch(watch, commandOfToken);
  const contents = createContentWatch(watch, commandOfToken);
  /** People mark what they write with their government: nobody else may ever read it. */
  const checkSecrecy = (workspace: string, text: string): void => {
    for (const id of tables.directories.keys())
      if (id !== workspace) watch.demand(!text.includes(`${id}#`), `words of ${id} were shown in ${workspace}`);
  };
  platform.onTaken = (attempt, repeated) => {
    const { row, delivery } = attempt;
    deliveries.taken(attempt, repeated);
    if (row.content.kind === "approval-card") gates.reported(row.content.answerId);
    if (delivery.op.kind === "post" || delivery.op.kind === "edit")
      checkSecrecy(row.to.workspace, JSON.stringify(delivery.op.message));
  };
  return {
    deliveries,
    hands: createHandWatch(watch),
    history,
    pings,
    beforeCommit: (changes) => ({
      ...effects.beforeCommit(changes),
      inquiry: changes.case && tables.cases.get(changes.case.next.id)?.inquiry,
      proposal: changes.proposal && tables.proposals.get(changes.proposal.next.id)?.proposal,
    }),
    committed(changes, before) {
      effects.committed(changes, before);
      const directory = tables.directories.get(changes.governmentId);
      const content = changes.proposal && tables.proposals.get(changes.proposal.next.id)?.proposal;
      if (directory && content) contents.changed(directory, before.proposal, content, before.row?.payload ?? null);
      const after = changes.case && tables.cases.get(changes.case.next.id)?.inquiry;
      if (!directory || !after) return;
      watch.demand(after.version === (before.inquiry?.version ?? 0) + 1, `${after.code}: a version was skipped`);
      gates.changed(directory, before.inquiry, after, before.row?.payload ?? null);
      pings.changed(directory, before.inquiry, after);
    },
    finished: effects.finished,
    acknowledged: effects.acknowledged,
    composed: pings.composed,
    dropped(rowId) {
      const row = tables.outbox[Number(rowId) - 1];
      if (row?.error === "its reason is gone") pings.dropped(row.content);
    },
    quiet() {
      effects.quiet();
      deliveries.quiet();
      pings.quiet();
      history.quiet();
    },
  };
};
