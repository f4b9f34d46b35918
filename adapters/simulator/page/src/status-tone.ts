import { pageWords } from "../../../../src/i18n/page.js";

const TONES = ["done", "ready", "waiting", "alert"] as const;

const STARTS = Object.values(pageWords)
  .flatMap(({ status }) => TONES.flatMap((tone) => status[tone].map((start) => ({ tone, start }))))
  .sort((a, b) => b.start.length - a.start.length);

/** How a status is coloured, in whichever language the card is, by the longest beginning; "plain" for what is not listed. */
export const statusTone = (status: string): (typeof TONES)[number] | "plain" =>
  STARTS.find(({ start }) => status.startsWith(start))?.tone ?? "plain";
