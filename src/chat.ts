import { clearLine, createInterface, cursorTo, type Interface } from "node:readline";
import { createApi, type World } from "./chat/api.js";
import { readArguments, type Wish } from "./chat/arguments.js";
import { followStream } from "./chat/event-stream.js";
import { createSession } from "./chat/session.js";
import { loadConfig } from "./config.js";
import { chatClientTexts } from "./i18n/chat-client.js";

const PROMPT = "> ";

const leaving = new AbortController();
const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;

// Whoever read the output has gone, as in `npm run chat | head`.
process.stdout.on("error", () => process.exit());

const write = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Prints above what is being typed. */
const printAbove =
  (terminal: Interface) =>
  (text: string): void => {
    if (isTerminal) {
      clearLine(process.stdout, 0);
      cursorTo(process.stdout, 0);
    }
    write(text);
    if (isTerminal) terminal.prompt(true);
  };

/** Talks about `world` until the input ends. */
const talk = async (
  { base, locale }: Extract<Wish, { kind: "talk" }>,
  world: World,
  terminal: Interface,
  lines: AsyncIterable<string>,
): Promise<void> => {
  const print = printAbove(terminal);
  const api = createApi(base, leaving.signal, () => print(session.texts().retrying));
  const session = createSession(api, world, print, locale);
  let isUp = true;
  const following = followStream(`${base}/api/simulator/stream`, leaving.signal, {
    onMessage: session.message,
    onConnection: (now) => {
      if (now !== isUp) print(now ? session.texts().back : session.texts().lost);
      isUp = now;
      // What came between reading the channel and the stream's beginning is in neither.
      if (now) void session.catchUp();
    },
  });
  for await (const line of lines) {
    if (!(await session.line(line))) break;
    // A pipe does not wait for answers, so that its next line may need one: it is made to wait.
    if (!isTerminal) await api.quiet().then(session.catchUp);
    if (isTerminal) terminal.prompt(true);
  }
  leaving.abort();
  await following;
};

/** Asks the program for its world, then talks; true when all went well. */
const start = async (wish: Extract<Wish, { kind: "talk" }>): Promise<boolean> => {
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: isTerminal,
    prompt: PROMPT,
  });
  // Listens from the start, so that no line of a pipe is lost while the program is being asked.
  const lines = terminal[Symbol.asyncIterator]();
  const texts = chatClientTexts[wish.locale ?? "id"];
  const world = await createApi(wish.base, leaving.signal, () => {}).world();
  if (world.kind === "failed") write(texts.failed[world.reason](wish.base));
  else if (world.kind === "refused") write(texts.notTanggap(wish.base));
  else if (world.body.governments.length === 0) write(texts.noWorld);
  else await talk(wish, world.body, terminal, lines);
  terminal.close();
  return world.kind === "done" && world.body.governments.length > 0;
};

const wish = readArguments(process.argv.slice(2), loadConfig);
if (wish.kind === "tell") write(wish.text);
process.exitCode = (wish.kind === "tell" ? !wish.isMistake : await start(wish)) ? 0 : 1;
