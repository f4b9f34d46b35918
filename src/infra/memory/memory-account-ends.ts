import { accountsLeft } from "../../domain/proposal/queries.js";
import type { Account } from "../../domain/registry/model.js";
import type { MemoryClock } from "./memory-clock.js";
import { addEvent, freshEvent, keyOf, type MemoryTables } from "./memory-tables.js";

/** The events for what was still to be posted on this account; answers how many are new. */
const tell = (tables: MemoryTables, governmentId: string, { id, agencyId, until }: Account, now: Date): number => {
  const waiting = [...tables.proposals.values()].filter(
    ({ governmentId: of, proposal }) =>
      of === governmentId &&
      proposal.agencyId === agencyId &&
      proposal.status === "ready" &&
      accountsLeft(proposal).includes(id),
  );
  return waiting.filter(({ proposal: { id: proposalId } }) => {
    const eventId = `account-ended:${id}:${until?.toISOString()}:${proposalId}`;
    const payload = { type: "account-ended" as const, governmentId, proposalId, accountId: id };
    const event = { governmentId, platform: "core", eventId, lane: `proposal:${proposalId}`, payload };
    return addEvent(tables, freshEvent(event, now));
  }).length;
};

/** Has what is still to be posted on accounts that were given up drawn anew, as scheduler/account-ends does in the database. */
export const endMemoryAccounts = (tables: MemoryTables, { machineNow, caseNow }: MemoryClock): number => {
  let told = 0;
  for (const [governmentId, { accounts }] of tables.directories)
    for (const account of accounts) {
      const { id, until } = account;
      const run = keyOf(governmentId, `account-ended:${id}`, until?.toISOString() ?? "");
      if (until === undefined || until > caseNow(governmentId) || tables.scheduleRuns.has(run)) continue;
      tables.scheduleRuns.add(run);
      told += tell(tables, governmentId, account, machineNow());
    }
  return told;
};
