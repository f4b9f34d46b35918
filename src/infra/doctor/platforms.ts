import { setTimeout as after } from "node:timers/promises";
import type { BoundChat, ChatAdapter } from "../../ports/chat/adapter.js";
import { broken, type Finding, warning, well } from "../../ports/finding.js";
import { describeError } from "../inbox/describe-error.js";
import { counted } from "./counted.js";

/** What a platform's check-up needs of its adapter, which is not started. */
export type CheckedPlatform = Pick<ChatAdapter, "platform" | "diagnose">;

/** An adapter promises 10 s. */
const PATIENCE_MS = 15_000;

const chatsOn = (chats: readonly BoundChat[], platform: string): readonly BoundChat[] =>
  chats.filter(({ conversation }) => conversation.platform === platform);

const named = (platform: string, finding: Finding): Finding => ({ ...finding, what: `${platform}: ${finding.what}` });

const askOne = async (
  adapter: CheckedPlatform,
  bound: readonly BoundChat[],
  patienceMs: number,
): Promise<readonly Finding[]> => {
  if (adapter.diagnose === undefined)
    return [well(`${counted(bound.length, "chat is", "chats are")} bound; there is no account to check`)];
  const enough = new AbortController();
  const late = after(patienceMs, undefined, { signal: enough.signal }).catch(() => undefined);
  try {
    const found = await Promise.race([adapter.diagnose(bound), late]);
    return found ?? [broken(`no answer within ${patienceMs / 1_000} s`, "See that this machine reaches the platform.")];
  } catch (error) {
    return [broken(`it could not be checked: ${describeError(error)}`, "Report this with the log.")];
  } finally {
    enough.abort();
  }
};

/** Each platform that is configured, by its own check-up, and the chats on platforms that are not. */
export const checkPlatforms = async (
  adapters: readonly CheckedPlatform[],
  chats: readonly BoundChat[],
  patienceMs = PATIENCE_MS,
): Promise<readonly Finding[]> => {
  if (adapters.length === 0)
    return [broken("no chat platform is configured", "Configure an account, or set SIMULATOR=on: docs/admin.md.")];
  const asked = adapters.map(async (adapter) =>
    (await askOne(adapter, chatsOn(chats, adapter.platform), patienceMs)).map((finding) =>
      named(adapter.platform, finding),
    ),
  );
  const configured = adapters.map(({ platform }) => platform);
  const others = new Set(
    chats.map(({ conversation }) => conversation.platform).filter((each) => !configured.includes(each)),
  );
  const silent = [...others].map((platform) =>
    warning(
      `${platform}: ${counted(chatsOn(chats, platform).length, "chat is", "chats are")} bound, but it is not configured: what is for them waits`,
      "Configure its account, or bind those agencies to another platform.",
    ),
  );
  return [...(await Promise.all(asked)).flat(), ...silent];
};
