import type { Channel, Role } from "../../domain/registry/model.js";
import type { Prisma, PrismaClient } from "./generated/client.js";
import { takeGovernmentsLock } from "./governments-lock.js";
import {
  COMMUNICATIONS_AGENCY,
  EXAMPLE_AGENCIES,
  EXAMPLE_GOVERNMENTS,
  EXAMPLE_MEDIA,
  EXAMPLE_NAMES,
  type ExampleAgency,
  type ExampleGovernment,
} from "./seed-data.js";

const PATIENCE_MS = 60_000;
const PLATFORM = "simulator";
/** Before the example governments' clock can ever be. */
const APPOINTED_YEAR = 2021;
const APPOINTED_AT = new Date(`${APPOINTED_YEAR}-01-04T00:00:00+07:00`);

/** One offset for all: so many minutes before 09.00 of today in Jakarta, whatever time it is. */
const SET_CLOCK = `
update government set clock_offset_ms = (extract(epoch from
  (date_trunc('day', now() at time zone 'Asia/Jakarta') + interval '9 hours') at time zone 'Asia/Jakarta' - $1::int * interval '1 minute' - now()) * 1000)::bigint
where example`;

/** Accounts begin with the day the examples' clock stands at: none has been silent for years. */
const SET_ACCOUNTS = `
update account a set since = date_trunc('day', (now() + g.clock_offset_ms * interval '1 ms') at time zone g.zone) at time zone g.zone
from government g where g.id = a.government_id and g.example`;

type Tx = Prisma.TransactionClient;

/**
 * Gives an empty database the example governments with their agencies, chats and people, their clock `leadMinutes`
 * before 09.00 of today. True when it did; false, without a change, when there is any government. Several processes may try at once: one does.
 */
export const seedExamples = (prisma: PrismaClient, leadMinutes = 0): Promise<boolean> =>
  prisma.$transaction(
    async (tx) => {
      await takeGovernmentsLock(tx);
      if ((await tx.government.count()) > 0) return false;
      await insertRows(tx);
      await tx.$executeRawUnsafe(SET_CLOCK, leadMinutes);
      await tx.$executeRawUnsafe(SET_ACCOUNTS);
      return true;
    },
    { maxWait: PATIENCE_MS, timeout: PATIENCE_MS },
  );

const insertRows = async (tx: Tx): Promise<void> => {
  const pairs = EXAMPLE_GOVERNMENTS.flatMap((government) => EXAMPLE_AGENCIES.map((agency) => ({ government, agency })));
  const people = pairs.flatMap(({ government, agency }) => peopleOf(government, agency));
  await tx.government.createMany({
    data: EXAMPLE_GOVERNMENTS.map(({ instrument: _, ...government }) => ({ ...government, example: true })),
  });
  await tx.agency.createMany({
    data: pairs.map(({ government, agency }) => ({
      id: `${government.id}-${agency.code}`,
      governmentId: government.id,
      code: agency.code,
      name: agency.name,
    })),
  });
  await tx.channel.createMany({ data: pairs.flatMap(({ government, agency }) => channelsOf(government, agency)) });
  await tx.person.createMany({ data: people.map(({ person }) => person) });
  await tx.identity.createMany({ data: people.map(({ identity }) => identity) });
  await tx.appointment.createMany({ data: people.flatMap(({ appointments }) => appointments) });
  await tx.account.createMany({ data: pairs.flatMap(({ government, agency }) => accountsOf(government, agency)) });
};

const PURPOSES: Readonly<Record<Channel["purpose"], string>> = {
  work: "Kerja",
  approval: "Persetujuan",
  digest: "Rekap",
};

const channelsOf = (government: ExampleGovernment, agency: ExampleAgency) => {
  const purposes: readonly Channel["purpose"][] =
    agency.code === COMMUNICATIONS_AGENCY ? ["work", "approval", "digest"] : ["work", "approval"];
  const agencyId = `${government.id}-${agency.code}`;
  return purposes.map((purpose) => ({
    id: `${agencyId}-${purpose}`,
    governmentId: government.id,
    agencyId,
    purpose,
    name: `${agency.short} · ${PURPOSES[purpose]}`,
    platform: PLATFORM,
    workspace: government.id,
    nativeId: `${agencyId}-${purpose}`,
  }));
};

/** Two invented accounts of each agency, by what its government's regulation has them made official. */
const accountsOf = (government: ExampleGovernment, agency: ExampleAgency) =>
  EXAMPLE_MEDIA.map(({ medium, site }) => {
    const handle = `${agency.code}.${government.id}.contoh`;
    return {
      id: `account-${government.id}-${agency.code}-${medium}`,
      governmentId: government.id,
      agencyId: `${government.id}-${agency.code}`,
      medium,
      handle,
      url: `https://${site}/${handle}`,
      since: APPOINTED_AT,
    };
  });

interface Post {
  readonly role: Role;
  readonly position: string;
  /** Names the person when somebody holds two roles. */
  readonly holder: "officer" | "official" | "head";
}

const postsOf = (agency: ExampleAgency): readonly Post[] => {
  const official = { role: "official", position: `Sekretaris ${agency.name}`, holder: "official" } as const;
  const admin = { role: "admin", position: "Admin Tanggap", holder: "officer" } as const;
  const central: readonly Post[] =
    agency.code === COMMUNICATIONS_AGENCY ? [{ ...official, role: "communications" }, admin] : [];
  return [
    { role: "officer", position: "Petugas media sosial", holder: "officer" },
    official,
    { role: "head", position: `Kepala ${agency.name}`, holder: "head" },
    ...central,
  ];
};

const HOLDERS = ["officer", "official", "head"] as const;

const peopleOf = (government: ExampleGovernment, agency: ExampleAgency) => {
  const posts = postsOf(agency);
  return HOLDERS.map((holder) => {
    const personId = `${government.id}-${agency.code}-${holder}`;
    return {
      person: { id: personId, governmentId: government.id, name: nameOf(government, agency, holder) },
      identity: {
        governmentId: government.id,
        platform: PLATFORM,
        workspace: government.id,
        userId: personId,
        personId,
      },
      appointments: posts
        .filter((post) => post.holder === holder)
        .map((post) => appointmentOf(government, agency, post, personId)),
    };
  });
};

const appointmentOf = (government: ExampleGovernment, agency: ExampleAgency, post: Post, personId: string) => ({
  id: `appointment-${government.id}-${agency.code}-${post.role}`,
  governmentId: government.id,
  personId,
  agencyId: `${government.id}-${agency.code}`,
  role: post.role,
  position: post.position,
  instrument: government.instrument,
  number: numberOf(agency, post),
  datedAt: APPOINTED_AT,
  validFrom: APPOINTED_AT,
});

const numberOf = (agency: ExampleAgency, post: Post): string => {
  const serial = postsOf(agency).findIndex(({ role }) => role === post.role) + 11;
  return `800/${String(serial).padStart(3, "0")}/${agency.code.toUpperCase()}/${APPOINTED_YEAR}`;
};

const nameOf = (government: ExampleGovernment, agency: ExampleAgency, holder: Post["holder"]): string => {
  const names = (EXAMPLE_NAMES[government.id] ?? "").split(" ");
  const name = names[EXAMPLE_AGENCIES.indexOf(agency) * HOLDERS.length + HOLDERS.indexOf(holder)];
  return `${name} (${agency.short})`;
};
