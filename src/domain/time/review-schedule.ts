import { afterQuiet, type QuietHours } from "./quiet-hours.js";

/** What a ping of a text that waits for the officials is for. `after`: a reminder to them; `head`: the escalation. */
export type ReviewStage = { readonly kind: "after"; readonly minutes: number } | { readonly kind: "head" };

/** A stage as stored: stable, unique within one text. */
export type ReviewCode = `after-${number}` | "head";

/** One row of a text's schedule. `dueAt` has the quiet hours already applied. */
export interface ReviewPing {
  readonly stage: ReviewStage;
  readonly code: ReviewCode;
  readonly dueAt: Date;
}

/** The settable part of a schedule: whole minutes above zero after the text was put before the officials, in any order. */
export interface ReviewSettings {
  readonly remindOfficialsAfterMinutes: readonly number[];
  /** Urgent texts (disasters) are reminded of sooner, at any hour. */
  readonly remindUrgentAfterMinutes: readonly number[];
  readonly askHeadAfterMinutes: number;
}

/** What a schedule depends on. */
export interface ReviewPlan extends ReviewSettings {
  readonly submittedAt: Date;
  readonly urgent: boolean;
  readonly quiet: QuietHours;
  /** IANA zone of the government. */
  readonly zone: string;
}

/**
 * 4 h and 24 h to the officials, 48 h to the head; 15 and 60 minutes where it is urgent. No text limits how long officials
 * may take: these are internal targets, and every ping says so.
 */
export const DEFAULT_REVIEW_SETTINGS: ReviewSettings = {
  remindOfficialsAfterMinutes: [240, 1440],
  remindUrgentAfterMinutes: [15, 60],
  askHeadAfterMinutes: 2880,
};

const MINUTE_MS = 60_000;

/** The code a stage is stored under: "after-240" or "head". */
export const reviewCode = (stage: ReviewStage): ReviewCode =>
  stage.kind === "after" ? `after-${stage.minutes}` : stage.kind;

/** The stage a stored code stands for; undefined for any other text. */
export const parseReviewCode = (code: string): ReviewStage | undefined => {
  if (code === "head") return { kind: "head" };
  const minutes = /^after-([1-9]\d{0,6})$/.exec(code)?.[1];
  return minutes === undefined ? undefined : { kind: "after", minutes: Number(minutes) };
};

/** Whole minutes, rounded up: what was submitted in one minute is pinged in one message, and never early. */
const minuteAfter = (at: Date, minutes: number): Date =>
  new Date((Math.ceil(at.getTime() / MINUTE_MS) + minutes) * MINUTE_MS);

/**
 * Every ping of one text, earliest first. Quiet hours move pings to their end, except where it is urgent. Of several that
 * would come at one instant only the last stage is left, and no reminder comes after the head was asked. Throws RangeError
 * for a bad zone or wall time.
 */
export const scheduleReview = (plan: ReviewPlan): readonly ReviewPing[] => {
  const { submittedAt, urgent, quiet, zone, askHeadAfterMinutes } = plan;
  const reminders = urgent ? plan.remindUrgentAfterMinutes : plan.remindOfficialsAfterMinutes;
  const ping = (stage: ReviewStage, minutes: number): ReviewPing => {
    const wanted = minuteAfter(submittedAt, minutes);
    return { stage, code: reviewCode(stage), dueAt: urgent ? wanted : afterQuiet(wanted, quiet, zone) };
  };
  const pings = [
    ...[...new Set(reminders)].sort((a, b) => a - b).map((minutes) => ping({ kind: "after", minutes }, minutes)),
    ping({ kind: "head" }, askHeadAfterMinutes),
  ];
  return pings.filter(({ dueAt }, index) => pings.slice(index + 1).every((later) => later.dueAt > dueAt));
};
