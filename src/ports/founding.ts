import type {
  Account,
  Agency,
  Appointment,
  Government,
  GovernmentSettings,
  Invitation,
  Sop,
} from "../domain/registry/model.js";
import type { Locale } from "./chat/refs.js";
import type { HistoryEntry } from "./store.js";

/** A government as it begins: nobody has joined it and no chat is bound; the codes for both are given out with it. */
export interface Founding {
  readonly government: Omit<Government, "settings"> & { readonly settings: Partial<GovernmentSettings> };
  readonly agencies: readonly Agency[];
  readonly accounts: readonly Account[];
  readonly sops: readonly Sop[];
  readonly invitations: readonly Invitation[];
  readonly history: readonly HistoryEntry[];
}

/** The letters and the kind of a government to be founded. */
export interface FoundingSite {
  readonly code: string;
  readonly example: boolean;
}

/** The codes a government's setup gave out that nobody has used, and what is known of whom they are for. */
export interface OpenCodes {
  readonly code: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly now: Date;
  readonly agencies: readonly Agency[];
  readonly invitations: readonly Invitation[];
}

/** What is known of a government that a code for an admin is made from. */
export interface KnownGovernment extends Omit<OpenCodes, "invitations"> {
  readonly appointments: readonly Pick<Appointment, "id" | "role" | "agencyId" | "validFrom" | "validUntil">[];
  /** Codes that nobody has used, whoever gave them out. */
  readonly invitations: readonly Invitation[];
}

/** What there was of a government that is no more. */
export interface Removed {
  readonly name: string;
  readonly agencies: number;
  readonly people: number;
  readonly chats: number;
  readonly cases: number;
  readonly posts: number;
}

/** What was removed, or why nothing was: there is none of these letters, it is no trial, or a program works on the database. */
export type RemovedOrNot = Removed | "unknownGovernment" | "isReal" | "isRunning";

/** Where governments begin. Every method rejects when the database is down. */
export interface Foundations {
  /** The letters of every government there is. */
  codes(): Promise<readonly string[]>;
  /**
   * Writes what `build` makes of the case time the government begins at, all of it or nothing. False, without a change,
   * where a government has these letters already; of several at once one founds it.
   */
  found(site: FoundingSite, build: (now: Date) => Founding): Promise<boolean>;
  /**
   * Gives out those codes `build` makes of the setup's that nobody has used, and takes back the old ones, which it gives as
   * used. False, without a change, where no government has these letters.
   */
  renew(code: string, build: (open: OpenCodes) => Pick<Founding, "invitations" | "history">): Promise<boolean>;
  /** Gives out the codes `build` makes besides, and takes those of the known ones back that it gives as used. False, without a change, where no government has these letters. */
  invite(code: string, build: (known: KnownGovernment) => Pick<Founding, "invitations" | "history">): Promise<boolean>;
  /** Removes a trial or an example with every row of it, all or nothing; a real government never. */
  remove(code: string): Promise<RemovedOrNot>;
}
