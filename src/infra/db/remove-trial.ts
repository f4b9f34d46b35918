import type { Removed, RemovedOrNot } from "../../ports/founding.js";
import type { Prisma } from "./generated/client.js";
import { takeGovernmentsLock } from "./governments-lock.js";

type Tx = Prisma.TransactionClient;

/** Whether a program works for any platform account; until the transaction ends none begins to. */
const isRunning = async (tx: Tx): Promise<boolean> => {
  await tx.$executeRaw`lock table lease in exclusive mode`;
  const [lease] = await tx.$queryRaw<readonly { readonly held: boolean }[]>`
    select exists (select from lease where until > now()) as held`;
  return lease?.held === true;
};

const countsOf = async (tx: Tx, governmentId: string): Promise<Omit<Removed, "name">> => {
  const where = { governmentId };
  return {
    agencies: await tx.agency.count({ where }),
    people: await tx.person.count({ where }),
    chats: await tx.channel.count({ where }),
    cases: await tx.inquiry.count({ where }),
    posts: await tx.proposal.count({ where }),
  };
};

/** Whatever table has rows of a government, those of later releases too. */
const tablesOfGovernments = async (tx: Tx): Promise<readonly string[]> => {
  const found = await tx.$queryRaw<readonly { readonly name: string }[]>`
    select c.table_name::text as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and c.column_name = 'government_id' and t.table_type = 'BASE TABLE'`;
  return found.map(({ name }) => name);
};

/** The government's own row goes first: then no trigger counts the others. */
const removeRows = async (tx: Tx, governmentId: string): Promise<void> => {
  await tx.government.delete({ where: { id: governmentId, example: true } });
  await tx.$executeRaw`
    delete from simulator_reaction r using simulator_message m where m.id = r.message_id and m.government_id = ${governmentId}`;
  for (const table of await tablesOfGovernments(tx))
    await tx.$executeRawUnsafe(`delete from "${table}" where government_id = $1`, governmentId);
};

/** `Foundations.remove` within a transaction. */
export const removeTrial = async (tx: Tx, code: string): Promise<RemovedOrNot> => {
  await takeGovernmentsLock(tx);
  const government = await tx.government.findUnique({ where: { code } });
  if (!government) return "unknownGovernment";
  if (!government.example) return "isReal";
  if (await isRunning(tx)) return "isRunning";
  const counts = await countsOf(tx, government.id);
  await removeRows(tx, government.id);
  return { name: government.name, ...counts };
};
