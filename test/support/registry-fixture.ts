import { randomUUID } from "node:crypto";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";

/** A registered government: agencies "home" and "related" with a work and an approval chat and two people each. */
export interface PlantedGovernment {
  readonly id: string;
  readonly code: string;
  /** Ids of its agencies. */
  readonly home: string;
  readonly related: string;
  conversation(agencyId: string, purpose: "work" | "approval"): ConversationRef;
  /** Id of the person who has the role there. */
  person(agencyId: string, role: "officer" | "official"): string;
}

interface Options {
  /** Milliseconds its clock is ahead; only example governments may have one. */
  readonly clockOffsetMs?: number;
  readonly example?: boolean;
  readonly settings?: object;
}

const APPOINTED_AT = new Date("2021-01-04T00:00:00Z");

/** Letters no other planted government has: codes are unique. */
const freshLetters = (): string =>
  [...randomUUID().replaceAll("-", "")]
    .slice(0, 10)
    .map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)))
    .join("");

/** Registers a new government, with ids no other one has. */
export const plantGovernment = async (prisma: PrismaClient, options: Options = {}): Promise<PlantedGovernment> => {
  const code = freshLetters();
  const id = code.toLowerCase();
  const { settings = {}, example = false, clockOffsetMs = 0 } = options;
  await prisma.government.create({
    data: {
      id,
      code,
      name: `Government ${code}`,
      profile: "kobar-2017",
      zone: "Asia/Pontianak",
      example,
      clockOffsetMs,
      settings,
    },
  });
  for (const name of ["home", "related"]) await plantAgency(prisma, id, name);
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

const plantAgency = async (prisma: PrismaClient, governmentId: string, code: string): Promise<void> => {
  const agencyId = `${governmentId}-${code}`;
  await prisma.agency.create({ data: { id: agencyId, governmentId, code, name: `Agency ${code}` } });
  for (const purpose of ["work", "approval"]) {
    const channel = `${agencyId}-${purpose}`;
    await prisma.channel.create({
      data: {
        id: channel,
        governmentId,
        agencyId,
        purpose,
        name: channel,
        platform: "simulator",
        workspace: governmentId,
        nativeId: channel,
      },
    });
  }
  for (const role of ["officer", "official"]) await plantPerson(prisma, governmentId, agencyId, role);
};

const plantPerson = async (
  prisma: PrismaClient,
  governmentId: string,
  agencyId: string,
  role: string,
): Promise<void> => {
  const personId = `${agencyId}-${role}`;
  await prisma.person.create({ data: { id: personId, governmentId, name: `${role} of ${agencyId}` } });
  await prisma.identity.create({
    data: { governmentId, platform: "simulator", workspace: governmentId, userId: personId, personId },
  });
  await prisma.appointment.create({
    data: {
      id: `appointment-${personId}`,
      governmentId,
      personId,
      agencyId,
      role,
      position: role,
      instrument: "Keputusan Kepala Instansi",
      number: "800/011/TEST/2021",
      datedAt: APPOINTED_AT,
      validFrom: APPOINTED_AT,
    },
  });
};
