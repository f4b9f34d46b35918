import type { ChatClientTexts } from "../i18n/chat-client.js";
import type { Api, Channel, Message, Outcome, Person, World } from "./api.js";
import { createChooser } from "./chooser.js";
import { type Line, parseLine } from "./line.js";
import { createMessageList } from "./message-list.js";
import { surroundingsOf } from "./surroundings.js";

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
  const unread = new Map<string, number>();
  const texts = (): ChatClientTexts => around.texts;
  const chooser = createChooser(print, texts);
  const newList = () => createMessageList(around);
  let list = newList();

  const problem = (outcome: Exclude<Outcome<unknown>, { kind: "done" }>): string => {
    if (outcome.kind === "unreachable") return texts().notSent;
    return texts().refused[outcome.code] ?? texts().refusedOtherwise(outcome.code);
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
    for (const lines of newLines(outcome.body).slice(-most)) print(lines);
  };

  const enter = async (next: Channel): Promise<void> => {
    channel = next;
    unread.delete(next.id);
    list = newList();
    if (me !== undefined) print(texts().now(me.name, next.name));
    await readChannel(RECENT);
  };

  const chooseChannel = (number?: string): Promise<void> => {
    const { channels, channelLine } = around;
    const lines = channels.map((one) => channelLine(one, unread.get(one.id) ?? 0));
    const onPick = async (index: number): Promise<void> => {
      const chosen = channels[index];
      if (chosen !== undefined) await enter(chosen);
    };
    return chooser.offer(texts().chooseChannel, lines, onPick, number);
  };

  const choosePerson = (number?: string): Promise<void> => {
    const { people, personLine, homeOf } = around;
    const onPick = async (index: number): Promise<void> => {
      me = people[index];
      const next = channel ?? (me && homeOf(me));
      if (next !== undefined) await enter(next);
    };
    return chooser.offer(texts().choosePerson, people.map(personLine), onPick, number);
  };

  const chooseGovernment = (): Promise<void> => {
    const names = world.governments.map(({ name }) => name);
    return chooser.offer(texts().chooseGovernment, names, (index) => {
      around = surroundingsOf(world, world.governments[index], locale);
      return choosePerson();
    });
  };

  const send = async (event: Readonly<Record<string, unknown>>): Promise<void> => {
    const outcome = await api.event({ as: me?.id, channel: channel?.id, ...event });
    if (outcome.kind !== "done") print(problem(outcome));
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

  const moveClock = async (move: unknown): Promise<void> => {
    const outcome = await api.clock(move);
    print(outcome.kind === "done" ? texts().clockNow(around.timeOf(outcome.body.now)) : problem(outcome));
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
      const mustChoose = channel === undefined && line.kind !== "nothing" && line.kind !== "help";
      const isChoice = mustChoose || (chooser.isOpen() && /^\s*\d+\s*$/.test(raw));
      if (!isChoice && channel !== undefined) chooser.drop();
      await (isChoice ? chooser.take(raw.trim()) : act(line));
      return true;
    },
    message(message) {
      if (message.channel === channel?.id) for (const lines of newLines([message])) print(lines);
      else if (message.channel !== undefined && message.from === "bot" && isForMe(message))
        unread.set(message.channel, (unread.get(message.channel) ?? 0) + 1);
    },
    catchUp: () => readChannel(Number.POSITIVE_INFINITY),
    texts,
  };
};
