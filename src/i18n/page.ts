import type { Locale } from "../ports/chat/refs.js";
import { en } from "./page/en.js";
import { id, type PageWords } from "./page/id.js";

/** The page's words by language; a missing one does not compile. */
export const pageWords: Readonly<Record<Locale, PageWords>> = { id, en };
