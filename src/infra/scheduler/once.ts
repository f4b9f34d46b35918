import type { PrismaClient } from "../db/generated/client.js";

const EVER = "ever";

/**
 * Does the work unless it was done to its end before, in this government's database. Work that dies in between is done
 * again from its beginning, so it has to bear that.
 */
export async function runOnce(
  prisma: PrismaClient,
  governmentId: string,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const done = await prisma.scheduleRun.count({ where: { governmentId, name, slot: EVER } });
  if (done > 0) return;
  await work();
  await prisma.scheduleRun.createMany({ data: [{ governmentId, name, slot: EVER }], skipDuplicates: true });
}
