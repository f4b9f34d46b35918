import { describe, expect, it } from "vitest";
import { CallError } from "../../adapters/telegram/api.js";
import { asDeliveryError } from "../../adapters/telegram/failures.js";
import type { DeliveryFailure } from "../../src/ports/chat/failures.js";
import { refusal } from "../support/recorded-telegram-api.js";

const permanent = (reason: Extract<DeliveryFailure, { kind: "permanent" }>["reason"]) => ({
  kind: "permanent",
  reason,
});
const forbidden = (reason: Extract<DeliveryFailure, { kind: "forbidden" }>["reason"]) => ({
  kind: "forbidden",
  reason,
});

/** Descriptions as the servers of tdlib/telegram-bot-api and tdlib/td make them, and as met in the issues failures.ts names. */
const refusals: readonly (readonly [number, string, object])[] = [
  [401, "Unauthorized", forbidden("credentials")],
  [404, "Not Found", forbidden("credentials")],
  [404, "Not Found: method not found", permanent("unsupported")],
  [403, "Forbidden: bot was kicked from the supergroup chat", forbidden("not-a-member")],
  [403, "Forbidden: bot was kicked from the group chat", forbidden("not-a-member")],
  [403, "Forbidden: bot is not a member of the channel chat", forbidden("not-a-member")],
  [403, "Forbidden: bot was blocked by the user", forbidden("blocked-by-user")],
  [403, "Forbidden: user is deactivated", forbidden("blocked-by-user")],
  [403, "Forbidden: bot can't initiate conversation with a user", forbidden("blocked-by-user")],
  [403, "Forbidden: the group chat was deleted", permanent("gone")],
  [403, "Forbidden: something new", forbidden("missing-scope")],
  [400, "Bad Request: not enough rights to send text messages to the chat", forbidden("missing-scope")],
  [400, "Bad Request: have no rights to send a message", forbidden("missing-scope")],
  [400, "Bad Request: need administrator rights in the channel chat", forbidden("missing-scope")],
  [400, "Bad Request: CHAT_WRITE_FORBIDDEN", forbidden("missing-scope")],
  [400, "Bad Request: chat not found", permanent("gone")],
  [400, "Bad Request: group chat was upgraded to a supergroup chat", permanent("gone")],
  [400, "Bad Request: message to edit not found", permanent("gone")],
  [400, "Bad Request: message to react not found", permanent("gone")],
  [400, "Bad Request: MESSAGE_ID_INVALID", permanent("gone")],
  [400, "Bad Request: message can't be edited", permanent("gone")],
  [400, "Bad Request: message thread not found", permanent("gone")],
  [400, "Bad Request: TOPIC_CLOSED", permanent("gone")],
  [400, "Bad Request: message can't be deleted for everyone", permanent("unsupported")],
  [400, "Bad Request: REACTION_INVALID", permanent("unsupported")],
  [400, "Bad Request: message is too long", permanent("rejected-content")],
  [400, "Bad Request: message caption is too long", permanent("rejected-content")],
  [400, "Bad Request: BUTTON_DATA_INVALID", permanent("rejected-content")],
  [
    400,
    "Bad Request: entity beginning at UTF-16 offset 4 ends after the end of the text",
    permanent("rejected-content"),
  ],
  [400, "Bad Request: file is too big", permanent("rejected-content")],
  [400, "Bad Request: PHOTO_INVALID_DIMENSIONS", permanent("rejected-content")],
  [400, "Bad Request: message text is empty", permanent("rejected-content")],
  [400, "Bad Request: something new", permanent("rejected-content")],
  [413, "Request Entity Too Large", permanent("rejected-content")],
  [409, "Conflict: terminated by other getUpdates request", { kind: "retryable", outcome: "not-sent" }],
];

describe("a refusal", () => {
  it.each(refusals)("%i %s", (status, description, failure) => {
    expect(asDeliveryError(refusal(status, description)).failure).toEqual(failure);
  });

  it.each(refusals)("keeps nothing of its words: %i %s", (status, description) => {
    const { detail, message, cause } = asDeliveryError(refusal(status, description));
    expect(detail).toMatch(/^[a-z0-9-]+$/);
    expect(message).not.toContain(description);
    expect(cause).toBeUndefined();
  });

  it("for too many messages pauses the conversation for the seconds named, or one", () => {
    const tooMany = "Too Many Requests: retry after 31";
    const paused = (retryAfterMs: number) => ({ kind: "rate-limited", retryAfterMs, scope: "conversation" });
    expect(asDeliveryError(refusal(429, tooMany, { retryAfterS: 31 })).failure).toEqual(paused(31_000));
    expect(asDeliveryError(refusal(429, tooMany)).failure).toEqual(paused(1_000));
  });

  it("of a group that became a supergroup tells where it is", () => {
    const moved = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrateTo: "-1001" });
    expect(asDeliveryError(moved).failure).toEqual({
      kind: "relocated",
      to: { platform: "telegram", workspace: "-", channel: "-1001" },
    });
  });
});

describe("a call", () => {
  it("that reached nobody was not sent", () => {
    const error = asDeliveryError(new CallError({ kind: "unreached", code: "ECONNREFUSED" }));
    expect(error).toMatchObject({ failure: { kind: "retryable", outcome: "not-sent" }, detail: "ECONNREFUSED" });
  });

  it.each(["aborted", "ECONNRESET", "http-502"])("that broke off may have been done: %s", (code) => {
    const error = asDeliveryError(new CallError({ kind: "unknown", code }));
    expect(error).toMatchObject({ failure: { kind: "retryable", outcome: "unknown" }, detail: code });
  });

  it("that failed by a bug may have been done", () => {
    const bug = new TypeError("x is not a function");
    expect(asDeliveryError(bug)).toMatchObject({ failure: { kind: "retryable", outcome: "unknown" }, cause: bug });
    const known = asDeliveryError(bug);
    expect(asDeliveryError(known)).toBe(known);
  });
});
