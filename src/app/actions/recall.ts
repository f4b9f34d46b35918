import { type Refusal, refuse } from "../../domain/refusal.js";
import type { InvitationGift } from "../../domain/registry/model.js";
import { defineCommand } from "../command.js";
import { agencyOf, type Context } from "../context.js";
import { refused, whisper } from "../effects.js";
import { givenIn } from "../invitations/invite.js";
import { openCodes, recalled } from "../invitations/recalled.js";
import { barredFromIdentities, barredFromRole } from "../registry/people-right.js";
import { barredFrom } from "../registry/right.js";

/** Whoever may give such a code out may take it back. */
const barredFromGift = (context: Context, gives: InvitationGift): Refusal | undefined => {
  const { directory } = context;
  switch (gives.kind) {
    case "chat":
      return barredFrom(context, "registry.keep", agencyOf(directory, gives.agencyId));
    case "role":
      return barredFromRole(context, gives.appointment.role, agencyOf(directory, gives.appointment.agencyId));
    case "identity":
      return barredFromIdentities(context, gives.personId);
  }
};

/** "Batalkan": a code that was given out works no longer. */
export const recallAction = defineCommand({
  name: "recall",
  inputs: {},
  access: "registered",
  async run(context, _args, extra) {
    const { directory, now, person } = context;
    const found = openCodes(directory, now).find(({ id }) => id === extra.invitation);
    if (!found) return refused(context, "recall", refuse("stale"));
    const { id: invitationId, gives } = found;
    const barred = barredFromGift(context, gives);
    if (barred) return refused(context, "recall", barred);
    const content = { invitationId, gives: gives.kind, ...givenIn(context, gives) };
    return {
      registry: { invitations: [recalled(found, now, person.id)] },
      history: [{ subjectId: invitationId, at: now, actor: person.id, kind: "invitationRecalled", content }],
      drafts: [whisper(context, "recalled", { kind: "notice", code: "invitationRecalled", values: {} })],
    };
  },
});
