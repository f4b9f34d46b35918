import { clearLine, createInterface, cursorTo } from "node:readline";
import { parseArgs } from "node:util";
import { createApi } from "./chat/api.js";
import { followStream } from "./chat/event-stream.js";
import { createSession } from "./chat/session.js";
import { chatClientTexts } from "./i18n/chat-client.js";

const DEFAULT_URL = "http://127.0.0.1:3000";
const PROMPT = "> ";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: "string", short: "l" } },
});
const locale = values.lang === "en" || values.lang === "id" ? values.lang : undefined;
const base = (positionals[0] ?? DEFAULT_URL).replace(/\/+$/, "");

const leaving = new AbortController();
const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
const terminal = createInterface({
  input: process.stdin,
  output: process.stdout,
  terminal: isTerminal,
  prompt: PROMPT,
});
// Listens from the start, so that no line of a pipe is lost while the program is being asked.
const lines = terminal[Symbol.asyncIterator]();

/** Prints above what is being typed. */
const print = (text: string): void => {
  if (isTerminal) {
    clearLine(process.stdout, 0);
    cursorTo(process.stdout, 0);
  }
  process.stdout.write(`${text}\n`);
  if (isTerminal) terminal.prompt(true);
};

/** Talks until the input ends; true when all went well. */
const chat = async (): Promise<boolean> => {
  let texts = chatClientTexts[locale ?? "id"];
  const api = createApi(base, leaving.signal, () => print(texts.retrying));
  const world = await api.world();
  if (world.kind !== "done" || world.body.governments.length === 0) {
    print(world.kind === "done" ? texts.noWorld : texts.cannotReach(base));
    return false;
  }

  const session = createSession(api, world.body, print, locale);
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
    texts = session.texts();
    // A pipe does not wait for answers, so that its next line may need one: it is made to wait.
    if (!isTerminal) await api.quiet().then(session.catchUp);
    if (isTerminal) terminal.prompt(true);
  }
  leaving.abort();
  await following;
  return true;
};

process.exitCode = (await chat()) ? 0 : 1;
terminal.close();
