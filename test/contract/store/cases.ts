import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCaseCode } from "../../../src/domain/case-code.js";
import type { Answer, Case, Forward } from "../../../src/domain/inquiry/model.js";
import { LeaseLost } from "../../../src/ports/store.js";
import { arbitraryCase, NOON, newCase, newForward, noChanges, picture } from "../../support/case-fixture.js";
import type { World } from "../store.js";
import { commit, commitCase, plantCase, stored, YEAR } from "./commit-helpers.js";

const newAnswer = (version: number, text: string): Answer => ({
  id: randomUUID(),
  round: 1,
  version,
  origin: "available",
  text,
  attachments: [],
  hash: text,
  authorId: "somebody",
  at: NOON,
});

/** The forward as another one of the list is, but for what never changes. */
const changedAs =
  (others: readonly Forward[]) =>
  (forward: Forward, index: number): Forward => {
    const { id, agencyId, fromAgencyId, ordinal, round, forwardedBy, forwardedAt, firstForwardedAt } = forward;
    const fixed = { id, agencyId, fromAgencyId, ordinal, round, forwardedBy, forwardedAt, firstForwardedAt };
    return { ...(others[index] ?? forward), ...fixed };
  };

/** Cases, their numbers and what belongs to them. */
export const describeCases = (world: World): void => {
  describe("numbers", () => {
    it("counts from 1 in each government and year, and says code and version", async () => {
      const [first, second] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      expect(await plantCase(world(), first)).toMatchObject({ number: 1, version: 1, code: `${first.code}-26-0001` });
      expect(await plantCase(world(), first)).toMatchObject({ number: 2, code: `${first.code}-26-0002` });
      expect(await plantCase(world(), second)).toMatchObject({ number: 1, code: `${second.code}-26-0001` });
      const next = newCase(first);
      await commit(world(), first.id, { case: { next, year: 2005 } });
      expect(await stored(world(), first.id, next.id)).toMatchObject({ number: 1, code: `${first.code}-05-0001` });
    });

    it("gives cases that come at once consecutive numbers, none twice, none to a commit that fails", async () => {
      const government = await world().plantGovernment();
      const cases = Array.from({ length: 12 }, () => newCase(government));
      const lost = { inboxId: (await world().claim()).inboxId, leaseToken: "not mine" };
      const failing = Array.from({ length: 6 }, () =>
        world().store.commit({ ...noChanges(government.id, lost), case: { next: newCase(government), year: YEAR } }),
      );
      const [failures] = await Promise.all([
        Promise.allSettled(failing),
        ...cases.map((next) => commitCase(world(), government.id, next)),
      ]);
      expect(failures.every((each) => each.status === "rejected" && each.reason instanceof LeaseLost)).toBe(true);
      const numbers = await Promise.all(cases.map(async ({ id }) => (await stored(world(), government.id, id)).number));
      expect(numbers.sort((a, b) => a - b)).toEqual(cases.map((_, index) => index + 1));
      expect(await plantCase(world(), government)).toMatchObject({ number: 13 });
    });

    it("writes the code as the domain does", async () => {
      const government = await world().plantGovernment();
      for (let number = 1; number <= 3; number += 1) {
        expect((await plantCase(world(), government)).code).toBe(formatCaseCode(government.code, YEAR, number));
      }
    });

    it("keeps number, code and author whatever a later commit says", async () => {
      const government = await world().plantGovernment();
      const before = await plantCase(world(), government);
      const next = {
        ...before,
        number: 99,
        code: "X-26-0099",
        createdBy: "another",
        createdAt: new Date(0),
        text: "new",
      };
      await commit(world(), government.id, { case: { next, year: 1999 } });
      expect(await stored(world(), government.id, before.id)).toEqual({ ...before, text: "new", version: 2 });
    });
  });

  describe("cases", () => {
    it("gives back every case as it was stored, in one piece and by each key", async () => {
      const government = await world().plantGovernment();
      await fc.assert(
        fc.asyncProperty(arbitraryCase(government), async (next) => {
          await commitCase(world(), government.id, next);
          const found = await stored(world(), government.id, next.id);
          expect(found).toEqual({ ...next, version: 1, number: found.number, code: found.code });
          expect(await world().store.caseByCode(government.id, found.code)).toEqual(found);
          expect(await world().store.caseByNumber(government.id, found.number)).toEqual(found);
        }),
        { numRuns: 40 },
      );
    });

    it("changes every field that may change, and empties those that are gone", async () => {
      const government = await world().plantGovernment();
      const pairs = fc.tuple(arbitraryCase(government), arbitraryCase(government));
      await fc.assert(
        fc.asyncProperty(pairs, async ([first, second]) => {
          await commitCase(world(), government.id, first);
          const before = await stored(world(), government.id, first.id);
          const { id, number, code, version, createdBy, createdAt, answers, decisions, publications } = before;
          const kept = { id, number, code, version, createdBy, createdAt, answers, decisions, publications };
          const next: Case = { ...second, ...kept, forwards: before.forwards.map(changedAs(second.forwards)) };
          await commitCase(world(), government.id, next);
          const after = await stored(world(), government.id, id);
          expect(after).toEqual({ ...next, version: 2 });
        }),
        { numRuns: 25 },
      );
    });

    it("updates forwards and appends to answers, decisions and publications without touching what is there", async () => {
      const government = await world().plantGovernment();
      const forward = newForward(government);
      const first = newAnswer(1, "one");
      const before = await plantCase(world(), government, { forwards: [forward], answers: [first] });
      const answered = {
        ...forward,
        status: "answered",
        answer: { text: "ya", attachments: [picture], by: "b", at: NOON },
      } as const;
      const another = newForward(government, { ordinal: 2 });
      const second = newAnswer(2, "two");
      const answers = [{ ...first, text: "forged" }, second];
      await commitCase(world(), government.id, { ...before, forwards: [answered, another], answers });
      const after = await stored(world(), government.id, before.id);
      expect(after.forwards).toEqual([answered, another]);
      expect(after.answers).toEqual([first, second]);
    });

    it("keeps decisions of one instant in their order", async () => {
      const government = await world().plantGovernment();
      const ids = ["c", "a", "b"].map((letter) => `${letter}-${randomUUID()}`);
      const decisions = ids.map((id) => {
        const person = { personId: "p", appointmentId: "q", position: "r" };
        return { ...person, id, textId: "s", hash: "t", kind: "hold", at: NOON } as const;
      });
      const planted = await plantCase(world(), government, { decisions });
      expect(planted.decisions.map(({ id }) => id)).toEqual(ids);
    });

    it("finds the newest case of a number over the years", async () => {
      const government = await world().plantGovernment();
      const [older, newer] = [newCase(government), newCase(government)];
      await commit(world(), government.id, { case: { next: newer, year: 2026 } });
      await commit(world(), government.id, { case: { next: older, year: 2025 } });
      expect((await world().store.caseByNumber(government.id, 1))?.id).toBe(newer.id);
    });

    it("shows a case to its own government only", async () => {
      const [owner, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const { id, code, number } = await plantCase(world(), owner);
      expect(await world().store.caseById(other.id, id)).toBeUndefined();
      expect(await world().store.caseByCode(other.id, code)).toBeUndefined();
      expect(await world().store.caseByNumber(other.id, number)).toBeUndefined();
      expect(await world().store.caseById(owner.id, "none")).toBeUndefined();
    });
  });
};
