import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Account, Appointment, InvitationGift } from "../../../src/domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../../src/domain/registry/settings.js";
import type { Registered } from "../../../src/ports/registered.js";
import { LeaseLost, VersionConflict } from "../../../src/ports/store.js";
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

/** New rows of every kind, each whole once and bare once. */
const everyRow = (government: PlantedGovernment) => {
  const agencyId = government.home;
  const [first, second] = [randomUUID(), randomUUID()];
  const chat = { platform: "simulator", workspace: government.id };
  const role = { agencyId, role: "officer", position: "", instrument: "", number: "", validFrom: NOON } as const;
  const gifts: readonly InvitationGift[] = [
    { kind: "chat", agencyId, purpose: "digest" },
    { kind: "identity", personId: first },
    { kind: "role", appointment: role },
    {
      kind: "role",
      name: "Rekaan",
      shared: true,
      civilServant: false,
      appointment: { ...role, datedAt: NOON, validUntil: LATER, staffFunction: "admin" },
    },
  ];
  return {
    agencies: [{ id: randomUUID(), code: "baru", name: "Dinas Baru", kind: "external" as const }],
    channels: [{ ...chat, id: randomUUID(), agencyId, purpose: "digest" as const, name: "Rekap", nativeId: first }],
    people: [
      {
        id: first,
        name: "Rekaan",
        shared: true,
        civilServant: true,
        ethicsReadAt: NOON,
        identities: [{ ...chat, userId: first }],
      },
      { id: second, name: "Rekaan", shared: false, identities: [] },
    ],
    appointments: [
      { ...role, id: randomUUID(), personId: first, datedAt: NOON, validUntil: LATER, staffFunction: "creative" },
      { ...role, id: randomUUID(), personId: second, validUntil: LATER, ended: true as const },
    ],
    accounts: [newAccount(government)],
    sops: [
      { id: randomUUID(), number: "1", issuer: "Kepala Dinas", gates: {} },
      {
        ...{ id: randomUUID(), agencyId, number: "2", datedAt: NOON, issuer: "Kepala Dinas", deadlineHours: 8 },
        gates: { available: "approve" as const },
      },
    ],
    invitations: gifts.map((gives, index) => ({
      ...{ id: randomUUID(), hash: `${government.id}-${index}`, gives, expiresAt: LATER },
      ...(index === 0 ? { createdBy: first, used: { at: NOON, by: second } } : {}),
    })),
  };
};

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

    it("keeps every kind of row whole, and bare", async () => {
      const government = await world().plantGovernment();
      const before = await directoryOf(government);
      const rows = everyRow(government);
      await register(government, rows);
      const { government: _, version, ...after } = await directoryOf(government);
      for (const [list, added] of Object.entries(rows))
        expect(after[list as keyof typeof after], list).toEqual(
          [...(before[list as keyof typeof after] as readonly { id: string }[]), ...added].toSorted((a, b) =>
            a.id < b.id ? -1 : 1,
          ),
        );
      expect(version).toBeGreaterThan(before.version);
    });

    it("removes chats and SOPs, and only its own", async () => {
      const [owner, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const { channels, sops } = everyRow(owner);
      await register(owner, { channels, sops });
      const ids = [...channels, ...sops].map(({ id }) => id);
      await register(other, { removed: ids });
      expect((await directoryOf(owner)).sops).toHaveLength(2);
      await register(owner, { removed: ids });
      const after = await directoryOf(owner);
      expect(after.sops).toEqual([]);
      expect(after.channels.map(({ id }) => id)).not.toContain(channels[0]?.id);
    });

    it("forgets the cards of a chat that is removed, so that they are posted anew elsewhere", async () => {
      const government = await world().plantGovernment();
      await world().plantCard(government.id, "card:here", government.conversation(government.home, "work"));
      await world().plantCard(government.id, "card:there", government.conversation(government.related, "work"));
      const { channels } = await directoryOf(government);
      const work = channels.find((each) => each.agencyId === government.home && each.purpose === "work");
      await register(government, { removed: [work?.id ?? ""] });
      expect(await world().cardKeys(government.id)).toEqual(["card:there"]);
    });

    it("changes a person's identities, and gives nobody another's", async () => {
      const government = await world().plantGovernment();
      const { people } = everyRow(government);
      const [known, bare] = people;
      if (!known || !bare) throw new Error("no people");
      await register(government, { people });
      const moved = { ...known, identities: [{ platform: "simulator", workspace: "w", userId: `${known.id}-new` }] };
      await register(government, { people: [moved] });
      await register(government, { people: [{ ...bare, identities: moved.identities }] });
      const after = (await directoryOf(government)).people;
      expect(after.find(({ id }) => id === known.id)?.identities).toEqual(moved.identities);
      expect(after.find(({ id }) => id === bare.id)?.identities).toEqual([]);
    });

    it("keeps a chat once, whichever government comes first", async () => {
      const [owner, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const { channels } = everyRow(owner);
      await register(owner, { channels });
      const cause = await world().claim();
      const again = {
        ...noChanges(other.id, cause),
        ...(await registering(other, { channels: channels.map((each) => ({ ...each, id: randomUUID() })) })),
      };
      await expect(world().store.commit(again)).rejects.toBeInstanceOf(VersionConflict);
    });

    it("changes the settings: what is left out is the default, and who decided on others decides again", async () => {
      const government = await world().plantGovernment();
      const read = await registering(government, { settings: { silentAfterDays: 3 } });
      await register(government, { settings: { approvalsNeeded: 2 } });
      const { settings } = (await directoryOf(government)).government;
      expect(settings).toEqual({ ...DEFAULT_SETTINGS, approvalsNeeded: 2 });
      const late = { ...noChanges(government.id, await world().claim()), ...read };
      await expect(world().store.commit(late)).rejects.toBeInstanceOf(VersionConflict);
    });

    it("tells the history of an agency in pages: what was registered of it, and of no other", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const line = (kind: string, agencyId: string) => ({
        ...{ subjectId: randomUUID(), at: NOON, actor: "somebody", kind, content: { agencyId, name: "x" } },
      });
      const mine = ["agencyAdded", "joined", "appointmentEnded"].map((kind) => line(kind, government.home));
      const others = [
        line("forwarded", government.home),
        line("joined", government.related),
        { at: NOON, kind: "joined", content: {} },
      ];
      await commit(world(), government.id, { history: [...mine, ...others] });
      await commit(world(), other.id, { history: mine });
      const page = (number: number) => world().store.registryHistory(government.id, government.home, number, 2);
      const lineOf = ({ at, actor, kind, content }: (typeof mine)[number]) => ({ at, actor, kind, content });
      expect(await page(0)).toEqual({ items: mine.slice(0, 2).map(lineOf), more: true, total: 3 });
      expect(await page(1)).toEqual({ items: mine.slice(2).map(lineOf), more: false, total: 3 });
      expect(await page(2)).toEqual({ items: [], more: false, total: 3 });
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
