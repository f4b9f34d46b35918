import { randomUUID } from "node:crypto";
import type { Directory } from "../../src/domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../src/domain/registry/settings.js";
import type { PlantedGovernment } from "./registry-fixture.js";

const APPOINTED_AT = new Date("2021-01-04T00:00:00Z");
const AGENCIES = ["home", "related"] as const;
const PURPOSES = ["work", "approval"] as const;
const ROLES = ["officer", "official"] as const;

/** A government as `plantGovernment` of registry-fixture plants one in a database, with ids no other one has. */
export const plantedGovernment = (): PlantedGovernment => {
  const code = [...randomUUID().replaceAll("-", "")]
    .slice(0, 10)
    .map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)))
    .join("");
  const id = code.toLowerCase();
  return {
    id,
    code,
    home: `${id}-home`,
    related: `${id}-related`,
    conversation: (agencyId, purpose) => ({
      platform: "simulator",
      workspace: id,
      channel: `${agencyId}-${purpose}`,
    }),
    person: (agencyId, role) => `${agencyId}-${role}`,
  };
};

/** Its registry, for a store that keeps none itself. */
export const plantedDirectory = (
  { id, code, conversation }: PlantedGovernment,
  { example, settings }: { readonly example: boolean; readonly settings: object },
): Directory => {
  const agencies = AGENCIES.map((name) => ({ id: `${id}-${name}`, code: name, name: `Agency ${name}` }));
  const posts = agencies.flatMap((agency) =>
    ROLES.map((role) => ({ role, agencyId: agency.id, personId: `${agency.id}-${role}` })),
  );
  return {
    government: {
      id,
      code,
      name: `Government ${code}`,
      profile: "kobar-2017",
      zone: "Asia/Pontianak",
      locale: "id",
      example,
      settings: { ...DEFAULT_SETTINGS, ...settings },
    },
    agencies: agencies.map((agency) => ({ ...agency, kind: "internal" })),
    channels: agencies.flatMap((agency) =>
      PURPOSES.map((purpose) => {
        const { platform, workspace, channel } = conversation(agency.id, purpose);
        return { id: channel, agencyId: agency.id, purpose, name: channel, platform, workspace, nativeId: channel };
      }),
    ),
    people: posts.map(({ role, agencyId, personId }) => ({
      id: personId,
      name: `${role} of ${agencyId}`,
      shared: false,
      identities: [{ platform: "simulator", workspace: id, userId: personId }],
    })),
    appointments: posts.map(({ role, agencyId, personId }) => ({
      id: `appointment-${personId}`,
      personId,
      agencyId,
      role,
      position: role,
      instrument: "Keputusan Kepala Instansi",
      number: "800/011/TEST/2021",
      datedAt: APPOINTED_AT,
      validFrom: APPOINTED_AT,
    })),
    version: 1,
    sops: [],
    invitations: [],
    accounts: [],
  };
};
