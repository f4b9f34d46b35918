import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/domain/registry/settings.js";
import type { World } from "../store.js";
import { commit } from "./commit-helpers.js";

const HOUR_MS = 3_600_000;

/** Who and where an event is, and the time there. */
export const describeScenes = (world: World): void => {
  describe("scenes", () => {
    it("finds the government that bound a conversation, also from a thread of it", async () => {
      const government = await world().plantGovernment();
      const conversation = government.conversation(government.related, "approval");
      const scene = await world().store.sceneOfConversation({ ...conversation, thread: "7" });
      expect(scene?.directory.government.id).toBe(government.id);
    });

    it("knows no government of a conversation that nobody bound", async () => {
      const government = await world().plantGovernment();
      const conversation = government.conversation(government.home, "work");
      expect(await world().store.sceneOfConversation({ ...conversation, workspace: "elsewhere" })).toBeUndefined();
      expect(await world().store.sceneOfConversation({ ...conversation, platform: "slack" })).toBeUndefined();
    });

    it("finds the government that knows a user, for what is said to the bot alone; of several the first by its code", async () => {
      const [one, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const user = { platform: "simulator" as const, workspace: one.id, id: one.person(one.home, "officer") };
      expect((await world().store.sceneOfUser(user))?.directory.government.id).toBe(one.id);
      expect(await world().store.sceneOfUser({ ...user, id: "nobody" })).toBeUndefined();
      expect(await world().store.sceneOfUser({ ...user, platform: "slack" })).toBeUndefined();
      const { directory } = await world().store.sceneOfGovernment(other.id);
      const person = { id: `twin-${other.id}`, name: "the same person", shared: false };
      const identities = [{ platform: user.platform, workspace: user.workspace, userId: user.id }];
      await commit(world(), other.id, {
        registry: { people: [{ ...person, identities }], version: directory.version },
      });
      const [first] = [one, other].map(({ code }) => code).sort();
      expect((await world().store.sceneOfUser(user))?.directory.government.code).toBe(first);
    });

    it("follows a chat whose address the platform changed, and remembers the old one", async () => {
      const government = await world().plantGovernment();
      const from = government.conversation(government.home, "work");
      const to = { ...from, channel: `${from.channel}-moved` };
      const { directory } = await world().store.sceneOfGovernment(government.id);
      const bound = directory.channels.find(({ nativeId }) => nativeId === from.channel);
      expect(await world().store.movedTo(from)).toBeUndefined();
      const moved = bound ? [{ ...bound, nativeId: to.channel }] : [];
      await commit(world(), government.id, {
        registry: { channels: moved, version: directory.version },
        relocated: { from, to },
      });
      expect(await world().store.movedTo(from)).toEqual(to);
      expect(await world().store.movedTo(to)).toBeUndefined();
      expect(await world().store.sceneOfConversation(from)).toBeUndefined();
      expect((await world().store.sceneOfConversation(to))?.directory.government.id).toBe(government.id);
    });

    it("has a real government answer before any example, the first by its letters", async () => {
      const planted = [
        await world().plantGovernment({ example: true }),
        await world().plantGovernment({ example: false }),
        await world().plantGovernment({ example: false }),
      ];
      const scenes = await Promise.all(planted.map(({ id }) => world().store.sceneOfGovernment(id)));
      const real = scenes.map(({ directory }) => directory.government).filter(({ example }) => !example);
      const host = (await world().store.sceneOfHost())?.directory.government;
      expect(host?.example).toBe(false);
      for (const { code } of real) expect(code >= (host?.code ?? "~")).toBe(true);
    });

    it("rejects an unknown government", async () => {
      await expect(world().store.sceneOfGovernment("nowhere")).rejects.toThrow("nowhere");
    });

    it("shows the registry of that government alone", async () => {
      const [government] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const { directory } = await world().store.sceneOfGovernment(government.id);
      expect(directory.agencies.map(({ id }) => id)).toEqual([government.home, government.related]);
      expect(directory.channels).toHaveLength(4);
      expect(directory.people).toHaveLength(4);
      const officer = government.person(government.home, "officer");
      expect(directory.people.find(({ id }) => id === officer)).toEqual({
        id: officer,
        name: `officer of ${government.home}`,
        shared: false,
        identities: [{ platform: "simulator", workspace: government.id, userId: officer }],
      });
      expect(directory.appointments.find(({ personId }) => personId === officer)).toEqual({
        id: `appointment-${officer}`,
        personId: officer,
        agencyId: government.home,
        role: "officer",
        position: "officer",
        instrument: "Keputusan Kepala Instansi",
        number: "800/011/TEST/2021",
        datedAt: new Date("2021-01-04T00:00:00Z"),
        validFrom: new Date("2021-01-04T00:00:00Z"),
      });
    });

    it("completes the settings with the defaults", async () => {
      const government = await world().plantGovernment({ settings: { reportNeedsAcknowledgement: true } });
      const { directory } = await world().store.sceneOfGovernment(government.id);
      expect(directory.government.settings).toEqual({
        quiet: { from: "21:00", to: "06:00" },
        remindBeforeMinutes: [720, 180, 60],
        reportNeedsAcknowledgement: true,
        approvalsNeeded: 1,
        contentEditsNeedApproval: true,
        spellingKeepsApproval: false,
        remindOfficialsAfterMinutes: [240, 1440],
        remindUrgentAfterMinutes: [15, 60],
        askHeadAfterMinutes: 2880,
        silentAfterDays: 7,
        digestAt: { weekday: 1, time: "08:00" },
        access: {},
      });
    });

    it("takes the default for what is unknown or out of bounds, and keeps the rest", async () => {
      const settings = { silentAfterDays: 0, quiet: { from: "9 pm", to: "6" }, retired: 1, approvalsNeeded: "all" };
      const government = await world().plantGovernment({ settings });
      const { directory } = await world().store.sceneOfGovernment(government.id);
      expect(directory.government.settings).toEqual({ ...DEFAULT_SETTINGS, approvalsNeeded: "all" });
    });

    it("shows a change of the registry in the next scene", async () => {
      const government = await world().plantGovernment();
      await world().store.sceneOfGovernment(government.id);
      await world().renameAgency(government.related, "New name");
      const { directory } = await world().store.sceneOfGovernment(government.id);
      expect(directory.agencies.find(({ id }) => id === government.related)?.name).toBe("New name");
    });

    it("moves the time of an example government only", async () => {
      const ahead = await world().plantGovernment({ example: true, clockOffsetMs: 5 * HOUR_MS });
      const real = await world().plantGovernment();
      const before = await world().store.sceneOfGovernment(real.id);
      const moved = await world().store.sceneOfGovernment(ahead.id);
      const after = await world().store.sceneOfGovernment(real.id);
      expect(moved.now.getTime()).toBeGreaterThanOrEqual(before.now.getTime() + 5 * HOUR_MS);
      expect(moved.now.getTime()).toBeLessThanOrEqual(after.now.getTime() + 5 * HOUR_MS);
      await expect(world().plantGovernment({ clockOffsetMs: 1 })).rejects.toThrow();
    });
  });
};
