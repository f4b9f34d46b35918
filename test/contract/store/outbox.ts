import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Duty, OutboxDraft } from "../../../src/ports/store.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { commit } from "./commit-helpers.js";

const say = (government: PlantedGovernment, step: string): OutboxDraft => ({
  step,
  to: government.conversation(government.home, "work"),
  content: { kind: "notice", code: "done", values: { n: 1 } },
  whenUnknown: "drop",
});

const duty = (name: string): Duty => ({ kind: "forward", inquiryId: "case", forwardId: name });

const show = (government: PlantedGovernment, key: string, version: number, ...duties: Duty[]): OutboxDraft => ({
  step: `card:${key}`,
  to: government.conversation(government.related, "work"),
  content: { kind: "case-card", inquiryId: "case", agencyId: government.related },
  card: { key, version },
  duties,
  whenUnknown: "repeat",
});

/** Messages written with the change they tell of. */
export const describeOutbox = (world: World): void => {
  describe("outbox", () => {
    it("keeps a draft with all it says, in the lane of its conversation", async () => {
      const government = await world().plantGovernment();
      const to = { ...government.conversation(government.home, "work"), thread: "9" };
      const user = { platform: "simulator", workspace: government.id, id: "somebody" } as const;
      const content = { kind: "notice", code: "noted", values: {}, inquiryId: "case" } as const;
      const draft: OutboxDraft = {
        ...say(government, "reply"),
        to,
        content,
        whisperTo: user,
        replyTo: { card: "case:home" },
        expectsReplyFrom: { ...user, id: "another" },
      };
      const inboxId = await commit(world(), government.id, { outbox: [draft] });
      expect(await world().outbox(government.id)).toEqual([
        {
          causeKey: `${inboxId}:reply`,
          seq: expect.any(Number),
          state: "pending",
          lane: `simulator:${government.id}:${to.channel}`,
          thread: "9",
          whisperTo: "somebody",
          expectsReplyFrom: "another",
          replyTo: { card: "case:home" },
          content,
          cardVersion: null,
          duties: [],
          whenUnknown: "drop",
        },
      ]);
    });

    it("keeps drafts of one commit in their order", async () => {
      const government = await world().plantGovernment();
      const steps = ["c", "a", "b", "e", "d"];
      const inboxId = await commit(world(), government.id, { outbox: steps.map((step) => say(government, step)) });
      const rows = await world().outbox(government.id);
      expect(rows.map(({ causeKey }) => causeKey)).toEqual(steps.map((step) => `${inboxId}:${step}`));
    });

    it("lets a newer card take the place and the duties of older ones nobody tried to send", async () => {
      const government = await world().plantGovernment();
      const first = await commit(world(), government.id, { outbox: [show(government, "k", 1, duty("a"), duty("b"))] });
      await commit(world(), government.id, { outbox: [say(government, "between")] });
      const second = await commit(world(), government.id, { outbox: [show(government, "k", 2, duty("b"), duty("c"))] });
      const third = await commit(world(), government.id, { outbox: [show(government, "k", 3)] });
      const rows = await world().outbox(government.id);
      const states = new Map(rows.map((row) => [row.causeKey, row.state]));
      expect(states.get(`${first}:card:k`)).toBe("superseded");
      expect(states.get(`${second}:card:k`)).toBe("superseded");
      const live = rows.filter(({ state }) => state === "pending");
      expect(live.map(({ causeKey }) => causeKey)[0]).toBe(`${third}:card:k`);
      expect(live).toHaveLength(2);
      expect(live[0]?.cardVersion).toBe(3);
      expect(new Set(live[0]?.duties)).toEqual(new Set([duty("a"), duty("b"), duty("c")]));
      expect(live[0]?.duties).toHaveLength(3);
    });

    it.each([
      { what: "being sent", change: { state: "sending", attempts: 1 } },
      { what: "waiting for its second attempt", change: { state: "pending", attempts: 1 } },
      { what: "sent", change: { state: "sent", attempts: 1 } },
    ])("leaves a card that is $what its turn, and queues behind it", async ({ change }) => {
      const government = await world().plantGovernment();
      const first = await commit(world(), government.id, { outbox: [show(government, "k", 1, duty("a"))] });
      await world().amendOutbox(`${first}:card:k`, change);
      const second = await commit(world(), government.id, { outbox: [show(government, "k", 2)] });
      const rows = await world().outbox(government.id);
      expect(rows.map(({ causeKey, state }) => [causeKey, state])).toEqual([
        [`${first}:card:k`, change.state],
        [`${second}:card:k`, "pending"],
      ]);
      expect(rows[1]?.duties).toEqual([]);
    });

    it("supersedes neither other cards nor those of other governments nor newer versions", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      await commit(world(), other.id, { outbox: [show(other, "k", 1)] });
      await commit(world(), government.id, { outbox: [show(government, "l", 1), say(government, "plain")] });
      await commit(world(), government.id, { outbox: [show(government, "k", 5)] });
      await commit(world(), government.id, { outbox: [show(government, "k", 4)] });
      const rows = [...(await world().outbox(government.id)), ...(await world().outbox(other.id))];
      expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "pending"));
      const newest = await commit(world(), government.id, { outbox: [show(government, "k", 6)] });
      const places = (await world().outbox(government.id)).filter((row) => (row.cardVersion ?? 0) >= 4);
      expect(places.map(({ state }) => state).sort()).toEqual(["pending", "superseded", "superseded"]);
      const taken = places.find(({ causeKey }) => causeKey === `${newest}:card:k`);
      expect(taken?.seq).toBe(Math.min(...places.map(({ seq }) => seq)));
    });

    it("supersedes several cards of one commit, each by its own", async () => {
      const government = await world().plantGovernment();
      const cards = (version: number) => [
        show(government, "k", version, duty(`k${version}`)),
        show(government, "l", version, duty(`l${version}`)),
      ];
      await commit(world(), government.id, { outbox: cards(1) });
      await commit(world(), government.id, { outbox: cards(2) });
      const live = (await world().outbox(government.id)).filter(({ state }) => state === "pending");
      expect(live.map(({ duties }) => new Set(duties))).toEqual([
        new Set([duty("k1"), duty("k2")]),
        new Set([duty("l1"), duty("l2")]),
      ]);
    });

    it("loses no duty and keeps one untried row of a card, whatever is sent between its versions", async () => {
      const steps = fc.array(fc.constantFrom("change", "attempt"), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(steps, async (plan) => {
          const government = await world().plantGovernment();
          const key = `${government.id}:card`;
          let version = 0;
          for (const step of plan) {
            if (step === "change") {
              version += 1;
              await commit(world(), government.id, { outbox: [show(government, key, version, duty(`d${version}`))] });
            }
            const untried = (await world().outbox(government.id)).find((row) => row.state === "pending");
            if (step === "attempt" && untried)
              await world().amendOutbox(untried.causeKey, { state: "sent", attempts: 1 });
          }
          const rows = await world().outbox(government.id);
          const live = rows.filter(({ state }) => state !== "superseded");
          expect(live.filter(({ state }) => state === "pending").length).toBeLessThanOrEqual(1);
          expect(live.map((row) => row.cardVersion)).toEqual(
            live.map((row) => row.cardVersion).sort((a, b) => Number(a) - Number(b)),
          );
          const duties = live.flatMap((row) => row.duties as readonly Duty[]);
          expect(duties).toHaveLength(version);
          expect(new Set(duties)).toEqual(
            new Set(Array.from({ length: version }, (_, index) => duty(`d${index + 1}`))),
          );
        }),
        { numRuns: 20 },
      );
    });

    it("tells what a message shows by the newest row that went there", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const card = show(government, "k", 1);
      const first = await commit(world(), government.id, { outbox: [card] });
      const { platform, workspace, channel } = card.to;
      const message = { platform, workspace, channel, id: "m1" };
      expect(await world().store.contentOfMessage(government.id, message)).toBeUndefined();
      await world().amendOutbox(`${first}:card:k`, { state: "sent", attempts: 1, messageId: "m1" });
      expect(await world().store.contentOfMessage(government.id, message)).toEqual(card.content);
      const content = { kind: "case-card", inquiryId: "case", agencyId: "another" } as const;
      const second = await commit(world(), government.id, { outbox: [{ ...show(government, "k", 2), content }] });
      await world().amendOutbox(`${second}:card:k`, { state: "sent", attempts: 1, messageId: "m1" });
      expect(await world().store.contentOfMessage(government.id, message)).toEqual(content);
      expect(await world().store.contentOfMessage(other.id, message)).toBeUndefined();
      expect(await world().store.contentOfMessage(government.id, { ...message, channel: "x" })).toBeUndefined();
    });
  });
};
