import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const documents = [
  "README.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** Paths of the project between backticks or in links and pictures: they begin with one of its folders. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/[`("]((?:src|adapters|test|docs|prisma|scripts)\/[\w./-]*)[`)"]/g)].map(([, path]) => path ?? "");

test.each(documents)("every path %s names exists", (document) => {
  const paths = pathsIn(readFileSync(join(root, document), "utf8"));
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("the documents name paths at all", () => {
  expect(documents.flatMap((name) => pathsIn(readFileSync(join(root, name), "utf8"))).length).toBeGreaterThan(20);
});
