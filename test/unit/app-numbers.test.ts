import { describe, expect, it } from "vitest";
import { createChatBench, type Seat } from "../support/chat-bench.js";
import { expectRefused } from "../support/step-notices.js";

const PROPOSE = '/propose Kantor libur. tema="Libur" tagar=Libur sumber="Surat edaran"';
const ASK = "/inquiry Kapan buka?";
/** The evening before New Year, and a day. */
const EVE = new Date("2026-12-31T10:00:00.000Z");
const DAY = 1_440;

/** Number 1 of the old year and number 1 of the new one. */
const acrossNewYear = async (old: string, young: string) => {
  const bench = createChatBench("jabar", { at: EVE });
  const officer: Seat = bench.seat("dukcapil");
  await bench.type(officer, old);
  bench.advance(DAY);
  await bench.type(officer, young);
  return { bench, officer };
};

describe("a bare number after New Year", () => {
  it("means this year's case, not last year's content", async () => {
    const { bench, officer } = await acrossNewYear(PROPOSE, ASK);
    await bench.type(officer, "/close 1 spam");
    expect(await bench.proposal()).toMatchObject({ code: "JABAR-26-0001", status: "collected" });
    expect(await bench.inquiry()).toMatchObject({ code: "JABAR-27-0001", status: "closed" });
  });

  it("means this year's content, not last year's case", async () => {
    const { bench, officer } = await acrossNewYear(ASK, PROPOSE);
    expectRefused(await bench.type(officer, "/answer 1 Besok."), "notForContent", officer);
    await bench.type(officer, "/close 1 Batal");
    expect(await bench.inquiry()).toMatchObject({ code: "JABAR-26-0001", status: "received" });
    expect(await bench.proposal()).toMatchObject({ code: "JABAR-27-0001", status: "withdrawn" });
  });

  it("gives way to a full code", async () => {
    const { bench, officer } = await acrossNewYear(PROPOSE, ASK);
    await bench.type(officer, "/close jabar-26-0001 Batal");
    expect((await bench.proposal()).status).toBe("withdrawn");
    expect((await bench.inquiry()).status).toBe("received");
    expectRefused(await bench.type(officer, "/close JABAR-27-0009 spam"), "unknownCase", officer);
  });

  it("is not another number's content when it is proposed in answer to it", async () => {
    const { bench, officer } = await acrossNewYear(PROPOSE, ASK);
    await bench.type(officer, `${PROPOSE} kasus=1`);
    expect((await bench.proposal(2)).caseIds).toEqual([(await bench.inquiry()).id]);
  });
});
