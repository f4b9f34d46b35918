/** Chat platforms the program knows. Platform names appear only here, in adapters/, in the configuration and in main. */
export type Platform = "telegram" | "slack" | "discord" | "simulator";

/** Languages of the catalogue. */
export type Locale = "id" | "en";

/** One text in every language of the catalogue. */
export type Localized = Readonly<Record<Locale, string>>;

/** A place messages live. `workspace` is a Slack team, a Discord guild, or "-" where the platform has none. */
export interface ConversationRef {
  readonly platform: Platform;
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
}

/** One message. Without thread: Telegram's and Slack's reaction events carry none, and the key must match both ways. */
export interface MessageRef {
  readonly platform: Platform;
  readonly workspace: string;
  readonly channel: string;
  readonly id: string;
}

/** A person as the platform knows them: an id inside a workspace, never a name. */
export interface UserRef {
  readonly platform: Platform;
  readonly workspace: string;
  readonly id: string;
}
