import { pageWords } from "../../../../src/i18n/page.js";

const TONES = ["done", "ready", "waiting", "alert"] as const;

/** How a status is coloured, in whichever language the card is; "plain" for what is not listed. */
export const statusTone = (status: string): (typeof TONES)[number] | "plain" =>
  TONES.find((tone) =>
    Object.values(pageWords).some((words) => words.status[tone].some((start) => status.startsWith(start))),
  ) ?? "plain";
