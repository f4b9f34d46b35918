import { expect, test } from "vitest";
import { tasksOf } from "./driver/run-case.js";
import { documentOf } from "./report/document.js";
import { newTally } from "./rows/fault-case.js";
import { allCases } from "./rows/list.js";

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
