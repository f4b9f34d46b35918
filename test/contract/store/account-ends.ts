import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Proposal, ProposalStatus } from "../../../src/domain/proposal/model.js";
import type { Account } from "../../../src/domain/registry/model.js";
import { NOON } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { commit, YEAR } from "./commit-helpers.js";

const HOUR_MS = 3_600_000;
const ahead = (hours: number): Date => new Date(Date.now() + hours * HOUR_MS);

const proposalOf = (
  agencyId: string,
  accountIds: readonly string[],
  status: ProposalStatus = "ready",
  posted: readonly string[] = [],
): Proposal => {
  const versionId = randomUUID();
  const content = { theme: "Libur", body: "Libur.", hashtags: [], accountIds, attachments: [], reasons: {} };
  const written = { authorId: "somebody", writers: ["somebody"], at: NOON };
  return {
    ...{ id: randomUUID(), agencyId, code: "", number: 0, status, version: 0, decisions: [], caseIds: [] },
    versions: [
      { ...written, id: versionId, version: 1, hash: "h", content: { ...content, ethicsRead: true }, corrects: false },
    ],
    publications: posted.map((accountId) => {
      const id = randomUUID();
      return { id, accountId, versionId, url: `https://example.id/${id}`, postedBy: "somebody", at: NOON };
    }),
    ...{ createdBy: "somebody", createdAt: NOON, updatedAt: NOON },
  };
};

/** Accounts whose end has come, and what is still to be posted on them. */
export const describeAccountEnds = (world: World): void => {
  const plant = async (government: PlantedGovernment, next: Proposal): Promise<string> => {
    await commit(world(), government.id, { proposal: { next, year: YEAR } });
    return next.id;
  };
  const accountOf = ({ id, home }: PlantedGovernment, handle: string, until?: Date): Account => ({
    ...{ id: `${id}-${handle}`, agencyId: home, medium: "x", handle, url: `https://x.com/${handle}`, since: NOON },
    ...(until ? { until } : {}),
  });

  describe("accounts that were given up", () => {
    it("are told once to each proposal that is still to be posted there, and to no other", async () => {
      await world().endAccounts();
      const government = await world().plantGovernment();
      const { home, related } = government;
      const [over, kept] = [accountOf(government, "over", ahead(-1)), accountOf(government, "kept", ahead(1))];
      await world().plantAccounts(government.id, [over, kept, accountOf(government, "open")]);
      const waiting = await plant(government, proposalOf(home, [kept.id, over.id], "ready", [kept.id]));
      await plant(government, proposalOf(home, [kept.id]));
      await plant(government, proposalOf(home, [over.id, kept.id], "ready", [over.id]));
      await plant(government, proposalOf(home, [over.id, kept.id], "published", [kept.id]));
      await plant(government, proposalOf(related, [over.id]));
      expect(await world().endAccounts()).toBe(1);
      expect(await world().accountEnds(government.id)).toEqual([
        {
          lane: `proposal:${waiting}`,
          payload: { type: "account-ended", governmentId: government.id, proposalId: waiting, accountId: over.id },
        },
      ]);
      await plant(government, proposalOf(home, [over.id, kept.id]));
      expect(await world().endAccounts()).toBe(0);
    });

    it("are so by their government's case time", async () => {
      const clockOffsetMs = 48 * HOUR_MS;
      const [example, real] = await Promise.all([
        world().plantGovernment({ example: true, clockOffsetMs }),
        world().plantGovernment(),
      ]);
      for (const government of [example, real]) {
        const account = accountOf(government, "x", ahead(24));
        await world().plantAccounts(government.id, [account]);
        await plant(government, proposalOf(government.home, [account.id]));
      }
      await Promise.all([world().endAccounts(), world().endAccounts(), world().endAccounts()]);
      expect(await world().accountEnds(example.id)).toHaveLength(1);
      expect(await world().accountEnds(real.id)).toEqual([]);
    });
  });
};
