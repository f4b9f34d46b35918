import type { Locale } from "../../../../src/ports/chat/refs.js";
import { speak } from "./navigate.js";
import { locale, words } from "./state.js";

const LOCALES: readonly Locale[] = ["id", "en"];

/** The page's language. */
export const LocaleSwitch = () => (
  <fieldset class="segments" data-testid="locale">
    <legend class="sr">{words.value.language}</legend>
    {LOCALES.map((one) => (
      <button key={one} type="button" lang={one} aria-pressed={locale.value === one} onClick={() => speak(one)}>
        {words.value.languages[one]}
      </button>
    ))}
  </fieldset>
);
