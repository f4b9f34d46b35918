import type { AdapterContext, AdapterHealth } from "../../src/ports/chat/adapter.js";
import { detailOf, isTokenRefused } from "./retry.js";

/** The line to Telegram as it is: what the last calls came to. */
export interface Line {
  health(): AdapterHealth;
  /** A call went well. */
  up(): void;
  /** One failed, which is told once for each new reason, a token that is refused too. `detail`: a better word for the reason. */
  down(error: unknown, detail?: string): void;
  /** Fires when Telegram does not take the token: nothing is asked any more, until the next start. */
  readonly refused: AbortSignal;
}

/** A line nobody has tried yet. */
export const createLine = ({ clock, logger }: Pick<AdapterContext, "clock" | "logger">): Line => {
  const refused = new AbortController();
  let health: AdapterHealth = { state: "starting", since: clock.now() };

  const turn = (state: AdapterHealth["state"], detail?: string): boolean => {
    if (refused.signal.aborted || (health.state === state && health.detail === detail)) return false;
    health = { state, since: clock.now(), ...(detail === undefined ? {} : { detail }) };
    return true;
  };
  const refuse = (detail: string): void => {
    if (turn("failed", "credentials"))
      logger.error({ detail }, "Telegram does not take TELEGRAM_BOT_TOKEN: correct it and start again");
    refused.abort();
  };
  return {
    health: () => health,
    refused: refused.signal,
    up() {
      if (turn("online")) logger.info({}, "Telegram answers");
    },
    down(error, detail = detailOf(error)) {
      if (isTokenRefused(error)) refuse(detail);
      else if (turn("reconnecting", detail))
        logger.warn({ detail }, "Telegram does not answer as it should: trying again");
    },
  };
};
