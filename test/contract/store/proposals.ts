import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ContentPublication, Proposal } from "../../../src/domain/proposal/model.js";
import { LeaseLost, type Reply, VersionConflict } from "../../../src/ports/store.js";
import { NOON, newCase } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { commit, plantCase, YEAR } from "./commit-helpers.js";

const content = {
  theme: "Layanan",
  body: "Layanan dibuka.",
  hashtags: ["Layanan"],
  accountIds: ["account-a"],
  attachments: [{ key: "0".repeat(64), name: "foto.png", mediaType: "image/png", sizeBytes: 9, altText: "Loket" }],
  category: "activities",
  source: "Jadwal layanan",
  wantedOn: "2026-03-05",
  reasons: { "personal-data": "Contoh rekaan" },
  reasonsFor: { "personal-data": ["phone 081…90"] },
  ethicsRead: true,
} as const;

const newProposal = (government: PlantedGovernment, change: Partial<Proposal> = {}): Proposal => ({
  id: randomUUID(),
  agencyId: government.home,
  code: "",
  number: 0,
  status: "collected",
  version: 0,
  draft: { content, by: "somebody", at: NOON, writers: ["somebody"] },
  versions: [],
  decisions: [],
  publications: [],
  caseIds: [],
  createdBy: "somebody",
  createdAt: NOON,
  updatedAt: NOON,
  ...change,
});

/** With everything a proposal can have. */
const whole = (government: PlantedGovernment): Proposal => {
  const versionId = randomUUID();
  const person = { personId: "p", appointmentId: "a", position: "Kepala" };
  return newProposal(government, {
    status: "editing",
    draft: { content, by: "somebody", at: NOON, writers: ["another", "somebody"], from: "published" },
    versions: [
      {
        id: versionId,
        version: 1,
        hash: "h",
        authorId: "somebody",
        writers: ["somebody"],
        content,
        at: NOON,
        corrects: false,
      },
      {
        id: randomUUID(),
        version: 2,
        hash: "g",
        authorId: "another",
        writers: ["somebody", "another"],
        content,
        at: NOON,
        corrects: true,
        inherits: versionId,
      },
    ],
    gate: { kind: "approve", level: "regulation", citation: "Lamp. D angka 2", textId: versionId, passed: true },
    decisions: [
      { ...person, id: randomUUID(), textId: versionId, hash: "h", kind: "reject", reason: "Kurang", at: NOON },
      { ...person, id: randomUUID(), textId: versionId, hash: "h", kind: "approve", at: NOON },
    ],
    publications: [
      { id: randomUUID(), accountId: "account-a", versionId, url: "https://example.id/1", postedBy: "p", at: NOON },
    ],
    correction: {
      ...{ reason: "Salah tanggal", by: "somebody", at: NOON, of: versionId },
      before: { reason: "Salah jam", by: "another", at: NOON, of: versionId },
    },
    withdrawn: { reason: "Batal", by: "somebody", at: NOON },
    caseIds: ["case-1", "case-2"],
  });
};

/** Proposals, which share their numbers with cases. */
export const describeProposals = (world: World): void => {
  const plant = async (government: PlantedGovernment, next: Proposal): Promise<Proposal> => {
    await commit(world(), government.id, { proposal: { next, year: YEAR } });
    const found = await world().store.proposalById(government.id, next.id);
    if (!found) throw new Error("the proposal is not stored");
    return found;
  };

  describe("proposals", () => {
    it("are found by the message that wrote them", async () => {
      const government = await world().plantGovernment();
      const next = newProposal(government);
      const reply: Reply = {
        id: randomUUID(),
        inquiryId: next.id,
        message: { platform: "simulator", workspace: government.id, channel: "c", id: "usul" },
        personId: "somebody",
        text: "Layanan dibuka.",
        attachments: [],
        state: "opened",
        at: NOON,
      };
      await commit(world(), government.id, { proposal: { next, year: YEAR }, reply });
      expect(await world().store.replyByMessage(government.id, reply.message)).toEqual(reply);
      expect((await world().store.proposalById(government.id, reply.inquiryId))?.id).toBe(next.id);
    });

    it("are given back as they were, whole or bare", async () => {
      const government = await world().plantGovernment();
      for (const next of [newProposal(government), whole(government)]) {
        const found = await plant(government, next);
        expect(found).toEqual({ ...next, version: 1, number: found.number, code: found.code });
      }
    });

    it("take their numbers from those of cases, so that a code means one of them", async () => {
      const government = await world().plantGovernment();
      await plantCase(world(), government);
      const second = await plant(government, newProposal(government));
      expect(second).toMatchObject({ number: 2, code: `${government.code}-26-0002` });
      expect(await plantCase(world(), government)).toMatchObject({ number: 3 });
      const { store } = world();
      expect(await store.proposalByCode(government.id, second.code)).toEqual(second);
      expect(await store.proposalByNumber(government.id, 2)).toEqual(second);
      expect(await store.caseByNumber(government.id, 2)).toBeUndefined();
      expect(await store.proposalByNumber(government.id, 1)).toBeUndefined();
    });

    it("are of one government: no other finds or changes them", async () => {
      const [first, second] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const found = await plant(first, newProposal(first, { caseIds: ["case-1"] }));
      const { store } = world();
      expect(await store.proposalById(second.id, found.id)).toBeUndefined();
      expect(await store.proposalByCode(second.id, found.code)).toBeUndefined();
      expect(await store.proposalsOfCase(second.id, "case-1")).toEqual([]);
      await expect(commit(world(), second.id, { proposal: { next: found, year: YEAR } })).rejects.toThrow(
        VersionConflict,
      );
    });

    it("keep what was written once, and change the rest from version to version", async () => {
      const government = await world().plantGovernment();
      const first = await plant(government, whole(government));
      const { draft: _, gate: __, ...rest } = first;
      const next = {
        ...rest,
        status: "ready" as const,
        createdBy: "another",
        versions: first.versions.map((version) => ({ ...version, hash: "changed" })),
      };
      await commit(world(), government.id, { proposal: { next, year: YEAR } });
      const found = await world().store.proposalById(government.id, first.id);
      expect(found).toEqual({ ...rest, status: "ready", version: 2 });
      await expect(commit(world(), government.id, { proposal: { next: first, year: YEAR } })).rejects.toThrow(
        VersionConflict,
      );
    });

    it("may have the address of a posting mended, and nothing else of it", async () => {
      const government = await world().plantGovernment();
      const first = await plant(government, whole(government));
      const mended = { ...first.publications[0], url: "https://example.id/2", postedBy: "another" };
      const next = { ...first, publications: [mended as ContentPublication] };
      await commit(world(), government.id, { proposal: { next, year: YEAR } });
      const found = await world().store.proposalById(government.id, first.id);
      expect(found?.publications).toEqual([{ ...first.publications[0], url: "https://example.id/2" }]);
      const postedAt = (url: string) => world().store.proposalPostedAt(government.id, url);
      expect(await postedAt("https://example.id/1")).toBeUndefined();
      expect(await postedAt("https://www.example.id/2/?utm_source=wa")).toEqual({ id: first.id, code: first.code });
    });

    it("have each address of a post once in a government: of those that come together one is stored", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const next = [1, 2, 3].map(() => whole(government));
      const outcomes = await Promise.allSettled(
        next.map((each) => commit(world(), government.id, { proposal: { next: each, year: YEAR } })),
      );
      const failed = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
      expect(failed).toEqual([expect.any(VersionConflict), expect.any(VersionConflict)]);
      const stored = await Promise.all(next.map(({ id }) => world().store.proposalById(government.id, id)));
      expect(stored.filter((each) => each !== undefined)).toHaveLength(1);
      await plant(other, whole(other));
      expect(await world().store.proposalPostedAt(other.id, "https://example.id/3")).toBeUndefined();
    });

    it("may have an address twice themselves, where a post was corrected in place, and lend none out", async () => {
      const government = await world().plantGovernment();
      const planted = whole(government);
      const [first] = planted.publications;
      const corrected = { ...first, id: randomUUID(), versionId: planted.versions[1]?.id } as ContentPublication;
      const twice = { ...planted, publications: [...planted.publications, corrected] };
      expect((await plant(government, twice)).publications).toHaveLength(2);
      await expect(plant(government, whole(government))).rejects.toThrow(VersionConflict);
      const stored = await world().store.proposalById(government.id, planted.id);
      const moved = { ...corrected, url: "https://example.id/2" };
      const next = { ...(stored as Proposal), publications: [...planted.publications, moved] };
      await commit(world(), government.id, { proposal: { next, year: YEAR } });
      await expect(plant(government, whole(government))).rejects.toThrow(VersionConflict);
    });

    it("have their cases drawn again, each once, by an event of its own", async () => {
      const government = await world().plantGovernment();
      const planted = await plantCase(world(), government);
      const next = newProposal(government, { caseIds: [planted.id] });
      await commit(world(), government.id, { proposal: { next, year: YEAR }, redrawCases: [planted.id] });
      expect(await world().redraws(government.id)).toEqual([
        {
          lane: `case:${planted.id}`,
          payload: { type: "redraw", governmentId: government.id, inquiryId: planted.id },
        },
      ]);
      expect(await world().store.proposalsOfCase(government.id, planted.id)).toMatchObject([{ id: next.id }]);
      expect(await world().store.proposalsOfCase(government.id, "another")).toEqual([]);
    });

    it("are not committed together with a case, nor by somebody who lost the lease", async () => {
      const government = await world().plantGovernment();
      const proposal = { next: newProposal(government), year: YEAR };
      const both = { proposal, case: { next: newCase(government), year: YEAR } };
      await expect(commit(world(), government.id, both)).rejects.toThrow("not both");
      const cause = { ...(await world().claim()), leaseToken: "not mine" };
      const changes = { governmentId: government.id, cause, history: [], outbox: [], pings: [], cancelPingsOf: [] };
      await expect(world().store.commit({ ...changes, proposal })).rejects.toThrow(LeaseLost);
      expect(await world().store.proposalById(government.id, proposal.next.id)).toBeUndefined();
    });
  });
};
