import type { ChatClientTexts } from "../i18n/chat-client.js";
import type { Api, Channel, Message, Outcome, Person, World } from "./api.js";
import { createChooser } from "./chooser.js";
import { type Line, parseLine } from "./line.js";
import { createMessageList } from "./message-list.js";
import { offeredGovernments, surroundingsOf } from "./surroundings.js";
import { createUnread } from "./unread.js";

/** Somebody at a terminal: who they are, where, and what they were shown. */
export interface Session {
  /** Handles one typed line; false once they want to leave. Never throws. */
  line(raw: string): Promise<boolean>;
  /** Takes a message of the stream. */
  message(message: Message): void;
  /** Prints whatever the current channel has that was not shown yet. */
  catchUp(): Promise<void>;
  texts(): ChatClientTexts;
}

/** What may be typed while it is not yet known who is typing where. */
const ANYWHERE: readonly Line["kind"][] = ["nothing", "help", "bad", "explain", "government"];

/** How many messages are printed on entering a channel. */
const RECENT = 10;

/** Starts with the choice of a government. `locale` overrides the government's language. */
export const createSession = (
  api: Api,
  world: World,
  print: (text: string) => void,
  locale: "id" | "en" | undefined,
): Session => {
  let around = surroundingsOf(world, undefined, locale);
  let me: Person | undefined;
  let channel: Channel | undefined;
  const unread = createUnread(api);
  const texts = (): ChatClientTexts => around.texts;
  const chooser = createChooser(print, texts);
  const newList = () => createMessageList(around);
  let list = newList();

  const problem = (outcome: Exclude<Outcome<unknown>, { kind: "done" }>): string => {
    if (outcome.kind === "refused") return texts().refused[outcome.code] ?? texts().refusedOtherwise(outcome.code);
    return texts().failed[outcome.reason](api.base);
  };

  const isForMe = ({ visibleTo }: Message): boolean => visibleTo === null || visibleTo === me?.id;

  const newLines = (messages: readonly Message[]): readonly string[] =>
    messages
      .filter(isForMe)
      .map((message) => list.show(message))
      .filter((lines) => lines !== undefined);

  const readChannel = async (most: number): Promise<void> => {
    if (channel === undefined) return;
    const outcome = await api.messages(channel.id);
    if (outcome.kind !== "done") return print(problem(outcome));
    for (const message of outcome.body) unread.note(channel.id, message);
    unread.read(channel.id);
    for (const lines of newLines(outcome.body).slice(-most)) print(lines);
  };

  const enter = async (next: Channel): Promise<void> => {
    channel = next;
    list = newList();
    if (me !== undefined) print(texts().now(around.personLine(me), next.name));
    await readChannel(RECENT);
  };

  const chooseChannel = (number?: string): Promise<void> => {
    const { channels, channelLine } = around;
    const items = channels.map((one) => channelLine(one, unread.count(one.id, me?.id)));
    const onPick = async (index: number): Promise<void> => {
      const chosen = channels[index];
      if (chosen !== undefined) await enter(chosen);
    };
    return chooser.offer(texts().chooseChannel, [{ items }], onPick, number);
  };

  const tellTime = async (): Promise<void> => {
    const outcome = await api.world();
    if (outcome.kind === "done") print(texts().clockNow(around.timeOf(outcome.body.now)));
  };

  const choosePerson = (number?: string): Promise<void> => {
    const { people, personLine, homeOf } = around;
    const groups = people.map((group) => ({ heading: group.heading, items: group.people.map(personLine) }));
    const onPick = async (index: number): Promise<void> => {
      me = people.flatMap((group) => group.people)[index];
      const next = me && homeOf(me);
      await tellTime();
      if (next !== undefined) await enter(next);
    };
    return chooser.offer(texts().choosePerson, groups, onPick, number);
  };

  const chooseGovernment = (number?: string): Promise<void> => {
    const governments = offeredGovernments(world);
    const onPick = async (index: number): Promise<void> => {
      const fresh = await api.world();
      // Chats and people may have been added since.
      around = surroundingsOf(fresh.kind === "done" ? fresh.body : world, governments[index], locale);
      me = undefined;
      channel = undefined;
      await unread.begin(around.channels);
      if (around.channels.length === 0 || around.people.length === 0) print(texts().nothingHere(api.base));
      else await choosePerson();
    };
    return chooser.offer(texts().chooseGovernment, [{ items: governments.map(({ name }) => name) }], onPick, number);
  };

  const send = async (event: Readonly<Record<string, unknown>>): Promise<void> => {
    const outcome = await api.event({ as: me?.id, channel: channel?.id, ...event });
    if (outcome.kind === "failed") print(`${texts().notSent} ${problem(outcome)}`);
    else if (outcome.kind === "refused") print(problem(outcome));
  };

  const say = (text: string, replyTo?: string): Promise<void> =>
    send({ type: /^\/[a-z]/i.test(text) ? "command" : "message", text, ...(replyTo === undefined ? {} : { replyTo }) });

  const press = async ({ id, buttons }: Message, number: string): Promise<void> => {
    const button = buttons[Number(number) - 1];
    if (button === undefined) print(texts().unknownButton(number));
    else await send({ type: "action", message: id, button: button.id });
  };

  const withMessage = async (number: string, act: (message: Message) => Promise<void>): Promise<void> => {
    const message = list.byNumber(number);
    if (message === undefined) print(texts().unknownNumber(number));
    else await act(message);
  };

  const tellNews = (): void => {
    around.channels.forEach(({ id, name }, index) => {
      const count = unread.count(id, me?.id);
      if (count > 0) print(texts().newIn(count, name, index + 1));
    });
  };

  const moveClock = async (move: unknown): Promise<void> => {
    const outcome = await api.clock(move);
    if (outcome.kind !== "done") return print(problem(outcome));
    print(texts().clockNow(around.timeOf(outcome.body.now)));
    await api.quiet();
    await unread.look();
    await readChannel(Number.POSITIVE_INFINITY);
    tellNews();
  };

  const act = async (line: Line): Promise<void> => {
    switch (line.kind) {
      case "nothing":
      case "quit":
        return;
      case "help":
        return print(texts().help);
      case "bad":
        return print(texts().badLine);
      case "explain":
        return print(texts().explain[line.verb]);
      case "say":
        return say(line.text);
      case "reply":
        return withMessage(line.message, ({ id }) => say(line.text, id));
      case "edit":
        return withMessage(line.message, ({ id }) => send({ type: "edited", message: id, text: line.text }));
      case "react": {
        const { emoji, removed } = line;
        return withMessage(line.message, ({ id }) => send({ type: "reaction", message: id, emoji, removed }));
      }
      case "press":
        return withMessage(line.message, (message) => press(message, line.button));
      case "channel":
        return chooseChannel(line.number);
      case "person":
        return choosePerson(line.number);
      case "government":
        return chooseGovernment(line.number);
      case "clock":
        return moveClock(line.move);
      default:
        return line satisfies never;
    }
  };

  chooseGovernment();
  return {
    async line(raw) {
      const line = parseLine(raw);
      if (line.kind === "quit") return false;
      const mustChoose = channel === undefined && !ANYWHERE.includes(line.kind);
      const isChoice = chooser.isOpen() && (mustChoose || /^\s*\d+\s*$/.test(raw));
      if (!isChoice && channel !== undefined) chooser.drop();
      await (isChoice ? chooser.take(raw.trim()) : act(line));
      return true;
    },
    message(message) {
      if (message.channel === undefined) return;
      unread.note(message.channel, message);
      if (message.channel !== channel?.id) return;
      unread.read(message.channel);
      for (const lines of newLines([message])) print(lines);
    },
    catchUp: () => readChannel(Number.POSITIVE_INFINITY),
    texts,
  };
};
