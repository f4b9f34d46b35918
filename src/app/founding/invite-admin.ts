import type { Agency, Invitation, InvitationGift } from "../../domain/registry/model.js";
import { formatOneTimeCode } from "../../domain/registry/one-time-code.js";
import { catalogueOf } from "../../i18n/catalogue.js";
import type { KnownGovernment } from "../../ports/founding.js";
import { agencyOfRole } from "../context.js";
import { codeLastsMs } from "../invitations/code-lasts.js";
import { replacedBy } from "../invitations/recalled.js";
import type { GivenCodes, Parts } from "./found.js";
import { givenIn, givesOf } from "./founding-of.js";

/** Diskominfo, where admins are by the setup; before anybody joined, where the setup's own admin belongs. */
const homeOf = ({ agencies, appointments, invitations }: KnownGovernment): Agency => {
  const invited = invitations.flatMap(({ gives }) => (gives.kind === "role" ? [gives.appointment] : []));
  const id =
    agencyOfRole(appointments, "communications") ??
    agencyOfRole(appointments, "admin") ??
    invited.find(({ role }) => role === "admin")?.agencyId;
  const home = agencies.find((each) => each.id === id) ?? agencies.find(({ kind }) => kind === "internal");
  if (!home) throw new Error("the government has no agency");
  return home;
};

const giftIn = (known: KnownGovernment, agency: Agency): InvitationGift => ({
  kind: "role",
  appointment: {
    ...{ agencyId: agency.id, role: "admin", position: catalogueOf(known.locale).roles.admin },
    ...{ instrument: "", number: "", validFrom: known.now },
  },
});

/**
 * A code that makes an admin of whoever types it, given by the operator: for a government whose admins are gone. Undefined,
 * without a change, where no government has these letters.
 */
export const inviteAdmin = async (code: string, parts: Parts): Promise<GivenCodes | undefined> => {
  const { foundations, ids, beforeCommit } = parts;
  let given: GivenCodes | undefined;
  const done = await foundations.invite(code, (known) => {
    const { now, zone } = known;
    const agency = homeOf(known);
    const gives = giftIn(known, agency);
    const secret = formatOneTimeCode(known.code, ids.newSecret());
    const expiresAt = new Date(now.getTime() + codeLastsMs);
    const invitation: Invitation = { id: ids.newId(), hash: ids.hashOf(secret), gives, expiresAt };
    given = { code, zone, now, expiresAt, codes: [{ code: secret, agency: agency.code, gives: givesOf(gives) }] };
    beforeCommit?.(given);
    const content = { invitationId: invitation.id, gives: gives.kind, ...givenIn(gives) };
    const invitations = [...replacedBy(known, invitation, now), invitation];
    return { invitations, history: [{ subjectId: invitation.id, at: now, kind: "invited", content }] };
  });
  return done ? given : undefined;
};
