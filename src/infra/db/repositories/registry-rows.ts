import type { Account, Appointment } from "../../../domain/registry/model.js";
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
  valid_from: appointment.validFrom.toISOString(),
  valid_until: column(appointment.validUntil),
  acting: appointment.acting ?? null,
});

/** What a commit registers, as rows; nothing where it registers nothing. */
export const registryRows = ({ governmentId, registry }: Changes): object =>
  registry
    ? {
        registry_version: registry.version,
        accounts: (registry.accounts ?? []).map((each) => accountRow(governmentId, each)),
        appointments: (registry.appointments ?? []).map((each) => appointmentRow(governmentId, each)),
      }
    : {};
