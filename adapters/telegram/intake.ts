import { createInFlight } from "../../src/chatkit/in-flight.js";
import type { AdapterContext, AdapterHealth } from "../../src/ports/chat/adapter.js";
import type { Api } from "./api.js";
import { createPublishCommands } from "./commands.js";
import type { TelegramAccount, TelegramSettings } from "./config.js";
import { createLine, type Line } from "./line.js";
import { createPoll } from "./poll.js";
import type { Queries } from "./queries.js";
import type { Me } from "./refs.js";
import { createBackoff, pause as defaultPause, type Pause, persist } from "./retry.js";
import type { SaidLately } from "./said-lately.js";
import { createTake, type Take } from "./take.js";
import { createSetWebhook, createWebhook, WEBHOOK_PATH } from "./webhook.js";

interface Parts {
  readonly account: TelegramAccount;
  readonly settings: TelegramSettings;
  readonly api: Api;
  readonly queries: Queries;
  readonly said: SaidLately;
  /** For tests. */
  readonly pause?: Pause;
}

/** Everything that comes in. */
export interface Intake {
  start(context: AdapterContext): void;
  stop(deadline: AbortSignal): Promise<void>;
  health(): AdapterHealth;
  /** The program's files, once started. */
  files(): AdapterContext["files"] | undefined;
}

const fired = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });

/**
 * Asks who the bot is, in every process; then the owner of the account asks for updates, or has Telegram call, and publishes
 * the commands. Any process answers the calls.
 */
export const createIntake = ({ account, settings, api, queries, said, pause = defaultPause }: Parts): Intake => {
  const stopping = new AbortController();
  const closed = new AbortController();
  const inFlight = createInFlight();
  let context: AdapterContext | undefined;
  let line: Line | undefined;

  const askWho = async (given: AdapterContext, to: Line, signal: AbortSignal): Promise<Take | undefined> => {
    const attempt = async (): Promise<Me> => {
      const { id, username } = await api.call<Me>("getMe", {}, { signal, timeoutMs: settings.patienceMs });
      return { id, username };
    };
    const backoff = createBackoff(settings.retryMs, pause);
    const me = await persist(attempt, backoff, (error) => to.down(error), signal);
    if (me === undefined) return undefined;
    to.up();
    return createTake({ api, queries, said, settings, context: given, me, closed: closed.signal });
  };

  const listen = (given: AdapterContext, to: Line): void => {
    const ends = AbortSignal.any([stopping.signal, to.refused]);
    let taking: Take | undefined;
    const known = askWho(given, to, ends).then((take) => {
      taking = take;
      return take;
    });
    const owned = (job: (take: Take, signal: AbortSignal) => Promise<void>): void =>
      given.whileOwner((owner) => {
        const signal = AbortSignal.any([owner, ends]);
        const run = async (): Promise<void> => {
          const take = await Promise.race([known, fired(signal)]);
          if (take !== undefined && !signal.aborted) await job(take, signal);
        };
        return inFlight.track(run());
      });
    const parts = { api, settings, logger: given.logger, line: to, pause };
    if (account.webhook === undefined) {
      owned((take, signal) => createPoll({ ...parts, take, closed: closed.signal })(signal));
    } else {
      const handle = createWebhook(account.webhook, () => (ends.aborted ? undefined : taking));
      given.http.mount(WEBHOOK_PATH, (request) => inFlight.track(handle(request)));
      const setWebhook = createSetWebhook(parts, account.webhook);
      owned((_take, signal) => setWebhook(signal));
    }
    const publish = createPublishCommands({ ...parts, context: given });
    owned((_take, signal) => publish(signal));
  };

  return {
    start(given) {
      context = given;
      line = createLine(given);
      listen(given, line);
    },
    async stop(deadline) {
      stopping.abort();
      await inFlight.settled(deadline);
      closed.abort();
    },
    health: () => line?.health() ?? { state: "starting", since: new Date() },
    files: () => context?.files,
  };
};
