import { cleanText } from "../../chatkit/plain-text.js";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Appointment, Invitation, Person } from "../../domain/registry/model.js";
import type { OutboxDraft } from "../../ports/store.js";
import { appointmentsOf } from "../access.js";
import { agencyOf } from "../context.js";
import { excerptOf } from "../excerpt.js";
import { endedNow } from "../registry/ended-now.js";
import { listedOf, termOf } from "../registry/listed.js";
import { barredOffice } from "../registry/office.js";
import { type Gift, identityOf, knownAs, usedBy } from "./gift.js";
import { told } from "./told.js";
import type { Used, Using } from "./using.js";

/** What a platform shows of somebody, on one line. */
const shownName = ({ actor }: Using): string => excerptOf(cleanText(actor.displayName).replace(/\s+/g, " ").trim());

const newPerson = (using: Using, { name, shared, civilServant }: Gift<"role">): Person => ({
  id: using.ids.newId(),
  name: name ?? (shownName(using) || using.actor.user.id),
  shared: shared ?? false,
  ...(civilServant === undefined ? {} : { civilServant }),
  identities: [identityOf(using)],
});

/** Somebody known keeps name and accounts. A code makes their phone a shared one, but never the other way round. */
const asGiven = (known: Person, { shared, civilServant }: Gift<"role">): Person => ({
  ...known,
  shared: known.shared || shared === true,
  ...(civilServant === undefined ? {} : { civilServant }),
});

/** What else of them than the role is another from now on. */
const changesIn = (before: Person, next: Person): Readonly<Record<string, string>> => ({
  ...(next.shared === before.shared ? {} : { shared: "yes" }),
  ...(next.civilServant === before.civilServant ? {} : { civilServant: next.civilServant ? "yes" : "no" }),
});

/** Their appointments to this role in this agency that lists still show. */
const sameRole = (
  { scene }: Using,
  known: Person | undefined,
  { appointment }: Gift<"role">,
): readonly Appointment[] =>
  known
    ? listedOf(scene.directory, known.id, scene.now).filter(
        (each) => each.role === appointment.role && each.agencyId === appointment.agencyId && !each.acting,
      )
    : [];

const refusalOf = (using: Using, known: Person | undefined, gives: Gift<"role">): Refusal | undefined => {
  const { directory, now } = using.scene;
  const { role, agencyId } = gives.appointment;
  const barred = barredOffice(directory, role, agencyOf(directory, agencyId), now);
  if (barred || !known) return barred;
  const held = appointmentsOf(directory, known.id, now);
  // Whoever gives out roles need not be an admin: an admin's phone is shared by an admin's word alone.
  const isShared = gives.shared === true && !known.shared && held.some((each) => each.role === "admin");
  if (isShared) return refuse("codeShared");
  const lasts = sameRole(using, known, gives).some((each) => ["current", "coming"].includes(termOf(each, now)));
  return lasts ? refuse("roleKnown", { role, agency: agencyId }) : undefined;
};

/** Where a whisper is heard by everybody, what is to be read goes to the person alone: the chat hears one line. */
const welcome = (using: Using, { id, ethicsReadAt }: Person, appointment: Appointment): readonly OutboxDraft[] => {
  const { alone } = using.actor;
  const content = { kind: "welcome", personId: id, appointmentId: appointment.id } as const;
  if (!alone || using.event.direct || ethicsReadAt) return [told(using, "welcome", content)];
  return [
    { step: "welcome", to: alone, content, whenUnknown: "repeat" },
    told(using, "welcome:where", { ...content, elsewhere: true }),
  ];
};

/**
 * Whoever types it has the role from now on; somebody known gets it besides what they have. What ran out of the same role is
 * over then, as with a renewal: there is one of it.
 */
export const takeRole = (using: Using, invitation: Invitation, gives: Gift<"role">): Used | Refusal => {
  const { ids, scene } = using;
  const known = knownAs(using);
  const refusal = refusalOf(using, known, gives);
  if (refusal) return refusal;
  const person = known ? asGiven(known, gives) : newPerson(using, gives);
  const changes = known ? changesIn(known, person) : {};
  const appointment: Appointment = { ...gives.appointment, id: ids.newId(), personId: person.id };
  return {
    registry: {
      ...(known && Object.keys(changes).length === 0 ? {} : { people: [person] }),
      appointments: [...sameRole(using, known, gives).map((each) => endedNow(each, scene.now)), appointment],
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
          ...{ agencyId: appointment.agencyId, role: appointment.role, ...changes },
        },
      },
    ],
    outbox: welcome(using, person, appointment),
  };
};
