import { verifyHistory } from "../../../src/infra/history/verify.js";
import type { Tally } from "../rows/fault-case.js";
import type { Stand } from "./stand.js";
import { until } from "./until.js";

const SEALED_WITHIN_MS = 30_000;

/** Waits until the history is sealed, and has its chains recomputed. The program has to be running. */
export async function checkHistory(stand: Stand, tally: Tally): Promise<void> {
  const { prisma } = stand.database();
  const found = await until("the seals", SEALED_WITHIN_MS, async () => {
    const verified = await verifyHistory(prisma);
    return verified.unsealed === 0 && verified;
  });
  if (found.broken > 0) tally.failures.push(`the history is broken in ${found.broken} places`);
}
