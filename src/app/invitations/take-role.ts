import { cleanText } from "../../chatkit/plain-text.js";
import { type Refusal, refuse } from "../../domain/refusal.js";
import type { Appointment, Invitation, Person } from "../../domain/registry/model.js";
import type { ConversationRef } from "../../ports/chat/refs.js";
import type { ContentOf } from "../../ports/message-content.js";
import type { Registered } from "../../ports/registered.js";
import type { OutboxDraft } from "../../ports/store.js";
import { appointmentsOf } from "../access.js";
import { agencyOf } from "../context.js";
import { excerptOf } from "../excerpt.js";
import { endedNow } from "../registry/ended-now.js";
import { listedOf, termOf } from "../registry/listed.js";
import { barredOffice } from "../registry/office.js";
import { askWhose, isForAnother } from "./ask-whose.js";
import { type Gift, identityOf, knownAs, usedBy } from "./gift.js";
import { told } from "./told.js";
import type { Used, Using } from "./using.js";

/** What taking a role needs, of whoever takes it. */
type Taking = Pick<Using, "ids" | "scene">;

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
export const asGiven = (known: Person, { shared, civilServant }: Gift<"role">): Person => ({
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
  { scene }: Taking,
  known: Person | undefined,
  { appointment }: Gift<"role">,
): readonly Appointment[] =>
  known
    ? listedOf(scene.directory, known.id, scene.now).filter(
        (each) => each.role === appointment.role && each.agencyId === appointment.agencyId && !each.acting,
      )
    : [];

/** Why the code gives them no role, whoever it was made for. */
export const refusalOfRole = (taking: Taking, known: Person | undefined, gives: Gift<"role">): Refusal | undefined => {
  const { directory, now } = taking.scene;
  const { role, agencyId } = gives.appointment;
  const barred = barredOffice(directory, role, agencyOf(directory, agencyId), now);
  if (barred || !known) return barred;
  const held = appointmentsOf(directory, known.id, now);
  // Whoever gives out roles need not be an admin: an admin's phone is shared by an admin's word alone.
  const isShared = gives.shared === true && !known.shared && held.some((each) => each.role === "admin");
  if (isShared) return refuse("codeShared");
  const lasts = sameRole(taking, known, gives).some((each) => ["current", "coming"].includes(termOf(each, now)));
  return lasts ? refuse("roleKnown", { role, agency: agencyId }) : undefined;
};

/** What is registered and kept once somebody takes the role, and what greets them. */
interface Taken extends Pick<Used, "history"> {
  readonly registry: Registered;
  readonly welcome: ContentOf<"welcome">;
}

/** How somebody is greeted: a whisper, and where to write to them alone if everybody hears those. */
interface Greeting {
  readonly whispered: (step: string, content: ContentOf<"welcome">) => OutboxDraft;
  readonly alone: ConversationRef | undefined;
}

/** Where a whisper is heard by everybody, what is to be read goes to the person alone: the chat hears one line. */
export const welcomed = (
  { whispered, alone }: Greeting,
  { ethicsReadAt }: Person,
  content: Taken["welcome"],
): readonly OutboxDraft[] => {
  if (!alone || ethicsReadAt) return [whispered("welcome", content)];
  return [
    { step: "welcome", to: alone, content, whenUnknown: "repeat" },
    whispered("welcome:where", { ...content, elsewhere: true }),
  ];
};

const greetingOf = (using: Using): Greeting => ({
  whispered: (step, content) => told(using, step, content),
  alone: using.event.direct ? undefined : using.actor.alone,
});

/**
 * The person has the role from now on; somebody known gets it besides what they have. What ran out of the same role is over
 * then, as with a renewal: there is one of it.
 */
export const roleTaken = (
  taking: Taking,
  invitation: Invitation,
  gives: Gift<"role">,
  known: Person | undefined,
  person: Person,
): Taken => {
  const { ids, scene } = taking;
  const changes = known ? changesIn(known, person) : {};
  const appointment: Appointment = { ...gives.appointment, id: ids.newId(), personId: person.id };
  return {
    registry: {
      ...(known && Object.keys(changes).length === 0 ? {} : { people: [person] }),
      appointments: [...sameRole(taking, known, gives).map((each) => endedNow(each, scene.now)), appointment],
      invitations: [usedBy(taking, invitation, person.id)],
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
    welcome: { kind: "welcome", personId: person.id, appointmentId: appointment.id },
  };
};

/** Whoever types it takes the role; somebody known under another name than the code's is asked first. */
export const takeRole = (using: Using, invitation: Invitation, gives: Gift<"role">): Used | Refusal => {
  const known = knownAs(using);
  const refusal = refusalOfRole(using, known, gives);
  if (refusal) return refusal;
  if (isForAnother(known, gives)) return askWhose(using, invitation, gives, known);
  const person = known ? asGiven(known, gives) : newPerson(using, gives);
  const { welcome, registry, history } = roleTaken(using, invitation, gives, known, person);
  return {
    history,
    registry: { ...registry, version: using.scene.directory.version },
    outbox: welcomed(greetingOf(using), person, welcome),
  };
};
