import { describe, expect, it } from "vitest";
import type { Appointment, Directory, GovernmentSettings } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused } from "../support/step-notices.js";

const LINE = '/propose Layanan libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';
const ON_LEAVE = "jabar-dukcapil-official";
const SECOND = "kedua";
const DUKCAPIL = "jabar-dukcapil";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const head = (bench: ChatBench): Seat => bench.seat("dukcapil", "head");
const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");

interface Leave {
  readonly approvalsNeeded?: GovernmentSettings["approvalsNeeded"];
  readonly others?: readonly Appointment[];
  readonly without?: (appointment: Appointment) => boolean;
}

/** The official is on leave, and the officer who writes acts for them. */
const onLeave = ({ approvalsNeeded = 1, others = [], without = () => false }: Leave = {}): ChatBench =>
  createChatBench("jabar", {
    change: (directory): Directory => ({
      ...directory,
      government: { ...directory.government, settings: { ...directory.government.settings, approvalsNeeded } },
      people: [...directory.people, personOf("jabar", SECOND)],
      appointments: [
        ...directory.appointments.filter((each) => !without(each)),
        appointmentOf("jabar-dukcapil-officer", DUKCAPIL, "official", {
          id: "acting",
          acting: { kind: "plh", insteadOf: ON_LEAVE },
          validUntil: new Date("2026-03-09T00:00:00Z"),
        }),
        ...others,
      ],
    }),
  });

const second = appointmentOf(SECOND, DUKCAPIL, "official");
const isHead = ({ agencyId, role }: Appointment) => agencyId === DUKCAPIL && role === "head";

/** What who acts wrote, before the officials. */
const WRITTEN = {
  content: {
    put: async (bench: ChatBench): Promise<Step> => {
      await bench.type(officer(bench), LINE);
      return bench.press(officer(bench), { command: "submit", values: { code: "1" } });
    },
    status: async (bench: ChatBench) => (await bench.proposal()).status,
    card: "proposal-approval",
  },
  "an answer": {
    put: async (bench: ChatBench): Promise<Step> => {
      await bench.type(officer(bench), "/inquiry Kapan lampu jalan diperbaiki?");
      return bench.type(officer(bench), "/answer 1 Besok.");
    },
    status: async (bench: ChatBench) => (await bench.inquiry()).status,
    card: "approval-card",
  },
} as const;

const cardsIn = ({ rows }: Step, kind: string) => rows.filter(({ content }) => content.kind === kind);

describe.each(Object.entries(WRITTEN))(
  "%s written by who acts for an official on leave",
  (_, { put, status, card }) => {
    it("does not wait for the official on leave, where all have to approve", async () => {
      const bench = onLeave({ approvalsNeeded: "all", others: [second] });
      const step = await put(bench);
      const shown = await composed(bench, { ...step, rows: cardsIn(step, card) });
      expect(shown.text).not.toContain("persetujuan, sudah ada");
      expect(shown.text).not.toContain("kebijakan internal");
      await bench.type({ ...official(bench), userId: SECOND }, "/approve 1");
      expect(await status(bench)).toBe("ready");
    });

    it("is the head's to decide too, where nobody else of the officials could", async () => {
      const bench = onLeave({ approvalsNeeded: "all" });
      const step = await put(bench);
      expect((await composed(bench, { ...step, rows: cardsIn(step, card) })).text).toContain(
        "Pengganti Nama jabar-dukcapil-official tidak dapat memutuskan naskah ini, jadi kami mohon keputusan kepala perangkat daerah/ketua LNS (kebijakan internal). Nama jabar-dukcapil-official tetap dapat memutuskan.",
      );
      const own = await bench.type({ ...official(bench), userId: "jabar-dukcapil-officer" }, "/approve 1");
      expect((await composed(bench, own)).text).toMatch(/disetujui pejabat atau kepala .+-official, .+-head\)\.$/);
      await bench.type(head(bench), "/approve 1");
      expect(await status(bench)).toBe("ready");
    });

    it("may still be decided by the official on leave", async () => {
      const bench = onLeave({ approvalsNeeded: "all" });
      await put(bench);
      await bench.type(official(bench), "/approve 1");
      expect(await status(bench)).toBe("ready");
    });

    it.each([
      ["there is no head", { without: isHead }],
      ["the head is the official on leave", { without: isHead, others: [appointmentOf(ON_LEAVE, DUKCAPIL, "head")] }],
    ] as const)("is the communications office's too, in its chat, where %s", async (_why, leave) => {
      const bench = onLeave(leave);
      const step = await put(bench);
      expect(cardsIn(step, card).map(({ to }) => to)).toEqual([
        bench.place("dukcapil", "approval"),
        bench.place("diskominfo", "approval"),
      ]);
      await bench.type(office(bench), "/approve 1");
      expect(await status(bench)).toBe("ready");
    });

    it("is the official's alone where there is nobody else at all", async () => {
      const bench = onLeave({ without: (each) => isHead(each) || each.role === "communications" });
      const step = await put(bench);
      expect((await composed(bench, { ...step, rows: cardsIn(step, card) })).text).not.toContain("kebijakan internal");
      await bench.type(official(bench), "/approve 1");
      expect(await status(bench)).toBe("ready");
    });

    it("is not the head's while another official could, who is told with the others", async () => {
      const bench = onLeave({ others: [second] });
      await put(bench);
      const refused = expectRefused(await bench.type(head(bench), "/approve 1"), "onlyRole", head(bench));
      expect(refused.values).toMatchObject({ roles: "official", people: `${ON_LEAVE},${SECOND}` });
      const alone = onLeave();
      await put(alone);
      const { values } = expectRefused(await alone.type(office(alone), "/approve 1"), "onlyRole", office(alone));
      expect(values).toMatchObject({ roles: "official,head", people: `${ON_LEAVE},jabar-dukcapil-head` });
    });

    it("is the officials' again once the leave is over", async () => {
      const bench = onLeave();
      await put(bench);
      bench.advance(8 * 1_440);
      expectRefused(await bench.type(head(bench), "/approve 1"), "onlyRole", head(bench));
      expect(codesOf(await bench.type(official(bench), "/approve 1"))).toContain("decided");
    });
  },
);
