import type { Directory, Government } from "../../../domain/registry/model.js";
import type { ConversationRef, UserRef } from "../../../ports/chat/refs.js";
import { localeSchema, readSettings, type SettingFault } from "../../../ports/government-settings.js";
import type { Scene } from "../../../ports/store.js";
import type { PrismaClient } from "../generated/client.js";
import { joinReads } from "./query-json.js";
import { loadRegistry, type Registry } from "./registry.js";

type SceneRow = Omit<Government, "settings" | "locale"> & {
  readonly settings: unknown;
  readonly locale: string;
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

const OF_HOST = `${SCENE} order by g.example, g.code limit 1`;

const OF_ACTION = `${SCENE} join action_token t on t.government_id = g.id where t.token = doc->>'token'`;

const OF_CONVERSATION = `${SCENE} join channel c on c.government_id = g.id
where c.platform = doc->>'platform' and c.workspace = doc->>'workspace' and c.native_id = doc->>'channel'`;

const OF_USER = `${SCENE} where g.id = (
  select k.id from identity i join government k on k.id = i.government_id
   where i.platform = doc->>'platform' and i.workspace = doc->>'workspace' and i.user_id = doc->>'id'
   order by k.code limit 1)`;

/** Told once of each stored setting that counts for nothing, again when it was changed to something else that does not. */
export type OnBadSetting = (fault: SettingFault & { readonly government: string }) => void;

/** What the government chose, completed; stored choices are looked at when they have changed. */
const createChoices = (onBadSetting: OnBadSetting) => {
  const known = new Map<
    string,
    { readonly stored: string; readonly chosen: Pick<Government, "settings" | "locale"> }
  >();
  return ({ id, settings, locale }: Pick<SceneRow, "id" | "settings" | "locale">) => {
    const stored = JSON.stringify([settings, locale]);
    const before = known.get(id);
    if (before?.stored === stored) return before.chosen;
    const read = readSettings(settings);
    const language = localeSchema.safeParse(locale);
    const spoken = language.error?.issues[0]?.message;
    const faults = [...read.faults, ...(spoken === undefined ? [] : [{ setting: "locale", problem: spoken }])];
    for (const fault of faults) onBadSetting({ ...fault, government: id });
    const chosen = { settings: read.settings, locale: language.data ?? "id" };
    known.set(id, { stored, chosen });
    return chosen;
  };
};

/**
 * The Reader's scenes. One small statement each: the government itself and the time are always read, the rest of the
 * registry only when its version has changed.
 */
export const createScenes = (prisma: PrismaClient, onBadSetting: OnBadSetting) => {
  const choicesOf = createChoices(onBadSetting);
  const registries = new Map<string, Registry>();
  const ofConversation = joinReads<SceneRow>(prisma, OF_CONVERSATION);
  const ofCode = joinReads<SceneRow>(prisma, OF_CODE);
  const ofUser = joinReads<SceneRow>(prisma, OF_USER);
  const ofHost = joinReads<SceneRow>(prisma, OF_HOST);
  const ofAction = joinReads<SceneRow>(prisma, OF_ACTION);
  const ofGovernment = joinReads<SceneRow>(prisma, OF_GOVERNMENT);

  const registryOf = async (governmentId: string, version: number): Promise<Registry> => {
    const known = registries.get(governmentId);
    if (known?.version === version) return known;
    const loaded = await loadRegistry(prisma, governmentId);
    if ((registries.get(governmentId)?.version ?? 0) <= loaded.version) registries.set(governmentId, loaded);
    return loaded;
  };

  const sceneOf = async ({ now, registryVersion, ...government }: SceneRow): Promise<Scene> => {
    const registry = await registryOf(government.id, registryVersion);
    const directory: Directory = { government: { ...government, ...choicesOf(government) }, ...registry };
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
    async sceneOfUser({ platform, workspace, id }: UserRef): Promise<Scene | undefined> {
      const row = await ofUser({ platform, workspace, id });
      return row && sceneOf(row);
    },
    async sceneOfHost(): Promise<Scene | undefined> {
      const row = await ofHost({});
      return row && sceneOf(row);
    },
    async sceneOfAction(token: string): Promise<Scene | undefined> {
      const row = await ofAction({ token });
      return row && sceneOf(row);
    },
    async sceneOfGovernment(governmentId: string): Promise<Scene> {
      const row = await ofGovernment({ governmentId });
      if (row === undefined) throw new Error(`no such government: ${governmentId}`);
      return sceneOf(row);
    },
  };
};
