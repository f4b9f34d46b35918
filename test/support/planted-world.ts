import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import { memoryWorld } from "./memory-simulator-host.js";

/** A row of `channel`: a chat of the simulated platform, in the workspace of one government, bound by it or another. */
export const channelRow = (
  nativeId: string,
  { name = nativeId, agencyId = "a-kominfo", purpose = "work" },
  workspace: string,
  governmentId = workspace,
) => ({
  ...{ id: `row-${nativeId}`, platform: "simulator", workspace },
  ...{ nativeId, name, agencyId, purpose, governmentId },
});

/** A row of `identity`: a user of the simulated platform, in the workspace of one government, registered there or elsewhere. */
export const identityRow = (userId: string, personId: string, workspace: string, governmentId = workspace) => ({
  ...{ platform: "simulator", workspace, userId, personId, governmentId },
});

/** The governments of `memoryWorld` in a database, and beside them a real one with a chat and a person. */
export const plantMemoryWorld = async (prisma: PrismaClient): Promise<void> => {
  for (const { id, name, profile, locale, zone } of memoryWorld.governments)
    await prisma.government.create({ data: { id, code: id, name, profile, locale, zone, example: true } });
  await prisma.government.create({
    data: { id: "gov-real", code: "REAL", name: "Pemkab Nyata", profile: "kobar-2017", zone: "Asia/Jakarta" },
  });
  for (const { id, code, name, government } of memoryWorld.agencies)
    await prisma.agency.create({ data: { id, code, name, governmentId: government } });
  for (const { id, name, agency, purpose, government } of memoryWorld.channels)
    if (agency !== null)
      await prisma.channel.create({ data: channelRow(id, { name, agencyId: agency, purpose }, government) });
  await prisma.channel.create({ data: channelRow("c-real", { name: "nyata" }, "gov-real") });
  const people = [...memoryWorld.people, { id: "rina", name: "Rina", government: "gov-real" }];
  for (const { id, name, government } of people) {
    await prisma.person.create({ data: { id, name, governmentId: government } });
    await prisma.identity.create({ data: identityRow(id, id, government) });
  }
};
