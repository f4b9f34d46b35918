import type { Prisma } from "./generated/client.js";

/** Two-part keys never meet the one-part key of Prisma's migrations. */
const LOCK_CLASS = 7_261_626;
const LOCK_OBJECT = 3;

/** Until the transaction ends, nobody else brings a government into the database. */
export const takeGovernmentsLock = async (tx: Prisma.TransactionClient): Promise<void> => {
  await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK_CLASS}::int, ${LOCK_OBJECT}::int)`;
};
