import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { accessActions, accessTable } from "../../src/app/access.js";
import { accessBounds, boundsOf, roles } from "../../src/app/access-bounds.js";
import { settings } from "../../src/app/settings/declared.js";
import { DEFAULT_SETTINGS } from "../../src/domain/registry/settings.js";
import { profiles } from "../../src/regulations/profiles.js";

const document = readFileSync(resolve(import.meta.dirname, "../../docs/settings.md"), "utf8");
/** The rows of the document's tables, cell by cell. */
const rows = document
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
const rowOf = (name: string) => rows.find(([first]) => first === `\`${name}\``);

describe("docs/settings.md", () => {
  it.each([...Object.keys(DEFAULT_SETTINGS), "locale"])("has the setting %s, which chat has too", (name) => {
    expect(rowOf(name)).toHaveLength(4);
    if (name !== "access") expect(settings.map((each) => each.name)).toContain(name);
  });

  it.each(accessActions)("has the row of %s as the table has it", (action) => {
    expect(rowOf(action)).toEqual([`\`${action}\``, ...roles.map((role) => accessTable[action][role] ?? "–")]);
  });

  it("has every bound, with the place of each regulation it rests on", () => {
    const names = profiles.map(({ key }) => key);
    expect(rows.find(([first]) => first === "bound")?.slice(3)).toEqual(names);
    for (const { reason, basis, actions } of accessBounds) {
      const described = rows.filter(([first]) => first === `\`${reason}\``);
      expect(described, reason).not.toEqual([]);
      if (!basis) continue;
      for (const [index, profile] of profiles.entries())
        for (const role of roles)
          for (const action of actions ?? ["case.close"]) {
            const found = boundsOf(profile, action, role).limits.find((limit) => limit.reason === reason)?.basis;
            const place = found?.citation.replace(/ ayat \((\d)\)$/, "") ?? "";
            expect(
              described.some((cells) => cells[3 + index]?.includes(place)),
              `${reason} ${place}`,
            ).toBe(true);
          }
    }
  });

  it("has each regulation's SOP", () => {
    const cells = (name: string) => rows.find(([first]) => first === name)?.slice(1);
    const of = <T>(pick: (profile: (typeof profiles)[number]) => T) => profiles.map(pick);
    expect(cells("says so")).toEqual(of(({ deadline }) => deadline.sop.citation));
    expect(cells("issued by")).toEqual(of(({ deadline }) => deadline.sop.issuer.id));
    expect(cells("whose")).toEqual(
      of(({ deadline }) => (deadline.sop.scope === "agency" ? "of each agency" : "one for all")),
    );
  });
});
