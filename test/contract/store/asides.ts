import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentHash } from "../../../src/infra/db/canonical-json.js";
import type { Dialogue, PingDraft, Reply } from "../../../src/ports/store.js";
import { NOON, picture } from "../../support/case-fixture.js";
import type { World } from "../store.js";
import { commit } from "./commit-helpers.js";

const LATER = new Date(NOON.getTime() + 60_000);

const ping = (forwardId: string, stage: string, change: Partial<PingDraft> = {}): PingDraft => ({
  inquiryId: "case",
  forwardId,
  stage,
  dueAt: NOON,
  agencyId: "agency",
  purpose: "work",
  ...change,
});

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Pings, dialogues, replies, tokens and the history. */
export const describeAsides = (world: World): void => {
  describe("pings", () => {
    it("are planned once for a forward, stage and channel", async () => {
      const government = await world().plantGovernment();
      const forwardId = randomUUID();
      await commit(world(), government.id, {
        pings: [ping(forwardId, "due"), ping(forwardId, "head", { dueAt: LATER })],
      });
      const elsewhere = [
        ping(forwardId, "due", { purpose: "approval" }),
        ping(forwardId, "due", { agencyId: "another" }),
      ];
      await commit(world(), government.id, { pings: [ping(forwardId, "due", { dueAt: LATER }), ...elsewhere] });
      expect(await world().pings(forwardId)).toEqual([
        { stage: "due", agencyId: "agency", purpose: "approval", dueAt: NOON, takenAt: null },
        { stage: "due", agencyId: "agency", purpose: "work", dueAt: NOON, takenAt: null },
        { stage: "due", agencyId: "another", purpose: "work", dueAt: NOON, takenAt: null },
        { stage: "head", agencyId: "agency", purpose: "work", dueAt: LATER, takenAt: null },
      ]);
    });

    it("are cancelled at case time, those not taken yet, of the named forwards of this government", async () => {
      const government = await world().plantGovernment({ example: true, clockOffsetMs: 86_400_000 });
      const other = await world().plantGovernment();
      const [ended, open] = [randomUUID(), randomUUID()];
      await commit(world(), government.id, { pings: [ping(ended, "due"), ping(ended, "head"), ping(open, "due")] });
      await commit(world(), other.id, { cancelPingsOf: [ended] });
      expect((await world().pings(ended)).map(({ takenAt }) => takenAt)).toEqual([null, null]);
      const before = (await world().store.sceneOfGovernment(government.id)).now;
      await commit(world(), government.id, { cancelPingsOf: [ended] });
      const taken = (await world().pings(ended)).map(({ takenAt }) => takenAt);
      expect(taken[0]?.getTime()).toBeGreaterThanOrEqual(before.getTime());
      expect(taken[1]).toEqual(taken[0]);
      await commit(world(), government.id, { cancelPingsOf: [ended] });
      expect((await world().pings(ended)).map(({ takenAt }) => takenAt)).toEqual(taken);
      expect((await world().pings(open))[0]?.takenAt).toBeNull();
    });

    it("come back when they are planned again after they were cancelled before their time, not after it", async () => {
      const government = await world().plantGovernment();
      const versionId = randomUUID();
      const soon = new Date(Date.now() + 3_600_000);
      const planned = [ping(versionId, "after-240", { dueAt: new Date(0) }), ping(versionId, "head", { dueAt: soon })];
      await commit(world(), government.id, { pings: planned });
      await commit(world(), government.id, { cancelPingsOf: [versionId] });
      expect((await world().pings(versionId)).filter(({ takenAt }) => takenAt === null)).toEqual([]);
      await commit(world(), government.id, { pings: planned });
      expect(await world().pings(versionId)).toMatchObject([
        { stage: "after-240", takenAt: expect.any(Date) },
        { stage: "head", dueAt: soon, takenAt: null },
      ]);
    });
  });

  describe("dialogues", () => {
    const asking: Dialogue = {
      command: "forward",
      values: { code: "1" },
      asking: "agency",
      attachments: [picture],
      startedAt: NOON,
    };

    it("are kept per person and conversation until another replaces or null ends them", async () => {
      const government = await world().plantGovernment();
      const read = (lane: string, user: string) => world().store.dialogue(government.id, lane, user);
      const set = (lane: string, userId: string, next: Dialogue | null) =>
        commit(world(), government.id, { dialogue: { lane, userId, set: next } });
      await set("lane", "user", asking);
      await set("lane", "another", { ...asking, asking: "note" });
      expect(await read("lane", "user")).toEqual(asking);
      expect(await read("elsewhere", "user")).toBeUndefined();
      const changed: Dialogue = { command: "answer", values: {}, asking: "text", attachments: [], startedAt: LATER };
      await set("lane", "user", changed);
      await commit(world(), government.id, {});
      expect(await read("lane", "user")).toEqual(changed);
      await set("lane", "user", null);
      expect(await read("lane", "user")).toBeUndefined();
      expect(await read("lane", "another")).toEqual({ ...asking, asking: "note" });
    });

    it("are not seen and not ended by another government", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      await commit(world(), government.id, { dialogue: { lane: "lane", userId: "user", set: asking } });
      await commit(world(), other.id, { dialogue: { lane: "lane", userId: "user", set: null } });
      expect(await world().store.dialogue(other.id, "lane", "user")).toBeUndefined();
      expect(await world().store.dialogue(government.id, "lane", "user")).toEqual(asking);
    });
  });

  describe("replies", () => {
    it("are found by id and by message, and change state", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const reply: Reply = {
        id: randomUUID(),
        inquiryId: "case",
        message: { platform: "simulator", workspace: government.id, channel: "c", id: "m" },
        personId: "person",
        text: "Siap, kami cek",
        attachments: [picture],
        state: "offered",
        at: NOON,
      };
      await commit(world(), government.id, { reply });
      expect(await world().store.replyById(government.id, reply.id)).toEqual(reply);
      expect(await world().store.replyById(other.id, reply.id)).toBeUndefined();
      expect(await world().store.replyByMessage(other.id, reply.message)).toBeUndefined();
      await commit(world(), government.id, { reply: { ...reply, state: "note" } });
      expect(await world().store.replyByMessage(government.id, reply.message)).toEqual({ ...reply, state: "note" });
    });
  });

  describe("action tokens", () => {
    it("stand for their command in their own government", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const token = randomUUID();
      await world().putAction(government.id, token, { command: "draft", values: { code: "X" } });
      expect(await world().store.action(government.id, token)).toEqual({ command: "draft", values: { code: "X" } });
      expect(await world().store.action(other.id, token)).toBeUndefined();
      expect(await world().store.action(government.id, "none")).toBeUndefined();
      expect((await world().store.sceneOfAction(token))?.directory.government.id).toBe(government.id);
      expect(await world().store.sceneOfAction("none")).toBeUndefined();
    });
  });

  describe("history", () => {
    it("is written in order and hashed over its content with sorted keys", async () => {
      const government = await world().plantGovernment();
      const subjectId = randomUUID();
      const content = { b: [1, { d: "é", c: null }], a: { y: 1.5, x: true }, gone: undefined };
      const entry = { subjectId, at: NOON, kind: "first", content };
      await commit(world(), government.id, {
        history: [entry, { ...entry, kind: "second", actor: "person", content: { at: NOON } }],
      });
      const { items } = await world().store.history(government.id, subjectId, 0, 10);
      const { gone: _, ...kept } = content;
      expect(items).toEqual([
        { at: NOON, kind: "first", content: kept },
        { at: NOON, kind: "second", actor: "person", content: { at: NOON.toISOString() } },
      ]);
      expect(await world().contentHashes(subjectId)).toEqual([
        sha256('{"a":{"x":true,"y":1.5},"b":[1,{"c":null,"d":"é"}]}'),
        sha256(`{"at":"${NOON.toISOString()}"}`),
      ]);
    });

    it("keeps any content so that its hash can be computed again", async () => {
      const government = await world().plantGovernment();
      const texts = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));
      const values = fc.oneof(fc.jsonValue({ stringUnit: "grapheme" }), texts);
      await fc.assert(
        fc.asyncProperty(fc.dictionary(texts, values), async (made) => {
          const content = JSON.parse(JSON.stringify(made).replaceAll("\\u0000", "")) as Record<string, unknown>;
          const subjectId = randomUUID();
          await commit(world(), government.id, { history: [{ subjectId, at: NOON, kind: "any", content }] });
          const { items } = await world().store.history(government.id, subjectId, 0, 1);
          expect(items[0]?.content).toEqual(content);
          expect(await world().contentHashes(subjectId)).toEqual([contentHash(items[0]?.content ?? {})]);
        }),
        { numRuns: 60 },
      );
    });

    it("pages from the oldest to the newest and shows seals", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      const subjectId = randomUUID();
      const entries = ["a", "b", "c", "d", "e"].map((kind) => ({ subjectId, at: NOON, kind, content: {} }));
      await commit(world(), government.id, { history: [...entries, { at: NOON, kind: "elsewhere", content: {} }] });
      await commit(world(), other.id, { history: entries });
      const page = (number: number) => world().store.history(government.id, subjectId, number, 2);
      const kinds = async (number: number) => (await page(number)).items.map(({ kind }) => kind);
      expect(await page(0)).toMatchObject({ total: 5, more: true });
      expect([await kinds(0), await kinds(1), await kinds(2), await kinds(3)]).toEqual([
        ["a", "b"],
        ["c", "d"],
        ["e"],
        [],
      ]);
      expect(await page(2)).toMatchObject({ total: 5, more: false });
      await world().seal(subjectId);
      expect((await page(0)).items.map(({ sealNo }) => sealNo)).toEqual([1, 2]);
    });
  });
};
