import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { race } from "../support/race.js";
import { noticesOf } from "../support/step-notices.js";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const first = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const second = (bench: ChatBench): Seat => ({ ...first(bench), userId: "kedua" });

const benchWith = (approvalsNeeded: number): ChatBench =>
  createChatBench("jabar", {
    change: (directory): Directory => ({
      ...directory,
      government: { ...directory.government, settings: { ...directory.government.settings, approvalsNeeded } },
      people: [...directory.people, personOf("jabar", "kedua")],
      appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
    }),
  });

const OF = {
  content: {
    put: async (bench: ChatBench) => {
      await bench.type(officer(bench), '/propose Libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"');
      await bench.press(officer(bench), { command: "submit", values: { code: "1" } });
    },
    state: (bench: ChatBench) => bench.proposal(),
    passed: "contentSelected",
    returned: "returned",
  },
  "an answer": {
    put: async (bench: ChatBench) => {
      await bench.type(officer(bench), "/inquiry Kapan lampu diperbaiki?");
      await bench.type(officer(bench), "/answer 1 Besok.");
    },
    state: (bench: ChatBench) => bench.inquiry(),
    passed: "answerApproved",
    returned: "revising",
  },
} as const;

const APPROVE = "/approve 1";
const REJECT = "/reject 1 Tanggalnya salah.";

describe.each(Object.entries(OF))(
  "two officials decide about %s in one instant",
  (_, { put, state, passed, returned }) => {
    const codesIn = ({ store }: ChatBench) => noticesOf({ rows: store.tables.outbox }).map(({ code }) => code);

    it.each([
      [APPROVE, REJECT, "approve", "ready"],
      [REJECT, APPROVE, "reject", returned],
    ] as const)("%s and %s: the first stands, and the other is told of it", async (one, other, kind, status) => {
      const bench = benchWith(1);
      await put(bench);
      const from = bench.store.tables.history.length;
      expect(
        await race(bench, [
          [first(bench), one],
          [second(bench), other],
        ]),
      ).toBe(1);
      expect(await state(bench)).toMatchObject({ status, decisions: [{ kind, personId: first(bench).userId }] });
      const refused = noticesOf({ rows: bench.store.tables.outbox }).filter(({ code }) => code === "alreadyDecided");
      expect(refused.map(({ row, values }) => [row.whisperTo?.id, values.decision])).toEqual([["kedua", kind]]);
      const kinds = bench.store.tables.history.slice(from).map((entry) => entry.kind);
      expect(kinds.filter((each) => each === "decided" || each === "refused")).toEqual(["decided", "refused"]);
    });

    it("both yes where two are needed: both count, and it passes once", async () => {
      const bench = benchWith(2);
      await put(bench);
      expect(
        await race(bench, [
          [first(bench), APPROVE],
          [second(bench), APPROVE],
        ]),
      ).toBe(1);
      expect(await state(bench)).toMatchObject({
        status: "ready",
        decisions: [{ kind: "approve" }, { kind: "approve" }],
      });
      expect(codesIn(bench).filter((code) => code === passed)).toHaveLength(1);
    });
  },
);
