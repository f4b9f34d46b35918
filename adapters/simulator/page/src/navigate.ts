import { batch } from "@preact/signals";
import type { Locale } from "../../../../src/ports/chat/refs.js";
import type { SurfaceJson } from "../../surface.js";
import { ask, askPatiently } from "./api.js";
import { setClock } from "./clock.js";
import { load, loadAll } from "./live.js";
import { recall } from "./remembered.js";
import {
  articles,
  channelOf,
  channels,
  drawerOpen,
  focused,
  government,
  locale,
  notice,
  type PaneState,
  panes,
  personOf,
  surface,
  usualPerson,
  world,
} from "./state.js";
import type { Article, World } from "./types.js";

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

/** Shows a channel where the focus is, or goes to where it is shown already. */
export const showChannel = (id: string): void =>
  batch(() => {
    const at = panes.value.findIndex(({ channel }) => channel === id);
    if (at >= 0) focused.value = at;
    else panes.value = panes.value.with(focused.value, pane(id));
    drawerOpen.value = false;
    load(id).catch(() => undefined);
  });

/** Chooses who the person at the screen is in a pane. */
export const become = (at: number, person: string): void => {
  const current = panes.value[at];
  if (current) panes.value = panes.value.with(at, { ...current, person });
};

const showUsual = (): void => {
  const wanted = [channelBy("pupr", "work"), channelBy("dishub", "work")];
  showSideBySide(wanted.some(Boolean) ? wanted : channels.value.slice(0, 2).map((one) => one.id));
};

/**
 * Opens a government: these panes, otherwise the work channels of PUPR and Dishub side by side. Its articles come first:
 * cards point to them.
 */
export const openGovernment = async (id: string, kept: readonly PaneState[] = []): Promise<void> => {
  batch(() => {
    government.value = id;
    notice.value = undefined;
    if (kept.length === 0) showUsual();
    else panes.value = kept;
  });
  if (articles.value[id] === undefined) {
    const list = await askPatiently<readonly Article[]>(`/governments/${encodeURIComponent(id)}/articles`);
    articles.value = { ...articles.value, [id]: list };
  }
  await loadAll(panes.value.map(({ channel }) => channel));
};

const LOCALE_KEY = "tanggap-locale";

const applyLocale = (chosen: Locale): void => {
  locale.value = chosen;
  document.documentElement.lang = chosen;
};

/** Changes the page's language and that of the government's next messages. */
export const speak = (chosen: Locale): void => {
  applyLocale(chosen);
  localStorage.setItem(LOCALE_KEY, chosen);
  ask(`/governments/${encodeURIComponent(government.value)}`, "PUT", { locale: chosen }).catch(() => undefined);
};

/** Reads the world; Indonesian unless English was chosen here before. */
export const begin = async (): Promise<void> => {
  applyLocale(localStorage.getItem(LOCALE_KEY) === "en" ? "en" : "id");
  const [found, declared] = await Promise.all([askPatiently<World>("/world"), askPatiently<SurfaceJson>("/surface")]);
  batch(() => {
    world.value = found;
    surface.value = declared;
    setClock(found.now);
  });
  const before = recall();
  const open = (before?.panes ?? []).filter(({ channel, person }) => channelOf(channel) && personOf(person));
  const wanted = before?.government ?? "kobar";
  const first = found.governments.find(({ id }) => id === wanted) ?? found.governments[0];
  if (!first) return;
  const opened = openGovernment(first.id, open);
  focused.value = Math.min(before?.focused ?? 0, panes.value.length - 1);
  await opened;
};
