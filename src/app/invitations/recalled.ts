import type { Directory, Invitation, InvitationGift } from "../../domain/registry/model.js";

/** What a code gives, as far as another one of it would be the same. */
const whatOf = (gives: InvitationGift): readonly string[] => {
  switch (gives.kind) {
    case "chat":
      return [gives.agencyId, gives.purpose];
    case "role":
      return [gives.appointment.agencyId, gives.appointment.role, (gives.name ?? "").trim().toLowerCase()];
    case "identity":
      return [gives.personId];
  }
};

const sameGift = (a: InvitationGift, b: InvitationGift): boolean =>
  a.kind === b.kind && JSON.stringify(whatOf(a)) === JSON.stringify(whatOf(b));

/** The code once it was taken back, by somebody or by the code in its place: nobody can use it, and no renewal revives it. */
export const recalled = (invitation: Invitation, at: Date, by: string): Invitation => ({
  ...invitation,
  used: { at, by, recalled: true },
});

/** The codes of the same that nobody has used, expired ones among them; a new one takes their place. */
export const replacedBy = (
  { invitations }: Pick<Directory, "invitations">,
  { id, gives }: Invitation,
  at: Date,
): readonly Invitation[] =>
  invitations.filter((each) => !each.used && sameGift(each.gives, gives)).map((each) => recalled(each, at, id));

/** The codes that still work. */
export const openCodes = ({ invitations }: Pick<Directory, "invitations">, now: Date): readonly Invitation[] =>
  invitations
    .filter(({ used, expiresAt }) => !used && now < expiresAt)
    .sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
