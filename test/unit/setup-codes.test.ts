import { expect, it } from "vitest";
import type { GivenCodes } from "../../src/app/founding/found.js";
import type { GivenCode } from "../../src/app/founding/founding-of.js";
import { codeLines } from "../../src/setup/codes.js";
import { outcomeLines } from "../../src/setup/tell.js";
import { MORNING } from "../support/chat-bench.js";
import { planOfContoh } from "../support/founding-plan.js";

const ofPerson = (name: string, role: "admin" | "communications" | "officer", code: string): GivenCode => ({
  ...{ code, agency: "diskominfo", gives: { kind: "role", role, name } },
});
const given: GivenCodes = {
  ...{ code: "UJI", zone: "Asia/Jakarta", now: MORNING, expiresAt: new Date(MORNING.getTime() + 86_400_000) },
  codes: [
    ofPerson("Siti Aminah", "admin", "UJI-1"),
    ofPerson("Siti Aminah", "communications", "UJI-2"),
    ofPerson("Rina", "officer", "UJI-3"),
    ofPerson("", "officer", "UJI-4"),
    ofPerson("", "officer", "UJI-5"),
  ],
};

it("who has two codes is told to type both; nobody else is", () => {
  expect(codeLines(given, "id").filter((line) => line.includes("satu per satu"))).toEqual([
    "  Siti Aminah mendapat 2 kode, satu untuk tiap peran: ketik semuanya, satu per satu.",
  ]);
  expect(codeLines(given, "en").join("\n")).toContain("Siti Aminah has 2 codes");
});

it("what to do next points at no codes above, for they may be in a file", () => {
  const { government } = planOfContoh();
  const plan = planOfContoh({ government: { ...government, example: true } });
  for (const locale of ["id", "en"] as const) {
    const lines = outcomeLines({ kind: "founded", plan, given }, { locale, codesTo: "kode.txt" }).join("\n");
    expect(lines).toContain("kode.txt");
    expect(lines).not.toMatch(/di atas|above|UJI-1/);
  }
});
