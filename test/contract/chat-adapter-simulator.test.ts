import { createMemorySimulatorHost } from "../support/memory-simulator-host.js";
import { createSimulatorBench, type SimulatorBench } from "../support/simulator-bench.js";
import { describeChatAdapter } from "./chat-adapter.js";
import {
  type AdapterBench,
  contractSurface,
  keeperOf,
  type PlatformDriver,
  type Sent,
  type ShownFile,
} from "./chat-adapter-bench.js";

const CHANNEL = "c-kominfo";
const EMOJI = { approve: "👍", reject: "👎" } as const;

interface Listed {
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[];
  readonly blocks: unknown;
  readonly replyTo: string | null;
  readonly visibleTo: string | null;
}

type Blocks = readonly { readonly kind: string; readonly storeKey?: string; readonly name?: string }[];

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

  const filesOf = (blocks: Blocks | null): Promise<readonly ShownFile[]> =>
    Promise.all(
      (blocks ?? []).flatMap(({ kind, storeKey, name }) =>
        kind !== "file"
          ? []
          : call("GET", `/files/${storeKey}`).then(async (response) => ({
              ...{ name, bytes: new Uint8Array(await response.arrayBuffer()) },
            })),
      ),
    );

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
    async read() {
      const open = (await list()).filter(({ visibleTo }) => visibleTo === null);
      return Promise.all(
        open.map(async ({ id, from, text, reactions, replyTo, blocks }) => ({
          ...{ id, text, fromBot: from === "bot", replyTo: replyTo ?? undefined },
          botReactions: reactions.filter(({ by }) => by === "bot").map(({ emoji }) => emoji),
          files: await filesOf(blocks as Blocks | null),
        })),
      );
    },
    person: { user: { platform: "simulator", workspace: "gov-kobar", id: "budi" } },
    async sendFile({ name, bytes }, words) {
      const uploaded = await call("POST", "/files", undefined, { body: new Uint8Array(bytes) });
      const { handle } = (await uploaded.json()) as { readonly handle: string };
      return send({ type: "message", text: `@tanggap ${words}`, files: [{ handle, name }] });
    },
    toldAlone: async () => (await list()).filter(({ visibleTo }) => visibleTo === "budi").map(({ text }) => text),
  };
};

describeChatAdapter("simulator", async (inbox): Promise<AdapterBench> => {
  const host = createMemorySimulatorHost();
  const bench = createSimulatorBench(host, inbox, contractSurface);
  return {
    adapter: bench.adapter,
    context: bench.context,
    driver: createDriver(bench),
    claims: ["command", "message", "edited", "action", "form", "reaction"],
    keepFile: keeperOf(host.files),
    dispose: async () => {},
  };
});
