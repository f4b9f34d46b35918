import type { Directory, Government, GovernmentSettings } from "../../../domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../../domain/registry/settings.js";
import type { ConversationRef } from "../../../ports/chat/refs.js";
import type { Scene } from "../../../ports/store.js";
import type { PrismaClient } from "../generated/client.js";
import { joinReads } from "./query-json.js";
import { loadRegistry, type Registry } from "./registry.js";

type SceneRow = Omit<Government, "settings"> & {
  readonly settings: Partial<GovernmentSettings>;
  readonly registryVersion: number;
  readonly now: string;
};

const SCENE = `
select jsonb_build_object('id', g.id, 'code', g.code, 'name', g.name, 'profile', g.profile, 'zone', g.zone,
  'locale', g.locale, 'example', g.example, 'settings', g.settings, 'registryVersion', g.registry_version,
  'now', now() + g.clock_offset_ms * interval '1 millisecond') as value
from (select $1::jsonb as doc) input, government g`;

const OF_GOVERNMENT = `${SCENE} where g.id = doc->>'governmentId'`;

const OF_CODE = `${SCENE} where g.code = doc->>'letters' or not exists (select from government o where o.id <> g.id)`;

const OF_CONVERSATION = `${SCENE} join channel c on c.government_id = g.id
where c.platform = doc->>'platform' and c.workspace = doc->>'workspace' and c.native_id = doc->>'channel'`;

/**
 * The Reader's scenes. One small statement each: the government itself and the time are always read, the rest of the
 * registry only when its version has changed.
 */
export const createScenes = (prisma: PrismaClient) => {
  const registries = new Map<string, Registry>();
  const ofConversation = joinReads<SceneRow>(prisma, OF_CONVERSATION);
  const ofCode = joinReads<SceneRow>(prisma, OF_CODE);
  const ofGovernment = joinReads<SceneRow>(prisma, OF_GOVERNMENT);

  const registryOf = async (governmentId: string, version: number): Promise<Registry> => {
    const known = registries.get(governmentId);
    if (known?.version === version) return known;
    const loaded = await loadRegistry(prisma, governmentId);
    if ((registries.get(governmentId)?.version ?? 0) <= loaded.version) registries.set(governmentId, loaded);
    return loaded;
  };

  const sceneOf = async ({ now, registryVersion, settings, ...government }: SceneRow): Promise<Scene> => {
    const registry = await registryOf(government.id, registryVersion);
    const completed = { ...government, settings: { ...DEFAULT_SETTINGS, ...settings } };
    const directory: Directory = { government: completed, ...registry };
    return { directory, now: new Date(now) };
  };

  return {
    async sceneOfConversation({ platform, workspace, channel }: ConversationRef): Promise<Scene | undefined> {
      const row = await ofConversation({ platform, workspace, channel });
      return row && sceneOf(row);
    },
    async sceneOfCode(letters: string): Promise<Scene | undefined> {
      const row = await ofCode({ letters });
      return row && sceneOf(row);
    },
    async sceneOfGovernment(governmentId: string): Promise<Scene> {
      const row = await ofGovernment({ governmentId });
      if (row === undefined) throw new Error(`no such government: ${governmentId}`);
      return sceneOf(row);
    },
  };
};
