import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkDataFolder } from "../../src/infra/doctor/data-folder.js";
import { type CheckedPlatform, checkPlatforms } from "../../src/infra/doctor/platforms.js";
import { asJson, asText, type Group, isSound } from "../../src/infra/doctor/report.js";
import type { BoundChat } from "../../src/ports/chat/adapter.js";
import type { Platform } from "../../src/ports/chat/refs.js";
import { broken, warning, well } from "../../src/ports/finding.js";

const GIB = 1_073_741_824;

describe("the check of the data folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tanggap-doctor-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const check = (dataDir: string, freeBytes = 5 * GIB) =>
    checkDataFolder({ databaseUrl: undefined, dataDir, dataDirExplicit: true }, () => freeBytes);

  it("says where it is and what room it has", () => {
    expect(check(folder)).toEqual([well(`${folder}, 5.0 GiB free`)]);
    expect(checkDataFolder({ databaseUrl: undefined, dataDir: folder, dataDirExplicit: true })[0]?.what).toMatch(
      / free$/,
    );
  });

  it("warns below one GiB", () => {
    expect(check(folder, GIB)[0]).toMatchObject({ level: "ok" });
    expect(check(folder, GIB - 1)[0]).toMatchObject({ level: "warning", what: `${folder} has 1023 MiB left` });
  });

  it("says that the first start makes it, without making it", () => {
    const later = join(folder, "a", "b");
    expect(check(later)).toEqual([
      well(`${later} is not there yet: the first start makes it`),
      well(`${folder}, 5.0 GiB free`),
    ]);
  });

  it("finds a file in its place, and a file on the way to it", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(check(file)).toMatchObject([{ level: "error", what: `${file} is no folder` }]);
    expect(check(join(file, "data"))).toMatchObject([{ level: "error" }]);
  });

  it.skipIf(process.getuid?.() === 0)("finds a folder that cannot be written", () => {
    mkdirSync(join(folder, "closed"), { mode: 0o500 });
    expect(check(join(folder, "closed"))).toMatchObject([{ level: "error", fix: expect.stringContaining("chown") }]);
    expect(check(join(folder, "closed", "data"))).toMatchObject([{ level: "error" }]);
  });

  it("finds parts that belong to somebody else", () => {
    const uid = process.getuid?.() ?? 0;
    vi.spyOn(process, "getuid").mockReturnValue(uid + 4_711);
    expect(check(folder)).toMatchObject([{ level: "error", what: expect.stringContaining("belongs to the user") }]);
    vi.restoreAllMocks();
  });
});

describe("the check of platforms", () => {
  const chat = (platform: Platform, channel: string): BoundChat => ({
    conversation: { platform, workspace: "-", channel },
    name: channel,
  });
  const chats = [chat("simulator", "one"), chat("slack", "two"), chat("slack", "three")];

  it("asks each adapter about its own chats, and says whose it is", async () => {
    const asked: (readonly BoundChat[])[] = [];
    const slack: CheckedPlatform = {
      platform: "slack",
      diagnose: async (bound) => {
        asked.push(bound);
        return [well("the token is taken"), warning("not in chat C1", "Invite the bot.")];
      },
    };
    expect(await checkPlatforms([{ platform: "simulator" }, slack], chats)).toEqual([
      well("simulator: 1 chat is bound; there is no account to check"),
      well("slack: the token is taken"),
      warning("slack: not in chat C1", "Invite the bot."),
    ]);
    expect(asked).toEqual([[chats[1], chats[2]]]);
  });

  it("finds chats on platforms that are not configured", async () => {
    const found = await checkPlatforms([{ platform: "simulator" }], chats);
    expect(found[1]).toMatchObject({ level: "warning", what: expect.stringMatching(/^slack: 2 chats are bound/) });
  });

  it("finds that none is configured", async () => {
    expect(await checkPlatforms([], chats)).toMatchObject([{ level: "error" }]);
  });

  it("goes on after a bug of one, and says nothing of what it quotes", async () => {
    const diagnose = async () => Promise.reject(new TypeError("secret words"));
    const found = await checkPlatforms([{ platform: "slack", diagnose }, { platform: "simulator" }], chats);
    expect(found.map(({ level }) => level)).toEqual(["error", "ok"]);
    expect(JSON.stringify(found)).not.toContain("secret words");
  });

  it("waits for none that does not answer", async () => {
    const silent: CheckedPlatform = { platform: "slack", diagnose: () => new Promise(() => {}) };
    expect(await checkPlatforms([silent], [], 20)).toMatchObject([
      { level: "error", what: "slack: no answer within 0.02 s" },
    ]);
  });
});

describe("the report", () => {
  const groups: readonly Group[] = [
    { title: "One", findings: [well("fine"), warning("so so", "Do this.")] },
    { title: "Two", findings: [broken("bad", "Do that.")] },
  ];

  it("is grouped text, with a sign for each and what to do", () => {
    expect(asText(groups)).toBe(
      [
        ...["One", "  ✓ fine", "  ! so so", "    → Do this.", "Two", "  ✗ bad", "    → Do that."],
        ...["", "1 error, 1 warning.", ""],
      ].join("\n"),
    );
    expect(asText([])).toContain("0 errors, 0 warnings.");
  });

  it("is one JSON document", () => {
    expect(JSON.parse(asJson(groups))).toEqual({
      ok: false,
      findings: [
        { group: "One", level: "ok", what: "fine" },
        { group: "One", level: "warning", what: "so so", fix: "Do this." },
        { group: "Two", level: "error", what: "bad", fix: "Do that." },
      ],
    });
  });

  it("is sound with warnings alone", () => {
    expect(isSound(groups)).toBe(false);
    expect(isSound(groups.slice(0, 1))).toBe(true);
  });
});
