import type { NewsCode } from "../../domain/notice.js";
import type { Appointment, Person } from "../../domain/registry/model.js";
import type { NoticeValues } from "../../ports/message-content.js";
import type { Registered } from "../../ports/registered.js";
import type { Context } from "../context.js";
import { type Effects, say } from "../effects.js";

/** What happened to somebody, as the history calls it. */
export type MemberChange = "appointmentEnded" | "appointmentRenewed" | "personChanged" | "identityRemoved";

interface Told {
  readonly code: NewsCode & MemberChange;
  readonly values: NoticeValues;
}

/** What is registered of a person from now on, its line in their agency's history, and what the chat is told. */
export const memberEffects = (
  context: Context,
  { id: personId }: Pick<Person, "id">,
  agencyId: string,
  registry: Registered,
  { code, values }: Told,
  content: Readonly<Record<string, unknown>>,
): Effects => ({
  registry,
  history: [
    {
      subjectId: personId,
      at: context.now,
      actor: context.person.id,
      kind: code,
      content: { personId, agencyId, ...content },
    },
  ],
  drafts: [say(context, "member", { kind: "notice", code, values: { name: personId, agency: agencyId, ...values } })],
});

/** What of an appointment the history keeps. */
export const appointmentContent = (appointment: Appointment): Readonly<Record<string, string>> => {
  const { id, role, position, instrument, number, validUntil, staffFunction } = appointment;
  return {
    ...{ appointmentId: id, role, position, instrument, number },
    ...(validUntil ? { until: validUntil.toISOString() } : {}),
    ...(staffFunction ? { staffFunction } : {}),
  };
};
