import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Account } from "../../../src/domain/registry/model.js";
import { NOON } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { plantCase } from "./commit-helpers.js";

const hours = (count: number): Date => new Date(NOON.getTime() + count * 3_600_000);

/** What was posted on official accounts. */
export const describeAccountActivity = (world: World): void => {
  const account = (government: PlantedGovernment, medium: string, handle: string): Account => ({
    id: `${government.id}-${medium}-${handle}`,
    agencyId: government.home,
    medium,
    handle,
    url: `https://${medium}.com/${handle}`,
    since: NOON,
  });
  const answered = (government: PlantedGovernment, handle: string | undefined, url: string | undefined, at: Date) =>
    plantCase(world(), government, {
      ...(handle === undefined ? {} : { account: handle }),
      publications: [
        { id: randomUUID(), answerId: randomUUID(), round: 1, postedBy: "somebody", at, ...(url ? { url } : {}) },
      ],
    });

  describe("what was last posted", () => {
    it("is an answer to a case of that account, by its handle however it was typed", async () => {
      const government = await world().plantGovernment();
      const [used, unused] = [account(government, "x", "dinas.satu"), account(government, "x", "dinas.dua")];
      await world().plantAccounts(government.id, [used, unused]);
      await answered(government, "@Dinas.Satu", "https://x.com/1", hours(1));
      await answered(government, "dinas.satu", undefined, hours(3));
      await answered(government, undefined, "https://x.com/2", hours(4));
      await answered(government, "@dinas", "https://x.com/3", hours(5));
      expect(await world().store.lastPosted(government.id)).toEqual(new Map([[used.id, hours(3)]]));
    });

    it("counts for the account on whose site it is, where several have one handle, else for all", async () => {
      const government = await world().plantGovernment();
      const [x, instagram] = [account(government, "x", "dinas"), account(government, "instagram", "dinas")];
      await world().plantAccounts(government.id, [x, instagram]);
      await answered(government, "@dinas", "https://example.id/1", hours(1));
      await answered(government, "@dinas", "https://www.instagram.com/p/1", hours(2));
      expect(await world().store.lastPosted(government.id)).toEqual(
        new Map([
          [x.id, hours(1)],
          [instagram.id, hours(2)],
        ]),
      );
    });

    it("is of one government", async () => {
      const [one, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      await world().plantAccounts(one.id, [account(one, "x", "dinas")]);
      await world().plantAccounts(other.id, [account(other, "x", "dinas")]);
      await answered(one, "@dinas", "https://x.com/1", NOON);
      expect(await world().store.lastPosted(other.id)).toEqual(new Map());
    });
  });
};
