import { dayIn } from "../../domain/time/local-day.js";
import { afterQuiet } from "../../domain/time/quiet-hours.js";
import type { Reader, Scene } from "../../ports/store.js";
import type { PrismaClient } from "../db/generated/client.js";

/** Governments whose day, by their own case time and zone, nobody entered under this name yet. */
const unentered = (prisma: PrismaClient, name: string) =>
  prisma.$queryRaw<readonly { readonly id: string; readonly nowMs: number }[]>`/* prepared */
    select g.id, (extract(epoch from now()) * 1000 + g.clock_offset_ms)::float8 as "nowMs" from government g
     where not exists (
       select from schedule_run r where r.government_id = g.id and r.name = ${name}
          and r.slot = to_char((now() + g.clock_offset_ms * interval '1 ms') at time zone g.zone, 'YYYY-MM-DD'))`;

/**
 * Once a day of each government, after its quiet hours, announces something; answers how many messages were written.
 * `announce` enters the government's day under this name in the statement that writes them, so that of several processes
 * one does it. May be called at any time; after a standstill of days it announces once. Rejects at the end with the first
 * government's error that failed.
 */
export const createDailyNews = (
  prisma: PrismaClient,
  reader: Pick<Reader, "sceneOfGovernment">,
  name: string,
  announce: (governmentId: string, scene: Scene, day: string) => Promise<number>,
): (() => Promise<number>) => {
  /** Case time until which a government's night lasts: so long nothing of it is worked out again. */
  const nights = new Map<string, number>();
  const look = async (governmentId: string): Promise<number> => {
    const scene = await reader.sceneOfGovernment(governmentId);
    const { settings, zone } = scene.directory.government;
    const loud = afterQuiet(scene.now, settings.quiet, zone);
    if (loud <= scene.now) return announce(governmentId, scene, dayIn(zone, scene.now));
    nights.set(governmentId, loud.getTime());
    return 0;
  };
  return async () => {
    let written = 0;
    const errors: unknown[] = [];
    for (const { id, nowMs } of await unentered(prisma, name)) {
      if (nowMs < (nights.get(id) ?? nowMs)) continue;
      written += await look(id).catch((error) => {
        errors.push(error);
        return 0;
      });
    }
    if (errors.length > 0) throw errors[0];
    return written;
  };
};
