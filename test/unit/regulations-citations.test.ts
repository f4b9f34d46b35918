import { describe, expect, it } from "vitest";
import { citationPattern, placesOf } from "../../src/regulations/citation.js";
import { profiles } from "../../src/regulations/profiles.js";
import { articlesAt, articlesOf, type Profile } from "../../src/regulations/schema.js";

/** What each text holds, counted by hand: its last points, or ayat with their letters. "-" is a plain article. */
const held: Readonly<Record<string, string>> = {
  "kobar-2017": `
    Pasal: 1 angka 12 | 2 a-c | 3 a-f | 4 - | 5 a-c | 6 a-e | 7 a-d | 8 - | 9 a-j | 10 ayat 2 | 11 a-c | 12 ayat 2
      | 13 a-h | 14 a-d | 15 - | 16 ayat 3 (3)a-h | 17 ayat 2 | 18 - | 19 -
    Lamp: A angka 6 | B angka 5`,
  "klaten-2020": `
    Pasal: 1 angka 12 | 2 - | 3 a-e | 4 a-c | 5 a-f | 6 a-d | 7 a-c | 8 a-c | 9 - | 10 a-i | 11 - | 12 a-d | 13 a-k
      | 14 a-e | 15 a-g | 16 - | 17 - | 18 a-g | 19 ayat 3 (3)a-g | 20 ayat 2 | 21 - | 22 -`,
  "jabar-2019": `
    Pasal: 1 angka 14 | 2 ayat 2 (2)a-d | 3 a-g | 4 ayat 2 | 5 a-l | 6 ayat 5 | 7 a-i | 8 ayat 2 | 9 a-i | 10 a-d
      | 11 ayat 3 (2)a-b | 12 ayat 3 (3)a-g | 13 ayat 2 | 14 - | 15 -
    Lamp: A angka 2 (1)a-d (2)a-h | B angka 5 | C angka 5 | D angka 6`,
};

const lettersTo = (last: string): readonly string[] =>
  Array.from({ length: last.charCodeAt(0) - 96 }, (_, index) => String.fromCharCode(97 + index));

/** "16 ayat 3 (3)a-h" of "Pasal" gives every citation it stands for, from "Pasal 16" to "Pasal 16 ayat (3) huruf h". */
function placesIn(part: string, line: string): readonly string[] {
  const [name = "", ...rest] = line.trim().split(" ");
  const article = `${part} ${name}`;
  const [unit, count] = rest;
  const flat = /^a-([a-z])$/.exec(unit ?? "")?.[1];
  if (flat) return [article, ...lettersTo(flat).map((letter) => `${article} huruf ${letter}`)];
  if (unit !== "ayat" && unit !== "angka") return [article];
  const numbered = (number: number | string) => `${article} ${unit} ${unit === "ayat" ? `(${number})` : number}`;
  const lettered = rest.slice(2).flatMap((point) => {
    const [, number = "", last = ""] = /^\((\d+)\)a-([a-z])$/.exec(point) ?? [];
    return lettersTo(last).map((letter) => `${numbered(number)} huruf ${letter}`);
  });
  return [article, ...Array.from({ length: Number(count) }, (_, index) => numbered(index + 1)), ...lettered];
}

function placesHeld(key: string): ReadonlySet<string> {
  const [, articles = "", annexes = ""] = /Pasal:([^:]*?)(?:Lamp:(.*))?$/s.exec(held[key] ?? "") ?? [];
  const inArticles = articles.split("|").flatMap((line) => placesIn("Pasal", line));
  const inAnnexes = annexes === "" ? [] : annexes.split("|").flatMap((line) => placesIn("Lamp.", line));
  return new Set([...inArticles, ...inAnnexes, ...(annexes === "" ? [] : ["Lampiran"])]);
}

interface Node {
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

function nodesOf(value: unknown, path: string): readonly Node[] {
  if (typeof value !== "object" || value === null) return [];
  const own: readonly Node[] = Array.isArray(value) ? [] : [{ path, value: value as Node["value"] }];
  return [...own, ...Object.entries(value).flatMap(([key, child]) => nodesOf(child, `${path}.${key}`))];
}

const citedNodes = (profile: Profile) => nodesOf(profile, profile.key).filter(({ value }) => "citation" in value);
const citationsOf = (profile: Profile) => [...new Set(citedNodes(profile).map(({ value }) => String(value.citation)))];

describe("the table of places", () => {
  it("expands to the articles, points and annexes of a text", () => {
    const kobar = placesHeld("kobar-2017");
    for (const place of ["Pasal 4", "Pasal 9 huruf j", "Pasal 16 ayat (3) huruf h", "Lamp. B angka 5", "Lampiran"]) {
      expect(kobar).toContain(place);
    }
    for (const place of ["Pasal 9 huruf k", "Pasal 20", "Pasal 16 ayat (4)", "Lamp. B angka 6", "Lamp. C"]) {
      expect(kobar).not.toContain(place);
    }
    expect(placesHeld("jabar-2019")).toContain("Lamp. A angka 2 huruf h");
    expect([...placesHeld("klaten-2020")].filter((place) => place.startsWith("Lamp"))).toEqual([]);
  });
});

describe.each(profiles)("citations of $key", (profile) => {
  const places = placesHeld(profile.key);

  it("names only places that the text holds", () => {
    const cited = citationsOf(profile).flatMap(placesOf);
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter((place) => !places.has(place))).toEqual([]);
  });

  it("gives every named or summarised rule a citation in the grammar and a level", () => {
    const holdsRule = ({ value }: Node) => "summary" in value || "level" in value || "citation" in value;
    const rules = nodesOf(profile, profile.key).filter(holdsRule);
    const faulty = rules.filter(({ value }) => !citationPattern.test(String(value.citation)) || !value.level);
    expect(faulty.map(({ path }) => path)).toEqual([]);
    // A part of a report item, the title and a localized text stand under a rule that is cited.
    const named = nodesOf(profile, profile.key).filter(({ value }) => "name" in value && !("citation" in value));
    expect(named.filter(({ path }) => !/\.parts\.\d+$/.test(path))).toEqual([]);
  });

  it("lets a tap on any citation show what the regulation says there", () => {
    const listed = new Set(articlesOf(profile).map(({ citation }) => citation));
    for (const citation of citationsOf(profile)) {
      const shown = articlesAt(profile, citation);
      const binding = shown.filter(({ level }) => level === "regulation").map((entry) => entry.citation);
      expect(listed, citation).toContain(citation);
      expect(binding, citation).toEqual(expect.arrayContaining([...placesOf(citation)]));
    }
  });

  it("lists no place twice as regulation and no entry twice", () => {
    const all = articlesOf(profile);
    const binding = all.filter(({ level }) => level === "regulation").map(({ citation }) => citation);
    const whole = all.map((entry) => `${entry.citation}|${entry.level}|${entry.summary.id}`);
    expect(new Set(binding).size).toBe(binding.length);
    expect(new Set(whole).size).toBe(whole.length);
  });

  it("says how answers drafted in-house are read once, whichever part says it", () => {
    const { citation, level, summary } = profile.gates.inHouse;
    const reading = profile.interpretations.find(({ code }) => code === "in-house");
    expect(reading).toEqual({ code: "in-house", citation, level, summary });
    expect(articlesOf(profile).filter((entry) => entry.summary.id === summary.id)).toHaveLength(1);
  });

  it("keeps our own rules at our own levels", () => {
    expect(profile.interpretations.filter(({ level }) => (level as string) === "regulation")).toEqual([]);
    expect(profile.notes.every(({ level }) => level === "interpretation")).toBe(true);
    expect([...profile.ethics, ...profile.duties].every(({ level }) => level === "regulation")).toBe(true);
    for (const { letter, citation } of [...profile.ethics, ...profile.duties, ...profile.reportItems]) {
      expect(citation).toMatch(new RegExp(`huruf ${letter}$`));
    }
  });
});

describe("citationPattern", () => {
  it.each([
    "Pasal 12",
    "Pasal 1 angka 7",
    "Pasal 9 huruf e",
    "Pasal 16 ayat (3) huruf a",
    "Lamp. B angka 4",
    "Lamp. A angka 2 huruf a",
    "Lampiran",
    "Pasal 12 ayat (1); Lamp. B angka 4",
  ])("accepts %s", (citation) => {
    expect(citation).toMatch(citationPattern);
  });

  it.each([
    "",
    "pasal 12",
    "Pasal 0",
    "Pasal 12(1)",
    "Pasal 12 ayat 1",
    "Pasal 9 huruf E",
    "Pasal 9 huruf e, f",
    "Lampiran B angka 4",
    "Lamp. B.4",
    "Pasal 12; ",
    "Lamp. B angka 4 ",
  ])("refuses %j", (citation) => {
    expect(citation).not.toMatch(citationPattern);
  });
});
