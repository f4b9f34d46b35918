import type { Case, Forward } from "../../../src/domain/inquiry/model.js";
import type { ChannelPurpose, Directory } from "../../../src/domain/registry/model.js";
import { deadlineOf } from "../../../src/domain/time/deadline.js";
import { schedulePings } from "../../../src/domain/time/ping-schedule.js";
import { isQuiet } from "../../../src/domain/time/quiet-hours.js";
import type { MemoryPingRow, MemoryTables } from "../../../src/infra/memory/memory-tables.js";
import type { MessageContent } from "../../../src/ports/message-content.js";
import type { Composed } from "../../../src/ports/protocol.js";
import type { SimulatedClock } from "../clock.js";
import type { Watch } from "../watch.js";

const DAY_MINUTES = 1_440;

type Place = readonly [agencyId: string | undefined, purpose: ChannelPurpose];

/** Who hears of a stage, written down once more from docs/semantics.md: in no public place after the deadline. */
const placesOf = (directory: Directory, inquiry: Case, forward: Forward, stage: string): readonly Place[] => {
  const internal = forward.clock?.level === "internal-target";
  const reminds = stage.startsWith("before-");
  if (internal) return reminds || stage === "due" ? [[inquiry.agencyId, "work"]] : [];
  if (reminds) return [[forward.agencyId, "work"]];
  if (stage === "due")
    return [
      [forward.agencyId, "work"],
      [forward.agencyId, "approval"],
    ];
  const office = directory.appointments.find(({ role }) => role === "communications")?.agencyId;
  return [[stage === "head" ? forward.agencyId : office, "approval"]];
};

const hasChannel = ({ channels }: Directory, [agencyId, purpose]: Place): boolean =>
  channels.some((each) => each.agencyId === agencyId && each.purpose === purpose);

const nameOf = (stage: string, agencyId: string | undefined, purpose: string, dueAt: Date): string =>
  `${stage} ${agencyId} ${purpose} ${dueAt.toISOString()}`;

/** The pings a delivered forward has to have, computed from nothing but the law, the settings and its delivery. */
const expectedPings = (directory: Directory, inquiry: Case, forward: Forward): readonly string[] => {
  if (!forward.deliveredAt || !forward.clock) return [];
  const { settings, zone } = directory.government;
  return schedulePings({
    forwardedAt: forward.forwardedAt,
    deliveredAt: forward.deliveredAt,
    deadlineAt: deadlineOf(forward.deliveredAt, forward.clock.hours),
    zone,
    quiet: settings.quiet,
    remindBeforeMinutes: settings.remindBeforeMinutes,
    escalateEveryMinutes: DAY_MINUTES,
  })
    .flatMap(({ code, dueAt }) =>
      placesOf(directory, inquiry, forward, code)
        .filter((place) => hasChannel(directory, place))
        .map(([agencyId, purpose]) => nameOf(code, agencyId, purpose, dueAt)),
    )
    .sort();
};

/** What a sweep that begins now has to tell: `<forward> <stage> <channel>`. */
interface Sweep {
  readonly told: ReadonlySet<string>;
  readonly due: readonly MemoryPingRow[];
  readonly rows: number;
}

export interface PingWatch {
  changed(directory: Directory, before: Case | undefined, after: Case): void;
  beforeSweep(): Sweep;
  swept(before: Sweep): void;
  composed(content: MessageContent, composed: Composed | "drop"): void;
  dropped(content: MessageContent): void;
  quiet(): void;
  readonly told: () => number;
}

const RANK = ["due", "head", "communications"];

const isAfter = (a: MemoryPingRow, b: MemoryPingRow): boolean =>
  a.dueAt > b.dueAt || (a.dueAt.getTime() === b.dueAt.getTime() && RANK.indexOf(a.stage) > RANK.indexOf(b.stage));

export const createPingWatch = (tables: MemoryTables, clock: SimulatedClock, watch: Watch): PingWatch => {
  const told = new Set<string>();
  /** The version of content that is before the officials. */
  const waiting = (proposalId: string): string | undefined => {
    const proposal = tables.proposals.get(proposalId)?.proposal;
    return proposal?.status === "submitted" ? proposal.gate?.textId : undefined;
  };
  /** Content of another agency, which the communications office is told of only while it may decide. */
  const isElsewhere = (proposalId: string, agencyId: string): boolean => {
    const proposal = tables.proposals.get(proposalId)?.proposal;
    return proposal !== undefined && proposal.agencyId !== agencyId;
  };
  const isOpen = (inquiryId: string, forwardId: string): boolean => {
    const forward = tables.cases.get(inquiryId)?.inquiry.forwards.find(({ id }) => id === forwardId);
    const version = waiting(inquiryId);
    return forward?.status === "open" || (version !== undefined && version === forwardId);
  };
  const channelOf = ({ governmentId, agencyId, purpose }: MemoryPingRow): string | undefined =>
    tables.directories
      .get(governmentId)
      ?.channels.find((each) => each.agencyId === agencyId && each.purpose === purpose)?.nativeId;
  const pingsOf = (forwardId: string) => tables.pings.filter((ping) => ping.forwardId === forwardId);
  const checkSet = (directory: Directory, inquiry: Case, forward: Forward): void => {
    const stored = pingsOf(forward.id).map(({ stage, agencyId, purpose, dueAt }) =>
      nameOf(stage, agencyId, purpose, dueAt),
    );
    const expected = expectedPings(directory, inquiry, forward);
    watch.demand(
      JSON.stringify([...stored].sort()) === JSON.stringify(expected),
      `${inquiry.code}: pings are ${stored.join(", ")} and not ${expected.join(", ")}`,
    );
    const { quiet } = directory.government.settings;
    for (const { dueAt, stage } of pingsOf(forward.id))
      watch.demand(!isQuiet(dueAt, quiet, directory.government.zone), `${inquiry.code}: ${stage} in quiet hours`);
  };
  const checkForward = (directory: Directory, before: Case | undefined, after: Case, forward: Forward): void => {
    const was = before?.forwards.find(({ id }) => id === forward.id);
    if (forward.status === "open") {
      if (forward.deliveredAt && !was?.deliveredAt) checkSet(directory, after, forward);
      return;
    }
    watch.demand(
      pingsOf(forward.id).every(({ takenAt }) => takenAt !== undefined),
      `${after.code}: a ping of an ended forward is still to come`,
    );
  };
  const toTell = (due: readonly MemoryPingRow[]): ReadonlySet<string> => {
    const open = due.filter((ping) => isOpen(ping.inquiryId, ping.forwardId) && channelOf(ping) !== undefined);
    const latest = open.filter((ping) =>
      open.every(
        (other) =>
          other === ping ||
          other.forwardId !== ping.forwardId ||
          channelOf(other) !== channelOf(ping) ||
          isAfter(ping, other),
      ),
    );
    return new Set(latest.map((ping) => `${ping.forwardId} ${ping.stage} ${channelOf(ping)}`));
  };
  const writtenSince = (rows: number): readonly string[] =>
    tables.outbox
      .slice(rows)
      .flatMap(({ content, to }) =>
        content.kind === "pings"
          ? content.items.map(({ forwardId, stage }) => `${forwardId} ${stage} ${to.channel}`)
          : [],
      );
  return {
    told: () => told.size,
    changed(directory, before, after) {
      for (const forward of after.forwards) checkForward(directory, before, after, forward);
    },
    beforeSweep() {
      const due = tables.pings.filter(
        ({ takenAt, dueAt, governmentId }) => !takenAt && dueAt <= clock.caseNow(governmentId),
      );
      return { due, told: toTell(due), rows: tables.outbox.length };
    },
    swept(before) {
      const written = writtenSince(before.rows);
      for (const item of written) {
        watch.demand(!told.has(item), `told twice: ${item}`);
        watch.demand(before.told.has(item), `told though it was not due, not open or not the latest: ${item}`);
        told.add(item);
      }
      watch.demand(written.length === before.told.size, `the sweep left out one of ${[...before.told].join(", ")}`);
    },
    composed(content, composed) {
      if (content.kind !== "pings") return;
      const open = content.items.filter(({ inquiryId, forwardId }) => isOpen(inquiryId, forwardId));
      const sure = open.filter(({ inquiryId }) => !isElsewhere(inquiryId, content.agencyId));
      const sentences = composed === "drop" ? 0 : composed.message.blocks.filter(({ kind }) => kind === "text").length;
      watch.demand(
        sure.length <= sentences && sentences <= open.length,
        `a ping message says ${sentences} of ${open.length} open forwards`,
      );
    },
    dropped(content) {
      if (content.kind !== "pings") return;
      for (const { inquiryId, forwardId, stage } of content.items)
        watch.demand(
          !isOpen(inquiryId, forwardId) || isElsewhere(inquiryId, content.agencyId),
          `${stage} of the open forward ${forwardId} was dropped`,
        );
    },
    quiet() {
      for (const { dueAt, takenAt, governmentId, stage, forwardId } of tables.pings)
        if (!takenAt && dueAt <= clock.caseNow(governmentId))
          watch.demand(false, `${stage} of ${forwardId} was due ${dueAt.toISOString()} and nobody took it`);
      for (const { inquiry, governmentId } of tables.cases.values()) {
        const directory = tables.directories.get(governmentId);
        for (const forward of inquiry.forwards)
          if (directory && forward.status === "open" && forward.deliveredAt) checkSet(directory, inquiry, forward);
      }
    },
  };
};
