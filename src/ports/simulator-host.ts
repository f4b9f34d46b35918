import type { Locale, Localized } from "./chat/refs.js";
import type { FileStore } from "./files.js";

/** What every chat and person of the simulated platform has. Ids are the platform's own. */
interface OnPlatform {
  readonly id: string;
  /** The registry's name of what is registered, otherwise the platform's. */
  readonly name: string;
  /** What it was called when it was made on the platform; null for what began in the registry. */
  readonly platformName: string | null;
  readonly government: string;
}

/** A chat: of an agency, or of nobody yet. */
export type SimulatorChannel = OnPlatform &
  (
    | { readonly bound: true; readonly agency: string; readonly purpose: "work" | "approval" | "digest" }
    | { readonly bound: false; readonly agency: null; readonly purpose: null }
  );

/** Somebody who may write: a person of the government, or not registered there, and then without roles. */
export interface SimulatorPerson extends OnPlatform {
  readonly registered: boolean;
  readonly roles: readonly { readonly role: string; readonly agency: string }[];
}

/** The example governments as the simulator shows them, with the chats and people of the platform. */
export interface SimulatorWorld {
  readonly governments: readonly {
    readonly id: string;
    readonly name: string;
    readonly profile: string;
    readonly locale: Locale;
    readonly zone: string;
  }[];
  readonly agencies: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly government: string;
  }[];
  readonly channels: readonly SimulatorChannel[];
  readonly people: readonly SimulatorPerson[];
  /** Case time of the example governments. */
  readonly now: Date;
}

/** So many chats, and so many people, can be added to the platform for one government. */
export const maxAddedPerGovernment = 50;

/**
 * What became of adding a chat or person: there is one of that name, new or from before. Or no example government has
 * that id, or it has as many as it may.
 */
export type SimulatorAddition = { readonly id: string; readonly isNew: boolean } | "unknown" | "full";

/** A message as the simulator's platform keeps it. `blocks` and `buttons` are stored as the adapter rendered them. */
export interface SimulatorMessage {
  readonly id: string;
  readonly governmentId: string;
  readonly channel: string;
  /** A person's id or "bot". */
  readonly from: string;
  readonly at: Date;
  readonly text: string;
  readonly blocks: unknown;
  readonly buttons: readonly SimulatorButton[];
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[];
  readonly replyTo: string | null;
  readonly editedAt: Date | null;
  readonly visibleTo: string | null;
  readonly expectsReplyFrom: string | null;
  /** Position in the stream of changes; grows with every change of any message. */
  readonly revision: string;
}

export interface SimulatorButton {
  readonly id: string;
  readonly label: string;
  /** The form it opens, if it opens one. */
  readonly form?: string;
  readonly url?: string;
  readonly tone?: "primary" | "danger";
}

/** A message to be added. With an idempotency key seen before, nothing is added and the first one is returned. */
export interface SimulatorPost {
  readonly channel: string;
  readonly from: string;
  readonly text: string;
  readonly blocks: unknown;
  readonly buttons: readonly SimulatorButton[];
  readonly replyTo: string | null;
  readonly visibleTo: string | null;
  readonly expectsReplyFrom: string | null;
  readonly idempotencyKey: string | null;
}

/** The simulator's "server": what a real platform would keep for us. All of it survives restarts. */
export interface SimulatorMessages {
  /** Undefined when the channel is unknown. */
  post(message: SimulatorPost): Promise<SimulatorMessage | undefined>;
  /** Undefined when there is no such message in that channel. `at` of the edit is case time. */
  edit(
    channel: string,
    id: string,
    change: { readonly text: string; readonly blocks: unknown; readonly buttons: readonly SimulatorButton[] },
  ): Promise<SimulatorMessage | undefined>;
  remove(channel: string, id: string): Promise<boolean>;
  react(channel: string, id: string, emoji: string, by: string, present: boolean): Promise<boolean>;
  message(channel: string, id: string): Promise<SimulatorMessage | undefined>;
  /** Oldest first; `after` is a message id. Undefined when the channel is unknown. */
  list(channel: string, after: string | undefined): Promise<readonly SimulatorMessage[] | undefined>;
  /** Messages changed after the revision, in order of revision; at most `limit`. */
  changedSince(revision: string, limit: number): Promise<readonly SimulatorMessage[]>;
  lastRevision(): Promise<string>;
  /** The last message of the channel that waits for this person's words and was not answered by them since. */
  waitingFor(channel: string, person: string): Promise<SimulatorMessage | undefined>;
}

/** What one place of a regulation says, in the project's own words. */
export interface SimulatorArticle {
  /** Title of the regulation with its number and year. */
  readonly regulation: string;
  readonly citation: string;
  readonly level: string;
  readonly summary: Localized;
}

/** What the simulator may ask of the program besides messages. Only example governments are visible. */
export interface SimulatorHost {
  readonly messages: SimulatorMessages;
  /** Where the platform keeps what people attach; a file's handle is its key. */
  readonly files: FileStore;
  world(): Promise<SimulatorWorld>;
  /** Another one whenever `world` would answer otherwise, but for the time and what time alone changes. */
  worldVersion(): Promise<string>;
  /** Adds a chat nobody has bound to an example government. Twice the same name is one chat. */
  addChannel(governmentId: string, name: string): Promise<SimulatorAddition>;
  /** Adds somebody nobody has registered to an example government. Twice the same name is one person. */
  addPerson(governmentId: string, name: string): Promise<SimulatorAddition>;
  /** Language of an example government. False when unknown. */
  setLocale(governmentId: string, locale: Locale): Promise<boolean>;
  /** True once inbox and outbox have nothing due, false when `timeoutMs` passed before. */
  idle(timeoutMs: number): Promise<boolean>;
  /**
   * Moves case time of all example governments, visiting each due instant in order and doing what falls due there.
   * "next-event": to the next instant something falls due, in that government where one is named; without one, time
   * stays. Resolves with the new case time.
   * "refused" where a real platform is configured.
   */
  moveClock(
    move: { readonly advanceMinutes: number } | { readonly to: "next-event"; readonly government?: string | undefined },
  ): Promise<{ readonly now: Date } | "refused">;
  /** Calls back after messages changed; returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Articles of a government's regulation, for a tap on "Dasar". */
  articles(governmentId: string): Promise<readonly SimulatorArticle[]>;
}
