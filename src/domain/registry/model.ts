import type { Level } from "../level.js";

/** What a person is in an agency, from an appointment. */
export type Role = "officer" | "official" | "head" | "communications" | "admin" | "auditor";

/** What a chat is for. Cards of cases go to "work", decisions and escalations to "approval", summaries to "digest". */
export type ChannelPurpose = "work" | "approval" | "digest";

/** How an answer passes: not at all, by being reported to the official, or by the official's prior approval. */
export type GateKind = "none" | "report" | "approve";

/** Where an answer came from; each has its own gate. */
export type AnswerOrigin = "available" | "inHouse" | "forwarded";

/** One tenant. `settings` are the government's own choices, already completed with defaults. */
export interface Government {
  readonly id: string;
  /** The letters case codes begin with: KOBAR. */
  readonly code: string;
  readonly name: string;
  /** Key of its regulation profile. */
  readonly profile: string;
  /** IANA time zone. */
  readonly zone: string;
  readonly locale: "id" | "en";
  readonly example: boolean;
  readonly settings: GovernmentSettings;
}

/** A government's own choices; what holds where it made none is in `settings.ts`. */
export interface GovernmentSettings {
  /** Local wall times "HH:MM"; equal ends mean none. */
  readonly quiet: { readonly from: string; readonly to: string };
  readonly remindBeforeMinutes: readonly number[];
  /** Whether a reported answer also waits for the official's "Mengetahui". */
  readonly reportNeedsAcknowledgement: boolean;
  /** How many officials have to approve a text; no more than there are. */
  readonly approvalsNeeded: number | "all";
  /** Whether an edit of selected content needs approval again (docs/content.md, "What an approval belongs to"). */
  readonly contentEditsNeedApproval: boolean;
  /** Whether an edit of the spelling alone keeps an approval (docs/content.md, "What an approval belongs to"). */
  readonly spellingKeepsApproval: boolean;
  /** When the officials, and then the head, are reminded of content that waits for them; see `ReviewSettings`. */
  readonly remindOfficialsAfterMinutes: readonly number[];
  readonly remindUrgentAfterMinutes: readonly number[];
  readonly askHeadAfterMinutes: number;
  /** An official account is silent when nothing was posted on it for longer than so many days. */
  readonly silentAfterDays: number;
}

export interface Agency {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: "internal" | "external";
}

/** A chat bound to an agency. */
export interface Channel {
  readonly id: string;
  readonly agencyId: string;
  readonly purpose: ChannelPurpose;
  readonly name: string;
  readonly platform: string;
  readonly workspace: string;
  readonly nativeId: string;
}

/** An official social-media account. */
export interface Account {
  readonly id: string;
  readonly agencyId: string;
  /** Code of a medium of the profile; the regulation's kind follows from it. */
  readonly medium: string;
  /** As people write it, without "@". */
  readonly handle: string;
  readonly url: string;
  /** By what it was made official, where the profile asks for it. */
  readonly designation?: { readonly instrument: string; readonly number: string };
  /** Since when it counts, case time; an account that was given up has an end. */
  readonly since: Date;
  readonly until?: Date;
}

/** A role held in an agency. Times are case time; `validUntil` is the first instant it no longer holds. */
export interface Appointment {
  readonly id: string;
  readonly personId: string;
  readonly agencyId: string;
  readonly role: Role;
  readonly position: string;
  readonly instrument: string;
  readonly number: string;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** Set for an acting official: the daily (Plh.) or the appointed (Plt.) one, and whose place they take. */
  readonly acting?: { readonly kind: "plh" | "plt"; readonly insteadOf: string };
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** A phone shared by an office: may not approve. */
  readonly shared: boolean;
  readonly identities: readonly { readonly platform: string; readonly workspace: string; readonly userId: string }[];
}

/** A standard operating procedure that was entered: shortens (or in Klaten sets) the clock, adds gates. */
export interface Sop {
  readonly id: string;
  /** Absent: one for the whole government. */
  readonly agencyId?: string;
  readonly number: string;
  readonly issuer: string;
  readonly deadlineHours?: number;
  readonly gates: Partial<Record<AnswerOrigin, GateKind>>;
}

/** Everything known of one government, as one immutable snapshot. */
export interface Directory {
  readonly government: Government;
  /** Counts the changes of everything but the government itself. */
  readonly version: number;
  readonly accounts: readonly Account[];
  readonly agencies: readonly Agency[];
  readonly channels: readonly Channel[];
  readonly people: readonly Person[];
  readonly appointments: readonly Appointment[];
  readonly sops: readonly Sop[];
}

/** A rule as shown on a card: its level and where it is written. */
export interface Basis {
  readonly level: Level;
  readonly citation: string;
}
