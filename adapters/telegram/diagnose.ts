import type { BoundChat, ChatAdapter } from "../../src/ports/chat/adapter.js";
import { broken, type Finding, warning, well } from "../../src/ports/finding.js";
import type { Api } from "./api.js";
import type { TelegramAccount } from "./config.js";
import { type Ask, diagnoseChat } from "./diagnose-chat.js";
import { detailOf, isTokenRefused } from "./retry.js";

/** All of it; the port promises 10 s. */
const WITHIN_MS = 8_000;
/** Telegram takes 30 calls a second: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const SIDE_BY_SIDE = 5;
/** What waits longer than this waits for more than a moment. */
const MANY_PENDING = 100;
const HOUR_S = 3_600;

/** https://core.telegram.org/bots/api#getme */
interface Bot {
  readonly id: number;
  readonly username: string;
  readonly can_join_groups?: boolean;
  readonly can_read_all_group_messages?: boolean;
}

/** https://core.telegram.org/bots/api#webhookinfo */
interface WebhookInfo {
  readonly url: string;
  readonly pending_update_count: number;
  readonly last_error_date?: number;
  readonly last_error_message?: string;
}

const unanswered = (error: unknown): Finding =>
  isTokenRefused(error)
    ? broken("Telegram does not take TELEGRAM_BOT_TOKEN", "Get the token from @BotFather (/token) and set it again.")
    : broken(
        `Telegram does not answer (${detailOf(error)})`,
        "See that this machine reaches TELEGRAM_API_ROOT, by default https://api.telegram.org, through its firewall or proxy.",
      );

const ofBot = ({ username, can_join_groups, can_read_all_group_messages }: Bot): readonly Finding[] => [
  ...(can_join_groups === false
    ? [broken(`nobody can add @${username} to a group`, "Allow it with @BotFather: /setjoingroups.")]
    : []),
  ...(can_read_all_group_messages === true
    ? [
        warning(
          "the privacy mode is off: Telegram sends the bot everything that is said in its groups",
          "Turn it on with @BotFather (/setprivacy): the bot needs only commands, replies and mentions.",
        ),
      ]
    : []),
];

const ofWebhook = (info: WebhookInfo, wanted: TelegramAccount["webhook"], now: Date): readonly Finding[] => {
  const { url, pending_update_count: pending, last_error_date: lastS = 0, last_error_message: last } = info;
  const failedLately = last !== undefined && now.getTime() / 1_000 - lastS < HOUR_S;
  return [
    ...(wanted !== undefined && url !== wanted.url
      ? [warning("Telegram does not call TELEGRAM_WEBHOOK_URL", "Start the program: it tells Telegram to.")]
      : []),
    ...(wanted === undefined && url !== ""
      ? [
          warning(
            "Telegram calls a webhook, though none is configured",
            "Start the program, which removes it. If it comes back, another program uses this token: give each its own bot.",
          ),
        ]
      : []),
    ...(wanted !== undefined && failedLately
      ? [
          warning(
            `Telegram could not reach the webhook within the last hour: ${last}`,
            "See that TELEGRAM_WEBHOOK_URL leads to the program from outside, with a valid certificate.",
          ),
        ]
      : []),
    ...(pending > MANY_PENDING
      ? [
          warning(
            `${pending} updates wait at Telegram`,
            "Start the program; if it runs, see its log. They are kept 24 hours.",
          ),
        ]
      : []),
  ];
};

/** Several at a time, in order. What is not answered in time is undefined. */
const eachOf = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>, signal: AbortSignal) => {
  const left = [...items.entries()];
  const results: (R | undefined)[] = items.map(() => undefined);
  const hand = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined && !signal.aborted; next = left.shift())
      results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, hand));
  return results;
};

/** The adapter's `diagnose`: the token, how updates come, and every chat the bot is bound to. */
export const createDiagnose = (
  account: TelegramAccount,
  api: Api,
  withinMs = WITHIN_MS,
): NonNullable<ChatAdapter["diagnose"]> => {
  const check = async (chats: readonly BoundChat[], signal: AbortSignal): Promise<readonly Finding[]> => {
    const ask: Ask = (method, payload) => api.call(method, payload, { signal, timeoutMs: withinMs });
    const bot = await ask<Bot>("getMe", {});
    const [info, ofChats] = await Promise.all([
      ask<WebhookInfo>("getWebhookInfo", {}),
      eachOf(chats, (chat) => diagnoseChat(ask, bot.id, chat), signal),
    ]);
    const late = ofChats.filter((findings) => findings === undefined).length;
    const problems = [
      ...ofBot(bot),
      ...ofWebhook(info, account.webhook, new Date()),
      ...ofChats.flatMap((findings) => findings ?? []),
      ...(late === 0
        ? []
        : [warning(`${late} of ${chats.length} chats were not asked about in time`, "Run it again.")]),
    ];
    const how = account.webhook === undefined ? "is asked for updates" : "calls the webhook";
    return problems.length > 0
      ? problems
      : [well(`@${bot.username}: Telegram ${how}, ${chats.length} bound chats are in order`)];
  };
  return (chats) => {
    const signal = AbortSignal.timeout(withinMs);
    return check(chats, signal).catch((error: unknown) => [unanswered(error)]);
  };
};
