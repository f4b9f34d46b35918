import type {
  Account,
  Agency,
  Appointment,
  Channel,
  Directory,
  Invitation,
  Person,
  Sop,
} from "../../../domain/registry/model.js";
import type { PrismaClient } from "../generated/client.js";
import { instant, withoutNulls } from "../rows.js";
import { giftOf, type StoredGift } from "./gift-json.js";
import { queryJson } from "./query-json.js";

/** What is registered under one government, as of one version. */
export type Registry = Omit<Directory, "government">;

interface PersonRow extends Omit<Person, "civilServant" | "ethicsReadAt"> {
  readonly civilServant: boolean | null;
  readonly ethicsReadAt: string | null;
}

interface AppointmentRow
  extends Omit<Appointment, "datedAt" | "validFrom" | "validUntil" | "acting" | "staffFunction" | "ended"> {
  readonly datedAt: string | null;
  readonly staffFunction: string | null;
  readonly ended: true | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly acting: Appointment["acting"] | null;
}

interface SopRow extends Omit<Sop, "agencyId" | "datedAt" | "deadlineHours"> {
  readonly datedAt: string | null;
  readonly agencyId: string | null;
  readonly deadlineHours: number | null;
}

interface AccountRow extends Omit<Account, "since" | "until" | "designation"> {
  readonly since: string;
  readonly until: string | null;
  readonly designation: Account["designation"] | null;
}

interface InvitationRow extends Omit<Invitation, "gives" | "expiresAt" | "createdBy" | "used"> {
  readonly gives: StoredGift;
  readonly expiresAt: string;
  readonly createdBy: string | null;
  readonly used: { readonly at: string; readonly by: string } | null;
}

interface RegistryRow {
  readonly version: number;
  readonly agencies: readonly Agency[];
  readonly channels: readonly Channel[];
  readonly people: readonly PersonRow[];
  readonly appointments: readonly AppointmentRow[];
  readonly sops: readonly SopRow[];
  readonly accounts: readonly AccountRow[];
  readonly invitations: readonly InvitationRow[];
}

const listOf = (table: string, fields: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object(${fields}) order by t.id) from ${table} t where t.government_id = g.id), '[]')`;

const IDENTITIES = `coalesce((
  select jsonb_agg(jsonb_build_object('platform', n.platform, 'workspace', n.workspace, 'userId', n.user_id)
    order by n.platform, n.workspace, n.user_id)
  from identity n where n.government_id = g.id and n.person_id = t.id), '[]')`;

/** The version is read with what it stands for, in one statement. */
const REGISTRY = `
select jsonb_build_object(
  'version', g.registry_version,
  'agencies', ${listOf("agency", "'id', t.id, 'code', t.code, 'name', t.name, 'kind', t.kind")},
  'channels', ${listOf(
    "channel",
    "'id', t.id, 'agencyId', t.agency_id, 'purpose', t.purpose, 'name', t.name, 'platform', t.platform, " +
      "'workspace', t.workspace, 'nativeId', t.native_id",
  )},
  'people', ${listOf(
    "person",
    `'id', t.id, 'name', t.name, 'shared', t.shared, 'civilServant', t.civil_servant, 'ethicsReadAt', t.ethics_read_at, ` +
      `'identities', ${IDENTITIES}`,
  )},
  'appointments', ${listOf(
    "appointment",
    "'id', t.id, 'personId', t.person_id, 'agencyId', t.agency_id, 'role', t.role, 'position', t.position, " +
      "'instrument', t.instrument, 'number', t.number, 'datedAt', t.dated_at, 'validFrom', t.valid_from, " +
      "'validUntil', t.valid_until, 'acting', t.acting, 'staffFunction', t.staff_function, 'ended', t.ended",
  )},
  'sops', ${listOf(
    "sop",
    "'id', t.id, 'agencyId', t.agency_id, 'number', t.number, 'datedAt', t.dated_at, 'issuer', t.issuer, " +
      "'deadlineHours', t.deadline_hours, 'gates', t.gates",
  )},
  'accounts', ${listOf(
    "account",
    "'id', t.id, 'agencyId', t.agency_id, 'medium', t.medium, 'handle', t.handle, 'url', t.url, " +
      "'designation', t.designation, 'since', t.since, 'until', t.until",
  )},
  'invitations', ${listOf(
    "invitation",
    "'id', t.id, 'hash', t.hash, 'gives', t.gives, 'expiresAt', t.expires_at, 'createdBy', t.created_by, 'used', t.used",
  )}) as value
from government g, (select $1::jsonb as doc) input where g.id = doc->>'governmentId'`;

/** Everything registered under a government, each list by id. Throws when there is no such government. */
export const loadRegistry = async (prisma: PrismaClient, governmentId: string): Promise<Registry> => {
  const row = await queryJson<RegistryRow>(prisma, REGISTRY, { governmentId });
  if (row === undefined) throw new Error(`no such government: ${governmentId}`);
  return {
    ...row,
    people: row.people.map(personOf),
    invitations: row.invitations.map(invitationOf),
    appointments: row.appointments.map(appointmentOf),
    sops: row.sops.map(sopOf),
    accounts: row.accounts.map(accountOf),
  };
};

const personOf = ({ civilServant, ethicsReadAt, ...rest }: PersonRow): Person => ({
  ...rest,
  ...withoutNulls({ civilServant, ethicsReadAt: instant(ethicsReadAt) }),
});

const appointmentOf = (row: AppointmentRow): Appointment => {
  const { datedAt, validFrom, validUntil, acting, staffFunction, ended, ...rest } = row;
  return {
    ...rest,
    ...withoutNulls({ datedAt: instant(datedAt), validUntil: instant(validUntil), acting, staffFunction, ended }),
    validFrom: new Date(validFrom),
  };
};

const invitationOf = ({ gives, expiresAt, createdBy, used, ...rest }: InvitationRow): Invitation => ({
  ...rest,
  gives: giftOf(gives),
  expiresAt: new Date(expiresAt),
  ...withoutNulls({ createdBy, used: used && { ...used, at: new Date(used.at) } }),
});

const accountOf = ({ since, until, designation, ...rest }: AccountRow): Account => ({
  ...rest,
  ...withoutNulls({ designation, until: instant(until) }),
  since: new Date(since),
});

const sopOf = ({ agencyId, datedAt, deadlineHours, ...rest }: SopRow): Sop => ({
  ...rest,
  ...withoutNulls({ agencyId, datedAt: instant(datedAt), deadlineHours }),
});
