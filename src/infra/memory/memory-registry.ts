import type { Account, Directory } from "../../domain/registry/model.js";
import { type Changes, VersionConflict } from "../../ports/store.js";
import type { MemoryTables } from "./memory-tables.js";

const sameAccount = (a: Account, b: Account): boolean => a.medium === b.medium && a.handle === b.handle;

/** Throws where something was registered since, or a medium and handle would be registered twice. */
export const guardRegistry = (tables: MemoryTables, { governmentId, registry }: Changes): void => {
  const { accounts: known = [], version } = tables.directories.get(governmentId) ?? {};
  if (registry && registry.version !== version) throw new VersionConflict("something was registered meanwhile");
  const taken = registry?.accounts?.some((next) =>
    known.some((each) => each.id !== next.id && sameAccount(each, next)),
  );
  if (taken) throw new VersionConflict("the account was registered meanwhile");
};

interface Registered {
  readonly id: string;
}

const byId = (a: Registered, b: Registered): number => (a.id < b.id ? -1 : 1);

/** The list with these in it, by id; those that are `elsewhere`, under another government, are left out. */
const upserted = <T extends Registered>(
  list: readonly T[],
  next: readonly T[],
  elsewhere: ReadonlySet<string>,
): readonly T[] => {
  const mine = next.filter(({ id }) => !elsewhere.has(id));
  const kept = list.filter(({ id }) => mine.every((each) => each.id !== id));
  return [...kept, ...structuredClone(mine)].sort(byId);
};

const idsElsewhere = (
  tables: MemoryTables,
  governmentId: string,
  of: (directory: Directory) => readonly Registered[],
) =>
  new Set(
    [...tables.directories.values()]
      .filter(({ government }) => government.id !== governmentId)
      .flatMap((directory) => of(directory).map(({ id }) => id)),
  );

/** Registers what the commit says. */
export const saveRegistry = (tables: MemoryTables, directory: Directory, { registry }: Changes): void => {
  if (!registry) return;
  const { accounts = [], appointments = [] } = registry;
  const elsewhere = (of: (each: Directory) => readonly Registered[]) =>
    idsElsewhere(tables, directory.government.id, of);
  tables.directories.set(directory.government.id, {
    ...directory,
    version: directory.version + 1,
    accounts:
      accounts.length > 0
        ? upserted(
            directory.accounts,
            accounts,
            elsewhere((each) => each.accounts),
          )
        : directory.accounts,
    appointments:
      appointments.length > 0
        ? upserted(
            directory.appointments,
            appointments,
            elsewhere((each) => each.appointments),
          )
        : directory.appointments,
  });
};
