import { afterAll, beforeAll, describe } from "vitest";
import type { Account } from "../../src/domain/registry/model.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import type { Changes, Store, StoredAction } from "../../src/ports/store.js";
import type { PlantedGovernment } from "../support/registry-fixture.js";
import { describeAccountActivity } from "./store/account-activity.js";
import { describeAccountEnds } from "./store/account-ends.js";
import { describeAsides } from "./store/asides.js";
import { describeCases } from "./store/cases.js";
import { describeConflicts } from "./store/conflicts.js";
import { describeContentLists } from "./store/content-lists.js";
import { describeLists } from "./store/lists.js";
import { describeOutbox } from "./store/outbox.js";
import { describeProposals } from "./store/proposals.js";
import { describeRegistry } from "./store/registry.js";
import { describeScenes } from "./store/scenes.js";

/** An outbox row as the suite looks at it. */
export interface OutboxView {
  readonly causeKey: string;
  readonly seq: number;
  readonly state: string;
  readonly lane: string;
  readonly thread: string | null;
  readonly whisperTo: string | null;
  readonly expectsReplyFrom: string | null;
  readonly replyTo: unknown;
  readonly content: unknown;
  readonly cardVersion: number | null;
  readonly duties: readonly unknown[];
  readonly whenUnknown: string;
}

/** A ping as the suite looks at it. */
export interface PingView {
  readonly stage: string;
  readonly agencyId: string;
  readonly purpose: string;
  readonly dueAt: Date;
  readonly takenAt: Date | null;
}

/** A store to be tested and the ways to what the Store interface does not show. */
export interface StoreWorld {
  readonly store: Store;
  plantGovernment(options?: {
    readonly clockOffsetMs?: number;
    readonly example?: boolean;
    readonly settings?: object;
  }): Promise<PlantedGovernment>;
  /** A new inbox row that a worker holds. */
  claim(): Promise<Changes["cause"]>;
  /** Lets another worker take the row over. */
  takeOver(inboxId: string): Promise<Changes["cause"]>;
  inboxState(inboxId: string): Promise<string>;
  /** In order of seq. */
  outbox(governmentId: string): Promise<readonly OutboxView[]>;
  amendOutbox(
    causeKey: string,
    change: { readonly state?: string; readonly attempts?: number; readonly messageId?: string },
  ): Promise<void>;
  /** In order of stage, agency and purpose. */
  pings(forwardId: string): Promise<readonly PingView[]>;
  contentHashes(subjectId: string): Promise<readonly string[]>;
  seal(subjectId: string): Promise<void>;
  putAction(governmentId: string, token: string, action: StoredAction): Promise<void>;
  /** A card that was posted there. */
  plantCard(governmentId: string, key: string, place: ConversationRef): Promise<void>;
  cardKeys(governmentId: string): Promise<readonly string[]>;
  /** The government's official accounts. */
  plantAccounts(governmentId: string, accounts: readonly Account[]): Promise<void>;
  renameAgency(agencyId: string, name: string): Promise<void>;
  /** The events by which cards of cases are drawn again. */
  redraws(governmentId: string): Promise<readonly { readonly lane: string; readonly payload: unknown }[]>;
  /** Has what waits for accounts that were given up drawn anew; answers how many events there are for it. */
  endAccounts(): Promise<number>;
  /** Those events of the government. */
  accountEnds(governmentId: string): Promise<readonly { readonly lane: string; readonly payload: unknown }[]>;
  /** Everything stored under the government, as one text to be compared. */
  dump(governmentId: string): Promise<string>;
  close(): Promise<void>;
}

/** How a part of the suite reaches the world, which exists only while its tests run. */
export type World = () => StoreWorld;

/** What every Store promises, whatever it keeps its rows in. */
export const describeStore = (name: string, createWorld: () => Promise<StoreWorld>): void => {
  describe(`store on ${name}`, () => {
    let world: StoreWorld | undefined;
    beforeAll(async () => {
      world = await createWorld();
    });
    afterAll(() => world?.close());
    const reach: World = () => {
      if (world === undefined) throw new Error("the world is used outside of a test");
      return world;
    };
    describeScenes(reach);
    describeCases(reach);
    describeConflicts(reach);
    describeOutbox(reach);
    describeAsides(reach);
    describeLists(reach);
    describeProposals(reach);
    describeRegistry(reach);
    describeContentLists(reach);
    describeAccountActivity(reach);
    describeAccountEnds(reach);
  });
};
