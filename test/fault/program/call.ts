import { connect } from "node:net";
import { DeliveryError, type DeliveryFailure } from "../../../src/ports/chat/failures.js";
import type { Delivery } from "../../../src/ports/chat/outbound.js";
import { chatOf } from "../platform/chats.js";
import { onLines, writeLine } from "../platform/lines.js";
import type { Answer, Call } from "../platform/protocol.js";

const PLATFORM = "simulator";
const UNKNOWN: DeliveryFailure = { kind: "retryable", outcome: "unknown" };
const NOT_SENT: DeliveryFailure = { kind: "retryable", outcome: "not-sent" };

const failed = (failure: DeliveryFailure, detail: string) => new DeliveryError(failure, PLATFORM, detail);

/** What the platform's refusal means to the relay. */
function failureOf({ op }: Delivery, error: Extract<Answer, { error: unknown }>["error"]): DeliveryError {
  const detail = String(error.status);
  if (error.movedTo !== undefined) {
    const { workspace } = op.kind === "post" ? op.to.conversation : op.target;
    return failed({ kind: "relocated", to: { platform: PLATFORM, workspace, channel: error.movedTo } }, "moved");
  }
  switch (error.status) {
    case 429: {
      const { retryAfterMs = 1_000, scope = "conversation" } = error;
      return failed({ kind: "rate-limited", retryAfterMs, scope }, detail);
    }
    case 401:
      return failed({ kind: "forbidden", reason: "credentials" }, detail);
    case 403:
      return failed({ kind: "forbidden", reason: "not-a-member" }, detail);
    case 404:
      return failed({ kind: "permanent", reason: "gone" }, detail);
    case 400:
      return failed({ kind: "permanent", reason: "rejected-content" }, detail);
    case 500:
      return failed(UNKNOWN, detail);
    default:
      return error.status satisfies never;
  }
}

/** Whom to call, and as whom. */
export interface Caller {
  readonly port: number;
  readonly name: string;
}

/** One call: a connection of its own, one line each way. Before it is connected nothing was sent, afterwards who knows. */
export function call(
  { port, name }: Caller,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<{ readonly id: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let written = false;
    const fail = (detail: string): void => {
      reject(failed(written ? UNKNOWN : NOT_SENT, detail));
      socket.destroy();
    };
    const abort = (): void => fail(`aborted in ${chatOf(delivery.op)}`);
    signal.addEventListener("abort", abort, { once: true });
    socket.on("close", () => {
      signal.removeEventListener("abort", abort);
      fail("connection closed");
    });
    socket.on("error", () => fail("connection failed"));
    socket.on("connect", () => {
      written = true;
      const { op, idempotencyKey, attempt } = delivery;
      writeLine(socket, { call: { op, key: idempotencyKey, attempt, from: name } } satisfies Call);
    });
    onLines<Answer>(socket, (answer) => {
      if ("ok" in answer) resolve(answer.ok);
      else reject(failureOf(delivery, answer.error));
      socket.destroy();
    });
  });
}
