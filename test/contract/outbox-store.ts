import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OutboxRow } from "../../src/infra/outbox/row.js";
import type { OutboxStore } from "../../src/infra/outbox/store.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { type Duty, LeaseLost } from "../../src/ports/store.js";
import type { PlantedMessage } from "../support/outbox-rows.js";
import type { PlantedGovernment } from "../support/registry-fixture.js";

const HOUR_MS = 3_600_000;

/** An outbox row as the suite looks at it. */
export interface OutboxRowView {
  readonly state: string;
  readonly attempts: number;
  readonly ambiguous: boolean;
  readonly lane: string;
  readonly channel: string;
  readonly messageId: string | null;
  readonly leaseToken: string | null;
  readonly error: string | null;
  readonly content: unknown;
  readonly firstAttemptAt: Date | null;
  readonly firstAttemptCaseAt: Date | null;
}

/** An event the outbox wrote. */
export interface ToldView {
  readonly platform: string;
  readonly eventId: string;
  readonly lane: string;
  readonly state: string;
  readonly governmentId: string | null;
  readonly payload: unknown;
}

/** Parts of a row a test puts there. */
export interface OutboxAmendment {
  readonly state?: "superseded" | "sending";
  readonly leaseToken?: string;
  readonly leaseUntil?: Date;
  readonly notBefore?: Date;
  readonly firstAttemptAt?: Date;
  readonly firstAttemptCaseAt?: Date;
  readonly settledAt?: Date;
}

/** An outbox to be tested, as two processes have it, and the ways to what its interface does not show. */
export interface OutboxWorld {
  /** Its case time is five hours ahead. */
  readonly government: PlantedGovernment;
  readonly first: OutboxStore;
  readonly second: OutboxStore;
  /** The same outbox for a platform that recognises a repeat within an hour. */
  readonly recognising: OutboxStore;
  plant(message: PlantedMessage): Promise<string>;
  rowOf(id: string): Promise<OutboxRowView>;
  amend(id: string, change: OutboxAmendment): Promise<unknown>;
  expireLeases(): Promise<unknown>;
  told(): Promise<readonly ToldView[]>;
  cards(): Promise<readonly object[]>;
  tokens(): Promise<readonly object[]>;
  /** The native ids of the channels bound. */
  bound(): Promise<readonly string[]>;
  rebind(from: string, to: string): Promise<unknown>;
  clear(): Promise<unknown>;
  close(): Promise<void>;
}

const ago = (ms: number): Date => new Date(Date.now() - ms);

const laneOf = ({ platform, workspace, channel }: ConversationRef) => `${platform}:${workspace}:${channel}`;
/** What every outbox promises, whatever it keeps its rows in. */
export const describeOutboxStore = (name: string, createWorld: () => Promise<OutboxWorld>): void => {
  describe(`outbox on ${name}`, () => {
    let world: OutboxWorld;
    let first: OutboxStore;
    let second: OutboxStore;
    let recognising: OutboxStore;
    let government: PlantedGovernment;
    let work: ConversationRef;
    let approval: ConversationRef;

    beforeAll(async () => {
      world = await createWorld();
      ({ first, second, recognising, government } = world);
      work = government.conversation(government.home, "work");
      approval = government.conversation(government.home, "approval");
    });
    afterAll(() => world.close());
    beforeEach(() => world.clear());

    const plant = (message: Partial<PlantedMessage> = {}) =>
      world.plant({ governmentId: government.id, to: work, ...message });
    const rowOf = (id: string) => world.rowOf(id);
    const claim = async (store: OutboxStore = first, place: ConversationRef = work): Promise<OutboxRow> => {
      const row = await store.claim(laneOf(place));
      if (row === undefined) throw new Error("nothing to claim");
      return row;
    };
    const wordsOf = ({ content }: OutboxRow) => (content.kind === "find" ? content.words : "");
    const messageAt = (id: string, place: ConversationRef = work) => ({
      platform: place.platform,
      workspace: place.workspace,
      channel: place.channel,
      id,
    });
    const send = async (store: OutboxStore, row: OutboxRow, messageId = "m1", shown?: number) => {
      await store.begin(row, []);
      return store.settleSent(row, messageAt(messageId), shown);
    };
    const duty: Duty = { kind: "forward", inquiryId: "q1", forwardId: "f1" };

    describe("a card that may show anything", () => {
      const card = (version: number) => ({ card: { key: "k", version } });
      const takenOver = async () => {
        await plant(card(1));
        await send(first, await claim());
        await plant(card(2));
        const late = await claim();
        await first.begin(late, []);
        await world.expireLeases();
        await plant(card(3));
        return late;
      };
      const drawnBySecond = async (meanwhile: () => Promise<void>) => {
        const newest = await claim(second);
        await second.begin(newest, []);
        await meanwhile();
        await second.settleSent(newest, messageAt("m1"), 3);
      };

      it("is drawn once more, once for each attempt", async () => {
        const late = await takenOver();
        await drawnBySecond(async () => {});
        await expect(first.settleSent(late, messageAt("m1"), 2)).rejects.toThrow(LeaseLost);
        expect(await first.redrawCard(late)).toBe(true);
        expect(await first.redrawCard(late)).toBe(false);
        const next = await claim(second);
        expect(next.card?.shown).toMatchObject({ version: -1, message: { id: "m1" } });
        await send(second, next, "m1", 3);
        for (let rest = await second.claim(laneOf(work)); rest; rest = await second.claim(laneOf(work))) {
          expect(rest.card?.shown?.version).toBe(3);
          await second.settleSuperseded(rest);
        }
      });

      it("is drawn once more also when something newer is settled only afterwards", async () => {
        const late = await takenOver();
        await drawnBySecond(async () => void (await first.redrawCard(late)));
        const claims = [];
        for (let next = await second.claim(laneOf(work)); next; next = await second.claim(laneOf(work))) {
          claims.push(next);
          await second.settleSuperseded(next);
        }
        expect(claims.map((each) => each.card?.shown?.version)).toEqual(claims.map(() => -1));
        expect(claims.map(({ id }) => id)).not.toEqual([late.id]);
      });

      it("is recorded as such with its first post, and as drawn by the row that draws it", async () => {
        await plant(card(1));
        const row = await claim();
        await first.begin(row, []);
        await first.redrawCard(row);
        await first.settleSent(row, messageAt("m1"), -1);
        const redrawn = await claim();
        expect(redrawn.card).toMatchObject({ version: 1, shown: { version: -1, message: { id: "m1" } } });
        await send(first, redrawn, "m1", 1);
        await plant(card(1));
        expect((await claim()).card?.shown?.version).toBe(1);
      });
    });

    describe("claiming", () => {
      it("takes a lane in order of seq, one row at a time, and leaves other lanes alone", async () => {
        await plant({ words: "later", seq: 20n });
        await plant({ words: "sooner", seq: 10n });
        await plant({ words: "elsewhere", to: approval, seq: 15n });
        expect(await first.dueLanes()).toEqual([laneOf(work), laneOf(approval)]);
        const row = await claim();
        expect(wordsOf(row)).toBe("sooner");
        expect(await second.claim(laneOf(work))).toBeUndefined();
        expect(wordsOf(await claim(second, approval))).toBe("elsewhere");
        await send(first, row);
        expect(wordsOf(await claim(second))).toBe("later");
      });

      it("gives each row once to claimers that race", async () => {
        for (let number = 0; number < 6; number += 1) await plant({ words: String(number) });
        const claims = await Promise.all([first, second, first, second].map((store) => store.claim(laneOf(work))));
        expect(claims.filter((row) => row !== undefined)).toHaveLength(1);
      });

      it("names no lane with nothing due", async () => {
        await plant();
        await send(first, await claim());
        await plant({ to: approval });
        await first.retryLater(await claim(first, approval), {
          afterMs: HOUR_MS,
          attempts: 0,
          ambiguous: false,
          error: "x",
        });
        expect(await first.dueLanes()).toEqual([]);
      });

      it("names the one lane that may be sent to behind six hundred whose first row backs off", async () => {
        const chats = Array.from({ length: 600 }, (_each, number) => ({ ...work, channel: `chat ${number}` }));
        await Promise.all(
          chats.map(async (to) => {
            await world.amend(await plant({ to }), { notBefore: ago(-HOUR_MS) });
            await plant({ to });
          }),
        );
        await plant({ words: "healthy" });
        expect(await first.dueLanes()).toEqual([laneOf(work)]);
      });

      it("names all lanes that may be sent to, however many, the longest waiting first", async () => {
        const chats = Array.from({ length: 600 }, (_each, number) => ({ ...work, channel: `chat ${number}` }));
        await Promise.all(chats.map((to, number) => plant({ to, seq: BigInt(1_000 - number) })));
        expect(await first.dueLanes()).toEqual(chats.map(laneOf).reverse());
      });

      it("names a lane for what somebody left on its way there, before anything else of it", async () => {
        const id = await plant({ seq: 20n });
        await plant({ seq: 10n, to: approval });
        await first.begin(await claim(), []);
        expect(await first.dueLanes()).toEqual([laneOf(approval)]);
        await world.expireLeases();
        await plant({ seq: 5n });
        expect(await first.dueLanes()).toEqual([laneOf(approval), laneOf(work)]);
        expect(await claim()).toMatchObject({ id });
      });

      it("lets a row that backs off hold up those behind it for a minute of trying, and no longer", async () => {
        const head = await plant({ words: "head" });
        await plant({ words: "behind" });
        const row = await claim();
        await first.begin(row, []);
        await first.retryLater(row, { afterMs: HOUR_MS, attempts: 0, ambiguous: false, error: "x" });
        expect(await first.claim(laneOf(work))).toBeUndefined();
        await world.amend(head, { firstAttemptAt: ago(61_000) });
        expect(wordsOf(await claim())).toBe("behind");
        await world.amend(head, { notBefore: ago(0) });
        expect(await second.claim(laneOf(work))).toBeUndefined();
      });

      it("hands over a claim that was never begun as if nothing had been", async () => {
        await plant({ whenUnknown: "drop" });
        const stalled = await claim();
        await world.expireLeases();
        const taken = await claim(second);
        expect(taken).toMatchObject({ id: stalled.id, outcomeUnknown: false, ambiguous: false, attempts: 0 });
        await expect(first.begin(stalled, [])).rejects.toThrow(LeaseLost);
        await send(second, taken);
      });

      it("looks up the card a message answers, only in its own conversation", async () => {
        await plant({ card: { key: "home", version: 1 } });
        await send(first, await claim(), "m7", 1);
        await plant({ replyTo: { card: "home" } });
        await plant({ replyTo: { card: "home" }, to: approval });
        expect(await claim()).toMatchObject({ repliesToCard: "m7" });
        expect(await claim(first, approval)).not.toHaveProperty("repliesToCard");
      });
    });

    describe("an attempt nobody knows the outcome of", () => {
      const lose = async (message: Partial<PlantedMessage> = {}) => {
        await plant({ words: "lost", ...message });
        await plant({ words: "behind" });
        const row = await claim();
        await first.begin(row, []);
        await world.expireLeases();
        return row;
      };

      it("keeps its turn and is ambiguous, and its first owner may not settle it any more", async () => {
        const lost = await lose();
        const again = await claim(second);
        expect(again).toMatchObject({ id: lost.id, outcomeUnknown: true, ambiguous: true, attempts: 1 });
        await expect(first.settleSent(lost, messageAt("m1"), undefined)).rejects.toThrow(LeaseLost);
        await expect(first.settleDead(lost, "x")).rejects.toThrow(LeaseLost);
        await expect(first.retryLater(lost, { afterMs: 0, attempts: 0, ambiguous: false, error: "x" })).rejects.toThrow(
          LeaseLost,
        );
        expect(await rowOf(lost.id)).toMatchObject({ state: "pending", messageId: null });
      });

      it("is not ambiguous where the platform still knows the key", async () => {
        await lose();
        expect(await claim(recognising)).toMatchObject({ outcomeUnknown: true, ambiguous: false });
      });

      it("is ambiguous again once the platform has forgotten the key", async () => {
        const lost = await lose();
        await world.amend(lost.id, { firstAttemptAt: ago(2 * HOUR_MS) });
        expect(await claim(recognising)).toMatchObject({ outcomeUnknown: true, ambiguous: true });
      });

      it("stays in doubt when it is put back or claimed in vain, and is ambiguous once the key is forgotten", async () => {
        const id = await plant();
        const row = await claim(recognising);
        await recognising.begin(row, []);
        await recognising.retryLater(row, { afterMs: 0, attempts: 0, ambiguous: false, inDoubt: true, error: "x" });
        expect(await claim(recognising)).toMatchObject({ id, outcomeUnknown: true, ambiguous: false, attempts: 1 });
        await world.expireLeases();
        expect(await claim(recognising)).toMatchObject({ id, outcomeUnknown: true, ambiguous: false });
        await world.expireLeases();
        await world.amend(id, { firstAttemptAt: ago(HOUR_MS - 20_000) });
        expect(await claim(recognising)).toMatchObject({ id, outcomeUnknown: true, ambiguous: true });
      });

      it("is ambiguous when it is given up", async () => {
        const id = await plant();
        await recognising.begin(await claim(recognising), []);
        await world.expireLeases();
        await recognising.settleDead(await claim(recognising), "forbidden", true);
        expect(await rowOf(id)).toMatchObject({ state: "dead", ambiguous: true });
      });

      it("is not ambiguous when it was an edit", async () => {
        await plant({ card: { key: "home", version: 1 } });
        await send(first, await claim(), "m1", 1);
        await lose({ card: { key: "home", version: 2 } });
        expect(await claim(second)).toMatchObject({ outcomeUnknown: true, ambiguous: false });
      });

      it("stays in doubt until it is settled when it must not be repeated", async () => {
        await lose({ whenUnknown: "drop" });
        expect(await claim(second)).toMatchObject({ outcomeUnknown: true });
        await world.expireLeases();
        const row = await claim(second);
        expect(row).toMatchObject({ outcomeUnknown: true });
        await second.settleDropped(row, "unknown");
        expect(wordsOf(await claim(second))).toBe("behind");
      });
    });

    describe("begin", () => {
      it("counts the attempt, notes both times, and stores the tokens once", async () => {
        const id = await plant();
        const row = await claim();
        const tokens = [{ token: "t1", action: { command: "status", values: { code: "X-26-0001" } } }];
        expect(await first.begin(row, tokens)).toMatchObject({ attempt: 1 });
        const begun = await rowOf(id);
        const apartMs = (begun.firstAttemptCaseAt?.getTime() ?? 0) - (begun.firstAttemptAt?.getTime() ?? 0);
        expect(Math.round(apartMs / 1000)).toBe((5 * HOUR_MS) / 1000);
        await first.retryLater(row, { afterMs: 0, attempts: 0, ambiguous: false, error: "x" });
        expect(await first.begin(await claim(), tokens)).toMatchObject({ attempt: 2 });
        expect(await world.tokens()).toMatchObject([
          { token: "t1", governmentId: government.id, action: { command: "status" } },
        ]);
        expect((await rowOf(id)).firstAttemptAt).toEqual(begun.firstAttemptAt);
      });

      it("writes nothing when a commit superseded the row in between", async () => {
        const id = await plant({ card: { key: "home", version: 1 } });
        const row = await claim();
        expect(await rowOf(id)).toMatchObject({ state: "pending", attempts: 0 });
        await world.amend(id, { state: "superseded" });
        await expect(first.begin(row, [{ token: "t1", action: { command: "x", values: {} } }])).rejects.toThrow(
          LeaseLost,
        );
        expect(await world.tokens()).toEqual([]);
      });

      it("is refused to a claim whose time has run out, and to one that has made its attempt", async () => {
        await plant();
        const late = await claim();
        await world.expireLeases();
        await expect(first.begin(late, [])).rejects.toThrow(LeaseLost);
        const row = await claim();
        await first.begin(row, []);
        await expect(first.begin(row, [])).rejects.toThrow(LeaseLost);
        expect(await rowOf(row.id)).toMatchObject({ attempts: 1 });
      });

      it("gives way when another owner is out with a row of the lane", async () => {
        await plant({ words: "a" });
        const other = await plant({ words: "b" });
        const row = await claim();
        await world.amend(other, { state: "sending", leaseToken: "theirs", leaseUntil: ago(-20_000) });
        await expect(first.begin(row, [])).rejects.toThrow(LeaseLost);
        expect(await rowOf(row.id)).toMatchObject({ state: "pending", attempts: 0 });
      });
    });

    describe("calls made at the same time", () => {
      /** More than may be under way at a time, so that the last of them share a statement. */
      const places = () => ["a", "b", "c", "d", "e", "f"].map((channel) => ({ ...work, channel }));
      const LOST = 4;
      const outcomes = async (calls: readonly Promise<unknown>[]) =>
        (await Promise.allSettled(calls)).map((outcome) =>
          outcome.status === "fulfilled" ? "done" : outcome.reason instanceof LeaseLost ? "lost" : outcome.reason,
        );
      const oneLost = places().map((_each, index) => (index === LOST ? "lost" : "done"));
      const claimAll = async () => {
        for (const to of places()) await plant({ to, words: to.channel });
        return Promise.all(places().map((place) => claim(first, place)));
      };

      it("claim each its own lane, and nothing where there is nothing", async () => {
        for (const to of places()) if (to.channel !== "e") await plant({ to, words: to.channel });
        const rows = await Promise.all(places().map((place) => first.claim(laneOf(place))));
        expect(rows.map((row) => row?.to.channel)).toEqual(["a", "b", "c", "d", undefined, "f"]);
        expect(rows.map((row) => row && wordsOf(row))).toEqual(["a", "b", "c", "d", undefined, "f"]);
        expect(new Set(rows.map((row) => row?.leaseToken)).size).toBe(6);
      });

      it("begin each for itself: a lease that was lost is nobody else's trouble", async () => {
        const rows = await claimAll();
        await world.amend(rows[LOST]?.id ?? "", { leaseUntil: ago(1_000) });
        const tokenOf = (row: OutboxRow) => ({ token: `token ${wordsOf(row)}`, action: { command: "x", values: {} } });
        expect(await outcomes(rows.map((row) => first.begin(row, [tokenOf(row)])))).toEqual(oneLost);
        const states = await Promise.all(rows.map(async ({ id }) => (await rowOf(id)).attempts));
        expect(states).toEqual([1, 1, 1, 1, 0, 1]);
        expect(await world.tokens()).toHaveLength(5);
      });

      it("settle each for itself: a lease that was lost is nobody else's trouble", async () => {
        const rows = await claimAll();
        await Promise.all(rows.map((row) => first.begin(row, [])));
        await world.amend(rows[LOST]?.id ?? "", { leaseToken: "theirs" });
        const settling = rows.map((row) => first.settleSent(row, messageAt(`m ${wordsOf(row)}`, row.to), undefined));
        expect(await outcomes(settling)).toEqual(oneLost);
        const views = await Promise.all(rows.map(({ id }) => rowOf(id)));
        expect(views.map(({ messageId }) => messageId)).toEqual(["m a", "m b", "m c", "m d", null, "m f"]);
        expect(views[LOST]).toMatchObject({ state: "sending", leaseToken: "theirs" });
      });
    });

    describe("however a row ends", () => {
      const content = { kind: "invitation", invitationId: "i", secret: "KOBAR-00000-00000" } as const;
      it.each([
        ["sent", (row: OutboxRow) => first.settleSent(row, messageAt("m1"), undefined)],
        ["dropped", (row: OutboxRow) => first.settleDropped(row, "gone")],
        ["dead", (row: OutboxRow) => first.settleDead(row, "forbidden")],
      ])("%s: its secret is gone from it", async (state, settle) => {
        const id = await plant({ content });
        const row = await claim();
        expect(row.content).toEqual(content);
        await settle(row);
        expect(await rowOf(id)).toMatchObject({ state, content: { kind: "invitation", invitationId: "i" } });
        expect(JSON.stringify((await rowOf(id)).content)).not.toContain("KOBAR");
      });
    });

    describe("settling as sent", () => {
      it("keeps the message, and tells of no delivery nobody waits for", async () => {
        const id = await plant();
        expect(await send(first, await claim(), "m1")).toEqual({ told: false });
        expect(await rowOf(id)).toMatchObject({ state: "sent", messageId: "m1", leaseToken: null, error: null });
        expect(await world.told()).toEqual([]);
        expect(await world.cards()).toEqual([]);
      });

      it("tells of the delivery at the case time of settling, in the case's lane, once", async () => {
        const id = await plant({ duties: [duty] });
        const before = Date.now() + 5 * HOUR_MS;
        expect(await send(first, await claim())).toEqual({ told: true });
        const [told] = await world.told();
        expect(told).toMatchObject({
          platform: "core",
          eventId: `delivered:${id}`,
          lane: "case:q1",
          state: "pending",
          governmentId: government.id,
          payload: { type: "delivered", governmentId: government.id, duties: [duty] },
        });
        const payload = told?.payload as unknown as { readonly at: string } | undefined;
        expect(Math.abs(Date.parse(payload?.at ?? "") - before)).toBeLessThan(60_000);
      });

      it("counts an ambiguous delivery from its first attempt", async () => {
        const id = await plant({ duties: [duty] });
        await first.begin(await claim(), []);
        await world.expireLeases();
        const firstAt = new Date("2026-03-01T02:03:04.567Z");
        await world.amend(id, { firstAttemptCaseAt: firstAt });
        await send(second, await claim(second));
        const [told] = await world.told();
        expect(told?.payload).toMatchObject({ at: "2026-03-01T02:03:04.567Z" });
      });

      it("keeps the card's place and the highest version it showed", async () => {
        await plant({ card: { key: "home", version: 3 } });
        await send(first, await claim(), "m1", 5);
        expect(await world.cards()).toMatchObject([{ key: "home", messageId: "m1", shownVersion: 5, ...place() }]);
        await plant({ card: { key: "home", version: 4 } });
        const row = await claim();
        expect(row.card).toEqual({
          key: "home",
          version: 4,
          posted: true,
          shown: { version: 5, message: messageAt("m1") },
        });
        await first.begin(row, []);
        await first.settleSent(row, messageAt("m1"), 4);
        expect(await world.cards()).toMatchObject([{ shownVersion: 5 }]);
      });

      const place = () => ({ platform: work.platform, workspace: work.workspace, channel: work.channel });

      it("knows that another row tried to post the card first, as long as none certainly did", async () => {
        const tried = await plant({ card: { key: "home", version: 1 } });
        const row = await claim();
        expect(row.card).toEqual({ key: "home", version: 1, posted: false });
        await first.begin(row, []);
        await first.retryLater(row, { afterMs: HOUR_MS, attempts: 0, ambiguous: true, error: "x" });
        await world.amend(tried, { firstAttemptAt: ago(61_000) });
        await plant({ card: { key: "home", version: 2 } });
        const passing = await claim();
        expect(passing.card).toEqual({ key: "home", version: 2, posted: false, tried: true });
        await send(first, passing);
        await plant({ card: { key: "home", version: 3 } });
        expect((await claim()).card).not.toHaveProperty("tried");
      });

      it("counts what a superseded card reports as delivered", async () => {
        const id = await plant({ card: { key: "home", version: 1 }, duties: [duty] });
        expect(await first.settleSuperseded(await claim())).toEqual({ told: true });
        expect(await rowOf(id)).toMatchObject({ state: "superseded" });
        expect(await world.told()).toMatchObject([{ eventId: `delivered:${id}` }]);
      });
    });

    describe("settling as not sent", () => {
      it("tells those who depend on a dead letter, with the reason, once", async () => {
        const id = await plant({ duties: [duty] });
        const row = await claim();
        expect(await first.settleDead(row, "forbidden")).toEqual({ told: true });
        await expect(first.settleDead(row, "forbidden")).rejects.toThrow(LeaseLost);
        expect(await rowOf(id)).toMatchObject({ state: "dead", error: "forbidden" });
        expect(await world.told()).toMatchObject([
          {
            eventId: `undeliverable:${id}`,
            lane: "case:q1",
            payload: { type: "undeliverable", governmentId: government.id, duties: [duty], reason: "forbidden" },
          },
        ]);
      });

      it("tells nobody of what was dropped", async () => {
        const id = await plant({ duties: [duty] });
        expect(await first.settleDropped(await claim(), "gone")).toEqual({ told: false });
        expect(await rowOf(id)).toMatchObject({ state: "dropped", error: "gone" });
        expect(await world.told()).toEqual([]);
      });

      it("forgets an attempt that does not count, so that a newer card may supersede the row again", async () => {
        const id = await plant();
        const row = await claim();
        await first.begin(row, []);
        await first.retryLater(row, { afterMs: 0, attempts: -1, ambiguous: false, error: "rate-limited" });
        expect(await rowOf(id)).toMatchObject({
          state: "pending",
          attempts: 0,
          firstAttemptAt: null,
          leaseToken: null,
        });
      });
    });

    describe("moving", () => {
      it("takes everything that waits along, and leaves the old cards", async () => {
        const to = { ...work, channel: "supergroup" };
        await plant({ words: "one", card: { key: "home", version: 1 } });
        await send(first, await claim(), "m1", 1);
        await plant({ words: "two" });
        const third = await plant({ words: "three" });
        const sent = await claim();
        await first.begin(sent, []);
        await first.relocate(sent, to);
        expect(await rowOf(sent.id)).toMatchObject({
          state: "pending",
          channel: "supergroup",
          lane: laneOf(to),
          attempts: 0,
        });
        expect(await rowOf(third)).toMatchObject({ channel: "supergroup", lane: laneOf(to) });
        expect(await world.cards()).toEqual([]);
        expect((await world.bound()).filter((nativeId) => nativeId === "supergroup")).toHaveLength(1);
        expect(wordsOf(await claim(first, to))).toBe("two");
        await expect(first.relocate(sent, to)).rejects.toThrow(LeaseLost);
        await world.rebind("supergroup", work.channel);
      });

      it("takes a doubt along: the new place would not notice a repeat of what the old one may have", async () => {
        const to = { ...work, channel: "supergroup" };
        const id = await plant();
        await recognising.begin(await claim(recognising), []);
        await world.expireLeases();
        const row = await claim(recognising);
        expect(row).toMatchObject({ outcomeUnknown: true, ambiguous: false });
        await recognising.begin(row, []);
        await recognising.relocate(row, to);
        expect(await rowOf(id)).toMatchObject({ state: "pending", lane: laneOf(to), ambiguous: true, attempts: 1 });
        expect(await claim(recognising, to)).toMatchObject({ id, outcomeUnknown: false, ambiguous: true });
        await world.rebind("supergroup", work.channel);
      });

      it("takes rows along that somebody left on their way, before the others and in doubt for good", async () => {
        const to = { ...work, channel: "supergroup" };
        await plant({ words: "moving" });
        const left = await plant({ words: "left" });
        const row = await claim(recognising);
        await recognising.begin(row, []);
        await world.amend(left, {
          state: "sending",
          leaseToken: "theirs",
          leaseUntil: ago(1_000),
          firstAttemptAt: ago(26_000),
        });
        await recognising.relocate(row, to);
        expect(await rowOf(left)).toMatchObject({ state: "sending", lane: laneOf(to), channel: "supergroup" });
        expect(await recognising.dueLanes()).toEqual([laneOf(to)]);
        expect(await claim(recognising, to)).toMatchObject({ id: left, outcomeUnknown: true, ambiguous: true });
        await world.rebind("supergroup", work.channel);
      });

      it("forgets a card whose message is gone, and knows that it was posted before", async () => {
        await plant({ card: { key: "home", version: 1 } });
        await send(first, await claim(), "m1", 1);
        await plant({ card: { key: "home", version: 2 } });
        const row = await claim();
        await first.begin(row, []);
        await first.forgetCard(row);
        expect((await claim()).card).toEqual({ key: "home", version: 2, posted: true });
      });
    });

    describe("recent attempts", () => {
      it("are those within the window, whoever made them", async () => {
        const old = await plant();
        await send(first, await claim());
        await world.amend(old, { settledAt: ago(600_000) });
        await plant();
        await send(second, await claim(second));
        await plant({ to: approval });
        await first.begin(await claim(first, approval), []);
        await plant();
        const recent = await first.recentAttempts(60_000);
        expect(recent.map(({ lane }) => lane).sort()).toEqual([laneOf(approval), laneOf(work)].sort());
        for (const { agoMs } of recent) expect(agoMs).toBeLessThan(60_000);
      });
    });
  });
};
