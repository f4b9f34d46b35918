import type {
  Account,
  Agency,
  Appointment,
  Channel,
  GovernmentSettings,
  Invitation,
  Person,
  Sop,
} from "../domain/registry/model.js";

/** Rows of the registry as they shall be, by id; a person with all their identities. */
export interface Registered {
  readonly agencies?: readonly Agency[];
  readonly channels?: readonly Channel[];
  readonly people?: readonly Person[];
  readonly appointments?: readonly Appointment[];
  readonly accounts?: readonly Account[];
  readonly sops?: readonly Sop[];
  readonly invitations?: readonly Invitation[];
  /** Ids of channels and SOPs that are no more. Cards a channel showed are posted anew where the next one is. */
  readonly removed?: readonly string[];
  /** The government's own choices from now on, all of them; what is left out is the default. */
  readonly settings?: Partial<GovernmentSettings>;
}
