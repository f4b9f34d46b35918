import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionToken } from "../../src/chatkit/action-token.js";
import { bold, heading, linkTo, note, plain, plainTextOf, quote, text } from "../../src/chatkit/blocks.js";
import { degrade } from "../../src/chatkit/degrade.js";
import type { Block, Button, OutboundMessage, Span } from "../../src/ports/chat/outbound.js";
import { roomy } from "../support/view-fixture.js";

const message = (...blocks: readonly Block[]): OutboundMessage => ({ summary: "Ringkas.", blocks });
const upTo = (maxChars: number) => ({ ...roomy, text: { maxChars } });
const button = (label: string): Button => ({ kind: "act", label, token: label });
const labelsOf = ({ blocks }: OutboundMessage) =>
  blocks.flatMap((block) => (block.kind === "buttons" ? [block.items.map(({ label }) => label)] : []));

describe("texts", () => {
  const sentence = "Lampu jalan di depan pasar mati sejak kemarin. ";

  it("stay as they are where they fit", () => {
    const whole = message(heading("K"), quote(sentence.repeat(20)), note("Dasar"));
    expect(degrade(whole, roomy)).toEqual(whole);
  });

  it("are cut at the end of a sentence, with a pointer to the rest", () => {
    const { blocks } = degrade(message(heading("K"), quote(sentence.repeat(50))), upTo(500), "… selengkapnya");
    const cut = plainTextOf(blocks.slice(1));
    expect(cut).toMatch(/^(?:Lampu jalan di depan pasar mati sejak kemarin\. )+… selengkapnya$/);
    expect(cut.length).toBeGreaterThan(300);
  });

  it("are cut where they are longest, so that short blocks stay", () => {
    const { blocks } = degrade(
      message(heading("K"), quote(sentence.repeat(90)), text("Pendek."), note("Dasar")),
      upTo(600),
    );
    expect(blocks[0]).toEqual(heading("K"));
    expect(blocks.slice(2)).toEqual([text("Pendek."), note("Dasar")]);
  });

  it("keep a link or mention whole or leave it out", () => {
    const mention: Span = {
      kind: "mention",
      user: { platform: "simulator", workspace: "w", id: "u" },
      fallback: "Petugas",
    };
    const spans = [
      plain(sentence.repeat(30)),
      linkTo("https://contoh.example/abc"),
      mention,
      plain(sentence.repeat(30)),
    ];
    const { blocks } = degrade(message({ kind: "text", spans }), upTo(400));
    const kept = blocks.flatMap((block) => (block.kind === "text" ? block.spans : []));
    for (const span of kept) expect(span.kind).toBe("plain");
  });

  it("to be copied are never cut, nor left out", () => {
    const code: Block = { kind: "code", text: sentence.repeat(20) };
    const { blocks } = degrade(message(heading("K"), quote(sentence.repeat(20)), code), upTo(300));
    expect(blocks).toContainEqual(code);
  });

  it("never exceed the limit, whatever they are", () => {
    const block = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 900 }).map(quote),
      fc.lorem({ maxCount: 120 }).map((words) => text(bold(words), words)),
      fc.string({ maxLength: 40 }).map(heading),
      fc
        .lorem({ maxCount: 30 })
        .map((words): Block => ({ kind: "fields", items: [{ label: "L", value: [plain(words)] }] })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.integer({ min: 300, max: 1500 }), (blocks, max) => {
        const fitted = degrade(message(heading("K"), ...blocks), upTo(max));
        expect(plainTextOf(fitted.blocks).length).toBeLessThanOrEqual(max);
        expect(fitted.blocks[0]).toEqual(heading("K"));
      }),
    );
  });

  it("are all there on a platform with room", () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 200 }), { maxLength: 8 }), (texts) => {
        expect(plainTextOf(degrade(message(...texts.map(quote)), roomy).blocks)).toBe(texts.join("\n"));
      }),
    );
  });
});

describe("files", () => {
  const file = (name: string, sizeBytes = 1): Block => ({
    kind: "file",
    storeKey: name,
    name,
    mediaType: "image/png",
    sizeBytes,
    altText: name === "a" ? "Lampu" : "",
  });

  it("are kept as far as the platform takes them; the others become a line with name and alternative text", () => {
    const limits = { ...roomy, files: { maxBytes: 10, perMessage: 2 } };
    const { blocks } = degrade(message(file("big", 11), file("b"), file("c"), file("a")), limits);
    expect(blocks).toEqual([
      { kind: "note", spans: [plain("📎 big")] },
      file("b"),
      file("c"),
      { kind: "note", spans: [plain("📎 a: Lampu")] },
    ]);
  });

  it("stay when a text that is too long is cut", () => {
    const limits = { ...roomy, text: { maxChars: 300 }, files: { maxBytes: 10, perMessage: 9 } };
    const { blocks } = degrade(message({ kind: "quote", spans: [plain("a. ".repeat(500))] }, file("b")), limits);
    expect(blocks.map(({ kind }) => kind)).toEqual(["quote", "file"]);
  });
});

describe("fields", () => {
  const items = ["A", "B", "C"].map((label) => ({ label, value: [plain(label.toLowerCase())] }));

  it("become lines where there are none", () => {
    const { blocks } = degrade(message({ kind: "fields", items }), { ...roomy, fields: "flattened" });
    expect(blocks.map(({ kind }) => kind)).toEqual(["text"]);
    expect(plainTextOf(blocks)).toBe("A: a\nB: b\nC: c");
  });

  it("become groups no larger than the platform's", () => {
    const { blocks } = degrade(message({ kind: "fields", items }), { ...roomy, fields: { max: 2 } });
    expect(blocks).toEqual([
      { kind: "fields", items: items.slice(0, 2) },
      { kind: "fields", items: items.slice(2) },
    ]);
  });
});

describe("buttons", () => {
  const rows = message(
    { kind: "buttons", items: ["1", "2", "3"].map(button) },
    { kind: "buttons", items: ["4"].map(button) },
  );
  const limits = (perRow: number, count: number) => ({ ...roomy, buttons: { perRow, rows: count, tokenBytes: 64 } });

  it("stand in rows of the platform's width, and no more of them than it shows", () => {
    expect(labelsOf(degrade(rows, limits(2, 5)))).toEqual([["1", "2"], ["3"], ["4"]]);
    expect(labelsOf(degrade(rows, limits(2, 2)))).toEqual([["1", "2"], ["3"]]);
  });

  it("act at once where there are no forms, with the same token", () => {
    const form: Button = { kind: "open-form", label: "Jawab", form: "answer", token: "t", tone: "primary" };
    const shown = message({
      kind: "buttons",
      items: [form, { kind: "link", label: "L", url: "https://contoh.example" }],
    });
    expect(degrade(shown, roomy)).toEqual(shown);
    expect(degrade(shown, { ...roomy, forms: { style: "dialogue" } }).blocks).toEqual([
      {
        kind: "buttons",
        items: [
          { kind: "act", label: "Jawab", token: "t", tone: "primary" },
          { kind: "link", label: "L", url: "https://contoh.example" },
        ],
      },
    ]);
  });
});

describe("action tokens", () => {
  const values = fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 });

  it("do not depend on the order of values, and fit every platform", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), values, (government, command, given) => {
        const reversed = Object.fromEntries(Object.entries(given).reverse());
        const token = actionToken(government, { command, values: given });
        expect(actionToken(government, { command, values: reversed })).toBe(token);
        expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
      }),
    );
  });

  it("differ by government, command, and the place of every character", () => {
    const tokens = [
      actionToken("g", { command: "answer", values: { code: "K" } }),
      actionToken("h", { command: "answer", values: { code: "K" } }),
      actionToken("g", { command: "close", values: { code: "K" } }),
      actionToken("g", { command: "answer", values: { cod: "eK" } }),
      actionToken("g", { command: "answer", values: {} }),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
