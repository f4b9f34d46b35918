import { afterAll, beforeAll, expect, test } from "vitest";
import { type Program, startProgram, temporaryDataDir } from "../support/program.js";
import { simulatorClient } from "../support/simulator-client.js";

const data = temporaryDataDir();
/** The examples live in the present year, as Jakarta counts it. */
const year = new Date().toLocaleDateString("en", { timeZone: "Asia/Jakarta", year: "2-digit" });
let program: Program;
let client: ReturnType<typeof simulatorClient>;

beforeAll(async () => {
  program = await startProgram({ DATA_DIR: data.path });
  client = simulatorClient(program.url);
  await client.setLocale("klaten", "en");
});
afterAll(async () => {
  await program.stop();
  await data.remove();
});

const code = `KLATEN-${year}-0001`;
const cards = async (channel: string) => (await client.said(channel)).filter((each) => each.text.includes(code));

test("Klaten in English: two agencies, one combined answer, an internal target instead of a legal clock", async () => {
  await client.type("klaten-disdik-officer", "klaten-disdik-work", "/inquiry When does school start? kind=question");
  await client.type("klaten-disdik-officer", "klaten-disdik-work", `/forward ${code} dishub dinkes`);
  const [related] = await cards("klaten-dishub-work");
  expect(related?.text).toContain("Internal target");
  await client.type("klaten-dishub-officer", "klaten-dishub-work", `/answer ${code} Buses run from 6.`);
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Forwarded to");
  await client.type("klaten-dinkes-officer", "klaten-dinkes-work", `/answer ${code} Health checks on Monday.`);
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Agency answered");
  await client.type(
    "klaten-disdik-officer",
    "klaten-disdik-work",
    `/answer ${code} School starts on Monday; buses from 6.`,
  );
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Ready to post");
  await client.type("klaten-disdik-officer", "klaten-disdik-work", `/posted ${code} https://example.org/k`);
  expect((await cards("klaten-disdik-work"))[0]?.text).toContain("Closed");
  expect(await client.said("klaten-disdik-approval")).toEqual([]);
});

test("the internal target pings only the holder's own work channel", async () => {
  await client.type("klaten-disdik-officer", "klaten-disdik-work", "/inquiry Is the library open?");
  await client.type("klaten-disdik-officer", "klaten-disdik-work", "/forward 2 pupr");
  const count = async (channel: string) => (await client.said(channel)).length;
  const [home, related] = [await count("klaten-disdik-work"), await count("klaten-pupr-work")];
  await client.clock({ advanceMinutes: 3 * 24 * 60 });
  expect(await count("klaten-disdik-work")).toBeGreaterThan(home);
  expect(await count("klaten-pupr-work")).toBe(related);
  expect(await client.said("klaten-pupr-approval")).toEqual([]);
});
