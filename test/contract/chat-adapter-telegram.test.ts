import type { Inbox } from "../../src/ports/chat/adapter.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { keptText } from "../support/telegram/entities.js";
import type { Fault } from "../support/telegram/faults.js";
import type { Act } from "../support/telegram/people.js";
import type { Shown } from "../support/telegram/shown.js";
import type { Place } from "../support/telegram/world.js";
import { createTelegramBench, type TelegramBench, type Way } from "../support/telegram-bench.js";
import { describeChatAdapter } from "./chat-adapter.js";
import {
  type AdapterBench,
  type CallFault,
  contractSurface,
  keeperOf,
  type PlatformDriver,
  RETRY_AFTER_S,
  type Seen,
  type Sent,
} from "./chat-adapter-bench.js";

const EMOJI = { approve: "👍", reject: "👎" } as const;

const refOf = ({ id }: Place, thread?: number): ConversationRef => ({
  ...{ platform: "telegram", workspace: "-", channel: String(id) },
  ...(thread === undefined ? {} : { thread: String(thread) }),
});

const seenOf = (shown: Shown): Seen => ({
  ...{ id: String(shown.id), text: shown.text, fromBot: shown.isOfBot, botReactions: shown.botReactions },
  replyTo: shown.replyTo === undefined ? undefined : String(shown.replyTo),
  files: shown.file === undefined ? [] : [shown.file],
  mentions: shown.mentioned.map(String),
  ...(shown.thread === undefined ? {} : { thread: String(shown.thread) }),
});

/** Faults of one call that writes. */
const faults: Readonly<Record<Exclude<CallFault, "unreachable">, Fault>> = {
  "rate-limited": { kind: "429", retryAfterS: RETRY_AFTER_S },
  "server-error": { kind: "502" },
  dropped: { kind: "drop" },
  silent: { kind: "silent" },
  credentials: { kind: "401" },
};

const createDriver = (
  way: Way,
  { server, listening, stopped }: TelegramBench,
  place: Place,
  topic?: number,
): PlatformDriver => {
  const budi = [...server.world.people.values()][0] ?? server.addPerson({ first_name: "Budi" });
  const hand = server.hand(budi, place);
  let last: Act = { message: 0 };
  let said = 0;
  const pressed: Act[] = [];

  /** What Telegram knows of an act: whether its update was taken. Who asks for updates no more takes none. */
  const outcome = async (act: Act): Promise<Sent> => {
    last = act;
    const taken = server.taken(act);
    return { acknowledged: await (way === "poll" ? Promise.race([taken, stopped]) : taken) };
  };
  const send = async (act: () => Act): Promise<Sent> => {
    const isListening = await listening();
    const done = act();
    return isListening ? outcome(done) : { acknowledged: false };
  };
  const say = (text: string, manner = {}): Promise<Sent> =>
    send(() => {
      const act = hand.say(text, manner);
      said = act.message;
      return act;
    });
  const address = `@${server.bot.username}`;
  const shownAlone = (): readonly string[] => {
    const own = server.world.places.get(budi.id);
    return own === undefined ? [] : server.read(own).flatMap(({ isOfBot, text }) => (isOfBot ? [text] : []));
  };

  return {
    conversation: refOf(place),
    command: (name) => say(`/${name}`),
    say: (text) => say(`${address} ${text}`),
    reply: (to, text) => say(text, { replyTo: Number(to) }),
    edit: (text) => send(() => hand.edit(said, `${address} ${text}`)),
    react: (message, meaning) => send(() => hand.react(Number(message), [EMOJI[meaning]])),
    unreact: (message) => send(() => hand.react(Number(message), [])),
    press: (message, label) =>
      send(() => {
        const act = hand.press(Number(message), label);
        pressed.push(act);
        return act;
      }),
    submit: () => Promise.reject(new Error("Telegram has no forms")),
    async redeliver() {
      const update = server.updates.all().find(({ update_id: id }) => id === last.update);
      const waits = server.updates.waiting().some(({ update_id: id }) => id === last.update);
      if (update !== undefined && !waits) server.updates.again(update);
      return outcome(last);
    },
    read: async () => server.read(place).map(seenOf),
    person: { user: { platform: "telegram", workspace: "-", id: String(budi.id) }, sign: `@${budi.username}` },
    ...(topic === undefined
      ? {}
      : { thread: refOf(place, topic), commandInThread: (name: string) => say(`/${name}`, { thread: topic }) }),
    sendFile: ({ name, bytes }, words) =>
      send(() => hand.send({ kind: "document", name, mediaType: "image/png", bytes, caption: `${address} ${words}` })),
    sayToOthers: (text) => say(text),
    reactHidden: (message, meaning) => send(() => hand.react(Number(message), [EMOJI[meaning]], { anonymous: true })),
    toldAlone: async () => [
      ...pressed.flatMap(({ query }) => (query?.answer?.text ? [query.answer.text] : [])),
      ...shownAlone(),
    ],
    async relocate() {
      await listening();
      const to = refOf(server.migrate(budi, place));
      const lastUpdate = server.updates.last()?.update_id;
      return { to, ...(await outcome({ message: 0, ...(lastUpdate === undefined ? {} : { update: lastUpdate }) })) };
    },
    removeBot: () => send(() => server.setBot(budi, place, "kicked")),
    async addBot(as) {
      const added = server.addGroup("Grup baru", [budi], { kind: "supergroup", bot: "left" });
      await send(() => server.setBot(budi, added, as));
      await server.called(({ method, params }) => method === "sendMessage" && params.chat_id === added.id);
      return server.read(added).map(({ text }) => text);
    },
    async fail(fault) {
      await listening();
      if (fault === "unreachable") await server.network("gone");
      else server.faults.add({ method: "sendMessage", fault: faults[fault] });
      return { reached: server.called(({ method }) => method === "sendMessage", server.calls.length) };
    },
  };
};

const createBench =
  (way: Way, isForum: boolean) =>
  async (inbox: Inbox): Promise<AdapterBench> => {
    const bench = await createTelegramBench(inbox, contractSurface, { way });
    const { server } = bench;
    const budi = server.addPerson({ first_name: "Budi", username: "budi_pupr" });
    const kind = isForum ? "supergroup" : "group";
    const place = server.addGroup("PUPR", [budi], { kind, isForum, bot: "administrator" });
    const topic = isForum ? server.openTopic(budi, place, "Jalan") : undefined;
    server.updates.forget();
    return {
      ...{ adapter: bench.adapter, context: bench.context, driver: createDriver(way, bench, place, topic) },
      claims: ["command", "message", "edited", "action", "reaction", "removed", "relocated"],
      shownAs: keptText,
      keepFile: keeperOf(bench.files),
      dispose: bench.dispose,
    };
  };

describeChatAdapter("telegram, asking for updates", createBench("poll", false));
describeChatAdapter("telegram, called by webhook, in a forum", createBench("webhook", true));
