import { expect, test } from "vitest";
import type { Finding } from "./driver/finding.js";
import { judgeFinding, NO_DOUBLES } from "./driver/judge.js";
import { compareMessages, type SentRow } from "./driver/messages.js";
import { tasksOf } from "./driver/run-case.js";
import type { Entry } from "./platform/protocol.js";
import { documentOf } from "./report/document.js";
import { newTally } from "./rows/fault-case.js";
import { allCases } from "./rows/list.js";

const row = (id: string, more: Partial<SentRow> = {}): SentRow => ({
  id,
  governmentId: "g",
  cardKey: null,
  channel: "c",
  state: "sent",
  ambiguous: false,
  kind: "notice",
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
  expect(compareMessages([row("1")], twice).doubled).toEqual([{ row: "outbox:1", chat: "c", marked: false }]);
  expect(compareMessages([row("1", { ambiguous: true })], twice).doubled[0]?.marked).toBe(true);
  expect(compareMessages([row("1")], [entry("outbox:1"), entry("outbox:1", { recognised: true })])).toEqual(nothing);
  const edits = [entry("outbox:1", { op: "edit" }), entry("outbox:1", { op: "edit" })];
  expect(compareMessages([row("1")], edits)).toEqual(nothing);
});

test("a message nobody wrote a row for is wrong", () => {
  expect(compareMessages([], [entry("outbox:9")]).wrong).toHaveLength(1);
});

const finding = (more: Partial<Finding> = {}): Finding => ({ ...nothing, ambiguous: 0, dead: 0, ...more });
const double = (chat: string, marked = true) => ({ row: `outbox:${chat}`, chat, marked });

test.each([
  ["a lost one", finding({ lost: ["x"] }), NO_DOUBLES],
  ["one double where none is allowed", finding({ doubled: [double("a")] }), NO_DOUBLES],
  ["two in one chat", finding({ doubled: [double("a"), double("a")] }), { deaths: 1, perChat: 1, perProcess: 4 }],
  ["one that is not marked", finding({ doubled: [double("a", false)] }), { deaths: 1, perChat: 1, perProcess: 4 }],
  [
    "five of one process",
    finding({ doubled: [..."abcde"].map((chat) => double(chat)) }),
    { deaths: 1, perChat: 1, perProcess: 4 },
  ],
  ["a message given up", finding({ dead: 1 }), NO_DOUBLES],
  ["none given up where one had to be", finding(), { ...NO_DOUBLES, dead: 1 }],
])("%s breaks the demand", (_what, found, allowed) => {
  const tally = newTally();
  judgeFinding(tally, found, allowed);
  expect(tally.failures).not.toEqual([]);
});

test("four marked doubles of one process in four chats are allowed", () => {
  const tally = newTally();
  judgeFinding(tally, finding({ doubled: [..."abcd"].map((chat) => double(chat)) }), {
    deaths: 1,
    perChat: 1,
    perProcess: 4,
  });
  expect(tally).toMatchObject({ doubled: 4, failures: [] });
});

test("the document says of every case that did not run that it was not run", () => {
  const [first, second] = allCases;
  if (!first || !second) throw new Error("no cases");
  const tasks = [first, second].map((fault) => ({ fault, mode: "nonce" as const }));
  const tally = { ...newTally(), runs: 100 };
  const around = { commit: "c", date: "d", machine: "m" };
  const lines = documentOf(
    tasks,
    { wanted: tasks, results: [{ fault: first, mode: "nonce", tally, seconds: 1 }] },
    around,
    "",
  ).split("\n");
  expect(lines.find((line) => line.includes(first.fault))).toMatch(/\| 100 \| 0 \| 0 \| 0 \| held \| ≤ 3\.0 % \|$/);
  expect(lines.find((line) => line.includes(second.fault))).toContain("| 0 |  |  |  | not run |");
});

test("every case has a name of its own", () => {
  expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length);
});

test("keeps the figures of rows that are not run this time, with the commit they were run on", () => {
  const tasks = tasksOf(allCases, ["nonce", "none"]);
  const of = (row: string) => tasks.filter(({ fault }) => fault.row === row);
  const run = (row: string) =>
    of(row).map(({ fault, mode }) => ({ fault, mode, tally: { ...newTally(), runs: 7 }, seconds: 1 }));
  const [before, after] = ["a".repeat(12), "b".repeat(12)].map((commit) => ({
    commit,
    date: "2026-01-05",
    machine: "",
  }));
  if (!before || !after) throw new Error("two commits");
  const former = documentOf(tasks, { wanted: of("A"), results: run("A") }, before, "");
  const text = documentOf(tasks, { wanted: of("B"), results: run("B") }, after, former);
  const section = (row: string) => text.slice(text.indexOf(`## ${row}.`)).split("\n## ")[0];
  expect(section("A")).toContain(before.commit);
  expect(section("A")).toContain("| 7 |");
  expect(section("A")).not.toContain("not run");
  expect(section("B")).toContain(after.commit);
  expect(documentOf(tasks, { wanted: of("B"), results: run("B") }, after, text)).toBe(text);
});
