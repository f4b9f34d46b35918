import type { Locale } from "../../ports/chat/refs.js";
import type { SimulatorWorld } from "../../ports/simulator-host.js";
import type { SqlClient } from "./sql.js";
import { WORLD, WORLD_VERSION } from "./world-sql.js";

/** The example governments, read and (only their language) changed. Every method rejects when the database is down. */
export interface SimulatorWorldStore {
  world(): Promise<SimulatorWorld>;
  version(): Promise<string>;
  /** False when there is no such example government. */
  setLocale(governmentId: string, locale: Locale): Promise<boolean>;
}

/** The registry version grows, so that whoever keeps the government's directory reads it again. */
const SET_LOCALE = `
  update government set locale = $2, registry_version = registry_version + 1 where id = $1 and example returning id`;

/** The world of the simulator: the registry's chats and people, with the roles held at case time, and the platform's own. */
export const createSimulatorWorld = (db: SqlClient): SimulatorWorldStore => ({
  async world() {
    const [world] = await db.$queryRawUnsafe<SimulatorWorld[]>(WORLD);
    if (world === undefined) throw new Error("the simulator's world came back empty");
    return world;
  },
  async version() {
    const [row] = await db.$queryRawUnsafe<{ readonly version: string }[]>(WORLD_VERSION);
    return row?.version ?? "";
  },
  async setLocale(governmentId, locale) {
    return (await db.$queryRawUnsafe<unknown[]>(SET_LOCALE, governmentId, locale)).length > 0;
  },
});
