import type { Case } from "../../../src/domain/inquiry/model.js";
import type { Changes } from "../../../src/ports/store.js";
import { newCase, noChanges } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { StoreWorld } from "../store.js";

/** The year new cases of the suite are numbered in. */
export const YEAR = 2026;

/** Commits the changes with an inbox row of their own, whose id it returns. */
export const commit = async (
  { store, claim }: StoreWorld,
  governmentId: string,
  changes: Partial<Omit<Changes, "governmentId" | "cause">>,
): Promise<string> => {
  const cause = await claim();
  await store.commit({ ...noChanges(governmentId, cause), ...changes });
  return cause.inboxId;
};

/** Commits a case as it shall be. */
export const commitCase = (world: StoreWorld, governmentId: string, next: Case): Promise<string> =>
  commit(world, governmentId, { case: { next, year: YEAR } });

/** The case as it is stored; fails when it is not. */
export const stored = async ({ store }: StoreWorld, governmentId: string, id: string): Promise<Case> => {
  const found = await store.caseById(governmentId, id);
  if (found === undefined) throw new Error(`case ${id} is not stored`);
  return found;
};

/** A new case, committed and read back. */
export const plantCase = async (
  world: StoreWorld,
  government: PlantedGovernment,
  change: Partial<Case> = {},
): Promise<Case> => {
  const next = newCase(government, change);
  await commitCase(world, government.id, next);
  return stored(world, government.id, next.id);
};
