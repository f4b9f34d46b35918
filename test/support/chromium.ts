import { type Browser, chromium } from "playwright-core";

/** The browser the tests drive; the environment variable `CHROMIUM` names another one. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Starts it without a window. It asks nobody for anything but the page under test. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      // The tests may run as root, where Chromium has no sandbox.
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-gpu",
    ],
  });
