import { limitText } from "../../src/chatkit/plain-text.js";
import type { AdapterContext } from "../../src/ports/chat/adapter.js";
import type { Locale } from "../../src/ports/chat/refs.js";
import type { CommandSurface } from "../../src/ports/chat/surface.js";
import type { Api } from "./api.js";
import type { TelegramSettings } from "./config.js";
import type { Line } from "./line.js";
import { createBackoff, detailOf, isFinal, isTokenRefused, type Pause, persist } from "./retry.js";

/** https://core.telegram.org/bots/api#setmycommands: at most 100 commands. */
const MOST_COMMANDS = 100;
/** https://core.telegram.org/bots/api#botcommand. */
const NAME = /^[a-z0-9_]{1,32}$/;
const MAX_DESCRIPTION_CHARS = 256;

interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** A list as Telegram keeps it: for one kind of chats, and for people of one language or, without one, for all others. */
interface List {
  readonly scope: { readonly type: "all_group_chats" | "all_private_chats" };
  readonly language_code?: Locale;
  readonly commands: readonly BotCommand[];
}

/** The commands under their names in that language. What Telegram would not list is left out; it is understood all the same. */
const commandsIn = (commands: readonly CommandSurface[], locale: Locale): readonly BotCommand[] =>
  commands
    .map(({ usage, summary }) => ({
      command: /^\/(\S+)/.exec(usage[locale])?.[1] ?? "",
      description: limitText(summary[locale].trim(), MAX_DESCRIPTION_CHARS).text,
    }))
    .filter(({ command, description }) => NAME.test(command) && description !== "")
    .slice(0, MOST_COMMANDS);

/** Every list of the bot: Indonesian where nothing else is asked for. */
export const commandLists = (commands: readonly CommandSurface[]): readonly List[] =>
  (["all_group_chats", "all_private_chats"] as const).flatMap((type) => [
    { scope: { type }, commands: commandsIn(commands, "id") },
    { scope: { type }, language_code: "id", commands: commandsIn(commands, "id") },
    { scope: { type }, language_code: "en", commands: commandsIn(commands, "en") },
  ]);

const isSame = (shown: readonly BotCommand[], wanted: readonly BotCommand[]): boolean =>
  shown.length === wanted.length &&
  wanted.every(({ command, description }, place) => {
    const other = shown[place];
    return other?.command === command && other.description === description;
  });

interface CommandsParts {
  readonly api: Api;
  readonly settings: TelegramSettings;
  readonly context: Pick<AdapterContext, "surface" | "logger">;
  readonly line: Line;
  readonly pause: Pause;
}

/** Has Telegram list the commands, where it lists others. People can type them all the same: a failure is only logged. */
export const createPublishCommands =
  ({ api, settings, context, line, pause }: CommandsParts) =>
  async (signal: AbortSignal): Promise<void> => {
    const options = { signal, timeoutMs: settings.patienceMs };
    const backoff = createBackoff(settings.retryMs, pause);

    const publish = async ({ commands, ...place }: List): Promise<void> => {
      const shown = await api.call<readonly BotCommand[]>("getMyCommands", place, options);
      if (!isSame(shown, commands)) await api.call("setMyCommands", { ...place, commands }, options);
      backoff.reset();
    };
    const failed = (error: unknown): void => {
      if (isTokenRefused(error)) line.down(error);
      context.logger.debug({ error: detailOf(error) }, "a list of commands could not be published yet");
    };
    for (const list of commandLists(context.surface.commands)) {
      const attempt = async (): Promise<void> => {
        try {
          await publish(list);
        } catch (error) {
          if (isTokenRefused(error) || !isFinal(error)) throw error;
          context.logger.warn({ error: detailOf(error) }, "Telegram does not take a list of commands: it is left out");
        }
      };
      await persist(attempt, backoff, failed, signal);
    }
  };
