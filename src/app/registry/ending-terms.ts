import type { Appointment, Channel, Directory } from "../../domain/registry/model.js";
import type { ContentOf } from "../../ports/message-content.js";
import type { Scene } from "../../ports/store.js";
import { graceEnd } from "../access.js";
import { channelOf, communicationsAgencyId } from "../context.js";

/** How far an appointment is: within 30 days of its end, within 7, or in an officer's days of grace. */
export type EndingStage = "month" | "week" | "grace";

/** An appointment that is about to end or has ended. */
export interface EndingTerm {
  readonly appointment: Appointment & Required<Pick<Appointment, "validUntil">>;
  readonly stage: EndingStage;
}

const DAY_MS = 86_400_000;
/** When it is told (internal policy): time enough for a new letter, and shortly before. */
const MONTH_MS = 30 * DAY_MS;
const WEEK_MS = 7 * DAY_MS;

/** Whether they hold the same role there, or act for the same official, by another letter that goes on for longer. */
const isContinued = ({ appointments }: Directory, { appointment }: EndingTerm): boolean =>
  appointments.some(
    (each) =>
      each.id !== appointment.id &&
      each.personId === appointment.personId &&
      each.agencyId === appointment.agencyId &&
      each.role === appointment.role &&
      each.acting?.insteadOf === appointment.acting?.insteadOf &&
      (each.validUntil === undefined || each.validUntil > appointment.validUntil),
  );

/** Whoever named somebody to act for a week or less just said until when; for longer it is told once. */
const actingStage = ({ validFrom }: Appointment, validUntil: Date, leftMs: number): EndingStage | undefined =>
  leftMs > 0 && leftMs <= WEEK_MS && validUntil.getTime() - validFrom.getTime() > WEEK_MS ? "week" : undefined;

const stageOf = (appointment: Appointment, validUntil: Date, now: Date): EndingStage | undefined => {
  const leftMs = validUntil.getTime() - now.getTime();
  if (appointment.acting) return actingStage(appointment, validUntil, leftMs);
  if (leftMs <= 0) return graceEnd(appointment, now) && "grace";
  if (leftMs <= WEEK_MS) return "week";
  return leftMs <= MONTH_MS ? "month" : undefined;
};

/** What is about to end, whatever the role, and officers' days of grace, the first to end first; what was renewed or ended is left out. */
export const endingTerms = (directory: Directory, now: Date): readonly EndingTerm[] =>
  directory.appointments
    .flatMap((appointment): readonly EndingTerm[] => {
      const { validFrom, validUntil, ended } = appointment;
      if (!validUntil || ended || validFrom > now) return [];
      const stage = stageOf(appointment, validUntil, now);
      return stage ? [{ appointment: { ...appointment, validUntil }, stage }] : [];
    })
    .filter((term) => !isContinued(directory, term))
    .sort((a, b) => a.appointment.validUntil.getTime() - b.appointment.validUntil.getTime());

/** One telling: each once, also over processes. `slot` names the end, so that another end is told anew. */
export interface EndingItem {
  readonly appointmentId: string;
  readonly stage: EndingStage;
  readonly slot: string;
}

/** What one chat is to be told; whoever writes it leaves out what was told before. */
export interface EndingMessage {
  readonly channel: Channel;
  readonly content: Omit<ContentOf<"ending-terms">, "items">;
  readonly items: readonly EndingItem[];
}

/** Diskominfo hears of every agency, in its digest chat where it has one. */
const officeChannel = (directory: Directory): Channel | undefined => {
  const office = communicationsAgencyId(directory);
  if (office === undefined) return undefined;
  return channelOf(directory, office, "digest") ?? channelOf(directory, office, "work");
};

const placesOf = (directory: Directory, { appointment }: EndingTerm): readonly Channel[] => {
  const places = [channelOf(directory, appointment.agencyId, "work"), officeChannel(directory)];
  return [...new Set(places.flatMap((each) => each ?? []))];
};

/** What each chat is to be told of appointments that end: the agency's work chat, and Diskominfo's. */
export const endingMessages = ({ directory, now }: Scene): readonly EndingMessage[] => {
  const byChannel = new Map<Channel, readonly EndingItem[]>();
  for (const term of endingTerms(directory, now)) {
    const { appointment, stage } = term;
    const slot = `${stage}:${appointment.validUntil.toISOString()}`;
    for (const channel of placesOf(directory, term)) {
      const items = byChannel.get(channel) ?? [];
      byChannel.set(channel, [...items, { appointmentId: appointment.id, stage, slot }]);
    }
  }
  return [...byChannel].map(([channel, items]) => ({ channel, content: { kind: "ending-terms" }, items }));
};
