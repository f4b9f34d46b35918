/** An account on Telegram: the token @BotFather gave, the address of the Bot API, and where Telegram calls, if it is to. */
export interface TelegramAccount {
  readonly token: string;
  readonly apiRoot: string;
  readonly webhook?: { readonly url: string; readonly secret: string } | undefined;
}

/** What can be set about the adapter. No person sets these; tests shorten them. */
export interface TelegramSettings {
  /** How long Telegram holds an empty answer to `getUpdates`, in seconds (https://core.telegram.org/bots/api#getupdates). */
  readonly pollSeconds: number;
  /** An answer to any call is waited for so long, in milliseconds; to `getUpdates` so much longer than it is held. */
  readonly patienceMs: number;
  /** A file is written and answered within so long, in milliseconds; whoever sends it may stop waiting sooner. */
  readonly uploadMs: number;
  /** A group is greeted so long after the bot was added, in milliseconds: it may turn out to be one that moved. */
  readonly greetAfterMs: number;
  /** After a failed poll the next one waits so long at first and at most, in milliseconds. */
  readonly retryMs: { readonly first: number; readonly most: number };
  /** A pressed button is answered after so long at the latest, in milliseconds, so that its clock does not turn for ever. */
  readonly answerWithinMs: number;
}

/** The settings the program runs with. */
export const defaultSettings: TelegramSettings = {
  pollSeconds: 25,
  patienceMs: 10_000,
  uploadMs: 100_000,
  greetAfterMs: 3_000,
  retryMs: { first: 500, most: 15_000 },
  answerWithinMs: 5_000,
};
