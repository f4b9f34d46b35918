import { afterAll, beforeAll } from "vitest";
import { type Program, startProgram, temporaryDataDir } from "./program.js";
import { simulatorClient } from "./simulator-client.js";

/** Two digits, as in a code: the examples live in the present year, as Jakarta counts it. */
export const examplesYear = new Date().toLocaleDateString("en", { timeZone: "Asia/Jakarta", year: "2-digit" });

/** The built program on a data folder of its own. */
export interface ProgramStage {
  readonly dataDir: string;
  readonly url: () => string;
  readonly client: ReturnType<typeof simulatorClient>;
  /** Stops the program and starts it on the same data. */
  readonly startAgain: () => Promise<void>;
}

/** Starts it before a file's tests; stops it and removes its data after them. */
export const createProgramStage = (): ProgramStage => {
  const data = temporaryDataDir();
  let program: Program | undefined;
  const url = (): string => {
    if (program === undefined) throw new Error("the program is not running");
    return program.url;
  };
  const start = async (): Promise<void> => {
    program = await startProgram({ DATA_DIR: data.path });
  };
  beforeAll(start);
  afterAll(async () => {
    await program?.stop();
    await data.remove();
  });
  return {
    dataDir: data.path,
    url,
    client: simulatorClient(url),
    startAgain: async () => {
      await program?.stop();
      await start();
    },
  };
};
