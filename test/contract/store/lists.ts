import { describe, expect, it } from "vitest";
import type { Case, Forward } from "../../../src/domain/inquiry/model.js";
import { NOON, newForward } from "../../support/case-fixture.js";
import type { PlantedGovernment } from "../../support/registry-fixture.js";
import type { World } from "../store.js";
import { plantCase } from "./commit-helpers.js";

const hours = (count: number): Date => new Date(NOON.getTime() + count * 3_600_000);

/** Queues and search. */
export const describeLists = (world: World): void => {
  const forwardedCase = (government: PlantedGovernment, change: Partial<Forward>, rest: Partial<Case> = {}) =>
    plantCase(world(), government, { forwards: [newForward(government, change)], ...rest });

  describe("queue", () => {
    const queue = async (government: PlantedGovernment, agencyId: string) =>
      (await world().store.queue(government.id, agencyId, 0, 10)).items.map(({ id }) => id);

    it("lists the agency's open cases and those forwarded to it, by deadline and then age", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      await plantCase(world(), other);
      const young = await plantCase(world(), government, { createdAt: hours(2) });
      const old = await plantCase(world(), government, { createdAt: hours(1) });
      const late = await forwardedCase(government, { deadlineAt: hours(30) });
      const soon = await forwardedCase(government, { deadlineAt: hours(10) });
      await plantCase(world(), government, {
        status: "closed",
        closed: { reason: "noted", at: NOON },
        forwards: [newForward(government)],
      });
      expect(await queue(government, government.home)).toEqual([soon.id, late.id, old.id, young.id]);
      expect(await queue(government, government.related)).toEqual([soon.id, late.id]);
      expect(await queue(government, other.home)).toEqual([]);
    });

    it("drops a case from the related agency's queue when its forward has ended", async () => {
      const government = await world().plantGovernment();
      const answered = await forwardedCase(government, { status: "answered" });
      await forwardedCase(government, { status: "returned" }, { agencyId: government.related, status: "closed" });
      expect(await queue(government, government.related)).toEqual([]);
      expect(await queue(government, government.home)).toEqual([answered.id]);
    });

    it("shows the earliest deadline of the open forwards, if any", async () => {
      const government = await world().plantGovernment();
      const ended = newForward(government, { ordinal: 1, status: "returned", deadlineAt: hours(1) });
      const [second, first] = [2, 3].map((ordinal) =>
        newForward(government, { ordinal, deadlineAt: hours(30 - ordinal) }),
      );
      if (first === undefined || second === undefined) throw new Error("no forwards");
      const forwarded = await plantCase(world(), government, { forwards: [ended, second, first], updatedAt: hours(3) });
      const plain = await plantCase(world(), government);
      const { items } = await world().store.queue(government.id, government.home, 0, 10);
      const line = { text: forwarded.text, status: "received", agencyId: government.home };
      expect(items).toEqual([
        { ...line, id: forwarded.id, code: forwarded.code, deadlineAt: hours(27), updatedAt: hours(3) },
        { ...line, id: plain.id, code: plain.code, updatedAt: NOON },
      ]);
    });

    it("shows the last return while the case waits to be forwarded again", async () => {
      const government = await world().plantGovernment();
      const back = (ordinal: number, reason: string, change: Partial<Forward> = {}) =>
        newForward(government, { ordinal, status: "returned", returned: { reason }, ...change });
      const suggested = { reason: "Bukan kami", suggestsAgencyId: government.home };
      const plant = (createdAt: Date, forwards: readonly Forward[], rest: Partial<Case> = {}) =>
        plantCase(world(), government, { createdAt, forwards, ...rest });
      await plant(hours(1), [back(1, "Pertama"), back(2, "", { returned: suggested })]);
      await plant(hours(2), [back(1, "Pertama"), newForward(government, { ordinal: 2 })]);
      await plant(hours(3), [back(1, "Pertama")], { status: "drafting" });
      await plant(hours(4), [back(1, "Putaran lalu")], { round: 2 });
      await plant(hours(5), [back(1, "Bukan kewenangan")]);
      const { items } = await world().store.queue(government.id, government.home, 0, 10);
      expect(items.map(({ returned }) => returned)).toEqual([
        undefined,
        suggested,
        undefined,
        undefined,
        { reason: "Bukan kewenangan" },
      ]);
    });

    it("comes in pages that know the total", async () => {
      const government = await world().plantGovernment();
      const ids: string[] = [];
      for (let age = 0; age < 5; age += 1)
        ids.push((await plantCase(world(), government, { createdAt: hours(age) })).id);
      const page = (number: number) => world().store.queue(government.id, government.home, number, 2);
      const pages = await Promise.all([page(0), page(1), page(2), page(3)]);
      expect(pages.map(({ items }) => items.map(({ id }) => id))).toEqual([
        ids.slice(0, 2),
        ids.slice(2, 4),
        ids.slice(4),
        [],
      ]);
      expect(pages.map(({ more }) => more)).toEqual([true, true, false, false]);
      expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
    });
  });

  describe("find", () => {
    const find = async (government: PlantedGovernment, words: string, agencyId?: string) =>
      (await world().store.find(government.id, words, agencyId, 0, 10)).items.map((line) =>
        "id" in line ? line.id : line.code,
      );

    it("wants every word somewhere in code, text, asker, account or theme, in any case", async () => {
      const government = await world().plantGovernment();
      const change = { text: "Lampu jalan mati", asker: "Warga Satu", account: "@dishub", theme: "#Penerangan" };
      const { id, code } = await plantCase(world(), government, change);
      await plantCase(world(), government, { text: "Jalan rusak" });
      for (const words of ["LAMPU", "mati warga", "  satu\t@DISHUB ", "penerangan jalan", code.toLowerCase()]) {
        expect(await find(government, words)).toEqual([id]);
      }
      expect(await find(government, "lampu rusak")).toEqual([]);
      expect(await find(government, "matiwarga")).toEqual([]);
    });

    it("takes %, _ and \\ as the signs they are", async () => {
      const government = await world().plantGovernment();
      const texts = ["diskon 50% saja", "diskon 50 saja", "nama_akun", "namaXakun", "a\\b", "a%b"];
      const cases = await Promise.all(texts.map((text) => plantCase(world(), government, { text })));
      const found = async (words: string) =>
        (await find(government, words)).map((id) => cases.find((each) => each.id === id)?.text);
      expect(await found("50%")).toEqual(["diskon 50% saja"]);
      expect(await found("nama_akun")).toEqual(["nama_akun"]);
      expect(await found("a\\b")).toEqual(["a\\b"]);
      expect(await found("a%b")).toEqual(["a%b"]);
      expect(await found("'; drop table inquiry; --")).toEqual([]);
    });

    it("lists the newest first, closed ones too, in pages, of this government", async () => {
      const [government, other] = await Promise.all([world().plantGovernment(), world().plantGovernment()]);
      await plantCase(world(), other, { text: "banjir" });
      const closed = { status: "closed", closed: { reason: "noted", at: NOON } } as const;
      const old = await plantCase(world(), government, { text: "banjir", createdAt: hours(1), ...closed });
      const young = await plantCase(world(), government, { text: "banjir", createdAt: hours(2) });
      expect(await find(government, "banjir")).toEqual([young.id, old.id]);
      const second = await world().store.find(government.id, "banjir", undefined, 1, 1);
      expect(second).toMatchObject({ total: 2, more: false, items: [{ id: old.id }] });
    });

    it("can be limited to what an agency holds or was ever forwarded", async () => {
      const government = await world().plantGovernment();
      const held = await plantCase(world(), government, { createdAt: hours(1) });
      const answered = await forwardedCase(government, { status: "answered" });
      expect(await find(government, "lampu", government.related)).toEqual([answered.id]);
      expect(await find(government, "lampu", government.home)).toEqual([held.id, answered.id]);
      expect(await find(government, "lampu", "another")).toEqual([]);
    });
  });
};
