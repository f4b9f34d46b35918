import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mediumTextOf } from "../../src/app/content/medium-text.js";
import { mediumLimits } from "../../src/domain/medium/limits.js";

const words = fc.array(
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abcdefghij") }),
    fc.constantFrom("👨‍👩‍👧‍👦", "日本語", "https://example.id/a", "kalimat.", "é"),
  ),
  { minLength: 1, maxLength: 200 },
);
const withThreads = Object.entries(mediumLimits).flatMap(([medium, { threads }]) => (threads ? [medium] : []));

describe("a thread", () => {
  it("has posts the medium takes, which hold every word in its order", () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...withThreads), (parts, medium) => {
        const limit = mediumLimits[medium];
        const made = mediumTextOf(medium, parts.join(" "));
        const bare = made.parts.length > 1 ? made.parts.map((part) => part.replace(/\n\(\d+\/\d+\)$/, "")) : made.parts;
        expect(bare.join(" ").split(/\s+/)).toEqual(parts.join(" ").split(/\s+/));
        for (const part of made.parts) expect(limit?.lengthOf(part)).toBeLessThanOrEqual(limit?.maxChars ?? 0);
      }),
      { numRuns: 500 },
    );
  });
});
