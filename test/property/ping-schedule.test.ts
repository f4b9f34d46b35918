import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_PING_SETTINGS,
  type Ping,
  type PingPlan,
  parsePingCode,
  pingCode,
  schedulePings,
} from "../../src/domain/time/ping-schedule.js";
import { isQuiet } from "../../src/domain/time/quiet-hours.js";
import { wallTime, zoneAndInstant } from "../support/zone-arbitraries.js";

const MINUTE_MS = 60_000;
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS);

const plans: fc.Arbitrary<PingPlan> = fc
  .record({
    where: zoneAndInstant,
    deliveryMinutes: fc.integer({ min: 0, max: 90 }),
    deadlineMinutes: fc.constantFrom(1440, 1440, 720, 240, 30),
    quiet: fc.oneof(fc.constant(DEFAULT_PING_SETTINGS.quiet), fc.record({ from: wallTime, to: wallTime })),
    remindBeforeMinutes: fc.oneof(
      fc.constant([720, 180, 60]),
      fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 5 }),
    ),
    escalateEveryMinutes: fc.constantFrom(1440, 60),
  })
  .map(({ where, deliveryMinutes, deadlineMinutes, ...settings }) => {
    const deliveredAt = later(where.at, deliveryMinutes);
    const deadlineAt = later(deliveredAt, deadlineMinutes);
    return { ...settings, zone: where.zone, forwardedAt: where.at, deliveredAt, deadlineAt };
  });

const remindersOf = (pings: readonly Ping[]): readonly Ping[] => pings.filter(({ stage }) => stage.kind === "reminder");

describe("schedulePings", () => {
  it("pings nobody in quiet hours", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(schedulePings(plan).filter(({ dueAt }) => isQuiet(dueAt, plan.quiet, plan.zone))).toEqual([]);
      }),
    );
  });

  it("keeps reminders between the delivery and the deadline, each its minutes before it or earlier", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { stage, dueAt } of schedulePings(plan)) {
          if (stage.kind !== "reminder") continue;
          expect(dueAt.getTime()).toBeGreaterThan(plan.deliveredAt.getTime());
          expect(dueAt.getTime()).toBeLessThanOrEqual(later(plan.deadlineAt, -stage.minutesBefore).getTime());
        }
      }),
    );
  });

  it("notifies once at the deadline and escalates twice, never early", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const notices = schedulePings(plan).filter(({ stage }) => stage.kind !== "reminder");
        expect(notices.map(({ code }) => code)).toEqual(["due", "head", "communications"]);
        for (const [step, { dueAt }] of notices.entries()) {
          const exact = later(plan.deadlineAt, step * plan.escalateEveryMinutes);
          const wanted = new Date(Math.ceil(exact.getTime() / 60_000) * 60_000);
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(wanted.getTime());
          if (!isQuiet(wanted, plan.quiet, plan.zone)) expect(dueAt).toEqual(wanted);
        }
      }),
    );
  });

  it("comes in order, no two reminders at one instant, no code twice", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const pings = schedulePings(plan);
        const times = pings.map(({ dueAt }) => dueAt.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(new Set(pings.map(({ code }) => code)).size).toBe(pings.length);
        const reminded = remindersOf(pings).map(({ dueAt }) => dueAt.getTime());
        expect(new Set(reminded).size).toBe(reminded.length);
      }),
    );
  });

  it("drops a reminder only for the delivery or for one nearer the deadline", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const loud = { ...plan, quiet: { from: "00:00", to: "00:00" } };
        const expected = [...new Set(plan.remindBeforeMinutes)]
          .filter((minutes) => later(plan.deadlineAt, -minutes) > plan.deliveredAt)
          .sort((a, b) => b - a);
        expect(remindersOf(schedulePings(loud)).map(({ code }) => code)).toEqual(expected.map((m) => `before-${m}`));
      }),
    );
  });

  it("does not depend on the order of the settings", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const reversed = { ...plan, remindBeforeMinutes: [...plan.remindBeforeMinutes].reverse() };
        expect(schedulePings(reversed)).toEqual(schedulePings(plan));
      }),
    );
  });
});

describe("schedulePings with the defaults in Jakarta", () => {
  const scheduleFrom = (delivered: string, hours = 24): readonly (readonly [string, string])[] => {
    const deliveredAt = new Date(`${delivered}+07:00`);
    const pings = schedulePings({
      ...DEFAULT_PING_SETTINGS,
      zone: "Asia/Jakarta",
      forwardedAt: deliveredAt,
      deliveredAt,
      deadlineAt: later(deliveredAt, hours * 60),
    });
    return pings.map(({ code, dueAt }) => [
      code,
      later(dueAt, 7 * 60)
        .toISOString()
        .slice(0, 16),
    ]);
  };

  it("moves the reminder of 12 h to just before the night, when delivered in the morning", () => {
    expect(scheduleFrom("2026-03-03T09:15")).toEqual([
      ["before-720", "2026-03-03T20:59"],
      ["before-180", "2026-03-04T06:15"],
      ["before-60", "2026-03-04T08:15"],
      ["due", "2026-03-04T09:15"],
      ["head", "2026-03-05T09:15"],
      ["communications", "2026-03-06T09:15"],
    ]);
  });

  it("joins reminders that fall into the night and counts escalations from the deadline", () => {
    expect(scheduleFrom("2026-12-30T00:30")).toEqual([
      ["before-720", "2026-12-30T12:30"],
      ["before-60", "2026-12-30T20:59"],
      ["due", "2026-12-31T06:00"],
      ["head", "2027-01-01T06:00"],
      ["communications", "2027-01-02T06:00"],
    ]);
  });

  it("drops a reminder that would come before the forward itself", () => {
    const underASop = (delivered: string): readonly string[] => scheduleFrom(delivered, 8).map(([code]) => code);
    expect(underASop("2026-03-03T20:58")).toEqual(["before-60", "due", "head", "communications"]);
    expect(underASop("2026-03-03T20:59")).toEqual(["due", "head", "communications"]);
    expect(underASop("2026-03-03T22:00")).toEqual(["due", "head", "communications"]);
  });
});

describe("ping codes", () => {
  it("read back as the stage they stand for", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { stage, code } of schedulePings(plan)) {
          expect(pingCode(stage)).toBe(code);
          expect(parsePingCode(code)).toEqual(stage);
        }
      }),
    );
  });

  it.each(["", "before-", "before-0", "before-1.5", "before-060", "DUE", "late"])("refuse %j", (code) => {
    expect(parsePingCode(code)).toBeUndefined();
  });
});
