import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";

/** A work chat and the officer who writes in it. */
export interface Conversation {
  readonly ref: ConversationRef;
  readonly officer: string;
}

const GOVERNMENTS = ["kobar", "klaten", "jabar"];
const AGENCIES = ["dukcapil", "pupr", "dishub", "dinkes", "disdik", "dlh", "satpolpp", "diskominfo"];

/** Work chats of the example governments, at most 24, taken from the three in turn. */
export const conversations = (count: number): readonly Conversation[] =>
  AGENCIES.flatMap((agency) => GOVERNMENTS.map((government) => ({ government, agency })))
    .slice(0, count)
    .map(({ government, agency }) => ({
      ref: { platform: "simulator", workspace: government, channel: `${government}-${agency}-work` },
      officer: `${government}-${agency}-officer`,
    }));

let events = 0;

/** An officer logs a question: /inquiry, with a text of its own. */
export const inquiryIn = ({ ref, officer }: Conversation): ChatEvent => {
  events += 1;
  const text = `Lampu jalan nomor ${events} di depan pasar padam sejak kemarin, kapan diperbaiki?`;
  return {
    type: "command",
    eventId: `bench:${process.pid}:${events}`,
    occurredAt: new Date().toISOString(),
    conversation: ref,
    actor: {
      user: { platform: ref.platform, workspace: ref.workspace, id: officer },
      displayName: officer,
      isBot: false,
    },
    command: "inquiry",
    input: { kind: "text", text: `${text} from=@warga` },
  };
};
