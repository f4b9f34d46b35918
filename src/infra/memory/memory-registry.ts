import type { Account, Agency, Channel, Directory, Invitation, Person } from "../../domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../domain/registry/settings.js";
import type { Registered } from "../../ports/registered.js";
import { type Changes, VersionConflict } from "../../ports/store.js";
import type { MemoryTables } from "./memory-tables.js";

interface Row {
  readonly id: string;
}

/** Whether one of the next rows would be what another row of the list is already. */
const clashes = <T extends Row>(next: readonly T[] = [], known: readonly T[], same: (a: T, b: T) => boolean): boolean =>
  next.some((each) => known.some((other) => other.id !== each.id && same(other, each)));

const sameAccount = (a: Account, b: Account): boolean => a.medium === b.medium && a.handle === b.handle;
const sameCode = (a: Agency, b: Agency): boolean => a.code === b.code;
const sameHash = (a: Invitation, b: Invitation): boolean => a.hash === b.hash;
const sameChat = (a: Channel, b: Channel): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.nativeId === b.nativeId;

/** Throws where something was registered since, or what there may be once would be registered twice. */
export const guardRegistry = (tables: MemoryTables, { governmentId, registry }: Changes): void => {
  const directory = tables.directories.get(governmentId);
  if (!registry || !directory) return;
  if (registry.version !== directory.version) throw new VersionConflict("something was registered meanwhile");
  const chats = [...tables.directories.values()].flatMap(({ channels }) => channels);
  const twice =
    clashes(registry.accounts, directory.accounts, sameAccount) ||
    clashes(registry.agencies, directory.agencies, sameCode) ||
    clashes(registry.invitations, directory.invitations, sameHash) ||
    clashes(registry.channels, chats, sameChat);
  if (twice) throw new VersionConflict("it was registered meanwhile");
};

const byId = (a: Row, b: Row): number => (a.id < b.id ? -1 : 1);

const LISTS = ["agencies", "channels", "people", "appointments", "accounts", "sops", "invitations"] as const;
type List = (typeof LISTS)[number];

/** The list with these rows in it, by id; those whose id is another government's are left out, as are the removed ones. */
const upserted = <T extends Row>(
  list: readonly T[],
  next: readonly T[],
  elsewhere: ReadonlySet<string>,
  removed: readonly string[],
): readonly T[] => {
  const mine = next.filter(({ id }) => !elsewhere.has(id));
  const kept = list.filter(({ id }) => !removed.includes(id) && mine.every((each) => each.id !== id));
  return mine.length + kept.length === list.length && mine.length === 0
    ? list
    : [...kept, ...structuredClone(mine)].sort(byId);
};

const idsElsewhere = (tables: MemoryTables, governmentId: string, list: List): ReadonlySet<string> =>
  new Set(
    [...tables.directories.values()]
      .filter(({ government }) => government.id !== governmentId)
      .flatMap((directory) => directory[list].map(({ id }) => id)),
  );

/** Somebody on a platform is one person: who has the identity keeps it. */
const withOwnIdentities = (people: readonly Person[] = [], known: readonly Person[]): readonly Person[] =>
  people.map((person) => ({
    ...person,
    identities: person.identities.filter(
      (mine) =>
        !known.some(
          ({ id, identities }) =>
            id !== person.id &&
            identities.some(
              (each) =>
                each.platform === mine.platform && each.workspace === mine.workspace && each.userId === mine.userId,
            ),
        ),
    ),
  }));

/** Cards of a chat that was given up are posted anew in the next one. */
const leaveCards = (tables: MemoryTables, { channels }: Directory, removed: readonly string[] = []): void => {
  const left = channels.filter(({ id }) => removed.includes(id));
  for (const [key, { message }] of tables.cards)
    if (
      left.some(
        (each) =>
          each.platform === message.platform &&
          each.workspace === message.workspace &&
          each.nativeId === message.channel,
      )
    )
      tables.cards.delete(key);
};

const REMOVABLE: readonly List[] = ["channels", "sops"];

/** Registers what the commit says. */
export const saveRegistry = (tables: MemoryTables, directory: Directory, { registry }: Changes): void => {
  if (!registry) return;
  const { government } = directory;
  leaveCards(tables, directory, registry.removed);
  const next: Registered = { ...registry, people: withOwnIdentities(registry.people, directory.people) };
  const list = <K extends List>(name: K): Directory[K] => {
    const removed = REMOVABLE.includes(name) ? (next.removed ?? []) : [];
    const rows = (next[name] ?? []) as readonly Row[];
    return upserted(
      directory[name] as readonly Row[],
      rows,
      idsElsewhere(tables, government.id, name),
      removed,
    ) as Directory[K];
  };
  tables.directories.set(government.id, {
    government: next.settings ? { ...government, settings: { ...DEFAULT_SETTINGS, ...next.settings } } : government,
    version: directory.version + 1,
    agencies: list("agencies"),
    channels: list("channels"),
    people: list("people"),
    appointments: list("appointments"),
    accounts: list("accounts"),
    sops: list("sops"),
    invitations: list("invitations"),
  });
};
