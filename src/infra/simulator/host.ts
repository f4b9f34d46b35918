import type { FileStore } from "../../ports/files.js";
import type { SimulatorHost, SimulatorMessages } from "../../ports/simulator-host.js";
import type { SimulatorAdditions } from "./additions.js";
import type { SimulatorWorldStore } from "./world.js";

/** What the host is put together from. */
export interface SimulatorHostParts {
  readonly messages: SimulatorMessages;
  readonly world: SimulatorWorldStore;
  readonly additions: SimulatorAdditions;
  readonly files: FileStore;
  readonly changes: Pick<SimulatorChanges, "onChange">;
  readonly idle: SimulatorHost["idle"];
  readonly moveClock: SimulatorHost["moveClock"];
  /** Articles by profile key. */
  articlesOfProfile(profile: string): Awaited<ReturnType<SimulatorHost["articles"]>>;
}

/** Tells listeners in this process that messages changed. */
export interface SimulatorChanges {
  notify(): void;
  onChange(listener: () => void): () => void;
}

/** A set of listeners, called one after the other. */
export const createSimulatorChanges = (): SimulatorChanges => {
  const listeners = new Set<() => void>();
  return {
    notify: () => {
      for (const listener of listeners) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The simulator's view of the program. An unknown government has no articles. */
export const createSimulatorHost = (parts: SimulatorHostParts): SimulatorHost => ({
  messages: parts.messages,
  files: parts.files,
  world: () => parts.world.world(),
  worldVersion: () => parts.world.version(),
  addChannel: (governmentId, name) => parts.additions.addChannel(governmentId, name),
  addPerson: (governmentId, name) => parts.additions.addPerson(governmentId, name),
  setLocale: (governmentId, locale) => parts.world.setLocale(governmentId, locale),
  idle: parts.idle,
  moveClock: parts.moveClock,
  onChange: (listener) => parts.changes.onChange(listener),
  articles: async (governmentId) => {
    const { governments } = await parts.world.world();
    const government = governments.find((each) => each.id === governmentId);
    return government ? parts.articlesOfProfile(government.profile) : [];
  },
});
