import fc from "fast-check";
import { expect, it } from "vitest";
import { format } from "../../adapters/telegram/render.js";
import type { Block, Span } from "../../src/ports/chat/outbound.js";
import { hostileTexts, unstorableTexts } from "../support/hostile-texts.js";
import { keptText, takenText } from "../support/telegram/entities.js";

/** Any UTF-16 units at all, whole and broken ones, among what calls people, commands and addresses. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });
const anything = units.map((codes) => String.fromCharCode(...codes));
const bait = fc.constantFrom(
  ...["@budi_pupr", "a@b.example", "@@budi", "\u202E@bu\u202Cdi_pupr", "@ab\u030Ac", "/status@tanggap_bot", "#tagar"],
  ...[
    "https://contoh.invalid/x?y=@budi_pupr",
    "tg://user?id=7",
    "\t",
    " \n ",
    "👩‍👩‍👧‍👦",
    "e\u0301",
    "\u200E\u200F\u200E",
  ],
  ...hostileTexts,
  ...unstorableTexts,
);
const text = fc.array(fc.oneof(anything, bait), { maxLength: 6 }).map((parts) => parts.join(""));

const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constantFrom("plain" as const, "bold" as const, "italic" as const, "code" as const), text }),
  fc.record({ kind: fc.constant("link" as const), text, url: fc.oneof(fc.webUrl(), text) }),
  fc.record({ kind: fc.constant("time" as const), text, at: fc.constant("2026-01-05T03:00:00.000Z") }),
);
const spans = fc.array(span, { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom("text" as const, "quote" as const, "note" as const), spans }),
  fc.record({ kind: fc.constantFrom("heading" as const, "code" as const), text }),
  fc.record({
    kind: fc.constant("fields" as const),
    items: fc.array(fc.record({ label: text, value: spans }), { minLength: 1, maxLength: 3 }),
  }),
  fc.constant<Block>({ kind: "divider" }),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 5 });

it("Telegram takes whatever is written, shows it as it keeps texts, and calls nobody", () => {
  fc.assert(
    fc.property(blocks, (given) => {
      const formatted = format(given, "ringkasan");
      const taken = takenText(formatted, Number.POSITIVE_INFINITY, "message");
      expect(taken.text).toBe(keptText(formatted.text));
      expect(taken.entities.filter(({ type }) => type === "mention" || type === "text_mention")).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});
