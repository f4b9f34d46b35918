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

/** How far a role may do something: for its own agency, for every agency, or not at all. */
export type GrantedScope = "none" | "own" | "any";

/**
 * Cells of the access table a government set otherwise, by action and role. What the program does not know, and what goes
 * beyond the bounds, counts for nothing (docs/settings.md, "Access").
 */
export type AccessChanges = Readonly<Record<string, Readonly<Partial<Record<Role, GrantedScope>>>>>;

/** When something comes every week: the ISO weekday, Monday being 1, and the local wall time "HH:MM". */
export interface WeekTime {
  readonly weekday: number;
  readonly time: string;
}

/** A government's own choices; what holds where it made none is in `settings.ts`, what it may choose in docs/settings.md. */
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
  /** When the weekly digest comes. */
  readonly digestAt: WeekTime;
  readonly access: AccessChanges;
}

/** What a government sets by name; its access table is set cell by cell. */
export type SettingName = Exclude<keyof GovernmentSettings, "access"> | "locale";

/** Why a cell of the access table may not be set otherwise. */
export type BoundReason =
  | "everybody"
  | "auditorReads"
  | "ownAgency"
  | "oneVoice"
  | "officerServes"
  | "officialDecides"
  | "officialNamed"
  | "communicationsDecides"
  | "wholeGovernment"
  | "adminsAlone"
  | "keeper";

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
  /** When the letter was dated, where somebody said. */
  readonly datedAt?: Date;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** Set for an acting official: the daily (Plh.) or the appointed (Plt.) one, and whose place they take. */
  readonly acting?: { readonly kind: "plh" | "plt"; readonly insteadOf: string };
  /** Code of one of the functions the profile wants filled (jabar-2019 Pasal 6 ayat (4)). */
  readonly staffFunction?: string;
  /** Somebody ended it, or a newer letter took its place: no days of grace follow `validUntil`. */
  readonly ended?: true;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** A phone shared by an office: may not approve. */
  readonly shared: boolean;
  /** Whether they are a civil servant (ASN: kobar-2017 Pasal 1 angka 6, jabar-2019 Pasal 1 angka 6), where somebody said. */
  readonly civilServant?: boolean;
  /** When they said that they read the profile's ethics and duties. */
  readonly ethicsReadAt?: Date;
  readonly identities: readonly { readonly platform: string; readonly workspace: string; readonly userId: string }[];
}

/** A standard operating procedure that was entered: shortens (or in Klaten sets) the clock, adds gates. */
export interface Sop {
  readonly id: string;
  /** Absent: one for the whole government. */
  readonly agencyId?: string;
  readonly number: string;
  readonly datedAt?: Date;
  readonly issuer: string;
  readonly deadlineHours?: number;
  readonly gates: Partial<Record<AnswerOrigin, GateKind>>;
}

/** What a one-time code gives: it binds the chat it is typed in, gives whoever types it a role, or is one more platform of theirs. */
export type InvitationGift =
  | { readonly kind: "chat"; readonly agencyId: string; readonly purpose: ChannelPurpose }
  | {
      readonly kind: "role";
      /** What they are called; the name they have on the platform where nobody said. */
      readonly name?: string;
      readonly shared?: boolean;
      readonly civilServant?: boolean;
      readonly appointment: Omit<Appointment, "id" | "personId" | "acting">;
    }
  | { readonly kind: "identity"; readonly personId: string };

/** A one-time code that was given out. */
export interface Invitation {
  readonly id: string;
  /** SHA-256 of the code, hexadecimal; the code itself is kept nowhere. */
  readonly hash: string;
  readonly gives: InvitationGift;
  /** The first instant, case time, it works no longer. */
  readonly expiresAt: Date;
  /** The person who gave it out; absent for the setup. */
  readonly createdBy?: string;
  /**
   * When it was used, and the id of the person or channel it made or changed. A recalled one works no longer either: by whom,
   * or the id of the code that took its place.
   */
  readonly used?: { readonly at: Date; readonly by: string; readonly recalled?: true };
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
  /** Codes that were given out, used ones among them. */
  readonly invitations: readonly Invitation[];
}

/** A rule as shown on a card: its level and where it is written. */
export interface Basis {
  readonly level: Level;
  readonly citation: string;
}
