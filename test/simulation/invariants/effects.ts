import type { MemoryInboxRow, MemoryTables } from "../../../src/infra/memory/memory-tables.js";
import type { ConversationRef } from "../../../src/ports/chat/refs.js";
import type { Changes } from "../../../src/ports/store.js";
import type { Watch } from "../watch.js";

/** What a commit is compared with. */
export interface BeforeCommit {
  readonly row: MemoryInboxRow | undefined;
  readonly outbox: number;
  readonly history: number;
}

export interface EffectWatch {
  beforeCommit(changes: Changes): BeforeCommit;
  committed(changes: Changes, before: BeforeCommit): void;
  finished(inboxId: string): void;
  /** The platform was told that its event is safe. */
  acknowledged(platform: string, eventId: string): void;
  quiet(): void;
}

export const createEffectWatch = (tables: MemoryTables, watch: Watch): EffectWatch => {
  const effects = new Set<string>();
  const acknowledged = new Set<string>();

  const checkTurn = (inboxId: string): void => {
    const lane = tables.inbox.get(inboxId)?.lane;
    for (const [id, row] of tables.inbox) {
      if (id === inboxId) return;
      if (row.lane === lane && (row.state === "pending" || row.state === "running"))
        watch.demand(false, `event ${inboxId} was handled before ${id} of ${lane}`);
    }
  };
  const ended = (inboxId: string): void => {
    watch.demand(!effects.has(inboxId), `event ${inboxId} had its effect twice`);
    effects.add(inboxId);
    checkTurn(inboxId);
  };
  const isBound = ({ platform, workspace, channel }: ConversationRef): boolean =>
    [...tables.directories.values()].some(({ channels }) =>
      channels.some((each) => each.platform === platform && each.workspace === workspace && each.nativeId === channel),
    );
  /** Whether whoever asks in a chat nobody bound is only told so, by the government that answers for all of them. */
  const isHosted = ({ case: inquiry, proposal, registry }: Changes, { row }: BeforeCommit): boolean =>
    row?.payload?.type === "chat" && !isBound(row.payload.event.conversation) && !inquiry && !proposal && !registry;
  /** Nothing a commit of one government writes belongs to another. */
  const checkGovernment = (changes: Changes, before: BeforeCommit): void => {
    const { governmentId, cause } = changes;
    const { payload } = before.row ?? {};
    const home = payload?.type === "chat" ? payload.event.conversation.workspace : payload?.governmentId;
    const isOwn = home === governmentId || isHosted(changes, before);
    watch.demand(isOwn, `event ${cause.inboxId} of ${home} changed ${governmentId}`);
    for (const row of tables.outbox.slice(before.outbox))
      watch.demand(
        row.governmentId === governmentId && row.to.workspace === home,
        `${governmentId} wrote to ${row.to.workspace}`,
      );
    for (const row of tables.history.slice(before.history)) {
      watch.demand(row.governmentId === governmentId, `${governmentId} wrote history of ${row.governmentId}`);
      watch.demand(
        row.actor === undefined || row.actor.startsWith(governmentId),
        `${row.actor} acted in ${governmentId}`,
      );
    }
  };
  return {
    beforeCommit: ({ cause }) => ({
      row: tables.inbox.get(cause.inboxId),
      outbox: tables.outbox.length,
      history: tables.history.length,
    }),
    committed(changes, before) {
      const { cause } = changes;
      watch.demand(
        before.row?.state === "running" && before.row.leaseToken === cause.leaseToken,
        `event ${cause.inboxId} was committed by somebody who does not hold it`,
      );
      ended(cause.inboxId);
      checkGovernment(changes, before);
    },
    finished: ended,
    acknowledged: (platform, eventId) => void acknowledged.add(`${platform} ${eventId}`),
    quiet() {
      const known = new Set<string>();
      for (const [id, { platform, eventId, state, error }] of tables.inbox) {
        const name = `${platform} ${eventId}`;
        watch.demand(!known.has(name), `the event ${name} is there twice`);
        known.add(name);
        watch.demand(state === "done", `event ${id} is ${state} at rest: ${error}`);
        watch.demand(effects.has(id), `event ${id} is done without having been handled`);
      }
      for (const name of acknowledged) watch.demand(known.has(name), `the acknowledged event ${name} is lost`);
    },
  };
};
