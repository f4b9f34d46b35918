import { setupTexts } from "../../i18n/setup-cli.js";
import type { Locale } from "../../ports/chat/refs.js";
import { Left, type Prompts } from "./prompts.js";

/** Has the letters of a trial that is to be removed typed once more. False when the operator left, and was told so. */
export const isMeant = async (prompts: Prompts, code: string, locale: Locale): Promise<boolean> => {
  const { removal } = setupTexts[locale].command;
  try {
    await prompts.line({
      message: removal.question(code),
      check: (typed) => (typed.trim().toUpperCase() === code ? undefined : removal.others(code)),
    });
    return true;
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    prompts.left(removal.left);
    return false;
  }
};
