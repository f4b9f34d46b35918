import { DeliveryError } from "../../src/ports/chat/failures.js";
import type { Delivery, DeliveryReceipt, Destination, OutboundMessage } from "../../src/ports/chat/outbound.js";
import type { MessageRef } from "../../src/ports/chat/refs.js";
import type { SimulatorMessage, SimulatorMessages } from "../../src/ports/simulator-host.js";
import { simulatorCapabilities } from "./capabilities.js";
import { gone, notSent, overLimit, unknownOutcome } from "./failures.js";
import { BOT, refOf } from "./inbound.js";
import { buttonsOf, emojiOf, type RenderedMessage, render } from "./render.js";

const { text: textLimit, buttons: buttonLimit } = simulatorCapabilities;

const checked = (message: OutboundMessage): RenderedMessage => {
  const rendered = render(message);
  if (rendered.text.length > textLimit.maxChars) throw overLimit("text");
  if (rendered.buttons.length > buttonLimit.perRow * buttonLimit.rows) throw overLimit("buttons");
  const tokens = buttonsOf(message).flatMap((button) => (button.kind === "link" ? [] : [button.token]));
  if (tokens.some((token) => Buffer.byteLength(token) > buttonLimit.tokenBytes)) throw overLimit("token");
  return rendered;
};

const receipt = (message: SimulatorMessage): DeliveryReceipt => ({
  message: refOf({ id: message.channel, government: message.governmentId }, message.id),
});

/** Lets go of an operation when the signal fires: it may still happen. */
const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(unknownOutcome("aborted"));
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });

/**
 * The adapter's `deliver` on the simulator's own messages: one statement each. A post is recognised by its key and done
 * once; removing what is not there, and a reaction that is already so, count as success.
 */
export const createDeliver = (messages: SimulatorMessages) => {
  const post = async (to: Destination, delivery: Delivery, message: OutboundMessage, expects: string | null) => {
    const posted = await messages.post({
      ...checked(message),
      channel: to.conversation.channel,
      from: BOT,
      replyTo: to.replyTo ?? null,
      visibleTo: to.kind === "whisper" ? to.user.id : null,
      expectsReplyFrom: expects,
      idempotencyKey: `delivery:${delivery.idempotencyKey}`,
    });
    if (posted === undefined) throw gone("channel");
    return receipt(posted);
  };

  const edit = async (target: MessageRef, message: OutboundMessage): Promise<DeliveryReceipt> => {
    const edited = await messages.edit(target.channel, target.id, checked(message));
    if (edited === undefined) throw gone("message");
    return receipt(edited);
  };

  const perform = async (delivery: Delivery): Promise<DeliveryReceipt> => {
    const { op } = delivery;
    switch (op.kind) {
      case "post":
        return post(op.to, delivery, op.message, op.expectsReplyFrom?.id ?? null);
      case "edit":
        return edit(op.target, op.message);
      case "remove":
        await messages.remove(op.target.channel, op.target.id);
        return {};
      case "react":
      case "unreact": {
        const present = op.kind === "react";
        const found = await messages.react(op.target.channel, op.target.id, emojiOf[op.reaction], BOT, present);
        if (!found && present) throw gone("message");
        return {};
      }
      default:
        return op satisfies never;
    }
  };

  return async (delivery: Delivery, signal: AbortSignal): Promise<DeliveryReceipt> => {
    if (signal.aborted) throw notSent();
    try {
      return await orAborted(perform(delivery), signal);
    } catch (error) {
      throw error instanceof DeliveryError ? error : unknownOutcome("store", error);
    }
  };
};
