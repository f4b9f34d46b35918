import type { SettingName } from "../../domain/registry/model.js";
import { catalogueOf, locales } from "../../i18n/catalogue.js";
import { settings } from "./declared.js";

/** What somebody typed, taken apart: the setting it begins with, and what follows. */
export interface TypedSetting {
  readonly name: SettingName;
  readonly rest: string;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, " ");

/** Everything a setting goes by, in every language. */
const namesOf = (name: SettingName): readonly string[] => [
  plain(name),
  ...locales.flatMap((locale) => {
    const { label, typed } = catalogueOf(locale).settings.names[name];
    return [plain(label), plain(typed)];
  }),
];

const all = settings
  .flatMap(({ name }) => namesOf(name).map((called) => ({ name, called })))
  .toSorted((a, b) => b.called.length - a.called.length);

/** The setting the text begins with, by its longest name in any language; undefined where it begins with none. */
export const typedSetting = (text: string): TypedSetting | undefined => {
  const words = text.trim().split(/\s+/);
  for (const { name, called } of all) {
    // A name's words may be joined by hyphens: fewer typed words may make the same name.
    for (let count = 1; count <= Math.min(words.length, called.split(" ").length); count++)
      if (plain(words.slice(0, count).join(" ")) === called) return { name, rest: words.slice(count).join(" ") };
  }
  return undefined;
};
