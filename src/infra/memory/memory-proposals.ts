import { isSamePost } from "../../domain/proposal/address.js";
import type { Proposal } from "../../domain/proposal/model.js";
import type { Directory } from "../../domain/registry/model.js";
import { type Changes, type Reader, VersionConflict } from "../../ports/store.js";
import { added, numbered } from "./memory-numbers.js";
import { addEvent, freshEvent, type MemoryTables } from "./memory-tables.js";

/** Throws when another version of the proposal is stored, before anything is written. */
export const guardProposal = (tables: MemoryTables, { governmentId, proposal }: Changes): void => {
  if (!proposal) return;
  const { next } = proposal;
  const stored = tables.proposals.get(next.id);
  const fits = stored?.governmentId === governmentId && stored.proposal.version === next.version;
  if (next.version === 0 ? stored !== undefined : !fits) throw new VersionConflict("another version is stored");
  const taken = next.publications.some(({ url }) => {
    const other = postedAt(tables, governmentId, url);
    return other !== undefined && other.id !== next.id;
  });
  if (taken) throw new VersionConflict("another has it meanwhile");
};

const postedAt = (tables: MemoryTables, governmentId: string, url: string): Proposal | undefined =>
  [...tables.proposals.values()].find(
    (each) =>
      each.governmentId === governmentId && each.proposal.publications.some((posted) => isSamePost(posted.url, url)),
  )?.proposal;

/** Of a posting its address may be mended, nothing else. */
const mended = (stored: Proposal["publications"], next: Proposal["publications"]): Proposal["publications"] =>
  added(stored, next).map((posted) => {
    const url = next.find(({ id }) => id === posted.id)?.url;
    return url === undefined ? posted : { ...posted, url };
  });

const changed = (stored: Proposal, next: Proposal): Proposal => ({
  ...next,
  agencyId: stored.agencyId,
  number: stored.number,
  code: stored.code,
  createdBy: stored.createdBy,
  createdAt: stored.createdAt,
  version: next.version + 1,
  versions: added(stored.versions, next.versions),
  decisions: added(stored.decisions, next.decisions),
  publications: mended(stored.publications, next.publications),
});

/** Stores the proposal, and has the cases drawn again whose cards show it. */
export const saveProposal = (
  tables: MemoryTables,
  directory: Directory,
  { governmentId, cause, proposal, redrawCases = [] }: Changes,
  now: Date,
): void => {
  if (!proposal) return;
  const { next, year } = proposal;
  const stored = tables.proposals.get(next.id);
  const made = stored ? changed(stored.proposal, next) : numbered(tables, directory, next, year);
  tables.proposals.set(next.id, { governmentId, year: stored?.year ?? year, proposal: structuredClone(made) });
  for (const inquiryId of redrawCases) {
    const payload = { type: "redraw" as const, governmentId, inquiryId };
    const eventId = `redraw:${cause.inboxId}:${inquiryId}`;
    addEvent(tables, freshEvent({ governmentId, platform: "core", eventId, lane: `case:${inquiryId}`, payload }, now));
  }
};

/** The Reader's ways to proposals. */
export const proposalsIn = (
  tables: MemoryTables,
): Pick<Reader, "proposalById" | "proposalByCode" | "proposalByNumber" | "proposalPostedAt" | "proposalsOfCase"> => {
  const found = (governmentId: string, fits: (proposal: Proposal) => boolean) =>
    [...tables.proposals.values()].filter((each) => each.governmentId === governmentId && fits(each.proposal));
  const newest = (governmentId: string, fits: (proposal: Proposal) => boolean): Proposal | undefined => {
    const [first] = found(governmentId, fits).sort((a, b) => b.year - a.year);
    return first && structuredClone(first.proposal);
  };
  const inOrder = (a: Proposal, b: Proposal): number =>
    a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
  return {
    proposalById: async (governmentId, id) => newest(governmentId, (each) => each.id === id),
    proposalByCode: async (governmentId, code) => newest(governmentId, (each) => each.code === code),
    proposalByNumber: async (governmentId, number) => newest(governmentId, (each) => each.number === number),
    async proposalPostedAt(governmentId, url) {
      const proposal = postedAt(tables, governmentId, url);
      return proposal && { id: proposal.id, code: proposal.code };
    },
    proposalsOfCase: async (governmentId, inquiryId) =>
      found(governmentId, ({ caseIds }) => caseIds.includes(inquiryId))
        .map(({ proposal }) => structuredClone(proposal))
        .sort(inOrder),
  };
};
