import type { PrismaClient } from "../../src/infra/db/generated/client.js";
import type { Hand } from "./telegram/people.js";
import type { Place } from "./telegram/world.js";
import type { TelegramServer } from "./telegram-server.js";

/** An agency with a group on Telegram and one officer in it. */
export interface TelegramAgency {
  readonly code: string;
  readonly place: Place;
  readonly hand: Hand;
}

const APPOINTED_AT = new Date("2021-01-04T00:00:00Z");

/** Registers a government whose agencies each have a work group on Telegram, as binding and joining would have left it. */
export const plantTelegramGovernment = async (
  prisma: PrismaClient,
  server: TelegramServer,
  codes: readonly string[],
): Promise<readonly TelegramAgency[]> => {
  const governmentId = "uji";
  const government = { id: governmentId, code: "UJI", name: "Pemerintah Kota Uji", profile: "kobar-2017" };
  await prisma.government.create({ data: { ...government, zone: "Asia/Jakarta" } });
  const agencies = codes.map((code) => {
    const person = server.addPerson({ first_name: `Petugas ${code}` });
    const place = server.addGroup(`Grup ${code}`, [person], { kind: "supergroup", bot: "administrator" });
    return { code, person, place, hand: server.hand(person, place) };
  });
  const onTelegram = { platform: "telegram", workspace: "-" };
  await prisma.agency.createMany({
    data: codes.map((code) => ({ id: code, governmentId, code, name: `Dinas ${code}` })),
  });
  await prisma.channel.createMany({
    data: agencies.map(({ code, place }) => ({
      ...{ id: `${code}-work`, governmentId, agencyId: code, purpose: "work", name: `${code} · Kerja` },
      ...{ ...onTelegram, nativeId: String(place.id) },
    })),
  });
  await prisma.person.createMany({
    data: agencies.map(({ code, person }) => ({ id: `${code}-officer`, governmentId, name: person.first_name })),
  });
  await prisma.identity.createMany({
    data: agencies.map(({ code, person }) => ({
      ...{ governmentId, ...onTelegram, userId: String(person.id), personId: `${code}-officer` },
    })),
  });
  await prisma.appointment.createMany({
    data: codes.map((code) => ({
      ...{ id: `${code}-appointment`, governmentId, personId: `${code}-officer`, agencyId: code, role: "officer" },
      ...{ position: "Petugas", instrument: "Keputusan Kepala Instansi", number: "1/2021" },
      ...{ datedAt: APPOINTED_AT, validFrom: APPOINTED_AT },
    })),
  });
  return agencies.map(({ code, place, hand }) => ({ code, place, hand }));
};
