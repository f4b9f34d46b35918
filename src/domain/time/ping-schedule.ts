import { afterQuiet, beforeQuiet, type QuietHours } from "./quiet-hours.js";

/**
 * What a ping is for. `reminder`: to the related agency's work channel, before the deadline. `due`: at the deadline,
 * there and to its official. `head` and `communications`: the two escalations after it.
 */
export type PingStage =
  | { readonly kind: "reminder"; readonly minutesBefore: number }
  | { readonly kind: "due" | "head" | "communications" };

/** A stage as stored: stable, unique within one forward. */
export type PingCode = `before-${number}` | "due" | "head" | "communications";

/** One row of a forward's ping schedule. `dueAt` has the quiet hours already applied. */
export interface Ping {
  readonly stage: PingStage;
  readonly code: PingCode;
  readonly dueAt: Date;
}

/** What a schedule depends on. The numbers are settings; their defaults stand in `DEFAULT_PING_SETTINGS`. */
export interface PingPlan extends PingSettings {
  readonly forwardedAt: Date;
  /** When the forward reached the agency's channel: the start of its clock. */
  readonly deliveredAt: Date;
  readonly deadlineAt: Date;
  /** IANA zone of the government. */
  readonly zone: string;
}

/** The settable part of a schedule. */
export interface PingSettings {
  readonly quiet: QuietHours;
  /** Whole minutes before the deadline, each above zero, in any order. */
  readonly remindBeforeMinutes: readonly number[];
  /** Minutes from the deadline to the first escalation and from the first to the second. */
  readonly escalateEveryMinutes: number;
}

/** Reminders 12 h, 3 h and 1 h before, escalations every 24 h, quiet from 21:00 to 06:00: a product default, in no text. */
export const DEFAULT_PING_SETTINGS: PingSettings = {
  quiet: { from: "21:00", to: "06:00" },
  remindBeforeMinutes: [720, 180, 60],
  escalateEveryMinutes: 1440,
};

const MINUTE_MS = 60_000;

/** The code a stage is stored under: "before-720", "due", "head" or "communications". */
export const pingCode = (stage: PingStage): PingCode =>
  stage.kind === "reminder" ? `before-${stage.minutesBefore}` : stage.kind;

/** The stage a stored code stands for; undefined for any other text. */
export const parsePingCode = (code: string): PingStage | undefined => {
  if (code === "due" || code === "head" || code === "communications") return { kind: code };
  const minutes = /^before-([1-9]\d{0,6})$/.exec(code)?.[1];
  return minutes === undefined ? undefined : { kind: "reminder", minutesBefore: Number(minutes) };
};

const minutesFrom = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS);

const ping = (stage: PingStage, dueAt: Date): Ping => ({ stage, code: pingCode(stage), dueAt });

/**
 * Whole minutes, so that what was forwarded in one minute is pinged in one message: reminders come up to a minute early,
 * notices up to a minute late, never before the deadline.
 */
const minuteOf = (at: Date, round: "down" | "up"): Date => {
  const minutes = at.getTime() / MINUTE_MS;
  return new Date((round === "down" ? Math.floor(minutes) : Math.ceil(minutes)) * MINUTE_MS);
};

/** Latest stage last, so that a reminder is worth sending only before every one that follows it. */
const reminders = (plan: PingPlan): readonly Ping[] => {
  const openedMs = Math.max(plan.forwardedAt.getTime(), plan.deliveredAt.getTime());
  const farthestFirst = [...new Set(plan.remindBeforeMinutes)].sort((a, b) => b - a);
  const moved = farthestFirst.map((minutesBefore) => {
    const wanted = minuteOf(minutesFrom(plan.deadlineAt, -minutesBefore), "down");
    return ping({ kind: "reminder", minutesBefore }, beforeQuiet(wanted, plan.quiet, plan.zone));
  });
  return moved.filter(
    ({ dueAt }, index) => dueAt.getTime() > openedMs && moved.slice(index + 1).every((later) => later.dueAt > dueAt),
  );
};

const notices = (plan: PingPlan): readonly Ping[] =>
  (["due", "head", "communications"] as const).map((kind, step) => {
    const wanted = minuteOf(minutesFrom(plan.deadlineAt, step * plan.escalateEveryMinutes), "up");
    return ping({ kind }, afterQuiet(wanted, plan.quiet, plan.zone));
  });

/**
 * Every ping of one forward, earliest first, stages in order. Quiet hours move pings, never the clock: reminders come
 * one minute before them, the notice at the deadline and both escalations (counted from the deadline itself, not from
 * the moved notice) at their end. Dropped are reminders at or before the moment the forward was there, and a reminder
 * that would come together with, or after, one nearer the deadline. Other pings may share an instant; the sender
 * joins them into one message. Throws RangeError for a bad zone or wall time.
 */
export const schedulePings = (plan: PingPlan): readonly Ping[] => [...reminders(plan), ...notices(plan)];
