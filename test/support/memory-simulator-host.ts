import type { Locale } from "../../src/ports/chat/refs.js";
import {
  maxAddedPerGovernment,
  type SimulatorAddition,
  type SimulatorHost,
  type SimulatorMessage,
  type SimulatorMessages,
  type SimulatorWorld,
} from "../../src/ports/simulator-host.js";
import { createMemoryFiles } from "./memory-files.js";

/** A host in memory whose failures and clock a test controls. */
export interface MemorySimulatorHost extends SimulatorHost {
  /** While "down" everything that would ask the database rejects; "hanging" never answers. */
  database(state: "up" | "down" | "hanging"): void;
  /** What `idle` says, and what `moveClock` may do. */
  set(change: { readonly idle?: boolean; readonly clock?: "moves" | "refused" }): void;
  /** How many listeners wait for changes. */
  listeners(): number;
  /** Calls them without a change. */
  ring(): void;
}

type Channel = SimulatorWorld["channels"][number];

const bound = (id: string, agency: string, purpose: "work" | "approval", government: string): Channel => ({
  ...{ id, name: id.replace("c-", ""), platformName: null, government },
  ...{ bound: true, agency, purpose },
});

const registered = { platformName: null, registered: true } as const;

/** Two example governments; Budi and Sari belong to the first, Tono to the second. */
export const memoryWorld: Omit<SimulatorWorld, "now"> = {
  governments: [
    { id: "gov-kobar", name: "Pemkab Contoh", profile: "kobar-2017", locale: "id", zone: "Asia/Jakarta" },
    { id: "gov-jabar", name: "Pemprov Contoh", profile: "jabar-2019", locale: "id", zone: "Asia/Jakarta" },
  ],
  agencies: [
    { id: "a-kominfo", code: "KOMINFO", name: "Dinas Kominfo", government: "gov-kobar" },
    { id: "a-dishub", code: "DISHUB", name: "Dinas Perhubungan", government: "gov-jabar" },
  ],
  channels: [
    bound("c-kominfo", "a-kominfo", "work", "gov-kobar"),
    bound("c-pejabat", "a-kominfo", "approval", "gov-kobar"),
    bound("c-dishub", "a-dishub", "work", "gov-jabar"),
  ],
  people: [
    {
      ...registered,
      ...{ id: "budi", name: "Budi", government: "gov-kobar", roles: [{ role: "officer", agency: "a-kominfo" }] },
    },
    {
      ...registered,
      ...{ id: "sari", name: "Sari", government: "gov-kobar", roles: [{ role: "official", agency: "a-kominfo" }] },
    },
    { ...registered, id: "tono", name: "Tono", government: "gov-jabar", roles: [] },
  ],
};

const START = new Date("2026-01-05T02:00:00.000Z");
const MINUTE_MS = 60_000;

type Stored = SimulatorMessage & { readonly key: string | null };

const createMemoryMessages = (channelsNow: () => readonly Channel[], now: () => Date, notify: () => void) => {
  let messages: readonly Stored[] = [];
  let lastId = 0;
  let revision = 0;
  const next = (): string => String(++revision);

  const change = (channel: string, id: string, edit: (message: Stored) => Stored): Stored | undefined => {
    const old = messages.find((one) => one.channel === channel && one.id === id);
    const edited = old && edit(old);
    if (old === undefined || edited === undefined || edited === old) return old;
    const changed = { ...edited, revision: next() };
    messages = messages.map((one) => (one.id === id ? changed : one));
    notify();
    return changed;
  };

  const withReaction = (message: Stored, emoji: string, by: string, present: boolean): Stored => {
    const others = message.reactions.filter((one) => one.emoji !== emoji || one.by !== by);
    if (present === others.length < message.reactions.length) return message;
    return { ...message, reactions: present ? [...others, { emoji, by }] : others };
  };

  const store: SimulatorMessages = {
    async post({ idempotencyKey, ...post }) {
      const known = messages.find(({ key }) => key !== null && key === idempotencyKey);
      const channel = channelsNow().find(({ id }) => id === post.channel);
      if (known !== undefined || channel === undefined) return known;
      const id = String(++lastId);
      const blank = { governmentId: channel.government, reactions: [], editedAt: null };
      const added = { ...post, ...blank, id, at: now(), revision: next(), key: idempotencyKey };
      messages = [...messages, added];
      notify();
      return added;
    },
    edit: async (channel, id, content) =>
      change(channel, id, (old) =>
        JSON.stringify([old.text, old.blocks, old.buttons]) ===
        JSON.stringify([content.text, content.blocks, content.buttons])
          ? old
          : { ...old, ...content, editedAt: now() },
      ),
    async remove(channel, id) {
      const before = messages.length;
      messages = messages.filter((one) => one.channel !== channel || one.id !== id);
      return messages.length < before;
    },
    react: async (channel, id, emoji, by, present) =>
      change(channel, id, (old) => withReaction(old, emoji, by, present)) !== undefined,
    message: async (channel, id) => messages.find((one) => one.channel === channel && one.id === id),
    list: async (channel, after) =>
      channelsNow().some(({ id }) => id === channel)
        ? messages.filter((one) => one.channel === channel && Number(one.id) > Number(after ?? 0))
        : undefined,
    changedSince: async (after, limit) =>
      messages
        .filter((one) => Number(one.revision) > Number(after))
        .sort((a, b) => Number(a.revision) - Number(b.revision))
        .slice(0, limit),
    lastRevision: async () => String(revision),
    async waitingFor(channel, person) {
      const here = messages.filter((one) => one.channel === channel);
      const waiting = here.findLast(({ expectsReplyFrom }) => expectsReplyFrom === person);
      const spoken = here.findLast(({ from }) => from === person);
      return waiting && Number(spoken?.id ?? 0) < Number(waiting.id) ? waiting : undefined;
    },
  };
  return store;
};

/** What is in the list by that name, or what is to be added to it. */
const addition = (
  world: Omit<SimulatorWorld, "now">,
  list: readonly { readonly id: string; readonly platformName: string | null; readonly government: string }[],
  government: string,
  name: string,
): SimulatorAddition => {
  if (!world.governments.some(({ id }) => id === government)) return "unknown";
  const added = list.filter((one) => one.government === government && one.platformName !== null);
  const known = added.find(({ platformName }) => platformName === name);
  if (known) return { id: known.id, isNew: false };
  return added.length < maxAddedPerGovernment ? { id: `${government}-${added.length + 1}`, isNew: true } : "full";
};

/** Makes a host with `memoryWorld`, its case time at 09.00 in Jakarta. */
export const createMemorySimulatorHost = (): MemorySimulatorHost => {
  const listening = new Set<() => void>();
  let now = START;
  let world = memoryWorld;
  let version = 0;
  let state: "up" | "down" | "hanging" = "up";
  let options = { idle: true, clock: "moves" as "moves" | "refused" };

  const gate = async <T>(work: () => Promise<T>): Promise<T> => {
    if (state === "down") throw new Error("the database is down");
    if (state === "hanging") return new Promise<T>(() => {});
    return work();
  };

  const ring = (): void => {
    for (const listener of listening) listener();
  };
  const kept = createMemoryMessages(
    () => world.channels,
    () => now,
    ring,
  );
  const messages: SimulatorMessages = {
    post: (post) => gate(() => kept.post(post)),
    edit: (...args) => gate(() => kept.edit(...args)),
    remove: (...args) => gate(() => kept.remove(...args)),
    react: (...args) => gate(() => kept.react(...args)),
    message: (...args) => gate(() => kept.message(...args)),
    list: (...args) => gate(() => kept.list(...args)),
    changedSince: (...args) => gate(() => kept.changedSince(...args)),
    lastRevision: () => gate(() => kept.lastRevision()),
    waitingFor: (...args) => gate(() => kept.waitingFor(...args)),
  };

  const setLocale = async (id: string, locale: Locale): Promise<boolean> => {
    const known = world.governments.some((one) => one.id === id);
    world = { ...world, governments: world.governments.map((one) => (one.id === id ? { ...one, locale } : one)) };
    return known;
  };

  const change = (next: typeof world): void => {
    world = next;
    version += 1;
    ring();
  };

  const addChannel = async (government: string, name: string): Promise<SimulatorAddition> => {
    const added = addition(world, world.channels, government, name);
    if (typeof added === "string" || !added.isNew) return added;
    const place = { id: `chat-${added.id}`, name, platformName: name, government };
    change({ ...world, channels: [...world.channels, { ...place, bound: false, agency: null, purpose: null }] });
    return { ...added, id: place.id };
  };

  const addPerson = async (government: string, name: string): Promise<SimulatorAddition> => {
    const added = addition(world, world.people, government, name);
    if (typeof added === "string" || !added.isNew) return added;
    const person = { id: `user-${added.id}`, name, platformName: name, government, registered: false, roles: [] };
    change({ ...world, people: [...world.people, person] });
    return { ...added, id: person.id };
  };

  return {
    messages,
    files: createMemoryFiles(),
    world: () => gate(async () => ({ ...world, now })),
    worldVersion: () => gate(async () => String(version)),
    addChannel: (...args) => gate(() => addChannel(...args)),
    addPerson: (...args) => gate(() => addPerson(...args)),
    setLocale: (...args) => gate(() => setLocale(...args)),
    idle: () => gate(async () => options.idle),
    moveClock: (move) =>
      gate(async () => {
        if (options.clock === "refused") return "refused";
        now = new Date(now.getTime() + ("advanceMinutes" in move ? move.advanceMinutes : 0) * MINUTE_MS);
        return { now };
      }),
    onChange(listener) {
      listening.add(listener);
      return () => void listening.delete(listener);
    },
    articles: async (governmentId) => [
      {
        regulation: "Perbup Contoh 1/2026",
        citation: "Pasal 1",
        level: "regulation",
        summary: { id: `Contoh ${governmentId}`, en: "Example" },
      },
    ],
    database: (next) => {
      state = next;
    },
    set: (change) => {
      options = { ...options, ...change };
    },
    listeners: () => listening.size,
    ring,
  };
};
