import type { Invitation } from "../../domain/registry/model.js";
import type { Foundations, Founding, FoundingSite } from "../../ports/founding.js";
import type { HistoryEntry } from "../../ports/store.js";
import { contentHash } from "./canonical-json.js";
import type { Prisma, PrismaClient } from "./generated/client.js";
import { takeGovernmentsLock } from "./governments-lock.js";

type Tx = Prisma.TransactionClient;

/** For a thousand agencies on a slow disk; waiting for somebody else's founding is part of it. */
const PATIENCE_MS = 60_000;

interface Beginning {
  readonly offsetMs: bigint;
  readonly machine: Date;
}

const beginningOf = async (tx: Tx, example: boolean): Promise<Beginning & { readonly now: Date }> => {
  // Example governments share one clock.
  const [beginning] = await tx.$queryRaw<readonly Beginning[]>`
    select now() as machine, coalesce(
      (select clock_offset_ms from government where example and ${example}::boolean order by code limit 1), 0) as "offsetMs"`;
  if (!beginning) throw new Error("the database did not tell the time");
  return { ...beginning, now: new Date(beginning.machine.getTime() + Number(beginning.offsetMs)) };
};

/** Dates become texts, as the column is read. */
const json = (value: object): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value));

const invitationRow = (governmentId: string, { gives, used: _, ...rest }: Invitation) => ({
  ...rest,
  gives: json(gives),
  governmentId,
});

const historyRow = (governmentId: string, { content, ...rest }: HistoryEntry) => ({
  ...rest,
  governmentId,
  content: json(content),
  contentHash: contentHash(content),
});

/** The government's own row comes last: until it is there no trigger counts its changes, row by row. */
const insertRows = async (tx: Tx, founding: Founding, clockOffsetMs: bigint): Promise<void> => {
  const { government, agencies, accounts, sops, invitations, history } = founding;
  const governmentId = government.id;
  await tx.agency.createMany({ data: agencies.map((each) => ({ ...each, governmentId })) });
  await tx.account.createMany({
    data: accounts.map(({ designation, ...each }) => ({
      ...each,
      governmentId,
      ...(designation ? { designation: json(designation) } : {}),
    })),
  });
  await tx.sop.createMany({ data: sops.map((each) => ({ ...each, governmentId, gates: json(each.gates) })) });
  await tx.invitation.createMany({ data: invitations.map((each) => invitationRow(governmentId, each)) });
  await tx.history.createMany({ data: history.map((each) => historyRow(governmentId, each)) });
  await tx.government.create({ data: { ...government, clockOffsetMs, settings: json(government.settings) } });
};

const found = async (tx: Tx, site: FoundingSite, build: (now: Date) => Founding): Promise<boolean> => {
  await takeGovernmentsLock(tx);
  if ((await tx.government.count({ where: { code: site.code } })) > 0) return false;
  const { now, offsetMs } = await beginningOf(tx, site.example);
  await insertRows(tx, build(now), offsetMs);
  return true;
};

/** Foundations on PostgreSQL. */
export const createFoundations = (prisma: PrismaClient): Foundations => ({
  codes: async () => (await prisma.government.findMany({ orderBy: { code: "asc" } })).map(({ code }) => code),
  found: (site, build) =>
    prisma.$transaction((tx) => found(tx, site, build), { maxWait: PATIENCE_MS, timeout: PATIENCE_MS }),
});
