import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import type { inquiryIn } from "./conversations.js";

/** Two tables like a queue's, with nothing but what a row needs. */
export const createFloor = async (prisma: PrismaClient): Promise<void> => {
  for (const table of ["floor_inbox", "floor_outbox"])
    await prisma.$executeRawUnsafe(
      `create table ${table} (id text primary key, payload jsonb not null, state text not null default 'pending')`,
    );
};

let rows = 0;

/** One bare commit: an INSERT of an event. */
export const insertOne = async (prisma: PrismaClient, event: ReturnType<typeof inquiryIn>): Promise<string> => {
  rows += 1;
  const id = `row-${rows}`;
  await prisma.$executeRaw`/* prepared */
    insert into floor_inbox (id, payload) values (${id}, ${JSON.stringify(event)}::jsonb)`;
  return id;
};

/** Four bare commits: the least a durable inbox and outbox need for one event. */
export const fourCommits = async (prisma: PrismaClient, event: ReturnType<typeof inquiryIn>): Promise<void> => {
  const id = await insertOne(prisma, event);
  await prisma.$executeRaw`/* prepared */
    update floor_inbox set state = 'done' where id = ${id}`;
  await prisma.$executeRaw`/* prepared */
    insert into floor_outbox (id, payload) values (${id}, ${JSON.stringify(event)}::jsonb)`;
  await prisma.$executeRaw`/* prepared */
    update floor_outbox set state = 'sent' where id = ${id}`;
};
