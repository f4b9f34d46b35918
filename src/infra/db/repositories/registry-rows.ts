import type { Account, Agency, Appointment, Channel, Invitation, Person, Sop } from "../../../domain/registry/model.js";
import type { Changes } from "../../../ports/store.js";
import { column } from "../rows.js";

const accountRow = (governmentId: string, account: Account) => ({
  id: account.id,
  government_id: governmentId,
  agency_id: account.agencyId,
  medium: account.medium,
  handle: account.handle,
  url: account.url,
  designation: account.designation ?? null,
  since: account.since.toISOString(),
  until: column(account.until),
});

const appointmentRow = (governmentId: string, appointment: Appointment) => ({
  id: appointment.id,
  government_id: governmentId,
  person_id: appointment.personId,
  agency_id: appointment.agencyId,
  role: appointment.role,
  position: appointment.position,
  instrument: appointment.instrument,
  number: appointment.number,
  dated_at: column(appointment.datedAt),
  valid_from: appointment.validFrom.toISOString(),
  valid_until: column(appointment.validUntil),
  acting: appointment.acting ?? null,
  staff_function: appointment.staffFunction ?? null,
  ended: appointment.ended ?? null,
});

const agencyRow = (governmentId: string, { id, code, name, kind }: Agency) => ({
  ...{ id, code, name, kind },
  government_id: governmentId,
});

const channelRow = (governmentId: string, channel: Channel) => ({
  id: channel.id,
  government_id: governmentId,
  agency_id: channel.agencyId,
  purpose: channel.purpose,
  name: channel.name,
  platform: channel.platform,
  workspace: channel.workspace,
  native_id: channel.nativeId,
});

const personRow = (governmentId: string, person: Person) => ({
  id: person.id,
  government_id: governmentId,
  name: person.name,
  shared: person.shared,
  civil_servant: person.civilServant ?? null,
  ethics_read_at: column(person.ethicsReadAt),
});

const identityRows = (governmentId: string, { id, identities }: Person) =>
  identities.map(({ platform, workspace, userId }) => ({
    ...{ platform, workspace, user_id: userId },
    government_id: governmentId,
    person_id: id,
  }));

const sopRow = (governmentId: string, sop: Sop) => ({
  id: sop.id,
  government_id: governmentId,
  agency_id: sop.agencyId ?? null,
  number: sop.number,
  dated_at: column(sop.datedAt),
  issuer: sop.issuer,
  deadline_hours: sop.deadlineHours ?? null,
  gates: sop.gates,
});

const invitationRow = (governmentId: string, invitation: Invitation) => ({
  id: invitation.id,
  government_id: governmentId,
  hash: invitation.hash,
  gives: invitation.gives,
  expires_at: invitation.expiresAt.toISOString(),
  created_by: invitation.createdBy ?? null,
  used: invitation.used ?? null,
});

const relocationRow = ({ from, to }: NonNullable<Changes["relocated"]>) => ({
  platform: from.platform,
  workspace: from.workspace,
  channel: from.channel,
  to_workspace: to.workspace,
  to_channel: to.channel,
});

/** What a commit registers, as rows; nothing where it registers nothing. */
export const registryRows = ({ governmentId, registry, relocated }: Changes): object => {
  if (!registry) return {};
  const rows = <T>(list: readonly T[] | undefined, row: (governmentId: string, each: T) => object) =>
    (list ?? []).map((each) => row(governmentId, each));
  return {
    registry_version: registry.version,
    agencies: rows(registry.agencies, agencyRow),
    channels: rows(registry.channels, channelRow),
    people: rows(registry.people, personRow),
    identities: (registry.people ?? []).flatMap((each) => identityRows(governmentId, each)),
    appointments: rows(registry.appointments, appointmentRow),
    accounts: rows(registry.accounts, accountRow),
    sops: rows(registry.sops, sopRow),
    invitations: rows(registry.invitations, invitationRow),
    removed: registry.removed ?? [],
    ...(relocated ? { relocated: relocationRow(relocated) } : {}),
    ...(registry.settings ? { settings: registry.settings } : {}),
    ...(registry.locale ? { locale: registry.locale } : {}),
  };
};
