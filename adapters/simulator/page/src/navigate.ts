import { batch, effect, untracked } from "@preact/signals";
import type { Locale } from "../../../../src/ports/chat/refs.js";
import { askPatiently } from "./api.js";
import { draftOf, explain, stepBack } from "./compose.js";
import { keepLocally, keptLocally } from "./kept.js";
import { load, loadAll } from "./live.js";
import { messageOf } from "./message-log.js";
import { narrow } from "./narrow.js";
import { recall } from "./remembered.js";
import {
  articles,
  channelOf,
  channels,
  drawerOpen,
  focused,
  government,
  isVisibleTo,
  loadState,
  locale,
  logOf,
  notice,
  type PaneState,
  panes,
  personOf,
  TOUR,
  usualPerson,
  world,
} from "./state.js";
import type { Article } from "./types.js";
import { readWorld } from "./world.js";

/** The channel of an agency, by the agency's code. */
export const channelBy = (code: string, purpose: string): string | undefined => {
  const agency = world.value?.agencies.find((one) => one.government === government.value && one.code === code);
  return channels.value.find((one) => one.agency === agency?.id && one.purpose === purpose)?.id;
};

const pane = (id: string) => {
  const channel = channelOf(id);
  return { channel: id, person: channel ? usualPerson(channel) : "" };
};

/** Shows these channels side by side. */
export const showSideBySide = (ids: readonly (string | undefined)[]): void => {
  panes.value = ids.filter((id) => id !== undefined).map(pane);
  focused.value = 0;
};

/** So many channels have room. */
const SIDE_BY_SIDE = 2;

/** Shows a channel beside the only one, otherwise where the focus is, or goes to where it is shown already. */
export const showChannel = (id: string): void =>
  batch(() => {
    const at = panes.value.findIndex(({ channel }) => channel === id);
    const room = panes.value.length < SIDE_BY_SIDE ? panes.value.length : focused.value;
    if (at < 0) panes.value = panes.value.toSpliced(room, 1, pane(id));
    focused.value = at < 0 ? room : at;
    drawerOpen.value = false;
    if (loadState(id).value !== "loaded") load(id).catch(() => undefined);
  });

/** Chooses who the person at the screen is in a pane. */
export const become = (at: number, person: string): void => {
  const current = panes.value[at];
  if (!current) return;
  panes.value = panes.value.with(at, { ...current, person });
  const draft = draftOf(current.channel);
  const answered = messageOf(logOf(current.channel).value, draft.replyTo.value ?? null);
  const cannot = draft.editing.value !== undefined || (answered && !isVisibleTo(answered, person));
  if (cannot) stepBack(draft);
};

const showUsual = (): void => {
  const wanted = [channelBy("pupr", "work"), channelBy("dishub", "work")];
  showSideBySide(wanted.some(Boolean) ? wanted : channels.value.slice(0, SIDE_BY_SIDE).map((one) => one.id));
  // Where there is room for one, the agency whose clock runs.
  if (narrow.value && wanted[1] !== undefined) focused.value = 1;
};

/** Its articles come first: cards point to them. */
const readGovernment = async (id: string): Promise<void> => {
  if (articles.value[id] === undefined) {
    const list = await askPatiently<readonly Article[]>(`/governments/${encodeURIComponent(id)}/articles`);
    articles.value = { ...articles.value, [id]: list };
  }
  await loadAll(panes.value.map(({ channel }) => channel));
};

/** Goes to another government. */
export const changeGovernment = (id: string): void => {
  openGovernment(id);
  speakThere(id);
};

/** Opens a government: these panes, otherwise the work channels of PUPR and Dishub side by side. */
export const openGovernment = (id: string, kept: readonly PaneState[] = []): void => {
  batch(() => {
    government.value = id;
    notice.value = undefined;
    if (kept.length === 0) showUsual();
    else panes.value = kept;
  });
  readGovernment(id).catch((error: unknown) => {
    notice.value = { kind: "text", text: explain(error) };
  });
};

const LOCALE_KEY = "tanggap-locale";

const applyLocale = (chosen: Locale): void => {
  locale.value = chosen;
  document.documentElement.lang = chosen;
};

/** One change of language after the other: the last one stays. */
let speaking: Promise<unknown> = Promise.resolve();

/** The government's next messages are in the page's language. */
const speakThere = (id: string): void => {
  speaking = speaking
    .then(() => askPatiently(`/governments/${encodeURIComponent(id)}`, "PUT", { locale: locale.value }))
    .catch((error: unknown) => {
      notice.value = { kind: "text", text: explain(error) };
    });
};

/** Changes the page's language and that of the government's next messages. */
export const speak = (chosen: Locale): void => {
  applyLocale(chosen);
  keepLocally(LOCALE_KEY, chosen);
  speakThere(government.value);
};

/** Panes whose channel there is, with somebody to be there. */
const known = (shown: readonly PaneState[]): readonly PaneState[] =>
  shown.filter(({ channel }) => channelOf(channel)).map((one) => (personOf(one.person) ? one : pane(one.channel)));

/** The world is another: what is shown is among what there is, and new channels are read. */
const followWorld = (): void =>
  batch(() => {
    const open = known(panes.value);
    if (open.length === 0) showUsual();
    else if (open.length < panes.value.length || open.some((one, at) => one !== panes.value[at])) {
      panes.value = open;
      focused.value = Math.min(focused.value, open.length - 1);
    }
    // Before that, they are read with the government.
    if (articles.value[government.value]) loadAll(panes.value.map(({ channel }) => channel)).catch(() => undefined);
  });

/** Reads the world; Indonesian unless English was chosen here before. Rejects with `Refused`. */
export const begin = async (): Promise<void> => {
  applyLocale(keptLocally(LOCALE_KEY) === "en" ? "en" : "id");
  const found = await readWorld();
  const before = recall();
  const open = known(before?.panes ?? []);
  const wanted = before?.government || TOUR;
  const first = found.governments.find(({ id }) => id === wanted) ?? found.governments[0];
  if (!first) return;
  batch(() => {
    if (before) openGovernment(first.id, open);
    else changeGovernment(first.id);
    if (before) focused.value = Math.max(0, Math.min(before.focused, panes.value.length - 1));
  });
  effect(() => {
    if (world.value) untracked(followWorld);
  });
};
