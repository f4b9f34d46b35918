import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Account, Appointment } from "../../../src/domain/registry/model.js";
import { LeaseLost, type Registered, VersionConflict } from "../../../src/ports/store.js";
import { NOON, newCase, noChanges } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { commit, stored, YEAR } from "./commit-helpers.js";

const LATER = new Date(NOON.getTime() + 3_600_000);

const newAccount = (government: PlantedGovernment, change: Partial<Account> = {}): Account => ({
  id: randomUUID(),
  agencyId: government.home,
  medium: "instagram",
  handle: "home",
  url: "https://instagram.com/home",
  since: NOON,
  ...change,
});

const newActing = (government: PlantedGovernment, change: Partial<Appointment> = {}): Appointment => ({
  id: randomUUID(),
  personId: government.person(government.home, "officer"),
  agencyId: government.home,
  role: "official",
  position: "Plh. official",
  instrument: "Keputusan",
  number: "",
  validFrom: NOON,
  validUntil: LATER,
  acting: { kind: "plh", insteadOf: government.person(government.home, "official") },
  ...change,
});

/** Registering accounts and appointments with whatever else an event does. */
export const describeRegistry = (world: World): void => {
  const directoryOf = async ({ id }: PlantedGovernment) => (await world().store.sceneOfGovernment(id)).directory;
  const registering = async (government: PlantedGovernment, registered: Registered) => ({
    registry: { ...registered, version: (await directoryOf(government)).version },
  });
  const register = async (government: PlantedGovernment, registered: Registered) =>
    commit(world(), government.id, await registering(government, registered));
  const appointmentIn = async (government: PlantedGovernment, id: string) =>
    (await directoryOf(government)).appointments.find((each) => each.id === id);

  describe("the registry", () => {
    it("shows a new account and appointment in the next scene, whole or bare", async () => {
      const government = await world().plantGovernment();
      const before = await directoryOf(government);
      const bare = newAccount(government);
      const whole = newAccount(government, {
        medium: "x",
        designation: { instrument: "Keputusan Kepala Instansi", number: "1/2026" },
        until: LATER,
      });
      const acting = newActing(government);
      await register(government, { accounts: [bare, whole], appointments: [acting] });
      const after = await directoryOf(government);
      expect(after.accounts.toSorted((a, b) => (a.medium < b.medium ? -1 : 1))).toEqual([bare, whole]);
      expect(after.appointments).toHaveLength(before.appointments.length + 1);
      expect(await appointmentIn(government, acting.id)).toEqual(acting);
    });

    it("changes what is there by its id, with all that is given up", async () => {
      const government = await world().plantGovernment();
      const account = newAccount(government, { designation: { instrument: "SK", number: "1" }, until: LATER });
      const acting = newActing(government);
      await register(government, { accounts: [account], appointments: [acting] });
      const { designation: _, until: __, ...rest } = account;
      const changed = { ...rest, agencyId: government.related, url: "https://instagram.com/new" };
      const ended = { ...acting, validUntil: NOON };
      await register(government, { accounts: [changed] });
      await register(government, { appointments: [ended] });
      expect((await directoryOf(government)).accounts).toEqual([changed]);
      expect(await appointmentIn(government, acting.id)).toEqual(ended);
    });

    it("is written together with a case", async () => {
      const government = await world().plantGovernment();
      const next = newCase(government);
      const account = newAccount(government);
      await commit(world(), government.id, {
        case: { next, year: YEAR },
        ...(await registering(government, { accounts: [account] })),
      });
      expect(await stored(world(), government.id, next.id)).toMatchObject({ version: 1 });
      expect((await directoryOf(government)).accounts).toEqual([account]);
    });

    it("leaves another government's rows alone", async () => {
      const [owner, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const account = newAccount(owner);
      const acting = newActing(owner);
      await register(owner, { accounts: [account], appointments: [acting] });
      await register(other, {
        accounts: [newAccount(other, { id: account.id, handle: "taken" })],
        appointments: [newActing(other, { id: acting.id, position: "taken" })],
      });
      expect((await directoryOf(owner)).accounts).toEqual([account]);
      expect(await appointmentIn(owner, acting.id)).toEqual(acting);
      expect((await directoryOf(other)).accounts).toEqual([]);
      expect(await appointmentIn(other, acting.id)).toBeUndefined();
    });

    it("keeps a medium and handle once: who comes second decides again", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const account = newAccount(government);
      await register(government, { accounts: [account] });
      const cause = await world().claim();
      const again = {
        ...noChanges(government.id, cause),
        ...(await registering(government, { accounts: [newAccount(government)] })),
      };
      await expect(world().store.commit(again)).rejects.toBeInstanceOf(VersionConflict);
      expect(await world().inboxState(cause.inboxId)).toBe("running");
      expect((await directoryOf(government)).accounts).toEqual([account]);
      await register(other, { accounts: [newAccount(other)] });
      expect((await directoryOf(other)).accounts).toHaveLength(1);
    });

    it("is decided again when something was registered since it was read", async () => {
      const government = await world().plantGovernment();
      const account = newAccount(government);
      await register(government, { accounts: [account] });
      const read = await registering(government, { accounts: [{ ...account, url: "https://instagram.com/new" }] });
      await register(government, { accounts: [{ ...account, until: LATER }] });
      const cause = await world().claim();
      const late = { ...noChanges(government.id, cause), ...read };
      await expect(world().store.commit(late)).rejects.toBeInstanceOf(VersionConflict);
      expect(await world().inboxState(cause.inboxId)).toBe("running");
      expect((await directoryOf(government)).accounts).toEqual([{ ...account, until: LATER }]);
    });

    it("lets one of two register at the same time", async () => {
      const government = await world().plantGovernment();
      const one = async () => ({
        ...noChanges(government.id, await world().claim()),
        ...(await registering(government, { appointments: [newActing(government)] })),
      });
      const both = [await one(), await one()];
      const outcomes = await Promise.allSettled(both.map((each) => world().store.commit(each)));
      const refused = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
      expect(refused).toEqual([expect.any(VersionConflict)]);
      expect((await directoryOf(government)).appointments.filter(({ acting }) => acting)).toHaveLength(1);
    });

    it("is not touched by a worker whose lease was lost", async () => {
      const government = await world().plantGovernment();
      const before = await directoryOf(government);
      const cause = await world().claim();
      await world().takeOver(cause.inboxId);
      const changes = {
        ...noChanges(government.id, cause),
        ...(await registering(government, {
          accounts: [newAccount(government)],
          appointments: [newActing(government)],
        })),
      };
      await expect(world().store.commit(changes)).rejects.toBeInstanceOf(LeaseLost);
      expect(await directoryOf(government)).toEqual(before);
    });
  });
};
