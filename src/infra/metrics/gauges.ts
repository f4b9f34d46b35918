import { Gauge, type Registry } from "prom-client";
import { INBOX_STATES, OUTBOX_STATES, type Snapshot } from "./snapshot.js";

/** What the database answers, as gauges of the whole installation: every process shows the same. */
export interface DatabaseGauges {
  /** Without a snapshot only that the database did not answer is shown: no old figure stands for a new one. */
  show(snapshot: Snapshot | undefined, platforms: readonly string[]): void;
}

const createGauges = (registers: readonly Registry[]) => {
  const gauge = <const L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [...registers] });
  return {
    up: gauge("tanggap_database_up", "1 when the database answered this scrape, else 0"),
    inbox: gauge("tanggap_inbox_events", "Events that are not finished, by state; parked ones wait for a person", [
      "state",
    ]),
    inboxOldest: gauge("tanggap_inbox_oldest_seconds", "Age of the oldest event that is not finished or parked"),
    outbox: gauge("tanggap_outbox_messages", "Messages not sent yet, by platform and state", ["platform", "state"]),
    outboxOldest: gauge("tanggap_outbox_oldest_seconds", "Age of the oldest message that is next in its conversation", [
      "platform",
    ]),
    overdue: gauge("tanggap_forwards_overdue", "Forwarded questions without an answer past their deadline"),
    ambiguous: gauge("tanggap_outbox_ambiguous_messages", "Messages of all times that may have arrived twice"),
  };
};

/** Registers the gauges; they show nothing before `show`. */
export const createDatabaseGauges = (registry: Registry): DatabaseGauges => {
  const { up, ...ofSnapshot } = createGauges([registry]);
  const { inbox, inboxOldest, outbox, outboxOldest, overdue, ambiguous } = ofSnapshot;
  const hide = (): void => {
    for (const labelled of [inbox, outbox, outboxOldest]) labelled.reset();
    for (const single of [inboxOldest, overdue, ambiguous]) single.remove();
  };
  const showOutbox = (snapshot: Snapshot, platforms: readonly string[]): void => {
    const found = [...platforms, ...snapshot.outbox.map(({ platform }) => platform)];
    for (const platform of new Set(found)) {
      for (const state of OUTBOX_STATES) outbox.set({ platform, state }, 0);
      outboxOldest.set({ platform }, snapshot.outboxOldestSeconds[platform] ?? 0);
    }
    for (const { platform, state, messages } of snapshot.outbox) outbox.set({ platform, state }, messages);
  };
  return {
    show(snapshot, platforms) {
      hide();
      up.set(snapshot === undefined ? 0 : 1);
      if (snapshot === undefined) return;
      for (const state of INBOX_STATES) inbox.set({ state }, snapshot.inbox[state] ?? 0);
      inboxOldest.set(snapshot.inboxOldestSeconds);
      showOutbox(snapshot, platforms);
      overdue.set(snapshot.overdueForwards);
      ambiguous.set(snapshot.ambiguousMessages);
    },
  };
};
