import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Invitation } from "../../domain/registry/model.js";
import { homeAgencyOf } from "../registry/listed.js";
import { type Gift, identityOf, knownAs, usedBy } from "./gift.js";
import { takeRole } from "./take-role.js";
import { told } from "./told.js";
import type { Used, Using } from "./using.js";

/** The agency whose history tells of the person. */
const agencyIn = ({ scene }: Using, personId: string) => {
  const agencyId = homeAgencyOf(scene.directory, personId, scene.now);
  return agencyId === undefined ? {} : { agencyId };
};

/** The same person on one more platform. */
const addIdentity = (using: Using, invitation: Invitation, { personId }: Gift<"identity">): Used | Refusal => {
  const { scene } = using;
  const person = scene.directory.people.find(({ id }) => id === personId);
  const known = knownAs(using);
  if (known || !person) return refuse("identityTaken", known ? { name: known.name } : {});
  const next = { ...person, identities: [...person.identities, identityOf(using)] };
  return {
    registry: {
      people: [next],
      invitations: [usedBy(using, invitation, personId)],
      version: scene.directory.version,
    },
    history: [
      {
        subjectId: personId,
        at: scene.now,
        actor: personId,
        kind: "identityAdded",
        content: { personId, ...agencyIn(using, personId), ...identityOf(using), invitationId: invitation.id },
      },
    ],
    outbox: [told(using, "added", { kind: "notice", code: "identityAdded", values: { name: person.name } })],
  };
};

/** "/join CODE": a role, or one more platform of a person the government knows. */
export const join = (using: Using, invitation: Invitation, gives: Gift<"role"> | Gift<"identity">): Used | Refusal =>
  gives.kind === "role" ? takeRole(using, invitation, gives) : addIdentity(using, invitation, gives);
