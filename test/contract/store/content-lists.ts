import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Proposal, ProposalContent, ProposalStatus } from "../../../src/domain/proposal/model.js";
import type { Account } from "../../../src/domain/registry/model.js";
import { NOON } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { commit, plantCase, YEAR } from "./commit-helpers.js";

const WEEK = { from: "2026-03-02", to: "2026-03-09", open: true };
const hours = (count: number): Date => new Date(NOON.getTime() + count * 3_600_000);

const contentOf = (change: Partial<ProposalContent>): ProposalContent => ({
  theme: "Layanan",
  body: "Layanan dibuka.",
  hashtags: [],
  accountIds: ["account-b", "account-a"],
  attachments: [],
  reasons: {},
  ethicsRead: true,
  ...change,
});

interface Planted {
  readonly status: ProposalStatus;
  readonly content?: Partial<ProposalContent>;
  /** Hours after noon it was begun, and its version written. */
  readonly at?: number;
  readonly posted?: readonly (readonly [accountId: string, at: Date])[];
  /** Posted once more, by a second version. */
  readonly corrected?: readonly (readonly [accountId: string, at: Date])[];
  readonly agencyId?: string;
  /** Somebody writes on a text of this theme. */
  readonly draft?: string;
  /** The day that text is wanted. */
  readonly draftOn?: string;
  /** What is written corrects the first version. */
  readonly corrects?: boolean;
}

const proposalOf = (government: PlantedGovernment, planted: Planted): Proposal => {
  const { status, content = {}, at = 0, posted = [], corrected = [], draft } = planted;
  const wantedOn = planted.draftOn === undefined ? {} : { wantedOn: planted.draftOn };
  const [versionId, correctionId] = [randomUUID(), randomUUID()];
  const written = { by: "somebody", writers: ["somebody"], at: hours(at) };
  const version = {
    id: versionId,
    version: 1,
    hash: "h",
    authorId: "somebody",
    writers: ["somebody"],
    content: contentOf(content),
  };
  const first = { ...version, at: hours(at), corrects: false };
  const second = { ...first, id: correctionId, version: 2, corrects: true };
  const publicationsOf = (postings: typeof posted, by: string) =>
    postings.map(([accountId, postedAt]) => ({
      id: randomUUID(),
      accountId,
      versionId: by,
      url: `https://example.id/${accountId}/${by}`,
      postedBy: "somebody",
      at: postedAt,
    }));
  return {
    id: randomUUID(),
    agencyId: planted.agencyId ?? government.home,
    code: "",
    number: 0,
    status,
    version: 0,
    ...(status === "collected" ? { draft: { ...written, content: contentOf(content) } } : {}),
    ...(draft === undefined ? {} : { draft: { ...written, content: contentOf({ theme: draft, ...wantedOn }) } }),
    ...(planted.corrects ? { correction: { reason: "Salah", by: "somebody", at: hours(at), of: versionId } } : {}),
    versions: status === "collected" ? [] : [first, ...(corrected.length > 0 ? [second] : [])],
    decisions: [],
    publications: [...publicationsOf(posted, versionId), ...publicationsOf(corrected, correctionId)],
    caseIds: [],
    createdBy: "somebody",
    createdAt: hours(at),
    updatedAt: hours(at),
  };
};

/** Lists of content: what is open, and weeks day by day. */
export const describeContentLists = (world: World): void => {
  const plant = async (government: PlantedGovernment, ...all: readonly Planted[]): Promise<void> => {
    for (const planted of all) {
      const next = proposalOf(government, planted);
      await commit(world(), government.id, { proposal: { next, year: YEAR } });
    }
  };
  const lines = async (government: PlantedGovernment, span = WEEK, agencyId = government.home) =>
    (await world().store.contentLines(government.id, agencyId, span, 0, 50)).items.map((line) =>
      [line.section, line.day, line.theme, line.status, ...line.accountIds].filter((part) => part).join(" "),
    );

  describe("search in content", () => {
    const find = async (government: PlantedGovernment, words: string, agencyId?: string) =>
      (await world().store.find(government.id, words, agencyId, 0, 9)).items.map((line) =>
        "proposalId" in line ? `${line.theme} ${line.status}` : line.text,
      );
    const words = { body: "Kantor libur 50%.", hashtags: ["LayananPublik", "Libur"], source: "Surat edaran" };

    it("wants every word somewhere in code, theme, text, hashtags or source, of the draft or what stands", async () => {
      const government = await world().plantGovernment();
      await plant(
        government,
        { status: "submitted", content: { theme: "Adminduk", ...words } },
        { status: "editing", content: { theme: "Lama", body: "Sudah tayang." }, draft: "Naskah baru" },
      );
      for (const sought of ["ADMINDUK", "libur 50%", "#layananpublik edaran", "adminduk -26-0001", "#libur kantor"])
        expect(await find(government, sought)).toEqual(["Adminduk submitted"]);
      for (const sought of ["lama tayang", "naskah baru", "baru sudah"])
        expect(await find(government, sought)).toEqual(["Naskah baru editing"]);
      for (const sought of ["libur 60%", "[", "adminduk baru"]) expect(await find(government, sought)).toEqual([]);
    });

    it("stands among the cases by age, of this government and one agency's own", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      await plantCase(world(), government, { text: "Kapan libur?", createdAt: hours(2) });
      await plant(
        government,
        { status: "collected", content: { theme: "young", ...words }, at: 3 },
        { status: "withdrawn", content: { theme: "old", ...words }, at: 1 },
        { status: "published", content: { theme: "elsewhere", ...words }, at: 0, agencyId: government.related },
      );
      await plant(other, { status: "collected", content: { theme: "other", ...words } });
      const own = ["young collected", "Kapan libur?", "old withdrawn"];
      expect(await find(government, "libur")).toEqual([...own, "elsewhere published"]);
      expect(await find(government, "libur", government.home)).toEqual(own);
      expect(await find(government, "libur", government.related)).toEqual(["elsewhere published"]);
      const second = await world().store.find(government.id, "libur", undefined, 1, 3);
      expect(second).toMatchObject({ total: 4, more: false, items: { length: 1 } });
    });
  });

  describe("content lists", () => {
    it("show what waits, then drafts, then what is ready with the accounts left, each oldest first", async () => {
      const government = await world().plantGovernment();
      await plant(
        government,
        { status: "ready", content: { theme: "r2" }, at: 3 },
        { status: "ready", content: { theme: "r1" }, at: 2, posted: [["account-b", new Date("2026-01-05T00:00:00Z")]] },
        { status: "collected", content: { theme: "d1" }, at: 1 },
        { status: "editing", content: { theme: "old" }, at: 2, draft: "d2" },
        { status: "returned", content: { theme: "d3" }, at: 3 },
        { status: "submitted", content: { theme: "w2" }, at: 6 },
        { status: "submitted", content: { theme: "w1" }, at: 5 },
        { status: "published", content: { theme: "done" } },
        { status: "withdrawn", content: { theme: "gone" } },
        { status: "submitted", content: { theme: "elsewhere" }, agencyId: government.related },
      );
      expect(await lines(government)).toEqual([
        "waiting w1 submitted",
        "waiting w2 submitted",
        "draft d1 collected",
        "draft d2 editing",
        "draft d3 returned",
        "ready r1 ready account-a",
        "ready r2 ready account-b account-a",
      ]);
      expect(await lines(government, { ...WEEK, open: false })).toEqual([]);
      const { store } = world();
      expect(await store.contentCounts(government.id, government.home)).toEqual({ waiting: 2, returned: 1, ready: 2 });
      expect(await store.contentCounts(government.id, government.related)).toEqual({
        waiting: 1,
        returned: 0,
        ready: 0,
      });
      const [line] = (await store.contentLines(government.id, government.home, WEEK, 0, 1)).items;
      expect(line).toMatchObject({ code: expect.stringMatching(/-26-0007$/), at: hours(5) });
    });

    it("name no account left that was given up by case time, or is another agency's now", async () => {
      const ahead = 48 * 3_600_000;
      const government = await world().plantGovernment({ example: true, clockOffsetMs: ahead });
      const inDays = (days: number): Date => new Date(Date.now() + days * 24 * 3_600_000);
      const account = (id: string, change: Partial<Account>): Account => ({
        ...{ id: `${government.id}-${id}`, agencyId: government.home, medium: "x", handle: id },
        ...{ url: `https://x.com/${id}`, since: NOON, ...change },
      });
      const accounts = [
        account("kept", { until: inDays(3) }),
        account("over", { until: inDays(1) }),
        account("theirs", { agencyId: government.related }),
      ];
      await world().plantAccounts(government.id, accounts);
      const accountIds = accounts.map(({ id }) => id);
      await plant(government, { status: "ready", content: { theme: "r", accountIds } });
      expect(await lines(government)).toEqual([`ready r ready ${government.id}-kept`]);
    });

    it("show day by day what is wanted and what was posted, in the government's zone", async () => {
      const government = await world().plantGovernment();
      const monday = new Date("2026-03-01T17:00:00Z");
      const before = new Date(monday.getTime() - 1);
      await plant(
        government,
        {
          status: "withdrawn",
          content: { theme: "p", wantedOn: "2026-03-03" },
          posted: [
            ["account-a", monday],
            ["account-b", before],
          ],
        },
        { status: "ready", content: { theme: "q", wantedOn: "2026-03-02" } },
        { status: "collected", content: { theme: "sunday", wantedOn: "2026-03-08" } },
        { status: "collected", content: { theme: "next", wantedOn: "2026-03-09" } },
      );
      const week = { ...WEEK, open: false };
      expect(await lines(government, week)).toEqual([
        "wanted 2026-03-02 q ready",
        "posted 2026-03-02 p withdrawn account-a",
        "wanted 2026-03-08 sunday collected",
      ]);
      expect(await lines(government, { ...week, from: "2026-02-23", to: "2026-03-02" })).toEqual([
        "posted 2026-03-01 p withdrawn account-b",
      ]);
      const { items } = await world().store.contentLines(government.id, government.home, week, 0, 9);
      expect(items[1]).toMatchObject({ at: monday, url: expect.stringContaining("/account-a/") });
    });

    it("show nothing as wanted that is posted, nor its correction, unless that is wanted on another day", async () => {
      const government = await world().plantGovernment();
      const wanted = (theme: string) => ({ theme, wantedOn: "2026-03-07" });
      await plant(
        government,
        { status: "published", content: wanted("posted") },
        { status: "corrected", content: wanted("corrected") },
        { status: "editing", content: wanted("correcting"), corrects: true },
        { status: "editing", content: wanted("postponed"), corrects: true, draftOn: "2026-03-08", draft: "later" },
        { status: "editing", content: wanted("edited") },
      );
      expect(await lines(government, { ...WEEK, open: false })).toEqual([
        "wanted 2026-03-07 edited editing",
        "wanted 2026-03-08 later editing",
      ]);
    });

    it("show what was posted on each account once, where it was corrected as the correction", async () => {
      const government = await world().plantGovernment();
      const [monday, tuesday] = [new Date("2026-03-02T05:00:00Z"), new Date("2026-03-03T05:00:00Z")];
      const posted = [
        ["account-a", monday],
        ["account-b", monday],
      ] as const;
      await plant(government, {
        status: "ready",
        content: { theme: "p" },
        posted,
        corrected: [["account-a", tuesday]],
      });
      const week = { ...WEEK, open: false };
      const { items, total } = await world().store.contentLines(government.id, government.home, week, 0, 9);
      expect(items.map(({ day, accountIds, corrects }) => [day, ...accountIds, corrects])).toEqual([
        ["2026-03-02", "account-b", undefined],
        ["2026-03-03", "account-a", true],
      ]);
      expect(total).toBe(2);
    });

    it("come in pages that know the total, of one government", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      await plant(government, ...[1, 2, 3].map((at) => ({ status: "submitted" as const, at })));
      const page = (number: number) =>
        world()
          .store.contentLines(government.id, government.home, WEEK, number, 2)
          .then(({ items, total, more }) => [items.length, total, more]);
      expect(await Promise.all([page(0), page(1), page(2)])).toEqual([
        [2, 3, true],
        [1, 3, false],
        [0, 3, false],
      ]);
      expect(await lines(other, WEEK, government.home)).toEqual([]);
      expect(await world().store.contentCounts(other.id, government.home)).toEqual({
        waiting: 0,
        returned: 0,
        ready: 0,
      });
    });
  });
};
