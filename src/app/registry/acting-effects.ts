import type { ActingAppointment } from "../../domain/registry/acting.js";
import type { MessageContent } from "../../ports/message-content.js";
import type { OutboxDraft } from "../../ports/store.js";
import { type Context, channelOf, conversationOf, laneOf } from "../context.js";
import { type Effects, say } from "../effects.js";

type Change = Extract<MessageContent, { kind: "acting" }>["change"];

/** The officials' chat hears of it where it was said elsewhere. */
const toOfficials = ({ directory, conversation }: Context, agencyId: string, content: MessageContent) => {
  const channel = channelOf(directory, agencyId, "approval");
  if (!channel || laneOf(conversationOf(channel)) === laneOf(conversation)) return [];
  const draft: OutboxDraft = {
    step: "acting:approval",
    to: conversationOf(channel),
    content,
    whenUnknown: "repeat",
  };
  return [draft];
};

/** The appointment as it is from now on, its line of history, and what the chat and the officials are told. */
export const actingEffects = (context: Context, appointment: ActingAppointment, change: Change): Effects => {
  const { id: appointmentId, agencyId, personId, position, instrument, number, acting } = appointment;
  const content = { kind: "acting", appointmentId, change } as const;
  return {
    registry: { appointments: [appointment] },
    history: [
      {
        subjectId: appointmentId,
        at: context.now,
        actor: context.person.id,
        kind: change === "named" ? "actingNamed" : "actingEnded",
        content: {
          ...{ appointmentId, agencyId, personId, position, instrument, number, ...acting },
          ...{ from: appointment.validFrom.toISOString(), until: appointment.validUntil.toISOString() },
        },
      },
    ],
    drafts: [say(context, "acting", content), ...toOfficials(context, agencyId, content)],
  };
};
