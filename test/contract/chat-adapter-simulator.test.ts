import { createMemorySimulatorHost } from "../support/memory-simulator-host.js";
import { createSimulatorBench, type SimulatorBench } from "../support/simulator-bench.js";
import {
  type AdapterBench,
  contractSurface,
  describeChatAdapter,
  type PlatformDriver,
  type Sent,
} from "./chat-adapter.js";

const CHANNEL = "c-kominfo";
const EMOJI = { approve: "👍", reject: "👎" } as const;

interface Listed {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[];
}

const createDriver = ({ call }: SimulatorBench): PlatformDriver => {
  let lastBody: unknown;
  let sentCount = 0;

  const post = async (body: unknown): Promise<Sent> => ({
    acknowledged: (await call("POST", "/events", body)).status === 202,
  });
  const send = (event: Readonly<Record<string, unknown>>): Promise<Sent> => {
    sentCount += 1;
    lastBody = { as: "budi", channel: CHANNEL, eventId: `event-${sentCount}`, ...event };
    return post(lastBody);
  };
  const list = async (): Promise<readonly Listed[]> => {
    const response = await call("GET", `/channels/${CHANNEL}/messages`);
    return (await response.json()) as Listed[];
  };

  return {
    conversation: { platform: "simulator", workspace: "gov-kobar", channel: CHANNEL },
    command: (name) => send({ type: "command", text: `/${name}` }),
    say: (text) => send({ type: "message", text: `@tanggap ${text}` }),
    reply: (replyTo, text) => send({ type: "message", text, replyTo }),
    async edit(text) {
      const own = (await list()).findLast(({ from }) => from === "budi");
      return send({ type: "edited", message: own?.id, text });
    },
    react: (message, meaning) => send({ type: "reaction", message, emoji: EMOJI[meaning] }),
    unreact: (message, meaning) => send({ type: "reaction", message, emoji: EMOJI[meaning], removed: true }),
    async press(message, label) {
      const buttons = (await list()).find(({ id }) => id === message)?.buttons;
      return send({ type: "action", message, button: buttons?.find((button) => button.label === label)?.id });
    },
    submit: (values) => send({ type: "form", form: "answer", values }),
    redeliver: () => post(lastBody),
    read: async () =>
      (await list()).map(({ id, from, text, reactions }) => ({
        id,
        text,
        fromBot: from === "bot",
        botReactions: reactions.filter(({ by }) => by === "bot").map(({ emoji }) => emoji),
      })),
  };
};

describeChatAdapter("simulator", async (inbox): Promise<AdapterBench> => {
  const bench = createSimulatorBench(createMemorySimulatorHost(), inbox, contractSurface);
  return {
    adapter: bench.adapter,
    context: bench.context,
    driver: createDriver(bench),
    claims: ["command", "message", "edited", "action", "form", "reaction"],
    dispose: async () => {},
  };
});
