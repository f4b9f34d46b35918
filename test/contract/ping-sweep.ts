import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Swept } from "../../src/infra/scheduler/sweep.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import type { PlantedGovernment } from "../support/registry-fixture.js";

const HOUR_MS = 3_600_000;
/** How far the example government's case time is ahead. */
export const OFFSET_MS = 100 * HOUR_MS;

/** A message a sweep wrote. */
export interface SweptView {
  readonly governmentId: string;
  readonly lane: string;
  readonly channel: string;
  readonly whenUnknown: string;
  readonly replyTo?: unknown;
  readonly state: string;
  readonly content: unknown;
}

export interface PlantedPing {
  readonly forward: string;
  readonly stage?: string;
  /** From now, by case time. */
  readonly dueInMs?: number;
  readonly purpose?: "work" | "approval" | "digest";
  readonly government?: PlantedGovernment;
}

/** Pings to be swept, and the ways to what a sweep leaves behind. */
export interface SweepWorld {
  readonly real: PlantedGovernment;
  readonly example: PlantedGovernment;
  sweep(): Promise<Swept>;
  nextDue(only: "examples" | "all"): Promise<Date | undefined>;
  /** A forward of the case `q-<id>` to the related agency. */
  plantForward(id: string, status?: "open" | "answered" | "returned", government?: PlantedGovernment): Promise<unknown>;
  /** Answers when it is due. What is no planted forward is a version of a proposal. */
  plantPing(ping: PlantedPing): Promise<Date>;
  /** So many open forwards of cases of their own, each with a ping that is due. */
  plantMany(count: number): Promise<unknown>;
  /** As a commit cancels it: what waited was decided. */
  cancel(forwardId: string): Promise<unknown>;
  takenAt(forwardId: string): Promise<Date | null>;
  /** In order of their channels. */
  messages(): Promise<readonly SweptView[]>;
  /** In order of their ids. */
  events(): Promise<readonly object[]>;
  clear(): Promise<unknown>;
  close(): Promise<void>;
}

/** What every sweep promises, wherever the pings are. */
export const describeSweep = (name: string, createWorld: () => Promise<SweepWorld>): void => {
  describe(`pings on ${name}`, () => {
    let world: SweepWorld;
    beforeAll(async () => {
      world = await createWorld();
    });
    afterAll(() => world.close());
    beforeEach(() => world.clear());

    const itemsOf = async () =>
      (await world.messages()).map(({ channel, content }) => {
        const pings = content as Extract<MessageContent, { kind: "pings" }>;
        return { channel, kind: pings.kind, items: pings.items.map(({ forwardId, stage }) => `${forwardId} ${stage}`) };
      });
    const channel = (purpose: "work" | "approval", government = world.real) =>
      government.conversation(government.related, purpose).channel;

    describe("the sweep", () => {
      it("writes one joined message for each channel, in the order the pings fell due", async () => {
        for (const id of ["f1", "f2"]) await world.plantForward(id);
        await world.plantPing({ forward: "f2", dueInMs: -2000 });
        await world.plantPing({ forward: "f1", stage: "due" });
        await world.plantPing({ forward: "f1", stage: "due", purpose: "approval" });
        await world.plantPing({ forward: "f1", stage: "head", purpose: "approval", dueInMs: HOUR_MS });
        expect(await world.sweep()).toEqual({ taken: 3, messages: 2, unheard: 0 });
        expect(await itemsOf()).toEqual([
          { channel: channel("approval"), kind: "pings", items: ["f1 due"] },
          { channel: channel("work"), kind: "pings", items: ["f2 before-60", "f1 due"] },
        ]);
        const rows = await world.messages();
        expect(rows[0]).toMatchObject({
          governmentId: world.real.id,
          lane: `simulator:${world.real.id}:${channel("approval")}`,
          whenUnknown: "repeat",
          state: "pending",
          content: { agencyId: world.real.related, items: [{ inquiryId: "q-f1", forwardId: "f1", stage: "due" }] },
        });
        expect(await world.events()).toMatchObject([
          {
            eventId: "due:f1",
            lane: "case:q-f1",
            payload: { type: "due", governmentId: world.real.id, inquiryId: "q-f1" },
          },
        ]);
        expect(await world.sweep()).toEqual({ taken: 0, messages: 0, unheard: 0 });
      });

      it("tells of a version that waits for the officials, together with forwards, alone in reply to its card", async () => {
        await world.plantForward("f1");
        await world.plantPing({ forward: "f1", stage: "due", purpose: "approval" });
        await world.plantPing({ forward: "v1", stage: "after-240", purpose: "approval", dueInMs: -2000 });
        expect(await world.sweep()).toEqual({ taken: 2, messages: 1, unheard: 0 });
        expect((await itemsOf()).map(({ items }) => items)).toEqual([["v1 after-240", "f1 due"]]);
        await world.plantPing({ forward: "v2", stage: "after-1440", purpose: "approval", dueInMs: -1000 });
        await world.plantPing({ forward: "v2", stage: "head", purpose: "approval", dueInMs: -1000 });
        expect(await world.sweep()).toEqual({ taken: 2, messages: 1, unheard: 0 });
        const alone = (await world.messages()).find(({ content }) => JSON.stringify(content).includes("v2"));
        expect(alone).toMatchObject({
          replyTo: { card: "selection:v2" },
          content: { items: [{ inquiryId: "q-v2", forwardId: "v2", stage: "head" }] },
        });
        const reminded = (id: string, stage: string) => ({
          governmentId: world.real.id,
          eventId: `reminded:${id}:${stage}`,
          lane: `case:q-${id}`,
          payload: {
            type: "reminded",
            governmentId: world.real.id,
            proposalId: `q-${id}`,
            versionId: id,
            stage,
          },
        });
        expect(await world.events()).toMatchObject([
          { eventId: "due:f1" },
          reminded("v1", "after-240"),
          reminded("v2", "head"),
        ]);
      });

      it("claims no ping of a version that was decided meanwhile", async () => {
        await world.plantPing({ forward: "v1", stage: "after-240", purpose: "approval" });
        await world.cancel("v1");
        expect(await world.nextDue("all")).toBeUndefined();
        expect(await world.sweep()).toEqual({ taken: 0, messages: 0, unheard: 0 });
        await world.plantPing({ forward: "v2", stage: "after-240", purpose: "digest" });
        expect(await world.sweep()).toEqual({ taken: 1, messages: 0, unheard: 1 });
        expect(await world.events()).toMatchObject([{ eventId: "reminded:v2:after-240" }]);
      });

      it("goes by each government's own case time", async () => {
        await world.plantForward("f1", "open", world.example);
        await world.plantForward("f2");
        await world.plantPing({ forward: "f1", government: world.example });
        await world.plantPing({ forward: "f2", dueInMs: OFFSET_MS - 1000 });
        expect(await world.sweep()).toMatchObject({ taken: 1, messages: 1 });
        expect((await itemsOf()).map(({ channel: place }) => place)).toEqual([channel("work", world.example)]);
        const takenAt = await world.takenAt("f1");
        expect((takenAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(OFFSET_MS - HOUR_MS);
      });

      it("takes pings of ended forwards and of missing channels without a message, and counts the latter", async () => {
        await world.plantForward("ended", "answered");
        await world.plantForward("deaf");
        await world.plantPing({ forward: "ended" });
        await world.plantPing({ forward: "deaf", purpose: "digest" });
        expect(await world.sweep()).toEqual({ taken: 2, messages: 0, unheard: 1 });
        expect(await world.sweep()).toMatchObject({ taken: 0 });
      });

      it("tells only the latest of what fell due of one forward while nobody was there", async () => {
        await world.plantForward("f1");
        await world.plantPing({ forward: "f1", stage: "before-180", dueInMs: -3 * HOUR_MS });
        await world.plantPing({ forward: "f1", stage: "due", dueInMs: -HOUR_MS });
        await world.plantPing({ forward: "f1", stage: "before-60", dueInMs: -2 * HOUR_MS });
        expect(await world.sweep()).toEqual({ taken: 3, messages: 1, unheard: 0 });
        expect((await itemsOf())[0]?.items).toEqual(["f1 due"]);
      });

      it("sends each ping once when three replicas sweep at one instant", async () => {
        await world.plantMany(1_200);
        let taken = 0;
        const countingSweep = async () => {
          const swept = await world.sweep();
          taken += swept.taken;
        };
        await Promise.all([countingSweep(), countingSweep(), countingSweep()]);
        await countingSweep();
        expect(taken).toBe(1_200);
        const items = (await itemsOf()).flatMap((message) => message.items);
        expect(items).toHaveLength(1_200);
        expect(new Set(items).size).toBe(1_200);
        for (const { items: batch } of await itemsOf()) expect(batch.length).toBeLessThanOrEqual(500);
      });
    });

    describe("the next due time", () => {
      it("is that of the earliest ping somebody will hear of", async () => {
        expect(await world.nextDue("all")).toBeUndefined();
        for (const id of ["ended", "deaf", "open"]) await world.plantForward(id, id === "ended" ? "returned" : "open");
        await world.plantForward("example", "open", world.example);
        await world.plantPing({ forward: "ended", dueInMs: HOUR_MS });
        await world.plantPing({ forward: "deaf", dueInMs: HOUR_MS, purpose: "digest" });
        const open = await world.plantPing({ forward: "open", dueInMs: 2 * HOUR_MS });
        const later = await world.plantPing({ forward: "example", dueInMs: HOUR_MS, government: world.example });
        expect(await world.nextDue("all")).toEqual(open);
        expect(await world.nextDue("examples")).toEqual(later);
      });

      it("is also that of a version that waits for the officials", async () => {
        const due = await world.plantPing({ forward: "v1", stage: "after-240", purpose: "approval", dueInMs: HOUR_MS });
        expect(await world.nextDue("all")).toEqual(due);
      });
    });
  });
};
