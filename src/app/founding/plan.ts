import type { AnswerOrigin, ChannelPurpose, GateKind, GovernmentSettings, Role } from "../../domain/registry/model.js";
import type { Locale } from "../../ports/chat/refs.js";

/**
 * By what somebody has their role. Days are ISO days of the government's zone; it holds from the day it was dated where no
 * other is said, and `until` is its last.
 */
export interface PlannedLetter {
  readonly instrument: string;
  /** Empty where it is not known yet. */
  readonly number: string;
  readonly date?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Somebody who will join with a code. */
export interface PlannedPerson {
  readonly name: string;
  /** Code of the agency. */
  readonly agency: string;
  readonly role: Role;
  readonly position: string;
  readonly shared?: boolean;
  readonly civilServant?: boolean;
  /** Code of a function the profile wants filled. */
  readonly staffFunction?: string;
  readonly letter: PlannedLetter;
}

export interface PlannedSop {
  /** Absent: one for the whole government. */
  readonly agency?: string;
  readonly number: string;
  readonly date?: string;
  readonly issuer: string;
  readonly deadlineHours?: number;
  readonly gates: Partial<Record<AnswerOrigin, GateKind>>;
}

export interface PlannedAccount {
  readonly agency: string;
  readonly medium: string;
  readonly handle: string;
  readonly url: string;
  readonly designation?: { readonly instrument: string; readonly number: string };
}

/** Chats an agency is to connect. */
export interface PlannedChats {
  readonly agency: string;
  readonly purposes: readonly ChannelPurpose[];
}

/** Everything somebody said of the government to be; agencies are named by their codes, which are all among `agencies`. */
export interface FoundingPlan {
  readonly government: {
    readonly code: string;
    readonly name: string;
    readonly profile: string;
    readonly zone: string;
    readonly locale: Locale;
    readonly example: boolean;
  };
  /** Code of the communications office (Diskominfo). */
  readonly communications: string;
  readonly agencies: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: "internal" | "external";
  }[];
  /** The first admin, then everybody else. */
  readonly people: readonly PlannedPerson[];
  readonly sops: readonly PlannedSop[];
  readonly accounts: readonly PlannedAccount[];
  readonly settings: Partial<GovernmentSettings>;
  readonly chats: readonly PlannedChats[];
}
