import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { telegramCapabilities } from "../../adapters/telegram/capabilities.js";
import type { Entity } from "../../adapters/telegram/entities.js";
import { format } from "../../adapters/telegram/render.js";
import { plainTextOf } from "../../src/chatkit/blocks.js";
import { degrade } from "../../src/chatkit/degrade.js";
import type { Block, Span } from "../../src/ports/chat/outbound.js";
import { hostileTexts } from "../support/hostile-texts.js";

const said = fc.oneof(
  fc.constantFrom(...hostileTexts, "@dinas_kobar", " @", "a@b.example", "", " ", "\n"),
  fc
    .array(fc.constantFrom("@", "abc", "\u202E", "\u030A", " ", "\n", "👩‍👩‍👧‍👦", "e\u0301", "_", "*", "/batal"), {
      maxLength: 12,
    })
    .map((all) => all.join("")),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
);
const user = { platform: "telegram", workspace: "-", id: "42" } as const;
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ kind: fc.constantFrom("plain", "bold", "italic", "code"), text: said }),
  fc.record({
    kind: fc.constant("link"),
    text: said,
    url: fc.constantFrom("https://contoh.example/a", "tg://user?id=1"),
  }),
  fc.record({ kind: fc.constant("time"), text: said, at: fc.constant("2026-11-26T02:00:00Z") }),
  fc.record({ kind: fc.constant("mention"), user: fc.constant(user), fallback: said }),
);
const spans = fc.array(span, { maxLength: 6 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom("text", "quote", "note"), spans }),
  fc.record({ kind: fc.constantFrom("heading", "code"), text: said }),
  fc.record({
    kind: fc.constant("fields"),
    items: fc.array(fc.record({ label: said, value: spans }), { minLength: 1, maxLength: 3 }),
  }),
);
const blocks = fc.array(block, { maxLength: 6 });

const endOf = ({ offset, length }: Entity): number => offset + length;
const isBetweenHalves = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");
const TAKEN_OUT = /^(?:\r|\u030A|\u0333|\u033F|[\u2028-\u202E])$/;
const NAME = /(?<![\p{L}\p{N}_])@\w{3,32}(?![\p{L}\p{N}_])/gu;

/** Whom Telegram would mention: it takes some characters out first, then looks for names; see entities.ts. */
const mentionsIn = (text: string): readonly { readonly from: number; readonly to: number }[] => {
  const kept = Array.from({ length: text.length }, (_, at) => at).filter((at) => !TAKEN_OUT.test(text.charAt(at)));
  const found = kept
    .map((at) => text.charAt(at))
    .join("")
    .matchAll(NAME);
  return [...found].map(({ index, 0: { length } }) => ({ from: kept[index] ?? 0, to: kept[index + length - 1] ?? 0 }));
};

describe("format", () => {
  it("shows every text literally", () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const { text } = format(all, "Ringkasan.");
        const literal = plainTextOf(all);
        expect(text.trim() === "Ringkasan." || text === literal || text === `${literal}Ringkasan.`).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("marks stretches that are there, in order, none of them empty, blank or between the halves of a character", () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const { text, entities } = format(all, "Ringkasan.");
        expect(entities.length).toBeLessThanOrEqual(100);
        entities.forEach((entity, index) => {
          expect(entity.offset).toBeGreaterThanOrEqual(entities[index - 1]?.offset ?? 0);
          expect(endOf(entity)).toBeLessThanOrEqual(text.length);
          expect(text.slice(entity.offset, endOf(entity)).trim()).not.toBe("");
          expect(isBetweenHalves(text, entity.offset) || isBetweenHalves(text, endOf(entity))).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
  });

  it("lets nothing overlap but what stands in a quotation", () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const { entities } = format(all, "Ringkasan.");
        const quotes = entities.filter(({ type }) => type === "blockquote");
        const others = entities.filter(({ type }) => type !== "blockquote");
        others.forEach((entity, index) => {
          if (index > 0) expect(entity.offset).toBeGreaterThanOrEqual(endOf(others[index - 1] ?? entity));
          for (const around of quotes) {
            const isApart = endOf(entity) <= around.offset || endOf(around) <= entity.offset;
            expect(isApart || (around.offset <= entity.offset && endOf(entity) <= endOf(around))).toBe(true);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it("mentions nobody by a name in a text", () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const { text, entities } = format(all, "Ringkasan.");
        const firm = entities.filter(({ type }) => !["bold", "italic", "blockquote"].includes(type));
        for (const { from, to } of mentionsIn(text))
          expect(firm.some((entity) => entity.offset <= to && from < endOf(entity))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("cuts no grapheme of a span that begins with a letter", () => {
    const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
    const whole = fc.string({ unit: "grapheme", maxLength: 20 }).map((rest) => `x${rest}@dinas${rest}y`);
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom("bold", "plain", "code"), text: whole }), { maxLength: 4 }),
        (all) => {
          const { text, entities } = format([{ kind: "text", spans: all as Span[] }], "Ringkasan.");
          const starts = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length);
          for (const entity of entities)
            expect([starts.has(entity.offset), starts.has(endOf(entity))]).toEqual([true, true]);
        },
      ),
    );
  });

  it("fits into a message once the core has cut it to Telegram's limit", () => {
    const long = fc.oneof(
      fc.lorem({ maxCount: 400 }),
      fc.string({ unit: "grapheme", maxLength: 3000 }),
      fc.constantFrom(...hostileTexts).map((each) => each.repeat(60)),
    );
    const longBlock: fc.Arbitrary<Block> = fc.oneof(
      fc.record({
        kind: fc.constantFrom("text", "quote", "note"),
        spans: fc.array(fc.record({ kind: fc.constantFrom("plain", "bold"), text: long }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      fc.record({ kind: fc.constant("heading"), text: fc.lorem({ maxCount: 8 }) }),
      fc.constant({ kind: "divider" } as const),
      fc.record({
        kind: fc.constant("fields"),
        items: fc.array(
          fc.record({
            label: fc.lorem({ maxCount: 2 }),
            value: fc.tuple(fc.record({ kind: fc.constant("plain"), text: long })),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(longBlock, { maxLength: 8 }), (all) => {
        const message = degrade(
          { summary: "Ringkasan.", blocks: [{ kind: "heading", text: "K" }, ...(all as Block[])] },
          telegramCapabilities,
        );
        const { text } = format(message.blocks, message.summary, user);
        expect(text.length).toBeLessThanOrEqual(telegramCapabilities.text.maxChars);
        expect(text).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 60 },
    );
  });
});
