import type { Agency, Appointment, Channel, Directory, Person, Role } from "../../src/domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../src/domain/registry/settings.js";
import {
  COMMUNICATIONS_AGENCY,
  EXAMPLE_AGENCIES,
  EXAMPLE_GOVERNMENTS,
  EXAMPLE_MEDIA,
  type ExampleGovernment,
} from "../../src/infra/db/seed-data.js";

/** The example governments, by the place whose regulation they have. */
export type GovernmentId = "kobar" | "klaten" | "jabar";

/** An agency no regulation binds, which the seeded examples lack. */
export const EXTERNAL_AGENCY = { code: "pln", name: "PLN ULP Contoh" } as const;

const APPOINTED_AT = new Date("2021-01-04T00:00:00+07:00");

const governmentOf = (id: GovernmentId): ExampleGovernment => {
  const found = EXAMPLE_GOVERNMENTS.find((each) => each.id === id);
  if (!found) throw new Error(`no example government ${id}`);
  return found;
};

const agenciesOf = (id: GovernmentId): readonly Agency[] => [
  ...EXAMPLE_AGENCIES.map(({ code, name }) => ({ id: `${id}-${code}`, code, name, kind: "internal" as const })),
  { id: `${id}-${EXTERNAL_AGENCY.code}`, ...EXTERNAL_AGENCY, kind: "external" },
];

const channelsOf = (id: GovernmentId, agency: Agency): readonly Channel[] =>
  (["work", "approval"] as const).map((purpose) => ({
    id: `${agency.id}-${purpose}`,
    agencyId: agency.id,
    purpose,
    name: `${agency.code} ${purpose}`,
    platform: "simulator",
    workspace: id,
    nativeId: `${agency.id}-${purpose}`,
  }));

/** A person whose id is their user id in the simulator too. */
export const personOf = (government: GovernmentId, id: string, change: Partial<Person> = {}): Person => ({
  id,
  name: `Nama ${id}`,
  shared: false,
  identities: [{ platform: "simulator", workspace: government, userId: id }],
  ...change,
});

/** An appointment of that person to that role, in force since 2021. */
export const appointmentOf = (
  personId: string,
  agencyId: string,
  role: Role,
  change: Partial<Appointment> = {},
): Appointment => ({
  id: `appointment-${personId}-${role}`,
  personId,
  agencyId,
  role,
  position: `${role} ${agencyId}`,
  instrument: "Surat Perintah",
  number: "800/011/2021",
  validFrom: APPOINTED_AT,
  ...change,
});

const HOLDERS = ["officer", "official", "head"] as const;

/**
 * One example government as the seed makes it, an external agency added: every agency has a work and an approval chat
 * and the people `<agency id>-officer`, `-official` and `-head`; the official of Diskominfo is also `communications`;
 * `<id>-admin` and `<id>-auditor` are there for Diskominfo.
 */
export const exampleDirectory = (
  id: GovernmentId,
  change: (directory: Directory) => Directory = (directory) => directory,
): Directory => {
  const { code, name, profile, zone } = governmentOf(id);
  const agencies = agenciesOf(id);
  const office = `${id}-${COMMUNICATIONS_AGENCY}`;
  const lone = (["admin", "auditor"] as const).map((role) => ({ role, personId: `${id}-${role}` }));
  const posts = agencies.flatMap((agency) =>
    HOLDERS.map((role) => ({ role, personId: `${agency.id}-${role}`, agencyId: agency.id })),
  );
  return change({
    government: {
      id,
      code,
      name,
      profile,
      zone,
      locale: "id",
      example: true,
      settings: DEFAULT_SETTINGS,
    },
    agencies,
    channels: agencies.flatMap((agency) => channelsOf(id, agency)),
    people: [...posts, ...lone].map(({ personId }) => personOf(id, personId)),
    appointments: [
      ...posts.map(({ personId, agencyId, role }) => appointmentOf(personId, agencyId, role)),
      appointmentOf(`${office}-official`, office, "communications"),
      ...lone.map(({ personId, role }) => appointmentOf(personId, office, role)),
    ],
    version: 1,
    sops: [],
    invitations: [],
    accounts: agencies.flatMap((agency) =>
      EXAMPLE_MEDIA.map(({ medium, site }) => ({
        id: `account-${agency.id}-${medium}`,
        agencyId: agency.id,
        medium,
        handle: `${agency.code}.contoh`,
        url: `https://${site}/${agency.code}.contoh`,
        since: APPOINTED_AT,
      })),
    ),
  });
};
