import type { Invitation, InvitationGift } from "../../domain/registry/model.js";
import { formatOneTimeCode } from "../../domain/registry/one-time-code.js";
import type { Context } from "../context.js";
import { type Effects, secretly } from "../effects.js";
import { homeAgencyOf } from "../registry/listed.js";
import { codeLastsMs } from "./code-lasts.js";
import { replacedBy } from "./recalled.js";

/** What of a gift is kept in the history. */
export const givenIn = (
  { directory, now, agency }: Context,
  gives: InvitationGift,
): Readonly<Record<string, string>> => {
  switch (gives.kind) {
    case "chat":
      return { agencyId: gives.agencyId, purpose: gives.purpose };
    case "role":
      return { agencyId: gives.appointment.agencyId, role: gives.appointment.role, name: gives.name ?? "" };
    case "identity":
      return { personId: gives.personId, agencyId: homeAgencyOf(directory, gives.personId, now) ?? agency.id };
  }
};

/**
 * Gives out a one-time code: told to whoever asked, alone, and kept as its hash. What was given out for the same before and not used
 * works no longer.
 */
export const invite = (context: Context, gives: InvitationGift): Effects => {
  const { directory, ids, now, person } = context;
  const code = formatOneTimeCode(directory.government.code, ids.newSecret());
  const invitation: Invitation = {
    id: ids.newId(),
    hash: ids.hashOf(code),
    gives,
    expiresAt: new Date(now.getTime() + codeLastsMs),
    createdBy: person.id,
  };
  return {
    registry: { invitations: [...replacedBy(directory, invitation, now), invitation] },
    history: [
      {
        subjectId: invitation.id,
        at: now,
        actor: person.id,
        kind: "invited",
        content: { invitationId: invitation.id, gives: gives.kind, ...givenIn(context, gives) },
      },
    ],
    drafts: secretly(context, "invitation", { kind: "invitation", invitationId: invitation.id, secret: code }),
  };
};
