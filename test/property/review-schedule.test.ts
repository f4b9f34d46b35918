import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet } from "../../src/domain/time/quiet-hours.js";
import {
  DEFAULT_REVIEW_SETTINGS,
  parseReviewCode,
  type ReviewPlan,
  reviewCode,
  scheduleReview,
} from "../../src/domain/time/review-schedule.js";
import { wallTime, zoneAndInstant } from "../support/zone-arbitraries.js";

const MINUTE_MS = 60_000;
const NIGHT = { from: "21:00", to: "06:00" };
const minutes = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 5 });

const plans: fc.Arbitrary<ReviewPlan> = fc
  .record({
    where: zoneAndInstant,
    urgent: fc.boolean(),
    quiet: fc.oneof(fc.constant(NIGHT), fc.record({ from: wallTime, to: wallTime })),
    remindOfficialsAfterMinutes: fc.oneof(fc.constant([240, 1440]), minutes),
    remindUrgentAfterMinutes: fc.oneof(fc.constant([15, 60]), minutes),
    askHeadAfterMinutes: fc.constantFrom(2880, 60, 1),
  })
  .map(({ where, ...settings }) => ({ ...settings, zone: where.zone, submittedAt: where.at }));

const times = (plan: ReviewPlan): readonly number[] => scheduleReview(plan).map(({ dueAt }) => dueAt.getTime());

describe("scheduleReview", () => {
  it("pings in whole minutes, later and later, nothing twice, the head last", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const pings = scheduleReview(plan);
        const due = times(plan);
        expect(due.filter((at) => at % MINUTE_MS !== 0)).toEqual([]);
        expect(due).toEqual([...new Set(due)].sort((a, b) => a - b));
        expect(new Set(pings.map(({ code }) => code)).size).toBe(pings.length);
        expect(pings.findIndex(({ code }) => code === "head")).toBe(pings.length - 1);
      }),
    );
  });

  it("pings nobody in quiet hours unless it is urgent, and never early", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { stage, dueAt } of scheduleReview(plan)) {
          const after = stage.kind === "after" ? stage.minutes : plan.askHeadAfterMinutes;
          const wanted = plan.submittedAt.getTime() + after * MINUTE_MS;
          expect(dueAt.getTime()).toBeGreaterThanOrEqual(wanted);
          if (plan.urgent) expect(dueAt.getTime()).toBeLessThan(wanted + MINUTE_MS);
          else expect(isQuiet(dueAt, plan.quiet, plan.zone)).toBe(false);
        }
      }),
    );
  });

  it("depends on neither the order nor the repetition of the settings", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const twice = (all: readonly number[]) => [...all, ...all].reverse();
        const other = {
          ...plan,
          remindOfficialsAfterMinutes: twice(plan.remindOfficialsAfterMinutes),
          remindUrgentAfterMinutes: twice(plan.remindUrgentAfterMinutes),
        };
        expect(scheduleReview(other)).toEqual(scheduleReview(plan));
      }),
    );
  });

  const from = (submitted: string, urgent = false): readonly string[] =>
    scheduleReview({
      ...DEFAULT_REVIEW_SETTINGS,
      urgent,
      quiet: NIGHT,
      zone: "Asia/Jakarta",
      submittedAt: new Date(`${submitted}+07:00`),
    }).map(({ code, dueAt }) => `${code} ${new Date(dueAt.getTime() + 7 * 3_600_000).toISOString().slice(5, 16)}`);

  it.each([
    ["2026-03-03T09:15:20", ["after-240 03-03T13:16", "after-1440 03-04T09:16", "head 03-05T09:16"]],
    ["2026-03-03T20:00:00", ["after-240 03-04T06:00", "after-1440 03-04T20:00", "head 03-05T20:00"]],
    ["2026-03-03T23:00:00", ["after-240 03-04T06:00", "after-1440 03-05T06:00", "head 03-06T06:00"]],
  ])("submitted in Jakarta at %s reminds after 4 and 24 hours and asks the head after 48", (at, expected) => {
    expect(from(at)).toEqual(expected);
  });

  it("reminds of a disaster after 15 and 60 minutes, at night too", () => {
    expect(from("2026-03-03T23:50:00", true)).toEqual([
      "after-15 03-04T00:05",
      "after-60 03-04T00:50",
      "head 03-05T23:50",
    ]);
  });

  it("leaves out what quiet hours bring together", () => {
    const plan = { ...DEFAULT_REVIEW_SETTINGS, urgent: false, quiet: NIGHT, zone: "Asia/Jakarta" };
    const submittedAt = new Date("2026-03-03T20:30:00+07:00");
    const pings = scheduleReview({ ...plan, submittedAt, remindOfficialsAfterMinutes: [60, 120, 240] });
    expect(pings.map(({ code }) => code)).toEqual(["after-240", "head"]);
  });
});

describe("review codes", () => {
  it("read back as the stage they stand for", () => {
    for (const stage of [{ kind: "after", minutes: 240 }, { kind: "head" }] as const)
      expect(parseReviewCode(reviewCode(stage))).toEqual(stage);
  });

  it.each(["", "after-", "after-0", "after-1.5", "before-60", "due"])("refuse %j", (code) => {
    expect(parseReviewCode(code)).toBeUndefined();
  });
});
