import { expect, test } from "vitest";
import type { Finding } from "./driver/finding.js";
import { judgeFinding, NO_DOUBLES } from "./driver/judge.js";
import { compareMessages } from "./driver/messages.js";
import type { SentRow } from "./driver/sent-rows.js";
import { type DrawnCard, staleCards } from "./driver/stale.js";
import type { Entry } from "./platform/protocol.js";
import { newTally } from "./rows/fault-case.js";

const row = (id: string, more: Partial<SentRow> = {}): SentRow => ({
  id,
  governmentId: "g",
  cardKey: null,
  channel: "c",
  state: "sent",
  ambiguous: false,
  kind: "notice",
  lane: "c",
  seq: Number(id),
  cause: "chat",
  writtenMs: 0,
  triedMs: 0,
  postedBefore: false,
  ...more,
});
const entry = (key: string, more: Partial<Entry> = {}): Entry => ({
  at: 0,
  op: "post",
  chat: "c",
  id: "m1",
  key,
  text: "",
  recognised: false,
  from: "the program",
  ...more,
});
const nothing = { lost: [], doubled: [], wrong: [] };

test("each sent row is in the journal once: by its own key, or as the first post of its card", () => {
  const rows = [row("1"), row("2", { cardKey: "k" }), row("3", { cardKey: "k" })];
  const journal = [entry("outbox:1"), entry("card:g:k"), entry("outbox:3", { op: "edit" })];
  expect(compareMessages(rows, journal)).toEqual(nothing);
});

test("a sent row that the journal does not have is lost, and so is one that never came to an end", () => {
  expect(compareMessages([row("1")], []).lost).toHaveLength(1);
  expect(compareMessages([row("1", { state: "sending" })], [entry("outbox:1")]).lost).toHaveLength(1);
  const twoRowsOnePost = [row("1", { cardKey: "k" }), row("2", { cardKey: "k" })];
  expect(compareMessages(twoRowsOnePost, [entry("card:g:k")]).lost).toHaveLength(1);
});

test("a second post is a double; a repeat the platform knew and a repeated edit are none", () => {
  const twice = [entry("outbox:1"), entry("outbox:1", { id: "m2" })];
  expect(compareMessages([row("1")], twice).doubled).toEqual([
    { row: "outbox:1", chat: "c", from: "the program", by: "the program", marked: false },
  ]);
  expect(compareMessages([row("1", { ambiguous: true })], twice).doubled[0]?.marked).toBe(true);
  expect(compareMessages([row("1")], [entry("outbox:1"), entry("outbox:1", { recognised: true })])).toEqual(nothing);
  const edits = [entry("outbox:1", { op: "edit" }), entry("outbox:1", { op: "edit" })];
  expect(compareMessages([row("1")], edits)).toEqual(nothing);
});

test("a double tells which process posted it before and which one again", () => {
  const lives = ["life 1", "life 2", "life 3"].map((from) => entry("outbox:1", { from }));
  const { doubled } = compareMessages([row("1", { ambiguous: true })], lives);
  expect(doubled.map(({ from, by }) => [from, by])).toEqual([
    ["life 1", "life 2"],
    ["life 2", "life 3"],
  ]);
});

const card = (id: string, more: Partial<SentRow> = {}) => row(id, { cardKey: "k", kind: "case-card", ...more });
const twoKeys = [entry("card:g:k", { from: "life 1" }), entry("outbox:2", { id: "m2", from: "life 2" })];
const again = { row: "outbox:2", chat: "c", from: "life 1", by: "life 2", marked: false };

test("a card posted in a chat under two keys is a double, marked where a row of the card is", () => {
  expect(compareMessages([card("1"), card("2")], twoKeys).doubled).toEqual([again]);
  const marked = [card("1", { ambiguous: true }), card("2")];
  expect(compareMessages(marked, twoKeys).doubled).toEqual([{ ...again, marked: true }]);
});

test("a card of an earlier stretch of work is doubled by any post in its chat", () => {
  const found = compareMessages([card("2", { postedBefore: true })], [entry("outbox:2")]);
  expect(found.doubled).toMatchObject([{ row: "outbox:2", chat: "c", marked: false }]);
});

test("a card posted once and then edited, two cards, and one posted anew where its chat has moved are no doubles", () => {
  const edited = [entry("card:g:k"), entry("outbox:2", { op: "edit" })];
  expect(compareMessages([card("1"), card("2")], edited)).toEqual(nothing);
  const two = [entry("card:g:k"), entry("card:g:l", { id: "m2" })];
  expect(compareMessages([card("1"), card("2", { cardKey: "l" })], two)).toEqual(nothing);
  const moved = [entry("card:g:k"), entry("outbox:2", { chat: "d", id: "m2" })];
  expect(compareMessages([card("1"), card("2", { channel: "d", lane: "d" })], moved)).toEqual(nothing);
});

const MINUTE_MS = 60_000;
const swapped = [entry("outbox:2"), entry("outbox:1")];
const inOrder = (one: Partial<SentRow>, other: Partial<SentRow>, journal = swapped) =>
  compareMessages([row("1", one), row("2", other)], journal).wrong;

test.each<[string, Partial<SentRow>, Partial<SentRow>]>([
  ["one of the same change or an earlier one of its lane", { triedMs: 9 }, { triedMs: 5 }],
  ["one that was tried before", { cause: "x", triedMs: 4 }, { triedMs: 5 }],
  ["one that has been retried for less than a minute", { triedMs: 0 }, { triedMs: MINUTE_MS - 1_000 }],
  ["one written long before", { cause: "x", triedMs: 2 * MINUTE_MS }, { triedMs: MINUTE_MS }],
  ["one that stands at the place of an older one", { cause: "x", seq: 3, triedMs: 5 }, { seq: 2, triedMs: 4 }],
])("out of order: the platform has a row before %s", (_what, one, other) => {
  const journal = (one.seq ?? 1) > (other.seq ?? 2) ? [...swapped].reverse() : swapped;
  expect(inOrder(one, other, journal)).toHaveLength(1);
});

test.each<[string, Partial<SentRow>, Partial<SentRow>]>([
  ["passes one that has been retried for a minute", { triedMs: 0 }, { triedMs: MINUTE_MS }],
  ["was written beside the other by another lane", { cause: "x", triedMs: 9 }, { triedMs: 5 }],
  ["is in another chat", { triedMs: 0, lane: "d" }, { triedMs: 5 }],
  ["stands behind the one that replaced an older row", { seq: 3, triedMs: 9 }, { seq: 2, triedMs: 5 }],
])("in order: a row that %s", (_what, one, other) => {
  expect(inOrder(one, other)).toEqual([]);
});

test("only what the platform accepted first of a row counts for the order", () => {
  expect(inOrder({ ambiguous: true }, {}, [entry("outbox:1"), entry("outbox:2"), entry("outbox:1")])).toEqual([]);
});

const blocks = (words: string) => JSON.stringify([{ kind: "text", spans: [{ kind: "plain", text: words }] }]);
const drawn = (more: Partial<DrawnCard> = {}): DrawnCard => ({
  key: "k",
  chat: "c",
  message: "m1",
  shown: 2,
  newest: 2,
  blocks: blocks("new"),
  ...more,
});
const draws = (...words: readonly string[]) =>
  words.map((each, place) => entry(`outbox:${place}`, { op: place === 0 ? "post" : "edit", text: blocks(each) }));

test("a card that shows the case as it is now is not old, whatever its double shows", () => {
  expect(staleCards([drawn()], [...draws("old", "new"), entry("outbox:9", { id: "m2", text: blocks("old") })])).toEqual(
    [],
  );
  const timed = [drawn({ blocks: blocks("Sen 4 Jan 2027 09.15 WIB") })];
  expect(staleCards(timed, draws("Sen 4 Jan 09.15 WIB"))).toEqual([]);
  expect(staleCards([drawn({ blocks: undefined })], draws("old"))).toEqual([]);
});

test("a card is old by its version, by its words, when it was never drawn, and when only a known key brought the new ones", () => {
  expect(staleCards([drawn({ shown: 1 })], draws("new"))).toHaveLength(1);
  expect(staleCards([drawn()], draws("new", "old"))).toHaveLength(1);
  expect(staleCards([drawn()], [])).toHaveLength(1);
  const known = entry("card:g:k", { text: blocks("new"), recognised: true });
  expect(staleCards([drawn()], [...draws("old"), known])).toHaveLength(1);
});

test("a message nobody wrote a row for is wrong", () => {
  expect(compareMessages([], [entry("outbox:9")]).wrong).toHaveLength(1);
});

const finding = (more: Partial<Finding> = {}): Finding => ({ ...nothing, ambiguous: 0, dead: 0, ...more });
const double = (chat: string, marked = true, from = "life 1", by = "life 9") => ({
  row: `outbox:${chat}`,
  chat,
  from,
  by,
  marked,
});
const ONE_DEATH = { culprits: ["life 1"], perChat: 1, perProcess: 4 };
const TWO_DEATHS = { ...ONE_DEATH, culprits: ["life 1", "life 2"] };

test.each([
  ["a lost one", finding({ lost: ["x"] }), NO_DOUBLES],
  ["one double where none is allowed", finding({ doubled: [double("a")] }), NO_DOUBLES],
  ["two in one chat", finding({ doubled: [double("a"), double("a")] }), ONE_DEATH],
  ["one that is not marked", finding({ doubled: [double("a", false)] }), ONE_DEATH],
  ["five of one process", finding({ doubled: [..."abcde"].map((chat) => double(chat)) }), ONE_DEATH],
  ["two in one chat of one process, though two died", finding({ doubled: [double("a"), double("a")] }), TWO_DEATHS],
  ["five of one process, though two died", finding({ doubled: [..."abcde"].map((chat) => double(chat)) }), TWO_DEATHS],
  [
    "one of a process that lived on, though another died",
    finding({ doubled: [double("a", true, "life 2")] }),
    ONE_DEATH,
  ],
  [
    "those of two processes where one died",
    finding({ doubled: [double("a"), double("b", true, "life 2")] }),
    ONE_DEATH,
  ],
  [
    "two in one chat of one that stood still, before and after",
    finding({ doubled: [double("a", true, "life 1", "life 2"), double("a", true, "life 2", "life 1")] }),
    { ...ONE_DEATH, stopped: "life 1" },
  ],
  [
    "one of neither that stood still beside one of its own",
    finding({ doubled: [double("a", true, "life 1", "life 2"), double("b", true, "life 2", "life 2")] }),
    { ...ONE_DEATH, stopped: "life 1" },
  ],
  ["a message given up", finding({ dead: 1 }), NO_DOUBLES],
  ["none given up where one had to be", finding(), { ...NO_DOUBLES, dead: 1 }],
])("%s breaks the demand", (_what, found, allowed) => {
  const tally = newTally();
  judgeFinding(tally, found, allowed);
  expect(tally.failures).not.toEqual([]);
});

test.each([
  ["four marked doubles of one process in four chats", [..."abcd"].map((chat) => double(chat)), ONE_DEATH],
  [
    "four of each of two that died, in the same chats",
    ["life 1", "life 2"].flatMap((from) => [..."abcd"].map((chat) => double(chat, true, from))),
    TWO_DEATHS,
  ],
  [
    "those of one that stood still, before and after",
    [double("a", true, "life 1", "life 2"), double("b", true, "life 2", "life 1")],
    { ...ONE_DEATH, stopped: "life 1" },
  ],
])("%s are allowed", (_what, doubled, allowed) => {
  const tally = newTally();
  judgeFinding(tally, finding({ doubled }), allowed);
  expect(tally).toMatchObject({ doubled: doubled.length, failures: [] });
});
