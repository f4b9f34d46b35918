import type { Case } from "../../domain/inquiry/model.js";
import type { Directory, Person } from "../../domain/registry/model.js";
import type { ConversationRef, MessageRef, UserRef } from "../../ports/chat/refs.js";
import type { Reader, Reply, Scene, Store, StoredAction } from "../../ports/store.js";
import { accountsIn } from "./memory-accounts.js";
import { commitTo } from "./memory-commit.js";
import { contentIn } from "./memory-content.js";
import { listsOf } from "./memory-lists.js";
import { proposalsIn } from "./memory-proposals.js";
import {
  emptyTables,
  keyOf,
  type MemoryInboxRow,
  type MemoryOutboxRow,
  type MemoryTables,
  placeKey,
} from "./memory-tables.js";

interface Options {
  readonly directories: readonly Directory[];
  /** Case time of a government. */
  readonly now: (governmentId: string) => Date;
  /** Machine time; the wall clock's unless a test wants another. */
  readonly machineNow?: () => Date;
  /** The rows commits may be caused by; a test puts them there as a worker would claim them. */
  readonly inbox?: Map<string, MemoryInboxRow>;
}

/** A Store without a database, for tests and for what must run without one, and all it holds. */
export interface MemoryStore extends Store {
  readonly tables: MemoryTables;
  /** Replaces a government's registry from now on, or adds one. */
  register(directory: Directory): void;
  /** Stores what a button means, as the composer of its message does. */
  putAction(governmentId: string, token: string, action: StoredAction): void;
  /** What a relay learned about an outbox row. Throws for a row that is not there. */
  amendOutbox(rowId: number, change: Partial<Pick<MemoryOutboxRow, "state" | "attempts" | "messageId">>): void;
}

const sameMessage = (a: MessageRef, b: MessageRef): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.channel === b.channel && a.id === b.id;

const casesIn = (tables: MemoryTables): Pick<Reader, "caseById" | "caseByCode" | "caseByNumber"> => {
  const newest = (governmentId: string, fits: (inquiry: Case) => boolean): Case | undefined => {
    const found = [...tables.cases.values()]
      .filter((each) => each.governmentId === governmentId && fits(each.inquiry))
      .sort((a, b) => b.year - a.year)[0];
    return found && structuredClone(found.inquiry);
  };
  return {
    caseById: async (governmentId, id) => newest(governmentId, (each) => each.id === id),
    caseByCode: async (governmentId, code) => newest(governmentId, (each) => each.code === code),
    caseByNumber: async (governmentId, number) => newest(governmentId, (each) => each.number === number),
  };
};

const isUser = ({ platform, workspace, userId }: Person["identities"][number], user: UserRef): boolean =>
  platform === user.platform && workspace === user.workspace && userId === user.id;

const scenesOf = (
  tables: MemoryTables,
  now: Options["now"],
): Pick<
  Reader,
  | "sceneOfConversation"
  | "sceneOfCode"
  | "sceneOfHost"
  | "sceneOfAction"
  | "sceneOfGovernment"
  | "sceneOfUser"
  | "movedTo"
> => {
  const bound = (directory: Directory, { platform, workspace, channel }: ConversationRef): boolean =>
    directory.channels.some(
      (each) => each.platform === platform && each.workspace === workspace && each.nativeId === channel,
    );
  return {
    async sceneOfConversation(conversation): Promise<Scene | undefined> {
      const directory = [...tables.directories.values()].find((each) => bound(each, conversation));
      return directory && { directory, now: now(directory.government.id) };
    },
    async sceneOfCode(letters): Promise<Scene | undefined> {
      const all = [...tables.directories.values()];
      const directory = all.length === 1 ? all[0] : all.find(({ government }) => government.code === letters);
      return directory && { directory, now: now(directory.government.id) };
    },
    async sceneOfUser(user): Promise<Scene | undefined> {
      const [directory] = [...tables.directories.values()]
        .filter(({ people }) => people.some(({ identities }) => identities.some((each) => isUser(each, user))))
        .sort((a, b) => (a.government.code < b.government.code ? -1 : 1));
      return directory && { directory, now: now(directory.government.id) };
    },
    movedTo: async (conversation) => tables.relocations.get(placeKey(conversation)),
    async sceneOfHost(): Promise<Scene | undefined> {
      const [directory] = [...tables.directories.values()].sort(
        ({ government: a }, { government: b }) =>
          Number(a.example) - Number(b.example) || Number(a.code > b.code) - Number(a.code < b.code),
      );
      return directory && { directory, now: now(directory.government.id) };
    },
    async sceneOfAction(token): Promise<Scene | undefined> {
      const directory = [...tables.directories.values()].find(({ government }) =>
        tables.actions.has(keyOf(government.id, token)),
      );
      return directory && { directory, now: now(directory.government.id) };
    },
    async sceneOfGovernment(governmentId): Promise<Scene> {
      const directory = tables.directories.get(governmentId);
      if (!directory) throw new Error(`no such government: ${governmentId}`);
      return { directory, now: now(governmentId) };
    },
  };
};

const lookupsOf = (
  tables: MemoryTables,
): Pick<Reader, "contentOfMessage" | "action" | "dialogue" | "replyById" | "replyByMessage"> => {
  const replyWhere = (governmentId: string, fits: (reply: Reply) => boolean): Reply | undefined => {
    const found = [...tables.replies.values()].find((each) => each.governmentId === governmentId && fits(each));
    if (!found) return undefined;
    const { governmentId: _, ...reply } = found;
    return reply;
  };
  const shows = (row: MemoryOutboxRow, message: MessageRef): boolean => {
    const { platform, workspace, channel } = row.to;
    return row.messageId !== undefined && sameMessage({ platform, workspace, channel, id: row.messageId }, message);
  };
  return {
    contentOfMessage: async (governmentId, message) =>
      tables.outbox.findLast((row) => row.governmentId === governmentId && shows(row, message))?.content,
    action: async (governmentId, token) => tables.actions.get(keyOf(governmentId, token)),
    dialogue: async (governmentId, lane, userId) => tables.dialogues.get(keyOf(governmentId, lane, userId)),
    replyById: async (governmentId, id) => replyWhere(governmentId, (each) => each.id === id),
    replyByMessage: async (governmentId, message) =>
      replyWhere(governmentId, (each) => sameMessage(each.message, message)),
  };
};

/** An empty store. It keeps what ports/store.ts promises, within one process and for as long as it lives. */
export const createMemoryStore = (options: Options): MemoryStore => {
  const { directories, now, machineNow = () => new Date(), inbox = new Map() } = options;
  const tables = emptyTables(directories, inbox);
  return {
    ...casesIn(tables),
    ...proposalsIn(tables),
    ...scenesOf(tables, now),
    ...lookupsOf(tables),
    ...listsOf(tables),
    ...contentIn(tables, now),
    ...accountsIn(tables),
    tables,
    commit: async (changes) => commitTo(tables, changes, { machine: machineNow(), case: now(changes.governmentId) }),
    register: (directory) => void tables.directories.set(directory.government.id, directory),
    putAction: (governmentId, token, action) => void tables.actions.set(keyOf(governmentId, token), action),
    amendOutbox(rowId, change) {
      const row = tables.outbox[rowId - 1];
      if (!row) throw new Error(`no outbox row ${rowId}`);
      tables.outbox[rowId - 1] = { ...row, ...change };
    },
  };
};
