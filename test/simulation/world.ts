import type { Appointment, Directory } from "../../src/domain/registry/model.js";
import type { InboxStore } from "../../src/infra/inbox/store.js";
import { endMemoryAccounts } from "../../src/infra/memory/memory-account-ends.js";
import { createMemoryInbox } from "../../src/infra/memory/memory-inbox.js";
import { createMemoryOutbox } from "../../src/infra/memory/memory-outbox.js";
import { sealMemoryHistory } from "../../src/infra/memory/memory-sealer.js";
import { createMemoryStore, type MemoryStore } from "../../src/infra/memory/memory-store.js";
import { sweepMemoryPings } from "../../src/infra/memory/memory-sweep.js";
import type { OutboxStore } from "../../src/infra/outbox/store.js";
import type { ChatAdapter } from "../../src/ports/chat/adapter.js";
import { exampleDirectory, type GovernmentId } from "../support/example-directory.js";
import { fakeCapabilities } from "../support/fake-adapter.js";
import { openNoFile } from "../support/no-files.js";
import { createClock, type SimulatedClock } from "./clock.js";
import { createGates, type Gates } from "./gates.js";
import { createInvariants, type Invariants } from "./invariants/all.js";
import { createPlatform, type Platform } from "./platform.js";
import type { Random } from "./random.js";
import { createWatch, type Watch } from "./watch.js";

/** How rough a run is, by what its seed says. All rates are zero while it comes to rest. */
export interface Weather {
  faultRate: number;
  awayRate: number;
  crashRate: number;
}

/** Everything there is in a run. */
export interface World {
  readonly random: Random;
  readonly clock: SimulatedClock;
  readonly gates: Gates;
  readonly watch: Watch;
  readonly platform: Platform;
  readonly adapter: ChatAdapter;
  readonly store: MemoryStore;
  readonly inbox: InboxStore;
  readonly outbox: OutboxStore;
  readonly invariants: Invariants;
  readonly weather: Weather;
  readonly ids: () => string;
  sweep(): void;
  seal(): void;
}

/** What a planted bug changes. */
export type Sabotage = (world: World) => Partial<World>;

const DEDUPE_MS = 120_000;
export const GOVERNMENTS: readonly GovernmentId[] = ["kobar", "klaten", "jabar"];

/** Somebody who is an official for three days instead of another. */
const actingFor = (random: Random, appointments: readonly Appointment[]): readonly Appointment[] => {
  const official = random.pick(appointments.filter(({ role }) => role === "official"));
  const other = random.pick(appointments)?.personId;
  if (!official || other === undefined || other === official.personId) return [];
  return [
    {
      ...official,
      id: "appointment-acting",
      personId: other,
      acting: { kind: "plh", insteadOf: official.personId },
      validFrom: new Date(Date.UTC(2026, 2, 2, 5)),
      validUntil: new Date(Date.UTC(2026, 2, 5, 5)),
    },
  ];
};

/** The government with settings, SOPs and people of chance. */
const directoryOf = (random: Random, id: GovernmentId): Directory =>
  exampleDirectory(id, (directory) => {
    const { government, agencies, channels, people, appointments } = directory;
    const quiet = random.pick([
      { from: "21:00", to: "06:00" },
      { from: "18:30", to: "07:15" },
      { from: "00:00", to: "00:00" },
    ] as const);
    const remindBeforeMinutes = random.pick([[720, 180, 60], [60], [1_200, 45, 30, 15]] as const);
    const deaf = random.chance(0.3) ? random.pick(channels)?.id : undefined;
    const sop = {
      id: "sop",
      number: "9/2026",
      issuer: "Kepala",
      ...(id === "klaten" ? {} : { agencyId: random.pick(agencies)?.id ?? "" }),
      ...(random.chance(0.7) ? { deadlineHours: random.between(2, 36) } : {}),
      gates: random.chance(0.5) ? { available: "approve" as const, forwarded: "report" as const } : {},
    };
    const shared = random.chance(0.2) ? random.pick(people)?.id : undefined;
    const ending = random.chance(0.3) ? random.pick(appointments)?.id : undefined;
    return {
      ...directory,
      government: {
        ...government,
        settings: {
          ...government.settings,
          quiet: quiet ?? government.settings.quiet,
          remindBeforeMinutes: remindBeforeMinutes ?? [60],
          reportNeedsAcknowledgement: random.chance(0.4),
        },
      },
      channels: channels.filter((each) => each.id !== deaf),
      people: people.map((each) => (each.id === shared ? { ...each, shared: true } : each)),
      appointments: [
        ...appointments.map((each) =>
          each.id === ending ? { ...each, validUntil: new Date(Date.UTC(2026, 2, 3, 5)) } : each,
        ),
        ...(random.chance(0.4) ? actingFor(random, appointments) : []),
      ],
      sops: random.chance(0.5) ? [sop] : [],
    };
  });

const counter = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return count.toString(36).padStart(4, "0");
  };
};

const createBase = (random: Random) => {
  const clock = createClock();
  const watch = createWatch();
  const weather: Weather = { faultRate: 0, awayRate: 0, crashRate: 0 };
  const dedupeWindowMs = random.chance(0.5) ? DEDUPE_MS : 0;
  const store = createMemoryStore({
    directories: GOVERNMENTS.map((id) => directoryOf(random, id)),
    now: clock.caseNow,
    machineNow: clock.machineNow,
  });
  const platform = createPlatform({ random, clock, faultRate: () => weather.faultRate, dedupeWindowMs });
  return { random, clock, watch, weather, store, platform, dedupeWindowMs };
};

/** A world in which nothing has happened yet. */
export const createWorld = (random: Random, sabotage: Sabotage = () => ({})): World => {
  const { clock, watch, weather, store, platform, dedupeWindowMs } = createBase(random);
  const { tables } = store;
  const ids = counter();
  const invariants = createInvariants({ tables, clock, platform, watch });
  const world: World = {
    random,
    clock,
    watch,
    weather,
    store,
    platform,
    ids,
    invariants,
    gates: createGates(random, clock.nowMs, () => weather.awayRate),
    inbox: createMemoryInbox(tables, clock, ids),
    outbox: createMemoryOutbox(tables, "simulator", { dedupeWindowMs }, clock, ids),
    adapter: {
      platform: "simulator",
      capabilities: {
        ...fakeCapabilities,
        dedupe: dedupeWindowMs === 0 ? "none" : { by: "nonce", windowMs: dedupeWindowMs },
      },
      start: async () => {},
      stop: async () => {},
      openFile: openNoFile,
      health: () => ({ state: "online", since: new Date(0) }),
      deliver: async () => ({}),
    },
    sweep() {
      sweepMemoryPings(tables, clock);
      endMemoryAccounts(tables, clock);
    },
    seal: () => void sealMemoryHistory(tables),
  };
  return { ...world, ...sabotage(world) };
};
