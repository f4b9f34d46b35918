import type { Prisma, PrismaClient } from "../db/generated/client.js";
import { type ChainRow, genesisOf, sealOf } from "./chain.js";

/** Two-part keys never meet the one-part key of Prisma's migrations; the second part is the government. */
const LOCK_CLASS = 7_261_627;
const BATCH = 500;
const TRANSACTION_MS = 30_000;

type Unsealed = Omit<ChainRow, "sealNo">;

/**
 * Gives every committed history row without a number the next one of its government, in the order of their ids, and
 * links it to the one before. One sealer per government works at a time; who finds another at work leaves it to them. A
 * row committed late gets a later number: the order of the chain is the order of numbers. Resolves with how many.
 */
export async function sealHistory(prisma: PrismaClient, governmentId?: string): Promise<number> {
  const governments = governmentId === undefined ? await unsealedGovernments(prisma) : [governmentId];
  let sealed = 0;
  for (const id of governments) {
    for (let batch = BATCH; batch === BATCH; sealed += batch)
      batch = await prisma.$transaction((transaction) => sealBatch(transaction, id), { timeout: TRANSACTION_MS });
  }
  return sealed;
}

async function unsealedGovernments(prisma: PrismaClient): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<readonly { readonly id: string }[]>`
    select g.id from government g
     where exists (select 1 from history h where h.government_id = g.id and h.seal_no is null)`;
  return rows.map(({ id }) => id);
}

async function sealBatch(transaction: Prisma.TransactionClient, governmentId: string): Promise<number> {
  const locked = await transaction.$queryRaw<readonly { readonly mine: boolean }[]>`
    select pg_try_advisory_xact_lock(${LOCK_CLASS}::int, hashtext(${governmentId})) as mine`;
  if (locked[0]?.mine !== true) return 0;
  const last = await transaction.$queryRaw<readonly { readonly sealNo: bigint; readonly hash: string }[]>`
    select seal_no as "sealNo", hash from history
     where government_id = ${governmentId} and seal_no is not null order by seal_no desc limit 1`;
  const rows = await transaction.$queryRaw<readonly Unsealed[]>`
    select id::text, subject_id as "subjectId", (extract(epoch from at) * 1000)::float8 as "atMs", actor, kind,
           content_hash as "contentHash"
      from history where government_id = ${governmentId} and seal_no is null order by history.id limit ${BATCH}::int`;
  const seals = chained(rows, last[0]?.sealNo ?? 0n, last[0]?.hash ?? genesisOf(governmentId));
  await transaction.$executeRaw`
    update history h set seal_no = s.seal_no, hash = s.hash
      from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as s(id bigint, seal_no bigint, hash text)
     where h.id = s.id and h.seal_no is null`;
  return rows.length;
}

function chained(rows: readonly Unsealed[], lastNo: bigint, lastHash: string) {
  let previous = lastHash;
  return rows.map((row, index) => {
    const sealNo = String(lastNo + BigInt(index + 1));
    previous = sealOf(previous, { ...row, sealNo });
    return { id: row.id, seal_no: sealNo, hash: previous };
  });
}
