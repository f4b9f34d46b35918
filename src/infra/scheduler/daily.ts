import type { PrismaClient } from "../db/generated/client.js";

/** Stands for the whole program where a schedule belongs to no government. */
const PROGRAM = "-";

/**
 * Does the work unless some process did it today, by the database's date in UTC. Whoever enters the day does the work; if
 * it dies in between, the day is skipped. Answers whether it was done here.
 */
export async function runDaily(prisma: PrismaClient, name: string, work: () => Promise<unknown>): Promise<boolean> {
  const entered = await prisma.$executeRaw`
    insert into schedule_run (government_id, name, slot)
    values (${PROGRAM}, ${name}, to_char(now() at time zone 'UTC', 'YYYY-MM-DD'))
    on conflict do nothing`;
  if (entered === 0) return false;
  await work();
  return true;
}
