import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../../../src/domain/inquiry/model.js";
import { type Changes, LeaseLost, type OutboxDraft, VersionConflict } from "../../../src/ports/store.js";
import { NOON, newCase, newForward, noChanges } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { plantCase, stored, YEAR } from "./commit-helpers.js";

const draftTo = (government: PlantedGovernment, step: string): OutboxDraft => ({
  step,
  to: government.conversation(government.home, "work"),
  content: { kind: "notice", code: "done", values: {} },
  whenUnknown: "repeat",
});

/** A commit that writes to every table there is. */
const fullChanges = (government: PlantedGovernment, cause: Changes["cause"], next: Case): Changes => {
  const forward = newForward(government);
  return {
    governmentId: government.id,
    cause,
    case: { next: { ...next, forwards: [...next.forwards, forward] }, year: YEAR },
    history: [{ subjectId: next.id, at: NOON, kind: "noted", content: { by: cause.inboxId } }],
    outbox: [draftTo(government, "reply")],
    pings: [
      {
        inquiryId: next.id,
        forwardId: forward.id,
        stage: "due",
        dueAt: NOON,
        agencyId: government.related,
        purpose: "work",
      },
    ],
    cancelPingsOf: [],
    dialogue: {
      lane: "l",
      userId: "u",
      set: { command: "answer", values: {}, asking: "text", attachments: [], startedAt: NOON },
    },
    reply: {
      id: forward.id,
      inquiryId: next.id,
      message: { platform: "simulator", workspace: government.id, channel: "c", id: forward.id },
      personId: "p",
      text: "siap",
      attachments: [],
      state: "offered",
      at: NOON,
    },
  };
};

/** What a commit is refused for, and that a refused one leaves nothing. */
export const describeConflicts = (world: World): void => {
  describe("conflicts", () => {
    it("ends its cause, once: the second commit of one cause loses its lease and writes nothing", async () => {
      const government = await world().plantGovernment();
      const cause = await world().claim();
      const changes = fullChanges(government, cause, newCase(government));
      await world().store.commit(changes);
      expect(await world().inboxState(cause.inboxId)).toBe("done");
      const dump = await world().dump(government.id);
      const again = fullChanges(government, cause, newCase(government));
      await expect(world().store.commit(again)).rejects.toBeInstanceOf(LeaseLost);
      expect(await world().dump(government.id)).toBe(dump);
    });

    it("refuses a worker whose row was taken over, and lets the new holder commit", async () => {
      const government = await world().plantGovernment();
      const stalled = await world().claim();
      const holder = await world().takeOver(stalled.inboxId);
      const dump = await world().dump(government.id);
      const changes = fullChanges(government, stalled, newCase(government));
      await expect(world().store.commit(changes)).rejects.toBeInstanceOf(LeaseLost);
      expect(await world().dump(government.id)).toBe(dump);
      expect(await world().inboxState(stalled.inboxId)).toBe("running");
      await world().store.commit({ ...changes, cause: holder });
      expect(await world().inboxState(stalled.inboxId)).toBe("done");
    });

    it("refuses a version that is not the stored one, and leaves the cause to be tried again", async () => {
      const government = await world().plantGovernment();
      const planted = await plantCase(world(), government);
      const dump = await world().dump(government.id);
      for (const version of [0, 2, 7]) {
        const cause = await world().claim();
        const changes = fullChanges(government, cause, { ...planted, version });
        await expect(world().store.commit(changes)).rejects.toBeInstanceOf(VersionConflict);
        expect(await world().inboxState(cause.inboxId)).toBe("running");
        await world().store.commit(noChanges(government.id, cause));
      }
      expect(await world().dump(government.id)).toBe(dump);
    });

    it("tells a lost lease before another version", async () => {
      const government = await world().plantGovernment();
      const planted = await plantCase(world(), government);
      const cause = { inboxId: (await world().claim()).inboxId, leaseToken: "not mine" };
      const changes = fullChanges(government, cause, { ...planted, version: 5 });
      await expect(world().store.commit(changes)).rejects.toBeInstanceOf(LeaseLost);
    });

    it("refuses a case of another government as one it does not have", async () => {
      const [owner, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const planted = await plantCase(world(), owner);
      const dump = await world().dump(owner.id);
      const changes = fullChanges(other, await world().claim(), planted);
      await expect(world().store.commit(changes)).rejects.toBeInstanceOf(VersionConflict);
      expect(await world().dump(owner.id)).toBe(dump);
    });

    it("fails plainly for an unknown government, a repeated step and a text no database keeps", async () => {
      const government = await world().plantGovernment();
      const dump = await world().dump(government.id);
      const cause = await world().claim();
      const nul = newCase(government, { text: "a\0b" });
      const broken: readonly Changes[] = [
        noChanges("nowhere", cause),
        { ...noChanges(government.id, cause), outbox: [draftTo(government, "a"), draftTo(government, "a")] },
        { ...noChanges(government.id, cause), case: { next: nul, year: YEAR } },
        { ...noChanges(government.id, cause), case: { next: newCase(government, { text: "\ud800" }), year: YEAR } },
      ];
      for (const changes of broken) {
        const failure: unknown = await world()
          .store.commit(changes)
          .catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(Error);
        expect(failure).not.toBeInstanceOf(LeaseLost);
        expect(failure).not.toBeInstanceOf(VersionConflict);
      }
      expect(await world().inboxState(cause.inboxId)).toBe("running");
      expect(await world().dump(government.id)).toBe(dump);
    });

    it("lets exactly one of the commits on each version win, whatever their order", async () => {
      const government = await world().plantGovernment();
      const rounds = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(rounds, async (writersPerRound) => {
          const planted = await plantCase(world(), government);
          for (const writers of writersPerRound) {
            const before = await stored(world(), government.id, planted.id);
            const causes = await Promise.all(Array.from({ length: writers }, () => world().claim()));
            const outcomes = await Promise.allSettled(
              causes.map((cause) =>
                world().store.commit(fullChanges(government, cause, { ...before, text: cause.inboxId })),
              ),
            );
            const winners = causes.filter((_, index) => outcomes[index]?.status === "fulfilled");
            expect(winners).toHaveLength(1);
            for (const outcome of outcomes) {
              if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(VersionConflict);
            }
            const after = await stored(world(), government.id, planted.id);
            expect(after).toMatchObject({ version: before.version + 1, text: winners[0]?.inboxId });
            expect(after.forwards).toHaveLength(before.forwards.length + 1);
          }
          const { total } = await world().store.history(government.id, planted.id, 0, 1);
          expect(total).toBe(writersPerRound.length);
        }),
        { numRuns: 15 },
      );
    });
  });
};
