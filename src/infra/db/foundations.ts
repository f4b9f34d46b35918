import type { Agency, Invitation, Role } from "../../domain/registry/model.js";
import type { Foundations, Founding, FoundingSite, OpenCodes } from "../../ports/founding.js";
import type { HistoryEntry } from "../../ports/store.js";
import { contentHash } from "./canonical-json.js";
import { Prisma, type PrismaClient } from "./generated/client.js";
import type { AppointmentModel } from "./generated/models.js";
import { takeGovernmentsLock } from "./governments-lock.js";
import { removeTrial } from "./remove-trial.js";
import { giftOf, type StoredGift } from "./repositories/gift-json.js";

type Tx = Prisma.TransactionClient;

/** For a thousand agencies on a slow disk; waiting for somebody else's founding is part of it. */
const PATIENCE_MS = 60_000;
const patient = { maxWait: PATIENCE_MS, timeout: PATIENCE_MS };

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

const open = { used: { equals: Prisma.DbNull } };
/** By the setup, and nobody has used it. */
const unused = { createdBy: null, ...open };

const openCodesOf = async (tx: Tx, code: string, which: Prisma.InvitationWhereInput) => {
  const government = await tx.government.findUnique({ where: { code } });
  if (!government) return undefined;
  const { id, zone, locale, clockOffsetMs } = government;
  const [time] = await tx.$queryRaw<readonly { readonly machine: Date }[]>`select now() as machine`;
  const agencies = await tx.agency.findMany({ where: { governmentId: id }, orderBy: { code: "asc" } });
  const invitations = await tx.invitation.findMany({ where: { governmentId: id, ...which }, orderBy: { id: "asc" } });
  const open: OpenCodes = {
    ...{ code, zone, locale: locale === "en" ? "en" : "id" },
    now: new Date((time?.machine.getTime() ?? Number.NaN) + Number(clockOffsetMs)),
    agencies: agencies as readonly Agency[],
    invitations: invitations.map((row) => ({
      ...{ id: row.id, hash: row.hash, expiresAt: row.expiresAt },
      gives: giftOf(row.gives as unknown as StoredGift),
    })),
  };
  return { governmentId: id, open };
};

/** The codes that are used now were open; the others are new. */
const giveOut = async (
  tx: Tx,
  governmentId: string,
  { invitations, history }: Pick<Founding, "invitations" | "history">,
): Promise<void> => {
  const fresh = invitations.filter(({ used }) => !used);
  for (const { id, used } of invitations)
    if (used) await tx.invitation.updateMany({ where: { id, governmentId, ...open }, data: { used: json(used) } });
  await tx.invitation.createMany({ data: fresh.map((each) => invitationRow(governmentId, each)) });
  await tx.history.createMany({ data: history.map((each) => historyRow(governmentId, each)) });
};

const renew: (tx: Tx, ...rest: Parameters<Foundations["renew"]>) => Promise<boolean> = async (tx, code, build) => {
  await takeGovernmentsLock(tx);
  const found = await openCodesOf(tx, code, unused);
  if (!found) return false;
  await giveOut(tx, found.governmentId, build(found.open));
  return true;
};

const heldOf = ({ id, role, agencyId, validFrom, validUntil }: AppointmentModel) => ({
  ...{ id, role: role as Role, agencyId, validFrom },
  ...(validUntil ? { validUntil } : {}),
});

const invite: (tx: Tx, ...rest: Parameters<Foundations["invite"]>) => Promise<boolean> = async (tx, code, build) => {
  await takeGovernmentsLock(tx);
  const found = await openCodesOf(tx, code, open);
  if (!found) return false;
  const { governmentId } = found;
  const appointments = await tx.appointment.findMany({ where: { governmentId }, orderBy: { id: "asc" } });
  await giveOut(tx, governmentId, build({ ...found.open, appointments: appointments.map(heldOf) }));
  return true;
};

/** Foundations on PostgreSQL. */
export const createFoundations = (prisma: PrismaClient): Foundations => ({
  codes: async () => (await prisma.government.findMany({ orderBy: { code: "asc" } })).map(({ code }) => code),
  found: (site, build) => prisma.$transaction((tx) => found(tx, site, build), patient),
  invite: (code, build) => prisma.$transaction((tx) => invite(tx, code, build), patient),
  remove: (code) => prisma.$transaction((tx) => removeTrial(tx, code), patient),
  renew: (code, build) => prisma.$transaction((tx) => renew(tx, code, build), patient),
});
