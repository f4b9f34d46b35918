import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openPage } from "./browser.js";
import { launchBrowser } from "./chromium.js";
import { type Program, startProgram, temporaryDataDir } from "./program.js";
import { simulatorClient } from "./simulator-client.js";
import { openTcpGate, type TcpGate } from "./tcp-gate.js";

/** The program on fresh data and a browser, for the tests of one file. */
export interface BrowserStage {
  /** A browser nobody has used before, on the page, at the program's own address or another; closed after the test. */
  open(options?: BrowserContextOptions, address?: string): Promise<Page>;
  /** Stops the program; `startAgain` starts it at the same address with the same data. */
  stopProgram(): Promise<void>;
  startAgain(): Promise<void>;
  /** A way to the program that can be cut, and the address through it; taken away after the file's tests. */
  gate(): Promise<TcpGate & { readonly address: string }>;
  /** The API, for what a test checks behind the page's back. */
  api(): ReturnType<typeof simulatorClient>;
}

/**
 * Sets the stage before a file's tests and clears it after them. Without a database that was made ready for it the program
 * begins with the example governments.
 */
export const createBrowserStage = (database?: () => Promise<{ readonly url: string }>): BrowserStage => {
  const data = temporaryDataDir();
  let program: Program | undefined;
  let browser: Browser | undefined;
  let port = "0";
  const gates: TcpGate[] = [];
  const started = (): Program => {
    if (program === undefined) throw new Error("the program is not running");
    return program;
  };
  let databaseUrl: string | undefined;
  const startAgain = async (): Promise<void> => {
    databaseUrl ??= (await database?.())?.url;
    const where = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    program = await startProgram({ DATA_DIR: data.path, PORT: port, ...where });
    port = new URL(program.url).port;
  };
  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), startAgain()]);
  });
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(gates.map((gate) => gate.close()));
    await program?.stop();
    await data.remove();
  });
  return {
    open: (options, address = started().url) => {
      if (browser === undefined) throw new Error("the browser is not running");
      return openPage(browser, address, options);
    },
    stopProgram: async () => {
      await started().stop();
    },
    startAgain,
    gate: async () => {
      const gate = await openTcpGate(Number(port));
      gates.push(gate);
      return { ...gate, address: `http://127.0.0.1:${gate.port}` };
    },
    api: () => simulatorClient(() => started().url),
  };
};
