import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { DELIVERY_OUTCOMES, type DeliveryOutcome } from "../outbox/attempt-parts.js";
import { createDatabaseGauges } from "./gauges.js";
import type { Snapshot } from "./snapshot.js";

/** A platform account as this process sees it, from memory. */
export interface WatchedAccount {
  readonly platform: string;
  /** Whether this process reads and sends for it. */
  owned(): boolean;
  /** Whether its adapter is connected. */
  online(): boolean;
  /** Whether the platform refuses its credentials, so that nothing is sent. */
  refused(): boolean;
}

/** What a process tells of itself, in the text format of Prometheus. */
export interface Metrics {
  readonly contentType: string;
  /** Shows the account from now on. */
  watch(account: WatchedAccount): void;
  /** Counts what became of a message of this platform that this process settled. */
  count(platform: string, outcome: DeliveryOutcome): void;
  /** One scrape. Never rejects for the database's sake: without it `tanggap_database_up` is 0 and its figures are missing. */
  text(): Promise<string>;
}

const createAccountGauges = (registry: Registry) => {
  const gauge = (name: string, help: string) =>
    new Gauge({ name, help, labelNames: ["platform"], registers: [registry] });
  return {
    owned: gauge("tanggap_account_owned", "1 where this process reads and sends for the platform account, else 0"),
    online: gauge("tanggap_account_online", "1 while the platform account is connected, else 0"),
    refused: gauge("tanggap_account_refused", "1 while the platform refuses the account's credentials, else 0"),
  };
};

/**
 * Metrics in a registry of their own. Counters are of this process alone and begin at 0 with it, so that the sum over
 * processes is true; what the database knows is a gauge that every process shows alike. No label is personal or without
 * bound.
 */
export const createMetrics = (snapshot: () => Promise<Snapshot | undefined>): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const accounts: WatchedAccount[] = [];
  const gauges = createAccountGauges(registry);
  const database = createDatabaseGauges(registry);
  const deliveries = new Counter({
    name: "tanggap_deliveries_total",
    help: "Messages this process settled, by platform and outcome",
    labelNames: ["platform", "outcome"],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    watch(account) {
      accounts.push(account);
      for (const outcome of DELIVERY_OUTCOMES) deliveries.inc({ platform: account.platform, outcome }, 0);
    },
    count: (platform, outcome) => deliveries.inc({ platform, outcome }),
    async text() {
      const found = await snapshot();
      database.show(
        found,
        accounts.map(({ platform }) => platform),
      );
      for (const { platform, owned, online, refused } of accounts) {
        gauges.owned.set({ platform }, owned() ? 1 : 0);
        gauges.online.set({ platform }, online() ? 1 : 0);
        gauges.refused.set({ platform }, refused() ? 1 : 0);
      }
      return registry.metrics();
    },
  };
};
