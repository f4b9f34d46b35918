import { computed, type Signal, signal } from "@preact/signals";
import { pageWords } from "../../../../src/i18n/page.js";
import type { Locale } from "../../../../src/ports/chat/refs.js";
import type { SurfaceJson } from "../../surface.js";
import type { Log } from "./message-log.js";
import type { Article, Channel, Message, Person, World } from "./types.js";

/** One shown channel and who the person at the screen is there: "" while there is nobody. */
export interface PaneState {
  readonly channel: string;
  readonly person: string;
}

/** A shown channel, and where it stands. */
export interface PaneProps extends PaneState {
  readonly at: number;
}

export const world = signal<World | undefined>(undefined);
export const surface = signal<SurfaceJson>({ commands: [], forms: [] });
export const articles = signal<Readonly<Record<string, readonly Article[]>>>({});
export const locale = signal<Locale>("id");
export const words = computed(() => pageWords[locale.value]);
export const government = signal("");
export const panes = signal<readonly PaneState[]>([]);
export const focused = signal(0);
export const connection = signal<"connecting" | "live" | "lost">("connecting");
export const drawerOpen = signal(false);
export const coachShown = signal(true);

/** What happened while the clock was moved: messages after the number `since` up to `until`. Or a sentence about something else. */
export type Notice =
  | { readonly kind: "travel"; readonly since: number; readonly until: number; readonly at: number }
  | { readonly kind: "text"; readonly text: string };
export const notice = signal<Notice | undefined>(undefined);

/** How far the messages of a channel are. */
export type LoadState = "unread" | "loading" | "loaded" | "failed";

const loadStates = new Map<string, Signal<LoadState>>();
const logs = new Map<string, Signal<Log>>();
const seen = new Map<string, Signal<number>>();

const entry = <T>(map: Map<string, Signal<T>>, key: string, first: T): Signal<T> => {
  const known = map.get(key);
  if (known) return known;
  const created = signal(first);
  map.set(key, created);
  return created;
};

/** Whether the messages of a channel were read. */
export const loadState = (channel: string): Signal<LoadState> => entry(loadStates, channel, "unread");

/** The messages of a channel; empty until loaded. */
export const logOf = (channel: string): Signal<Log> => entry(logs, channel, []);

/** Number of the last message of a channel that was shown. */
export const seenIn = (channel: string): Signal<number> => entry(seen, channel, Number.POSITIVE_INFINITY);

/** The same of all channels looked into. */
export const seenMarks = (): readonly (readonly [string, number])[] =>
  [...seen].flatMap(([channel, { value }]) => (Number.isFinite(value) ? [[channel, value] as const] : []));

export const channelOf = (id: string): Channel | undefined =>
  world.value?.channels.find((channel) => channel.id === id);
export const personOf = (id: string): Person | undefined => world.value?.people.find((person) => person.id === id);

/** Channels of the chosen government, by name. */
export const channels = computed(() =>
  (world.value?.channels ?? [])
    .filter((channel) => channel.government === government.value)
    .toSorted((a, b) => a.name.localeCompare(b.name, "id")),
);

/** Who may write in a government's channels. */
export const peopleOf = (id: string): readonly Person[] =>
  (world.value?.people ?? []).filter((person) => person.government === id);

/** The example government the tour of the README begins in. */
export const TOUR = "kobar";

/** Whether the person may see the message. */
export const isVisibleTo = (message: Message, person: string): boolean =>
  message.visibleTo === null || message.visibleTo === person;

/** Messages the person may see. */
export const visibleTo = (log: Log, person: string): Log => log.filter((message) => isVisibleTo(message, person));

/**
 * Who usually speaks in the channel: the agency's official where approvals are asked, otherwise its officer; where it has
 * neither, whoever is still to be registered. "" while there is nobody.
 */
export const usualPerson = (channel: Channel): string => {
  const role = channel.purpose === "approval" ? "official" : "officer";
  const people = peopleOf(channel.government);
  const held = (wanted: string) =>
    people.find(({ roles }) => roles.some((one) => one.role === wanted && one.agency === channel.agency));
  const stranger = people.find(({ registered }) => !registered);
  return (held(role) ?? held("officer") ?? stranger ?? people[0])?.id ?? "";
};
