import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { CONFIG_KEYS } from "../../src/config.js";
import { envFaults } from "../../src/env-faults.js";

const ofFile = (text: string): readonly string[] => envFaults(text, [], CONFIG_KEYS);

describe("what of the configuration is read over", () => {
  it("is nothing of the example, of comments, of exported keys, or of values over several lines", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    expect(ofFile(example)).toEqual([]);
    expect(ofFile(example.replaceAll("# ", "#").replaceAll(/^#(?=[A-Z_]+=)/gm, ""))).toEqual([]);
    expect(
      ofFile("\uFEFF\n# a comment\n\nexport PORT = 3000 # four\r\nHOST='a\nb c\nd'\nNODE_ENV=production\n"),
    ).toEqual([]);
  });

  it("is a key that nearly is one, or is none at all", () => {
    expect(ofFile("PORT=1\nDATABSE_URL=postgresql://u:p@h/x\nport=3000\nCOLOUR=red")).toEqual([
      ".env, line 2: DATABSE_URL is no key of this program; DATABASE_URL is",
      ".env, line 3: port is no key of this program; PORT is",
      ".env, line 4: COLOUR is no key of this program",
    ]);
  });

  it("is a line without “=”, which Node.js 20 reads as one key with the next line", () => {
    const text = "METRICS_TOKEN\nPORT=4000\n";
    expect(ofFile(text)).toEqual([
      '.env, line 1: there is no "=" after METRICS_TOKEN; neither this line nor perhaps the next is read',
    ]);
    if (process.versions.node.startsWith("20.")) expect(parseEnv(text)).not.toHaveProperty("PORT");
  });

  it("repeats no value, wherever it stands", () => {
    const hostile =
      "hunter2\nMETRICS_TOKEN hunter2\nhunter2 x=1\npostgresql://u:hunter2@h/x?sslmode=require\naHVudGVyMg=hunter2";
    const found = ofFile(hostile);
    expect(found).toHaveLength(5);
    expect(found.join()).not.toContain("aHVudGVyMg");
    expect(found.join()).not.toContain("hunter2");
  });

  it("is in the environment only what nearly is a key", () => {
    const environment = ["HOME", "HOSTS", "PATH", "DATABASE_URL", "DATABASEURL", "TELEGRAM_BOT_TOKN", "SOMETHING_ELSE"];
    expect(envFaults("DATABASEURL=x", environment, CONFIG_KEYS)).toEqual([
      ".env, line 1: DATABASEURL is no key of this program; DATABASE_URL is",
      "the environment has TELEGRAM_BOT_TOKN, which is no key of this program; TELEGRAM_BOT_TOKEN is",
    ]);
  });
});
