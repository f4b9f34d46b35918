import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { agencyColumns } from "../../src/setup/columns.js";
import { planOf } from "../../src/setup/plan-of.js";
import type { Problem } from "../../src/setup/problem.js";
import { readSheet } from "../../src/setup/sheet.js";
import { readYaml } from "../../src/setup/yaml-source.js";

const NOW = new Date("2026-03-01T16:30:00Z");
const example = readFileSync(new URL("../../docs/setup.example.yaml", import.meta.url), "utf8");
const source = readYaml("base.yaml", example.replace(/^agencies:[\s\S]*?(?=^admin:)/m, "agenciesFile: x.csv\n\n"));
if (source.kind === "problems") throw new Error("the example cannot be read");

const found = (csv: string): readonly Problem[] => {
  const sheet = readSheet("x.csv", csv, agencyColumns, 1_000);
  const plan = planOf({ source: source.value, agencyLines: sheet.lines, peopleLines: [] }, NOW);
  return [...sheet.problems, ...(plan.kind === "problems" ? plan.problems : [])].filter(({ file }) => file === "x.csv");
};

const header = "kode;nama;jenis";
const needed = ["pupr;Dinas PU;internal", "dishub;Dinas Perhubungan;internal", "pln;PLN;eksternal"];
const others = fc.array(
  fc.tuple(fc.stringMatching(/^[a-z]{3,8}$/), fc.stringMatching(/^[A-Za-z ,'-]{4,30}$/)).map(([code, name]) => ({
    code,
    name,
  })),
  { maxLength: 20 },
);

/** Lines of a good sheet, every code and name once. */
const goodLines = others.map((agencies) => [
  ...needed,
  ...agencies.map(({ code, name }, index) => `opd${index}${code};Instansi ${index} ${name.trim()}x;internal`),
]);

/** One way each to spoil a line. */
const corruptions: readonly ((line: string) => string)[] = [
  (line) => line.replace(";", ""),
  (line) => line.replace(";", ";;"),
  (line) => `${line};sisa`,
  (line) => line.replace(/^[^;]*/, ""),
  (line) => line.replace(/;[^;]*;/, ";;"),
  (line) => line.replace(/;[^;]*$/, ";swasta"),
  (line) => `"${line}`,
  (line) => line.replace(";", ';"'),
  (line) => line.replace(/;(.)/, ';$1"'),
  (line) => line.replace(/^[^;]*/, "dua kata"),
  (line) => line.replace(/;[^;]*;/, `;${"n".repeat(201)};`),
  (line) => line.replace(/;[^;]*;/, ";Kant\uFFFDor;"),
  (line) => line.replaceAll(";", ","),
];

it("a good sheet has no problem", () => {
  fc.assert(
    fc.property(goodLines, (lines) => {
      expect(found([header, ...lines].join("\r\n"))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

it("any single corrupted line of a sheet is named by its number, and no other", () => {
  const spoilt = fc.tuple(goodLines, fc.nat(), fc.constantFrom(...corruptions));
  fc.assert(
    fc.property(spoilt, ([lines, at, corrupt]) => {
      const index = at % lines.length;
      const next = lines.with(index, corrupt(lines[index] ?? ""));
      fc.pre(next[index] !== lines[index]);
      const problems = found([header, ...next].join("\n"));
      // A code that lost its line may be missed elsewhere, in the file that uses it.
      expect([...new Set(problems.map(({ line }) => line))]).toEqual([index + 2]);
    }),
    { numRuns: 500 },
  );
});

const yamlLines = example.split("\n");
/** Lines that hold a value which may not be just anything. */
const strict = yamlLines
  .map((line, index) => ({ line, index }))
  .filter(({ line }) =>
    /^\s*-?\s*(language|trial|regulation|code|zone|agency|role|deadlineHours|date|medium|handle|url|silentAfterDays|civilServant): /.test(
      line,
    ),
  );

it("any single corrupted line of a setup file is named by its number", () => {
  const values = fc.constantFrom(
    "'?!'",
    '"tidak dikenal"',
    "[]",
    "{ a: b }",
    '"belum ditutup',
    "@x",
    "*x",
    "&x y",
    "!!int z",
  );
  fc.assert(
    fc.property(fc.constantFrom(...strict), values, ({ line, index }, value) => {
      const next = yamlLines.with(index, line.replace(/: .*$/, `: ${value}`)).join("\n");
      const read = readYaml("x.yaml", next);
      const plan = read.kind === "done" ? planOf({ source: read.value, agencyLines: [], peopleLines: [] }, NOW) : read;
      const lines = plan.kind === "problems" ? plan.problems.map((problem) => problem.line) : [];
      expect(lines).toContain(index + 1);
    }),
    { numRuns: 300 },
  );
});
