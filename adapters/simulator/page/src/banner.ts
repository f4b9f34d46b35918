import type { pageWords } from "../../../../src/i18n/page.js";

type PageWords = (typeof pageWords)["id"];

/** The governments the program brings along, by their ids: everything in them is made up. All others shown are trials. */
const EXAMPLES: readonly string[] = ["kobar", "klaten", "jabar"];

/** The line that says what is shown: made-up data, or somebody's trial with names of their own. */
export const bannerOf = (government: string, text: PageWords): readonly [title: string, sentence: string] =>
  government === "" || EXAMPLES.includes(government) ? [text.banner, text.bannerText] : [text.trial, text.trialText];
