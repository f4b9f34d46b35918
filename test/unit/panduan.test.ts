import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { surface } from "../../src/app/surface.js";
import { catalogueOf, inputName } from "../../src/i18n/catalogue.js";

const docs = resolve(import.meta.dirname, "../../docs");
const guide = readFileSync(resolve(docs, "panduan.md"), "utf8");
const id = catalogueOf("id");

const all = (pattern: RegExp): readonly string[] => [...guide.matchAll(pattern)].map(([, found]) => found ?? "");

/** Stands where the bot puts a name, a code or a day; the guide writes it so too. */
const gap = "…";
const everyGap = new Proxy<Record<string, string>>({}, { get: () => gap });

/** Every text of the catalogue: those made of parts with gaps in their place, and with nothing known. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  if (typeof value !== "function") return [];
  return [[everyGap], [{}], [gap, gap, gap, gap]].flatMap((values) => {
    try {
      return [String(value(...values))];
    } catch {
      return [];
    }
  });
};

const texts = textsOf(id);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** "Akhiri: …" is any button of that beginning. */
const labels = texts
  .map((text) => text.replace(/…( …)+$/, gap))
  .filter((text) => /^\p{Lu}[^…]+…?$/u.test(text))
  .map((text) => new RegExp(`^${text.split(gap).map(escaped).join(".+")}$`));
const isLabel = (text: string): boolean => labels.some((label) => label.test(text));

/** Whether the bot says it, with whatever stands in the gaps. */
const isSaid = (quoted: string): boolean => {
  const spoken = new RegExp(quoted.split(gap).map(escaped).join("[^]*"));
  return texts.some((text) => spoken.test(text));
};

const commands = new Map(surface.commands.flatMap((each) => [each.name, ...each.aliases].map((name) => [name, each])));
const typed = all(/`(\/[^`]+)`/g);

describe("docs/panduan.md", () => {
  it("names only commands there are, and all of them", () => {
    const named = all(/(?<![\w/.:=])\/([a-z]\w*)/g);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => !commands.has(name))).toEqual([]);
    const known = new Set(named.map((name) => commands.get(name)));
    expect(surface.commands.filter((command) => !known.has(command)).map(({ name }) => name)).toEqual([]);
  });

  it("names only inputs the command has", () => {
    const strange = typed.flatMap((line) => {
      const command = commands.get(/^\/(\w+)/.exec(line)?.[1] ?? "");
      const names = command?.inputs.map(({ name }) => inputName(id, name)) ?? [];
      const outside = line.replace(/"[^"]*"|https?:\S+/g, "");
      return [...outside.matchAll(/ (\w+)=/g)].filter(([, name]) => !names.includes(name ?? "")).map(() => line);
    });
    expect(strange).toEqual([]);
    const alone = all(/`(\w+)=[^`]*`/g).filter((name) => name !== "nama");
    expect(alone.filter((name) => !Object.values(id.inputNames).includes(name))).toEqual([]);
  });

  it("has the buttons and states in bold, as the bot calls them", () => {
    const bold = all(/\*\*([^*]+)\*\*/g).map((text) => text.replaceAll("\n", " "));
    expect(bold.length).toBeGreaterThan(50);
    expect(bold.filter((text) => !isLabel(text))).toEqual([]);
  });

  it("quotes what the bot says", () => {
    const quoted = all(/“([^”]+)”/g).map((text) => text.replace(/\s+/g, " "));
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((text) => !isSaid(text))).toEqual([]);
  });

  it("has every picture and heading it points to", () => {
    const pictures = all(/src="([^"]+)"/g);
    expect(pictures.length).toBeGreaterThan(3);
    expect(pictures.filter((path) => !existsSync(resolve(docs, path)))).toEqual([]);
    const headings = all(/^#+ (.+)$/gm).map((heading) => heading.toLowerCase().replaceAll(" ", "-"));
    expect(all(/\]\(#([^)]+)\)/g).filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });
});
