import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/domain/registry/settings.js";
import { settingSchemas } from "../../src/ports/government-settings.js";
import { agencyColumns, peopleColumns } from "../../src/setup/columns.js";
import { accountRow, agencyRow, fileSchema, personRow, sopRow } from "../../src/setup/schema.js";

const text = readFileSync(new URL("../../docs/setup.md", import.meta.url), "utf8");

/** Whether it stands there as a word between backticks. */
const isNamed = (word: string): boolean => new RegExp(`\`[^\`\n]*(?<![\\w-])${word}(?![\\w-])[^\`\n]*\``).test(text);

const keys = [fileSchema, agencyRow, personRow, sopRow, accountRow].flatMap(({ shape }) => Object.keys(shape));

it.each([...new Set(keys)])("docs/setup.md explains the key %s", (key) => {
  expect(isNamed(key)).toBe(true);
});

it.each(Object.keys(settingSchemas))("docs/setup.md explains the setting %s", (key) => {
  expect(isNamed(key)).toBe(true);
  const value = JSON.stringify(DEFAULT_SETTINGS[key as keyof typeof DEFAULT_SETTINGS]);
  const spaced = value.replaceAll(",", ", ").replace(/^\{(.+)\}$/, "{ $1 }");
  const spelt = spaced.replace(/"(\w+)":/g, "$1: ");
  expect(text).toContain(`| \`${key}\` | \`${spelt}\` |`);
});

it.each([agencyColumns, peopleColumns].flatMap(({ names }) => Object.keys(names)))(
  "docs/setup.md names the column %s",
  (name) => expect(isNamed(name)).toBe(true),
);
