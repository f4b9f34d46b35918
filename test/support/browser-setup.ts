import { statSync } from "node:fs";
import { chromiumPath } from "./chromium.js";

/** The browser tests need Debian's Chromium: without it the run ends before its first test, saying how to get it. */
export function setup(): void {
  if (statSync(chromiumPath, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Error(
      `The browser tests need Chromium, and there is none at ${chromiumPath}. On Debian and Ubuntu: apt-get install chromium. ` +
        "A browser elsewhere is named by the environment variable CHROMIUM.",
    );
}
