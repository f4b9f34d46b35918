import type { Attachment } from "../domain/attachment.js";
import type { NoticeCode } from "../domain/notice.js";
import type { GrantedScope, Role, SettingName } from "../domain/registry/model.js";

/** Texts a notice needs, by name. Rendered from the catalogue when the message is sent, in the government's language. */
export type NoticeValues = Readonly<Record<string, string | number>>;

/** What is asked again before it is done. */
export type ConfirmedCommand = "unbind" | "endrole" | "unlink" | "editagency" | "acting" | "accept";

/**
 * What a message is about. Stored in the outbox and made into blocks only when it is sent, from the state of that moment:
 * a card shows the newest version, a ping whose forward was answered meanwhile is dropped.
 */
export type MessageContent =
  /** The case as the agency `agencyId` sees it: its holder's card, or that of a forward to a related agency. */
  | { readonly kind: "case-card"; readonly inquiryId: string; readonly agencyId: string; readonly forwardId?: string }
  /** One exact version of an answer before the official: its text never changes, only its status line. */
  | {
      readonly kind: "approval-card";
      readonly inquiryId: string;
      readonly answerId: string;
      readonly gate: "report" | "approve";
    }
  /** A file alone, below the card it belongs to: only where a platform shows none within a card. */
  | { readonly kind: "file"; readonly file: Attachment }
  /** The same case as a fresh message, for `/status`. */
  | { readonly kind: "status"; readonly inquiryId: string }
  /** The exact text to post, to be copied; `part` of a text that needs several messages, from 0, dropped where it does not. */
  | { readonly kind: "copy"; readonly inquiryId: string; readonly answerId: string; readonly part?: number }
  /** A proposal in its agency's work channel, or as a fresh message. */
  | { readonly kind: "proposal-card"; readonly proposalId: string }
  /** One exact version of a proposal before the officials: its text never changes, only its status line. */
  | { readonly kind: "proposal-approval"; readonly proposalId: string; readonly versionId: string }
  /** The exact text to post on one account, to be copied. */
  | {
      readonly kind: "post-text";
      readonly proposalId: string;
      readonly versionId: string;
      readonly accountId: string;
      readonly part?: number;
      /** For one person alone. Nobody draws it again, so it offers nothing that could become wrong. */
      readonly copy?: true;
    }
  /** What somebody filled in, by input, that another person had changed since the form was opened: it was not taken. */
  | { readonly kind: "contested"; readonly proposalId: string; readonly filled: Readonly<Record<string, string>> }
  /** A short sentence, a refusal or a confirmation. Dropped at claim when `unless` no longer holds. */
  | {
      readonly kind: "notice";
      readonly code: NoticeCode;
      readonly values: NoticeValues;
      readonly inquiryId?: string;
      readonly proposalId?: string;
      /** The exact text it tells of, an answer or a version of the proposal; what is said in reply is about that one. */
      readonly textId?: string;
      /** People to be mentioned, by id. */
      readonly mention?: readonly string[];
      /** Offers to open the form again that was refused, with what was filled in. */
      readonly again?: {
        readonly form: string;
        readonly command: string;
        readonly values: Readonly<Record<string, string>>;
      };
      /** Offers to undo this decision while that is possible. */
      readonly undo?: { readonly decisionId: string };
    }
  /**
   * Pings to one channel that fell due together, of forwards and of versions of proposals (`PingDraft`); those that nobody
   * waits for any more are left out at claim.
   */
  | {
      readonly kind: "pings";
      readonly agencyId: string;
      readonly items: readonly { readonly inquiryId: string; readonly forwardId: string; readonly stage: string }[];
    }
  /** Official accounts of an agency that are silent; those on which something was posted meanwhile are left out at claim. */
  | { readonly kind: "silent-accounts"; readonly agencyId: string; readonly accountIds: readonly string[] }
  /** Appointments that end soon or have ended; those renewed or ended meanwhile are left out at claim. */
  | {
      readonly kind: "ending-terms";
      readonly items: readonly { readonly appointmentId: string; readonly stage: string }[];
    }
  /** Asks one person for one missing input of a command. */
  | {
      readonly kind: "question";
      /** Who is asked, by id; absent where anybody may answer, and in rows from before this was kept. */
      readonly personId?: string;
      /** When it was asked, ISO 8601 in case time; absent where it may be answered at any time, and in rows from before this was kept. */
      readonly at?: string;
      readonly command: string;
      readonly input: string;
      /** The form whose words it has, where those are not the command's own: what it asks about is content. */
      readonly form?: string;
      readonly problem?: NoticeCode;
      readonly problemValues?: NoticeValues;
      /** The case it is about, when that is known by its full code. */
      readonly code?: string;
      /** The setting it asks a value for. */
      readonly setting?: SettingName;
      /** What of its choices is possible here; all of them where absent. */
      readonly choices?: readonly string[];
      /** The draft that lacks it, which is kept whatever becomes of the question. */
      readonly proposalId?: string;
    }
  /** Offers what to do with somebody's reply to a card. */
  | { readonly kind: "offer"; readonly replyId: string; readonly inquiryId: string }
  /** A list or a text for one person, made when it is sent. */
  | { readonly kind: "queue"; readonly agencyId: string; readonly page: number }
  /** The agency's content; `week` is a day of it, the present one's when absent. */
  | { readonly kind: "calendar"; readonly agencyId: string; readonly week?: string; readonly page: number }
  | { readonly kind: "find"; readonly words: string; readonly page: number; readonly agencyId?: string }
  | { readonly kind: "history"; readonly inquiryId: string; readonly page: number }
  | { readonly kind: "proposal-history"; readonly proposalId: string; readonly page: number }
  | {
      readonly kind: "accounts";
      readonly agencyId: string;
      readonly page: number;
      /** Whether the reader may register and end accounts of the agency. */
      readonly mayChange: boolean;
    }
  /** What was done to an official account. */
  | { readonly kind: "account"; readonly accountId: string; readonly change: "registered" | "changed" | "ended" }
  | {
      readonly kind: "actings";
      readonly agencyId: string;
      readonly page: number;
      /** An official of the agency by their own appointment, another who may name somebody, or neither. */
      readonly reader: "official" | "names" | "other";
      /** The acting appointments the reader may end; absent in rows from before this was kept. */
      readonly mayEnd?: readonly string[];
      /** Other agencies where somebody acts, and the reader may name who. */
      readonly elsewhere?: readonly string[];
    }
  /** Somebody acts for an official, or does so no more. */
  | { readonly kind: "acting"; readonly appointmentId: string; readonly change: "named" | "ended" }
  /** The agencies of the government. `mayKeep`: whether the reader may add and change what the list shows, as elsewhere. */
  | { readonly kind: "agencies"; readonly page: number; readonly mayKeep: boolean }
  /** One agency: asked for, or what was done to it. `mayRead`: whether the reader may see its people and chats. */
  | {
      readonly kind: "agency";
      readonly agencyId: string;
      readonly change?: "added" | "changed";
      readonly mayKeep: boolean;
      readonly mayRead: boolean;
    }
  /** The bound chats of one agency, or of the government. */
  | { readonly kind: "channels"; readonly agencyId?: string; readonly page: number; readonly mayKeep: boolean }
  /** What was registered of an agency. */
  | { readonly kind: "registry-history"; readonly agencyId: string; readonly page: number }
  /** What the government decided itself, over time. */
  | { readonly kind: "rules-history"; readonly page: number }
  /** The people of an agency; the reader, who may always get a code for themself. */
  | {
      readonly kind: "members";
      readonly agencyId: string;
      readonly page: number;
      readonly mayKeep: boolean;
      /** Whether the reader may take codes of admins back. */
      readonly mayKeepAdmins?: boolean;
      readonly reader: string;
    }
  /** One person, as the registry knows them. `mayKeepAdmins`: whether the reader may unmake admins, and remove accounts. */
  | {
      readonly kind: "member";
      readonly personId: string;
      readonly agencyId: string;
      readonly mayKeep: boolean;
      readonly mayKeepAdmins: boolean;
      readonly isReader: boolean;
    }
  /** Asks whether something is meant that no button takes back; dropped where it is not there any more. */
  | { readonly kind: "confirm"; readonly command: ConfirmedCommand; readonly values: Readonly<Record<string, string>> }
  /** Who joined, as what, and the ethics and duties they are to read; `elsewhere`: those were sent to them alone. */
  | { readonly kind: "welcome"; readonly personId: string; readonly appointmentId: string; readonly elsewhere?: true }
  /**
   * A one-time code for whoever gave it out. `secret` is the code itself; it is gone from here once the message was sent, and
   * a message without it is dropped.
   */
  | { readonly kind: "invitation"; readonly invitationId: string; readonly secret?: string }
  /** What the government set: a page of it, or one setting. */
  | {
      readonly kind: "settings";
      readonly page: number;
      readonly setting?: SettingName;
      /** Whether the reader may change it. */
      readonly mayChange: boolean;
    }
  /** A setting was changed; the values are as they are kept. */
  | { readonly kind: "setting"; readonly setting: SettingName; readonly before: unknown; readonly after: unknown }
  /** Who may do what: a page of all rights, or one with its bounds. */
  | { readonly kind: "access"; readonly page: number; readonly right?: string; readonly mayChange: boolean }
  /** How far a role may do something was changed. */
  | {
      readonly kind: "right";
      readonly right: string;
      readonly role: Role;
      readonly before: GrantedScope;
      readonly after: GrantedScope;
    }
  | { readonly kind: "sops"; readonly page: number; readonly mayChange: boolean }
  /** What was done to an SOP; `former` are the inputs by which it is entered again as it was. */
  | {
      readonly kind: "sop";
      readonly sopId: string;
      readonly number: string;
      readonly agencyId?: string;
      readonly change: "registered" | "changed" | "ended";
      readonly former?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "rules"; readonly word?: string; readonly citation?: string; readonly page: number }
  | { readonly kind: "help"; readonly command?: string; readonly roles: readonly string[] };

/** What a message of this kind, or of one of these kinds, is about. */
export type ContentOf<K extends MessageContent["kind"]> = Extract<MessageContent, { readonly kind: K }>;
