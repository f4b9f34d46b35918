import { contentHash } from "../db/canonical-json.js";
import type { PrismaClient } from "../db/generated/client.js";
import { type ChainRow, genesisOf, sealOf } from "./chain.js";

/**
 * Where a chain does not hold. "number": a row is missing or was put in. "seal": a row, or the one before, was changed.
 * "content": what the row says is not what was sealed.
 */
export interface Break {
  readonly governmentId: string;
  readonly sealNo: string;
  readonly kind: "number" | "seal" | "content";
}

/** What was found. */
export interface Verification {
  readonly governments: number;
  readonly sealed: number;
  /** Rows too young to be sealed, or left behind: a running program seals within seconds. */
  readonly unsealed: number;
  /** At most 100; the count is `broken`. */
  readonly breaks: readonly Break[];
  readonly broken: number;
}

const PAGE = 1_000;
const MAX_BREAKS = 100;

interface StoredRow extends ChainRow {
  readonly hash: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Recomputes every chain of the history, page by page, and changes nothing. */
export async function verifyHistory(prisma: PrismaClient): Promise<Verification> {
  const governments = await prisma.$queryRaw<readonly { readonly id: string }[]>`
    select id from government union select distinct government_id from history order by 1`;
  const found: Break[] = [];
  let sealed = 0;
  let broken = 0;
  for (const { id } of governments) {
    for await (const { breaks } of checkedRows(prisma, id)) {
      sealed += 1;
      broken += breaks.length;
      found.push(...breaks.slice(0, MAX_BREAKS - found.length));
    }
  }
  const unsealed = await prisma.history.count({ where: { sealNo: null } });
  return { governments: governments.length, sealed, unsealed, breaks: found, broken };
}

/** After a break the chain is followed from the stored seal, so that one change is reported once or twice, not for ever. */
async function* checkedRows(prisma: PrismaClient, governmentId: string) {
  let previous = { sealNo: 0n, hash: genesisOf(governmentId) };
  for (;;) {
    const page = await readPage(prisma, governmentId, previous.sealNo);
    for (const row of page) {
      const kinds: readonly Break["kind"][] = [
        ...(BigInt(row.sealNo) === previous.sealNo + 1n ? [] : (["number"] as const)),
        ...(sealOf(previous.hash, row) === row.hash ? [] : (["seal"] as const)),
        ...(contentHash(row.content) === row.contentHash ? [] : (["content"] as const)),
      ];
      yield { breaks: kinds.map((kind) => ({ governmentId, sealNo: row.sealNo, kind })) };
      previous = { sealNo: BigInt(row.sealNo), hash: row.hash };
    }
    if (page.length < PAGE) return;
  }
}

const readPage = (prisma: PrismaClient, governmentId: string, after: bigint) => prisma.$queryRaw<readonly StoredRow[]>`
  select seal_no::text as "sealNo", id::text, subject_id as "subjectId", (extract(epoch from at) * 1000)::float8 as "atMs",
         actor, kind, content, content_hash as "contentHash", hash
    from history where government_id = ${governmentId} and seal_no > ${after}::bigint
   order by history.seal_no limit ${PAGE}::int`;
