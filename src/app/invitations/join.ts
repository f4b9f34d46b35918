import { cleanText } from "../../chatkit/plain-text.js";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Appointment, Invitation, InvitationGift, Person } from "../../domain/registry/model.js";
import { agencyOf, personBy } from "../context.js";
import { excerptOf } from "../excerpt.js";
import { homeAgencyOf } from "../registry/listed.js";
import { barredOffice } from "../registry/office.js";
import { told } from "./told.js";
import type { Used, Using } from "./using.js";

type Gift<K extends InvitationGift["kind"]> = Extract<InvitationGift, { readonly kind: K }>;

const identityOf = ({ actor }: Using): Person["identities"][number] => {
  const { platform, workspace, id } = actor.user;
  return { platform, workspace, userId: id };
};

const knownAs = ({ scene, actor }: Using): Person | undefined => personBy(scene.directory, actor.user);

/** What a platform shows of somebody, on one line. */
const shownName = ({ actor }: Using): string => excerptOf(cleanText(actor.displayName).replace(/\s+/g, " ").trim());

const newPerson = (using: Using, { name, shared, civilServant }: Gift<"role">): Person => ({
  id: using.ids.newId(),
  name: name ?? (shownName(using) || using.actor.user.id),
  shared: shared ?? false,
  ...(civilServant === undefined ? {} : { civilServant }),
  identities: [identityOf(using)],
});

const usedBy = (using: Using, invitation: Invitation, by: string): Invitation => ({
  ...invitation,
  used: { at: using.scene.now, by },
});

/** Whoever types it has the role from now on; somebody known keeps their name and gets the role besides. */
const takeRole = (using: Using, invitation: Invitation, gives: Gift<"role">): Used | Refusal => {
  const { ids, scene } = using;
  const { role, agencyId } = gives.appointment;
  const barred = barredOffice(scene.directory, role, agencyOf(scene.directory, agencyId), scene.now);
  if (barred) return barred;
  const known = knownAs(using);
  const person = known ?? newPerson(using, gives);
  const appointment: Appointment = { ...gives.appointment, id: ids.newId(), personId: person.id };
  return {
    registry: {
      ...(known ? {} : { people: [person] }),
      appointments: [appointment],
      invitations: [usedBy(using, invitation, person.id)],
      version: scene.directory.version,
    },
    history: [
      {
        subjectId: person.id,
        at: scene.now,
        actor: person.id,
        kind: "joined",
        content: {
          ...{ personId: person.id, appointmentId: appointment.id, invitationId: invitation.id },
          ...{ agencyId: appointment.agencyId, role: appointment.role },
        },
      },
    ],
    outbox: [told(using, "welcome", { kind: "welcome", personId: person.id, appointmentId: appointment.id })],
  };
};

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
