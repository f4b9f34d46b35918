import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { InboxClaimed } from "../../src/infra/inbox/claim.js";
import type { InboxStore } from "../../src/infra/inbox/store.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { LeaseLost } from "../../src/ports/store.js";

/** An inbox row as the suite looks at it. */
export interface InboxView {
  readonly governmentId: string | null;
  readonly lane: string;
  readonly payload: unknown;
  readonly state: string;
  readonly deaths: number;
  readonly exceptions: number;
  readonly error: string | null;
}

/** An inbox to be tested, as two processes have it, and the ways to what its interface does not show. */
export interface InboxWorld {
  readonly first: InboxStore;
  readonly second: InboxStore;
  /** A conversation some government bound. */
  readonly bound: { readonly governmentId: string; readonly conversation: ConversationRef };
  /** Of the platform "simulator". Rejects when there is none. */
  rowOf(eventId: string): Promise<InboxView>;
  count(): Promise<number>;
  /** Every lease ended long ago. */
  expireLeases(): Promise<unknown>;
  /** The row was done so many days ago. */
  doneBefore(eventId: string, days: number): Promise<unknown>;
  clear(): Promise<unknown>;
  close(): Promise<void>;
}

const event = (eventId: string, channel = "group", text = "words"): ChatEvent => ({
  type: "message",
  eventId,
  occurredAt: "2026-01-05T02:00:00.000Z",
  conversation: { platform: "simulator", workspace: "-", channel },
  message: { platform: "simulator", workspace: "-", channel, id: eventId },
  text,
  addressed: true,
});

/** What every inbox promises, whatever it keeps its rows in. */
export const describeInbox = (name: string, createWorld: () => Promise<InboxWorld>): void => {
  describe(`inbox on ${name}`, () => {
    let world: InboxWorld;
    let first: InboxStore;
    let second: InboxStore;

    beforeAll(async () => {
      world = await createWorld();
      ({ first, second } = world);
    });
    afterAll(() => world.close());
    beforeEach(() => world.clear());

    const claimOne = async (store: InboxStore = first) => {
      const [work] = await store.claim(1);
      if (work === undefined) throw new Error("nothing to claim");
      return work;
    };

    describe("accept", () => {
      it("takes an event once, also when four deliveries of it race", async () => {
        const outcomes = await Promise.all([first, second, first, second].map((store) => store.accept(event("e1"))));
        expect([...outcomes].sort()).toEqual(["accepted", "duplicate", "duplicate", "duplicate"]);
        expect(await world.count()).toBe(1);
      });

      it("finds the government that bound the conversation, and takes unbound ones without", async () => {
        const { governmentId, conversation: bound } = world.bound;
        await first.accept({ ...event("bound"), conversation: bound });
        await first.accept(event("unbound"));
        expect(await world.rowOf("bound")).toMatchObject({
          governmentId,
          lane: `${bound.platform}:${bound.workspace}:${bound.channel}`,
          payload: { type: "chat", event: { eventId: "bound" } },
        });
        expect((await world.rowOf("unbound")).governmentId).toBeNull();
      });

      it("keeps the order of events that come at the same time, each once", async () => {
        const ids = Array.from({ length: 40 }, (_, number) => `same ${String(number).padStart(2, "0")}`);
        const outcomes = await Promise.all([...ids, ...ids].map((id) => first.accept(event(id))));
        expect(outcomes.slice(0, ids.length).every((outcome) => outcome === "accepted")).toBe(true);
        expect(outcomes.slice(ids.length).every((outcome) => outcome === "duplicate")).toBe(true);
        for (const id of ids) {
          const work = await claimOne();
          expect(work.payload).toMatchObject({ event: { eventId: id } });
          await first.finish(work);
        }
      });

      it("stores texts PostgreSQL cannot hold, with a replacement where it cannot", async () => {
        await first.accept(event("e\0vil", "group", "a\0b \ud800 c 😀 \\u0000"));
        const work = await claimOne();
        expect(work.payload).toMatchObject({ event: { text: "a\uFFFDb \uFFFD c 😀 \\u0000", eventId: "e\uFFFDvil" } });
      });
    });

    describe("claim", () => {
      it("gives the oldest of each lane and nothing behind it until that is done", async () => {
        for (const [id, channel] of [
          ["a1", "a"],
          ["a2", "a"],
          ["b1", "b"],
        ] as const)
          await first.accept(event(id, channel));
        const claimed = await first.claim(10);
        expect(claimed.map(({ payload }) => payload.type === "chat" && payload.event.eventId)).toEqual(["a1", "b1"]);
        expect(await second.claim(10)).toEqual([]);
        const [a1] = claimed;
        if (a1 === undefined) throw new Error("nothing claimed");
        await first.finish(a1);
        expect((await second.claim(10)).map(({ payload }) => payload.type === "chat" && payload.event.eventId)).toEqual(
          ["a2"],
        );
      });

      it("shares twenty lanes between two claimers without giving any row twice", async () => {
        for (let lane = 0; lane < 20; lane += 1) await first.accept(event(`e${lane}`, `lane${lane}`));
        const claims = await Promise.all([first, second, first, second].map((store) => store.claim(7)));
        const ids = claims.flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const rest = await first.claim(20);
        expect(ids.length + rest.length).toBe(20);
      });

      const acceptAll = (events: readonly ChatEvent[]) => Promise.all(events.map((each) => first.accept(each)));
      const busy = Array.from({ length: 700 }, (_each, number) => `busy ${number}`);
      const channelOf = (work: InboxClaimed | undefined) =>
        work?.payload.type === "chat" ? work.payload.event.conversation.channel : undefined;

      it("takes the lane that waits longest, behind one that cannot go on and among seven hundred busy ones", async () => {
        await acceptAll(["b1", "b2", "b3"].map((id) => event(id, "a blocked one")));
        await claimOne();
        await first.accept(event("late", "waiting"));
        await acceptAll(busy.map((lane) => event(lane, lane)));
        expect(channelOf(await claimOne())).toBe("waiting");
      });

      it("lets no lane starve behind hundreds of rows that cannot go on and seven hundred lanes always busy", async () => {
        await acceptAll(Array.from({ length: 400 }, (_each, number) => event(`b${number}`, "a blocked one")));
        await claimOne();
        await first.accept(event("late", "waiting"));
        await acceptAll(busy.map((lane) => event(lane, lane)));
        const taken: (string | undefined)[] = [];
        for (let claims = 0; claims < 12 && !taken.includes("waiting"); claims += 1) {
          const work = await claimOne();
          const lane = channelOf(work);
          taken.push(lane);
          await first.finish(work);
          await first.accept(event(`again ${claims}`, lane));
        }
        expect(taken).toContain("waiting");
      });

      it("leaves a row that backs off, and those behind it", async () => {
        await first.accept(event("e1"));
        await first.accept(event("e2"));
        await first.release(await claimOne(), 60_000);
        expect(await first.claim(10)).toEqual([]);
      });

      it("claims an expired lease again, counts the death and takes the work away from the first", async () => {
        await first.accept(event("e1"));
        const stalled = await claimOne();
        await world.expireLeases();
        const taken = await claimOne(second);
        expect(taken.id).toBe(stalled.id);
        expect((await world.rowOf("e1")).deaths).toBe(1);
        await expect(first.finish(stalled)).rejects.toThrow(LeaseLost);
        await expect(first.release(stalled, 0)).rejects.toThrow(LeaseLost);
        await expect(first.fail(stalled, "error", 0)).rejects.toThrow(LeaseLost);
        await second.finish(taken);
        expect((await world.rowOf("e1")).state).toBe("done");
      });

      it("parks a row whose handling ended the process ten times, and goes on behind it", async () => {
        await first.accept(event("poison"));
        await first.accept(event("next"));
        for (let death = 1; death <= 10; death += 1) {
          expect(await first.claim(10)).toHaveLength(1);
          await world.expireLeases();
        }
        expect(await first.claim(10)).toEqual([]);
        expect(await world.rowOf("poison")).toMatchObject({ state: "parked", deaths: 10 });
        const [next] = await first.claim(10);
        expect(next?.payload).toMatchObject({ event: { eventId: "next" } });
      });

      it("hands out alone what was in hand at three deaths: the killer is parked, those beside it are not", async () => {
        const handle = async (claimed: readonly InboxClaimed[]): Promise<void> => {
          const [work] = claimed;
          expect(claimed.map(({ alone }) => alone)).toEqual(work ? [true] : []);
          if (work?.payload.type !== "chat") return;
          if (work.payload.event.eventId === "killer") await world.expireLeases();
          else await first.finish(work);
        };
        for (const name of ["before", "killer", "after"]) await first.accept(event(name, name));
        for (let death = 1; death <= 3; death += 1) {
          expect(await first.claim(8)).toHaveLength(3);
          await world.expireLeases();
        }
        expect(await first.claim(8, 1)).toEqual([]);
        for (let death = 4; death <= 13; death += 1) await handle(await first.claim(8));
        expect(await world.rowOf("killer")).toMatchObject({ state: "parked", deaths: 10 });
        for (const name of ["before", "after"]) expect(await world.rowOf(name)).toMatchObject({ state: "done" });
      });
    });

    describe("failing", () => {
      it("parks at the third exception with the error's description, and never counts a release", async () => {
        await first.accept(event("e1"));
        for (let release = 0; release < 5; release += 1) await first.release(await claimOne(), 0);
        expect(await first.fail(await claimOne(), "TypeError", 0)).toBe("pending");
        expect(await first.fail(await claimOne(), "TypeError", 0)).toBe("pending");
        expect(await first.fail(await claimOne(), "TypeError at x.ts:1", 0)).toBe("parked");
        expect(await world.rowOf("e1")).toMatchObject({
          state: "parked",
          error: "TypeError at x.ts:1",
          exceptions: 3,
          deaths: 0,
        });
      });
    });

    describe("prune", () => {
      it("forgets what was said in rows done over thirty days ago, and still knows the event", async () => {
        for (const id of ["old", "young", "open"]) await first.accept(event(id, id));
        await world.doneBefore("old", 31);
        await world.doneBefore("young", 29);
        expect(await first.prune()).toBe(1);
        expect((await world.rowOf("old")).payload).toBeNull();
        expect((await world.rowOf("young")).payload).not.toBeNull();
        expect((await world.rowOf("open")).payload).not.toBeNull();
        expect(await first.accept(event("old", "old"))).toBe("duplicate");
      });
    });
  });
};
