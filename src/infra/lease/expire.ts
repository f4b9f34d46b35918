import type { PrismaClient } from "../db/generated/client.js";

/**
 * Ends every lease: of accounts, of events in hand, of messages on their way. Only for a process that knows it is alone on
 * the database (it holds the data of its own server): whoever had them died, and nobody has to wait for their terms.
 */
export async function expireLeases(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction([
    prisma.$executeRaw`update lease set until = now() where until > now()`,
    prisma.$executeRaw`update inbox set lease_until = now() where state = 'running' and lease_until > now()`,
    prisma.$executeRaw`
      update outbox set lease_until = now() where state in ('pending', 'sending') and lease_until > now()`,
  ]);
}
