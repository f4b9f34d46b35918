import { createHash } from "node:crypto";
import type { InvitationGift } from "../../src/domain/registry/model.js";
import type { PrismaClient } from "../../src/infra/db/generated/client.js";

const WEEK_MS = 7 * 86_400_000;

/** The trial government and its agency. */
export const trial = { id: "uji", agency: "uji-dinkes" } as const;

/** One-time codes of the trial government, each for what it gives. */
export const trialCodes = {
  work: "UJI-W0RK0-00001",
  digest: "UJI-D1GES-00002",
  officer: "UJI-0FF1C-00003",
  official: "UJI-0FF1C-00004",
} as const;

const appointment = {
  ...{ agencyId: trial.agency, position: "Pengelola", instrument: "Surat Perintah", number: "800/1" },
  validFrom: new Date("2026-01-01T00:00:00Z"),
};

const gifts: Readonly<Record<keyof typeof trialCodes, InvitationGift>> = {
  work: { kind: "chat", agencyId: trial.agency, purpose: "work" },
  digest: { kind: "chat", agencyId: trial.agency, purpose: "digest" },
  officer: { kind: "role", name: "Wati Lestari", appointment: { ...appointment, role: "officer" } },
  official: { kind: "role", appointment: { ...appointment, role: "official" } },
};

/** As a setup leaves it: a government to try things on, an agency and codes, and nobody in any chat. */
export const plantTrial = async (prisma: PrismaClient): Promise<void> => {
  await prisma.government.create({
    data: {
      id: trial.id,
      code: "UJI",
      name: "Pemkab Uji Coba",
      profile: "jabar-2019",
      zone: "Asia/Jakarta",
      example: true,
    },
  });
  await prisma.agency.create({
    data: { id: trial.agency, governmentId: trial.id, code: "dinkes", name: "Dinas Kesehatan" },
  });
  for (const [name, code] of Object.entries(trialCodes))
    await prisma.invitation.create({
      data: {
        id: `invitation-${name}`,
        governmentId: trial.id,
        hash: createHash("sha256").update(code, "utf8").digest("hex"),
        gives: JSON.parse(JSON.stringify(gifts[name as keyof typeof trialCodes])),
        expiresAt: new Date(Date.now() + WEEK_MS),
      },
    });
};
