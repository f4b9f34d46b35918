import { cleanText } from "../../../src/chatkit/plain-text.js";
import { storableText } from "../../../src/infra/inbox/storable.js";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import { chatOf, type Speaker } from "../driver/events.js";
import { fired, type Read, readMessages } from "../driver/shown.js";
import type { Stand } from "../driver/stand.js";
import type { Tally } from "./fault-case.js";
import { type Hostile, type Known, opening, type Way, ways } from "./hostile-steps.js";

const wayOf = ({ number }: Hostile): Way => ways[number % ways.length] as Way;

/** What documented cleaning leaves of the words: see `storableText` and `cleanText`. */
const cleaned = (words: string): string => cleanText(storableText(words)).trim();
/** A field of one line: every white space is one space. */
const onOneLine = (words: string): string => cleanText(storableText(words).replace(/\s+/g, " ")).trim();

interface Stored {
  readonly code: string;
  readonly text: string;
  readonly account: string | null;
  readonly asker: string | null;
  readonly theme: string | null;
  readonly card: string | null;
}

const STORED = `select i.code, i.text, i.account, i.asker, i.theme, (select c.message_id from card c
    where c.government_id = i.government_id and c.key = 'case:' || i.id) as card
  from inquiry i where i.text like $1 || '%' order by i.number limit 1`;

const sayAll = async (stand: Stand, events: readonly ChatEvent[]): Promise<void> => {
  await Promise.all(events.map((event) => stand.platform.say(event)));
  await stand.quiet();
};

const knownOf = async (stand: Stand, batch: readonly Hostile[], tally: Tally): Promise<ReadonlyMap<Hostile, Known>> => {
  const known = new Map<Hostile, Known>();
  for (const hostile of batch) {
    const [row] = await stand.database().rows<Stored>(STORED, hostile.marker);
    const isWhole =
      row?.text === cleaned(hostile.words) &&
      [row.account, row.asker, row.theme].every((field) => field === onOneLine(hostile.words));
    if (!isWhole)
      tally.failures.push(`stored otherwise than said: ${JSON.stringify(hostile.words)}: ${JSON.stringify(row)}`);
    if (row) known.set(hostile, { code: row.code, card: row.card ?? "m0" });
  }
  return known;
};

/** The longest way's steps. */
const STEPS = Math.max(...ways.map(({ steps }) => steps.length));

const judgeRead = (batch: readonly Hostile[], said: readonly Read[], later: readonly Read[], tally: Tally): void => {
  tally.failures.push(...[...said, ...later].flatMap(fired).map((what) => `fired: ${what}`));
  for (const hostile of batch) {
    const whole = cleaned(hostile.words);
    const line = onOneLine(hostile.words);
    const isShown = ({ text }: Read): boolean => text.includes(whole) && text.includes(line);
    if (!said.some(isShown)) tally.failures.push(`not shown literally: ${JSON.stringify(hostile.words)}`);
    if (!wayOf(hostile).shown) continue;
    const times = later.filter(({ text }) => text.includes(line) || text.includes(whole)).length;
    const most = Math.max(0, ...later.map(({ text }) => text.split(whole).length - 1));
    if (times === 0 || most < 2)
      tally.failures.push(`${wayOf(hostile).name} does not show ${JSON.stringify(hostile.words)}`);
  }
};

/** Sends a batch of texts through their ways and judges what the chats showed of them. */
export async function runHostile(stand: Stand, batch: readonly Hostile[], tally: Tally): Promise<void> {
  stand.platform.readJournal();
  await sayAll(
    stand,
    batch.map((hostile) => opening(hostile, wayOf(hostile))),
  );
  const said = readMessages(stand.platform.readJournal());
  const known = await knownOf(stand, batch, tally);
  for (let step = 0; step < STEPS; step += 1) {
    const events = [...known].flatMap(([hostile, about]) => wayOf(hostile).steps[step]?.(hostile, about) ?? []);
    await sayAll(stand, events);
  }
  judgeRead(batch, said, readMessages(stand.platform.readJournal()), tally);
}

/** A text far beyond every limit, in a form and as a message: refused, and nothing of it is kept in a case. */
export async function sayMegabyte(
  stand: Stand,
  speaker: Speaker,
  events: readonly ChatEvent[],
  tally: Tally,
): Promise<void> {
  const [before] = await stand
    .database()
    .rows<{ last: string }>("select coalesce(max(id), 0)::text as last from history");
  await sayAll(stand, events);
  const refusals = await stand
    .database()
    .rows<{ why: string }>(
      "select content->>'why' as why from history where id > $1::bigint and kind = 'refused'",
      before?.last ?? "0",
    );
  const tooLong = refusals.filter(({ why }) => why === "tooLong").length;
  if (tooLong !== events.length)
    tally.failures.push(`${tooLong} of ${events.length} texts of 1 MB were refused in ${chatOf(speaker)}`);
}
