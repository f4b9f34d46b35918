import { describe, expect, it } from "vitest";
import { chosenSettings, DEFAULT_SETTINGS } from "../../src/domain/registry/settings.js";
import { governmentSettingsSchema, readSettings, settingSchemas } from "../../src/ports/government-settings.js";

/** Values each setting takes, and some it does not. */
const cases: Readonly<
  Record<keyof typeof settingSchemas, readonly [good: readonly unknown[], bad: readonly unknown[]]>
> = {
  quiet: [
    [
      { from: "21:00", to: "06:00" },
      { from: "00:00", to: "00:00" },
      { from: "18:00", to: "08:00" },
    ],
    [{ from: "18:00", to: "08:01" }, { from: "24:00", to: "06:00" }, { from: "21:00" }, "21:00-06:00", null],
  ],
  remindBeforeMinutes: [
    [[], [5, 1440], [720, 180, 60]],
    [[4], [1441], [60, 60], [1, 2, 3, 4, 5, 6], [60.5], 60],
  ],
  remindOfficialsAfterMinutes: [
    [[], [15, 10_080]],
    [[14], [10_081], ["240"]],
  ],
  remindUrgentAfterMinutes: [[[5]], [[0]]],
  askHeadAfterMinutes: [
    [60, 20_160],
    [59, 20_161, "60", [60]],
  ],
  approvalsNeeded: [
    [1, 9, "all"],
    [0, 10, "semua", 1.5],
  ],
  reportNeedsAcknowledgement: [
    [true, false],
    ["ya", 1],
  ],
  contentEditsNeedApproval: [[true], [null]],
  spellingKeepsApproval: [[true], ["true"]],
  silentAfterDays: [
    [1, 90],
    [0, 91],
  ],
  digestAt: [
    [{ weekday: 7, time: "23:59" }],
    [{ weekday: 0, time: "08:00" }, { weekday: 8, time: "08:00" }, { weekday: 1, time: "8" }, { weekday: 1 }],
  ],
  access: [
    [{}, { "case.close": { head: "own", officer: "none" } }],
    [{ "case.close": { mayor: "any" } }, { "case.close": { head: "all" } }, []],
  ],
};

describe.each(Object.entries(cases))("%s", (setting, [good, bad]) => {
  it.each(good.map((value) => [value]))("takes %j", (value) => {
    expect(governmentSettingsSchema.parse({ [setting]: value })).toEqual({ [setting]: value });
  });

  it.each(bad.map((value) => [value]))("refuses %j with a sentence that names it", (value) => {
    const { error } = governmentSettingsSchema.safeParse({ [setting]: value });
    expect(error?.issues.length).toBeGreaterThan(0);
    for (const { message, path } of error?.issues ?? []) {
      expect(path[0]).toBe(setting);
      expect(message).toMatch(/\.$/);
      expect(message).toContain(setting);
    }
  });
});

describe("choices in a file", () => {
  it("are all optional, and an unknown one is named", () => {
    expect(governmentSettingsSchema.parse({})).toEqual({});
    const { error } = governmentSettingsSchema.safeParse({ quite: true, silentAfterDays: 3 });
    expect(error?.issues.map(({ message }) => message)).toEqual(["There is no setting called quite."]);
  });
});

describe("stored choices", () => {
  it("are completed with the defaults, and each that counts for nothing is told of", () => {
    const { settings, faults } = readSettings({ silentAfterDays: 0, nothing: 1, approvalsNeeded: 2 });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, approvalsNeeded: 2 });
    expect(faults).toEqual([
      { setting: "silentAfterDays", problem: expect.stringContaining("silentAfterDays must be") },
      { setting: "nothing", problem: "There is no setting of that name." },
    ]);
  });

  it.each([[null], [undefined], [[]], [{}]])("%j are none", (stored) => {
    expect(readSettings(stored)).toEqual({ settings: DEFAULT_SETTINGS, faults: [] });
  });

  it("are what differs from the defaults", () => {
    expect(chosenSettings(DEFAULT_SETTINGS)).toEqual({});
    const settings = { ...DEFAULT_SETTINGS, quiet: { from: "20:00", to: "06:00" }, remindBeforeMinutes: [60] };
    expect(chosenSettings(settings)).toEqual({ quiet: settings.quiet, remindBeforeMinutes: [60] });
  });

  it("have bounds that the defaults keep", () => {
    expect(governmentSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
    expect(Object.keys(settingSchemas).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });
});
