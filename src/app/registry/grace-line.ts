import type { Appointment } from "../../domain/registry/model.js";
import { dayIn } from "../../domain/time/local-day.js";
import type { ChatEvent } from "../../ports/chat/inbound.js";
import type { HistoryLine } from "../../ports/store.js";
import { graceEnd } from "../access.js";
import type { Context } from "../context.js";
import { type Effects, whisper } from "../effects.js";
import { endingTerms } from "./ending-terms.js";

/** The person's appointment that is in its days of grace, unless they have a newer one. */
const inGrace = ({ directory, person, now }: Context): Appointment | undefined =>
  endingTerms(directory, now).find(({ appointment, stage }) => stage === "grace" && appointment.personId === person.id)
    ?.appointment;

/** The history is what is known of it: each telling is a line of its own subject. */
const lastTold = async ({ reader, directory }: Context, subjectId: string): Promise<HistoryLine | undefined> => {
  const { id } = directory.government;
  const { total } = await reader.history(id, subjectId, 0, 1);
  return total === 0 ? undefined : (await reader.history(id, subjectId, total - 1, 1)).items[0];
};

const asks = ({ type }: ChatEvent): boolean => type === "command" || type === "action" || type === "form";

/**
 * What an officer in their days of grace did, with a private line that the letter has ended and when the grace does: on the
 * first command of a day.
 */
export const withGraceLine = async (context: Context, event: ChatEvent, effects: Effects): Promise<Effects> => {
  const { directory, now, person } = context;
  const found = asks(event) ? inGrace(context) : undefined;
  const last = found && graceEnd(found, now);
  if (!found?.validUntil || !last) return effects;
  const subjectId = `grace:${found.id}`;
  const told = await lastTold(context, subjectId);
  const { zone } = directory.government;
  if (told && dayIn(zone, told.at) === dayIn(zone, now)) return effects;
  const { instrument, number, validUntil } = found;
  const day = (end: Date): string => new Date(end.getTime() - 1).toISOString();
  const values = { instrument, number, date: day(validUntil), lastDay: day(last) };
  return {
    ...effects,
    drafts: [...(effects.drafts ?? []), whisper(context, "grace", { kind: "notice", code: "inGrace", values })],
    history: [
      ...(effects.history ?? []),
      { subjectId, at: now, actor: person.id, kind: "graceTold", content: { appointmentId: found.id } },
    ],
  };
};
