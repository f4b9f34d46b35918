import type {
  Agency,
  Appointment,
  ChannelPurpose,
  Invitation,
  InvitationGift,
  Role,
} from "../../domain/registry/model.js";
import { formatOneTimeCode } from "../../domain/registry/one-time-code.js";
import { endOfDay, startOfDay } from "../../domain/time/local-day.js";
import type { Founding } from "../../ports/founding.js";
import type { Ids } from "../../ports/ids.js";
import type { HistoryEntry } from "../../ports/store.js";
import { codeLastsMs } from "../invitations/code-lasts.js";
import { keptSop } from "../settings/sop-effects.js";
import type { FoundingPlan, PlannedPerson } from "./plan.js";

/** A one-time code that is told once: it is kept as its hash alone. */
export interface GivenCode {
  readonly code: string;
  /** Code of the agency it belongs to. */
  readonly agency: string;
  readonly gives:
    | { readonly kind: "chat"; readonly purpose: ChannelPurpose }
    | { readonly kind: "role"; readonly role: Role; readonly name: string };
}

/** What an invitation's code is for, as it is told to the operator. */
export const givesOf = (gives: InvitationGift): GivenCode["gives"] => {
  switch (gives.kind) {
    case "chat":
      return { kind: "chat", purpose: gives.purpose };
    case "role":
      return { kind: "role", role: gives.appointment.role, name: gives.name ?? "" };
    case "identity":
      throw new Error("the setup gives no code for another platform");
  }
};

/** The government with all that belongs to it, and the codes its people and chats need. */
export interface Founded {
  readonly founding: Founding;
  readonly codes: readonly GivenCode[];
  readonly expiresAt: Date;
}

interface Given extends GivenCode {
  readonly invitation: Invitation;
}

interface Making {
  readonly plan: FoundingPlan;
  readonly ids: Ids;
  readonly now: Date;
  readonly agencyId: (code: string) => string;
}

const appointmentOf = (making: Making, person: PlannedPerson): Omit<Appointment, "id" | "personId" | "acting"> => {
  const { plan, now, agencyId } = making;
  const { zone } = plan.government;
  const { instrument, number, date, from, until } = person.letter;
  const begins = from ?? date;
  return {
    agencyId: agencyId(person.agency),
    role: person.role,
    position: person.position,
    instrument,
    number,
    ...(date === undefined ? {} : { datedAt: startOfDay(zone, date) }),
    validFrom: begins === undefined ? now : startOfDay(zone, begins),
    ...(until === undefined ? {} : { validUntil: endOfDay(zone, until) }),
    ...(person.staffFunction === undefined ? {} : { staffFunction: person.staffFunction }),
  };
};

const give = ({ plan, ids, now }: Making, gives: InvitationGift): { code: string; invitation: Invitation } => {
  const code = formatOneTimeCode(plan.government.code, ids.newSecret());
  const expiresAt = new Date(now.getTime() + codeLastsMs);
  return { code, invitation: { id: ids.newId(), hash: ids.hashOf(code), gives, expiresAt } };
};

const codesOfPeople = (making: Making): readonly Given[] =>
  making.plan.people.map((person) => {
    const { name, shared, civilServant, agency } = person;
    const gift: InvitationGift = {
      kind: "role",
      name,
      ...(shared === undefined ? {} : { shared }),
      ...(civilServant === undefined ? {} : { civilServant }),
      appointment: appointmentOf(making, person),
    };
    return { ...give(making, gift), agency, gives: givesOf(gift) };
  });

const codesOfChats = (making: Making): readonly Given[] =>
  making.plan.chats.flatMap(({ agency, purposes }) =>
    purposes.map((purpose): Given => {
      const gift = { kind: "chat", agencyId: making.agencyId(agency), purpose } as const;
      return { ...give(making, gift), agency, gives: givesOf(gift) };
    }),
  );

const sopsOf = ({ plan, ids, agencyId }: Making): Founding["sops"] =>
  plan.sops.map(({ agency, date, ...rest }) => ({
    ...rest,
    id: ids.newId(),
    ...(agency === undefined ? {} : { agencyId: agencyId(agency) }),
    ...(date === undefined ? {} : { datedAt: startOfDay(plan.government.zone, date) }),
  }));

const accountsOf = ({ plan, ids, now, agencyId }: Making): Founding["accounts"] =>
  plan.accounts.map(({ agency, ...rest }) => ({ ...rest, id: ids.newId(), agencyId: agencyId(agency), since: now }));

/** What of a gift is kept in the history. */
export const givenIn = (gives: InvitationGift): Readonly<Record<string, string>> => {
  if (gives.kind === "identity") return { personId: gives.personId };
  if (gives.kind === "chat") return { agencyId: gives.agencyId, purpose: gives.purpose };
  const { agencyId, role } = gives.appointment;
  return { agencyId, role, name: gives.name ?? "" };
};

/** What was founded, by nobody: there is nobody yet. */
const historyOf = ({ now }: Making, founding: Omit<Founding, "history">): readonly HistoryEntry[] => {
  const { government, agencies, accounts, sops, invitations } = founding;
  const { id, code, name, profile, zone, example, settings } = government;
  const line = (subjectId: string, kind: string, content: HistoryEntry["content"]): HistoryEntry => ({
    ...{ subjectId, at: now, kind, content },
  });
  return [
    line(id, "founded", { code, name, profile, zone, example, settings }),
    ...agencies.map(({ id: agencyId, kind, ...rest }) =>
      line(agencyId, "agencyAdded", { agencyId, ...rest, agencyKind: kind }),
    ),
    ...accounts.map(({ id: accountId, since: _, until: __, ...rest }) =>
      line(accountId, "accountRegistered", { accountId, ...rest }),
    ),
    ...sops.map((sop) => line(id, "sopRegistered", { after: keptSop(sop) })),
    ...invitations.map(({ id: invitationId, gives }) =>
      line(invitationId, "invited", { invitationId, gives: gives.kind, ...givenIn(gives) }),
    ),
  ];
};

/** Makes of a plan what is to be written, beginning at this case time. The codes are random: each call gives others. */
export const foundingOf = (plan: FoundingPlan, ids: Ids, now: Date): Founded => {
  const governmentId = ids.newId();
  const agencies: readonly Agency[] = plan.agencies.map((agency) => ({ ...agency, id: ids.newId() }));
  const agencyId = (code: string): string => {
    const agency = agencies.find((each) => each.code === code);
    if (!agency) throw new Error(`the plan names an agency it does not have: ${code}`);
    return agency.id;
  };
  const making: Making = { plan, ids, now, agencyId };
  const given = [...codesOfPeople(making), ...codesOfChats(making)];
  const rows = {
    government: { ...plan.government, id: governmentId, settings: plan.settings },
    agencies,
    accounts: accountsOf(making),
    sops: sopsOf(making),
    invitations: given.map(({ invitation }) => invitation),
  };
  return {
    founding: { ...rows, history: historyOf(making, rows) },
    codes: given.map(({ invitation: _, ...code }) => code),
    expiresAt: new Date(now.getTime() + codeLastsMs),
  };
};
