import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { createRecordingInbox, type RecordingInbox } from "./recording-inbox.js";
import type { User } from "./telegram/objects.js";
import type { Hand } from "./telegram/people.js";
import type { Place } from "./telegram/world.js";
import { createTelegramBench, type TelegramBench, type TelegramBenchOptions } from "./telegram-bench.js";

/** An adapter against the stand-in, and Budi in the group of PUPR, where the bot is an administrator. */
export interface TelegramScene extends TelegramBench {
  readonly inbox: RecordingInbox;
  readonly budi: User;
  readonly group: Place;
  readonly hand: Hand;
  /** Starts the adapter and waits until it listens. */
  start(): Promise<void>;
  /** Says so many things to the bot in the group; what it is to hear. */
  sayMany(count: number): readonly string[];
  /** What the inbox has, in short. */
  heard(): readonly string[];
}

const wordsOf = (event: ChatEvent): string => {
  if (event.type === "message") return event.text;
  if (event.type !== "command") return event.type;
  return event.input.kind === "text" ? `${event.command} ${event.input.text}`.trim() : event.command;
};

/** Sets one up; nothing is started yet. */
export const createTelegramScene = async (options: TelegramBenchOptions = {}): Promise<TelegramScene> => {
  const inbox = createRecordingInbox();
  const bench = await createTelegramBench(inbox, contractSurface, options);
  const budi = bench.server.addPerson({ first_name: "Budi", username: "budi_pupr" });
  const group = bench.server.addGroup("PUPR", [budi], { bot: "administrator" });
  const hand = bench.server.hand(budi, group);
  return {
    ...bench,
    ...{ inbox, budi, group, hand },
    async start() {
      await bench.adapter.start(bench.context);
      await bench.listening();
    },
    sayMany(count) {
      const said = Array.from({ length: count }, (_each, number) => `catat ${number}`);
      for (const each of said) hand.say(`/${each}`);
      return said;
    },
    heard: () => inbox.events.map(wordsOf),
    async dispose() {
      await bench.adapter.stop(new AbortController().signal);
      await bench.dispose();
    },
  };
};
