import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FoundingPlan } from "../../src/app/founding/plan.js";
import type { GovernmentSettings } from "../../src/domain/registry/model.js";
import { planOf } from "../../src/setup/plan-of.js";
import type { Problem } from "../../src/setup/problem.js";
import { readSetup } from "../../src/setup/read-setup.js";
import { problemLine, problemLines } from "../../src/setup/tell.js";
import { readYaml } from "../../src/setup/yaml-source.js";

const example = readFileSync(new URL("../../docs/setup.example.yaml", import.meta.url), "utf8");

/** 1 March 2026, half past eleven in the evening in Jakarta. */
const NOW = new Date("2026-03-01T16:30:00Z");

const read = (text: string): { readonly plan?: FoundingPlan; readonly found: readonly Problem[] } => {
  const source = readYaml("x.yaml", text);
  const plan =
    source.kind === "done" ? planOf({ source: source.value, agencyLines: [], peopleLines: [] }, NOW) : source;
  return plan.kind === "done" ? { plan: plan.value, found: [] } : { found: plan.problems };
};

/** The example with one text instead of another, and the line that is then wrong. */
const changed = (from: string, to: string): { readonly text: string; readonly line: number } => {
  const at = example.indexOf(from);
  if (at === -1) throw new Error(`the example does not have ${from}`);
  return { text: example.replace(from, to), line: example.slice(0, at).split("\n").length };
};

const linesOf = (found: readonly Problem[]) => [...new Set(found.map(({ line }) => line))];

describe("the example of a setup file", () => {
  it("is a plan", () => {
    const { plan, found } = read(example);
    expect(found).toEqual([]);
    expect(plan).toMatchObject({
      government: { code: "CONTOH", profile: "kobar-2017", zone: "Asia/Jakarta", locale: "id", example: true },
      communications: "diskominfo",
      settings: { quiet: { from: "20:00", to: "06:00" }, remindBeforeMinutes: [720, 180, 60], silentAfterDays: 14 },
    });
    expect(plan?.agencies.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      "diskominfo internal",
      "pupr internal",
      "dishub internal",
      "pln external",
    ]);
    expect(plan?.people.map(({ agency, role }) => `${agency} ${role}`)).toEqual([
      "diskominfo admin",
      "diskominfo communications",
      "pupr officer",
      "pupr official",
      "dishub officer",
    ]);
    expect(plan?.people[2]).toMatchObject({
      civilServant: true,
      letter: { instrument: "Keputusan Kepala Instansi", number: "800/021/PUPR/2026", until: "2026-12-31" },
    });
    expect(plan?.chats.map(({ agency, purposes }) => `${agency} ${purposes.join("+")}`)).toEqual([
      "diskominfo work+approval+digest",
      "pupr work+approval",
      "dishub work+approval",
    ]);
    expect(plan?.accounts[0]?.designation).toEqual({
      instrument: "Keputusan Kepala Instansi",
      number: "800/030/PUPR/2026",
    });
  });

  it.each([
    ["klaten-2020", ["sopOfGovernment", "needsInstrument"]],
    ["jabar-2019", []],
  ])("under %s says what that regulation has otherwise", (key, codes) => {
    const { found } = read(example.replace("regulation: kobar-2017 ", `regulation: ${key} `));
    expect(found.map((each) => each.code)).toEqual(codes);
  });
});

describe("a mistake is named by its line", () => {
  it.each([
    ["language: id ", "language: jv", "badChoice"],
    ["trial: true ", "trial: mungkin", "badChoice"],
    ["trial: true ", "", "missing"],
    ["regulation: kobar-2017", "regulation: bogor-2019", "badChoice"],
    ["  code: CONTOH ", "  code: CONTOH2 ", "badLetters"],
    ["  zone: WIB ", "  zone: Mars/Olympus ", "badZone"],
    ["  code: diskominfo", "  code: dinas kominfo", "badAgencyCode"],
    ["code: pupr, name: Dinas Pekerjaan Umum dan Penataan Ruang", "code: pupr, name: ''", "empty"],
    ["code: dishub, name", "code: pupr, name", "agencyTwice"],
    ["name: Dinas Perhubungan", "name: PUPR", "agencyTwice"],
    ["name: Dinas Perhubungan", "nama: Dinas Perhubungan", "unknownKey"],
    ["kind: external", "kind: swasta", "badChoice"],
    ["  name: Siti Aminah", `  name: ${"S".repeat(201)}`, "tooLong"],
    ["  position: Pranata Humas", "  position: [Pranata, Humas]", "wantsText"],
    ["date: 2026-01-05 }\n\npeople", "date: 2026-02-30 }\n\npeople", "badDay"],
    ["date: 2026-01-05 }\n\npeople", "until: 2026-01-05, from: 2026-01-06 }\n\npeople", "badPeriod"],
    ["until: 2026-12-31", "until: 2025-12-31", "badPeriod"],
    ["    role: communications ", "    role: bos ", "badChoice"],
    ["    agency: diskominfo", "    agency: dinkes", "unknownAgency"],
    [
      "    agency: diskominfo\n    role: communications ",
      "    role: communications\n    agency: pupr ",
      "officeElsewhere",
    ],
    ["    civilServant: true", "    function: desain grafis", "badFunction"],
    ["    civilServant: true", "    civilServant: 1", "badChoice"],
    ["    deadlineHours: 12", "    deadlineHours: 25", "sopTooLong"],
    ["  - agency: dishub\n    number", "  - agency: pln\n    number", "sopExternal"],
    ["    date: 2026-01-05\n    issuer", "    date: 2026-03-02\n    issuer", "sopLater"],
    ["    deadlineHours: 12", "    deadlineHours: dua belas", "badNumber"],
    ["  - agency: dishub\n    number", "  - number", "sopOfAgency"],
    ["    medium: instagram", "    medium: friendster", "badChoice"],
    ["    handle: pupr.contoh", "    handle: pupr contoh", "badHandle"],
    ["    url: https://instagram.com/pupr.contoh", "    url: instagram", "badUrl"],
    ["    designation: {", "    # designation: {", "needsDesignation"],
    ['from: "20:00"', 'from: "25:00"', "badSetting"],
    ["[720, 180, 60]", "[720, 0]", "badSetting"],
    ["[720, 180, 60]", "720", "badSetting"],
    ["silentAfterDays: 14", "silentAfterDays: lama", "badSetting"],
    ["silentAfterDays: 14", "silentAfterDays: 91", "badSetting"],
    ["silentAfterDays: 14", "silentAfter: 14", "unknownKey"],
    ["silentAfterDays: 14", "access: { case.open: { head: own } }", "unknownRight"],
    ["silentAfterDays: 14", "access: { answer.decide: { admin: any } }", "badAccess"],
    ["chats: all ", "chats: [pupr, dinkes] ", "unknownAgency"],
    ["admin: ", "administrator: ", "unknownKey"],
  ])("%s → %s", (from, to, code) => {
    const { text, line } = changed(from, to);
    const { found } = read(text);
    expect(found.map((each) => each.code)).toContain(code);
    // What is missing is looked for where it would belong.
    if (code !== "missing" && code !== "needsDesignation" && code !== "sopOfAgency")
      expect(linesOf(found)).toContain(line);
    for (const each of found) expect(each.line).toBeGreaterThan(0);
  });

  it("and each one of several, whatever is wrong beside it", () => {
    const text = example
      .replace("  code: CONTOH ", "  code: C ")
      .replace("kind: external", "kind: swasta")
      .replace("agency: dishub\n    role", "agency: dinkes\n    role")
      .replace("deadlineHours: 12", "deadlineHours: 25")
      .replace('from: "20:00"', "from: malam");
    expect(read(text).found.map(({ code }) => code)).toEqual([
      "badLetters",
      "badChoice",
      "unknownAgency",
      "sopTooLong",
      "badSetting",
    ]);
  });

  it("and an agency whose line is wrong is not unknown elsewhere", () => {
    const { found } = read(example.replace("name: Dinas Perhubungan }", "name: '' }"));
    expect(found.map(({ code }) => code)).toEqual(["empty"]);
  });
});

it("names every cell of the access table beyond its bounds by its own line, with what it may be", () => {
  const access = [
    "  access:",
    "    case.close: { head: own }",
    "    answer.decide:",
    "      officer: own",
    "      admin: any",
    "    case.open: { head: own }",
  ];
  const { text, line } = changed("  silentAfterDays: 14", access.join("\n"));
  const { found } = read(text.replace('from: "20:00"', 'from: "25:00"'));
  expect(found.map((each) => [each.code, each.line, each.key])).toEqual([
    ["badSetting", expect.any(Number), "settings.quiet.from"],
    ["badAccess", line + 3, "settings.access.answer.decide.officer"],
    ["badAccess", line + 4, "settings.access.answer.decide.admin"],
    ["unknownRight", line + 5, "settings.access"],
  ]);
  expect(problemLines(found.slice(2, 3), "id")).toEqual([
    `x.yaml, baris ${line + 4}, settings.access.answer.decide.admin: answer.decide untuk admin tidak dapat diatur menjadi any (Pasal 9 huruf d). Yang dapat dipilih: none.`,
  ]);
});

it("every bad line is named, however many there are", () => {
  const bad = Array.from({ length: 150 }, (_, index) => `  - { code: a${index}, name: '' }\n`).join("");
  const keys = Array.from({ length: 150 }, (_, index) => `kunci${index}: x\n`).join("");
  const { found } = read(example.replace("agencies:", `agencies:\n${bad}`.trimEnd()) + keys);
  const lines = problemLines(found, "id");
  expect(lines).toHaveLength(found.length);
  expect(lines.filter((line) => line.includes("Isian ini kosong"))).toHaveLength(150);
  expect(lines.filter((line) => line.includes('"kunci'))).toHaveLength(150);
});

describe("an SOP of the file", () => {
  it("is refused for each gate looser than the regulation's, with its article", () => {
    const jabar = example.replace("regulation: kobar-2017 ", "regulation: jabar-2019 ");
    const { found } = read(
      jabar.replace("deadlineHours: 12", "gates: { available: report, inHouse: approve, forwarded: none }"),
    );
    expect(found.map(({ code, key }) => [code, key])).toEqual([
      ["sopGate", "gates.available"],
      ["sopGate", "gates.forwarded"],
    ]);
    const [line] = problemLines(found, "id");
    expect(line).toMatch(/gates\.available: SOP hanya .*peraturan meminta approve \(Lamp\. C angka 2\)/);
  });

  it("keeps only the gates it adds, as /sop does, and may be of today", () => {
    const { plan, found } = read(
      example
        .replace("deadlineHours: 12", "gates: { available: none, forwarded: approve }")
        .replace("date: 2026-01-05\n    issuer", "date: 2026-03-01\n    issuer"),
    );
    expect(found).toEqual([]);
    expect(plan?.sops).toMatchObject([{ gates: { forwarded: "approve" }, date: "2026-03-01" }]);
    expect(Object.keys(plan?.sops[0]?.gates ?? {})).toEqual(["forwarded"]);
  });
});

describe("a setting that cannot be used", () => {
  const bad: Readonly<Record<keyof GovernmentSettings, string>> = {
    remindBeforeMinutes: "[720, 0]",
    remindOfficialsAfterMinutes: "[1]",
    remindUrgentAfterMinutes: "lama",
    askHeadAfterMinutes: "5",
    quiet: '{ from: "25:00", to: "06:00" }',
    approvalsNeeded: "banyak",
    reportNeedsAcknowledgement: "mungkin",
    contentEditsNeedApproval: "2",
    spellingKeepsApproval: "[]",
    silentAfterDays: "91",
    digestAt: "Senin",
    access: "{ case.close: { head: semua } }",
  };

  it.each(Object.entries(bad) as [keyof GovernmentSettings, string][])(
    "%s says how it is written, in the language of the check",
    (name, value) => {
      const { text, line } = changed(
        / {2}quiet: .*\n {2}remind.*\n {2}silent.*/.exec(example)?.[0] ?? "",
        `  ${name}: ${value}`,
      );
      const { found } = read(text);
      expect(found.map((each) => [each.code, each.line])).toEqual([["badSetting", line]]);
      const [id, en] = (["id", "en"] as const).map((locale) => problemLines(found, locale)[0] ?? "");
      expect(id).toMatch(/: Isian ini tidak dapat dipakai\. Tulis /);
      expect(en).toMatch(/: This cannot be used\. Write /);
      expect(id).not.toMatch(/must|whole|local time/);
    },
  );

  it("of an unknown name lists the names there are", () => {
    const { found } = read(changed("silentAfterDays: 14", "silentAfter: 14").text);
    expect(problemLines(found, "id")).toEqual([expect.stringContaining("silentAfterDays, digestAt, access.")]);
  });
});

describe("what is no setup file is refused", () => {
  it.each([
    ["", "yamlNoMap"],
    ["- a\n- b\n", "yamlNoMap"],
    ["just a sentence", "yamlNoMap"],
    ["a: 1\na: 2\n", "yamlTwice"],
    ["a: [1, 2\nb: 3\n", "yamlUnclosed"],
    ['a: "x\nb: 1\n', "yamlUnclosed"],
    ["a: 1\n---\nb: 2\n", "yamlSyntax"],
    ["a: @x\n", "yamlSyntax"],
    ["a: !!int 3\n", "yamlSyntax"],
    ["a: !<!foo> 3\n", "yamlSyntax"],
    ["\ta: 1\n", "yamlSyntax"],
    ["a: &x [1]\nb: *x\n", "yamlAlias"],
    ["? {a: b}\n: c\n", "yamlKey"],
  ])("%j", (text, code) => {
    expect(read(text).found.map((each) => each.code)).toContain(code);
  });

  it.each([
    "[".repeat(90_000),
    `${"[".repeat(90_000)}${"]".repeat(90_000)}`,
    "[{a: ".repeat(20_000),
    "- ".repeat(90_000),
    "? ".repeat(90_000),
    "a:\n ".repeat(20_000),
    "a: ".repeat(20_000),
    "'".repeat(89_999),
    "& ".repeat(10_000),
    "a: |\n".repeat(10_000),
    `agencies: [${"a, ".repeat(50_000)}]`,
    `people:\n${"  - {name: x}\n".repeat(6_000)}`,
  ])("in reasonable time: %.12j", (text) => {
    const began = performance.now();
    expect(read(text).found.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("and takes no time for a file that would be read as gigabytes", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level += 1)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    const { found } = read(lines.join("\n"));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(["yamlAlias"]));
  });

  it("and names of JavaScript are keys like others", () => {
    const { found } = read("__proto__: {a: 1}\nconstructor: 1\ntoString: 2\n");
    expect(found.filter(({ code }) => code === "unknownKey").map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});

it("roles, functions and agencies are understood as people call them", () => {
  const { plan, found } = read(
    example
      .replace("regulation: kobar-2017 ", "regulation: jabar-2019 ")
      .replace("    role: officer\n", "    role: Pelaksana\n    function: Admin\n")
      .replace("role: official", "role: Pejabat")
      .replace("    agency: dishub\n    role", "    agency: dinas PERHUBUNGAN\n    role"),
  );
  expect(found).toEqual([]);
  expect(plan?.people.slice(2)).toMatchObject([
    { role: "officer", staffFunction: "admin", letter: { instrument: "Surat Perintah" } },
    { role: "official", agency: "pupr" },
    { agency: "dishub" },
  ]);
});

it("texts are as they are written", () => {
  const { plan } = read(
    example.replace("number: 800/012/DISKOMINFO/2026", "number: 0012").replace("Siti Aminah", "No"),
  );
  expect(plan?.people.slice(0, 2)).toMatchObject([{ name: "No" }, { letter: { number: "0012" } }]);
});

it("the communications office is no agency outside the government", () => {
  const listed = "  - { code: diskominfo, name: Dinas Komunikasi dan Informatika, kind: external }";
  const { text, line } = changed("  - { code: dishub", `${listed}\n  - { code: dishub`);
  expect(read(text).found).toMatchObject([{ code: "officeExternal", key: "kind", line }]);
});

describe("the first admin", () => {
  const LETTER = "  letter: { number: 800/011/DISKOMINFO/2026, date: 2026-01-05 }";
  const now = new Date("2026-03-02T02:00:00Z");
  const foundWith = (to: string) => {
    const { text, line } = changed(LETTER, to);
    const source = readYaml("x.yaml", text);
    if (source.kind !== "done") throw new Error("no YAML");
    const plan = planOf({ source: source.value, agencyLines: [], peopleLines: [] }, now);
    return { found: plan.kind === "done" ? [] : plan.problems, line };
  };

  it.each([
    ["  shared: true", "adminShared", "admin.shared"],
    ["  letter: { from: 2026-03-03 }", "adminLater", "admin.letter.from"],
    ["  letter: { date: 2026-03-03 }", "adminLater", "admin.letter.date"],
    ["  letter: { until: 2026-03-01 }", "adminEnds", "admin.letter.until"],
    ["  letter: { until: 2026-03-08 }", "adminEnds", "admin.letter.until"],
  ])("has to be able to act: %s", (to, code, key) => {
    const { found, line } = foundWith(to);
    expect(found).toMatchObject([{ code, key, line }]);
  });

  it.each([
    "  letter: { from: 2026-03-02, until: 2026-03-09 }",
    "  letter: { date: 2026-03-09, from: 2026-03-01 }",
    "  shared: false",
  ])("is fine with%s", (to) => {
    expect(foundWith(to).found).toEqual([]);
  });
});

it.each(["MAJU", "maju"])("the word %s alone is taken for letters whose option npm kept", async (word) => {
  const read = await readSetup(word);
  const [problem, ...others] = read.kind === "problems" ? read.problems : [];
  expect(others).toEqual([]);
  expect(problem && problemLine(problem, "id")).toContain("npm run setup -- --renew MAJU");
  const file = await readSetup("maju.yaml");
  expect(file).toMatchObject({ kind: "problems", problems: [{ code: "fileMissing" }] });
});
