import { describe, expect, it } from "vitest";
import { format, keyboardOf } from "../../adapters/telegram/render.js";
import { bold, heading, italic, linkTo, note, plain, quote, text } from "../../src/chatkit/blocks.js";
import type { Block, Span } from "../../src/ports/chat/outbound.js";
import { hostileTexts, unstorableTexts } from "../support/hostile-texts.js";

const render = (...blocks: readonly Block[]) => format(blocks, "Ringkasan.");
const marksOf = (...blocks: readonly Block[]) => {
  const { text: shown, entities } = render(...blocks);
  return entities.map(({ type, offset, length }) => [type, shown.slice(offset, offset + length)]);
};
const user = { platform: "telegram", workspace: "-", id: "42" } as const;
const mention = (fallback: string, of: Extract<Span, { kind: "mention" }>["user"] = user): Span => ({
  kind: "mention",
  user: of,
  fallback,
});

describe("the text", () => {
  it("has a line for each block, and what its parts are shown as beside it", () => {
    const blocks: readonly Block[] = [
      heading("KOBAR-26-0042"),
      text(mention("Budi"), ", mohon ", bold("jawaban"), " ", italic("segera")),
      { kind: "fields", items: [{ label: "Batas", value: [plain("09.00 WIB")] }] },
      quote("Lampu mati\nsejak Senin"),
      { kind: "code", text: "naskah  persis" },
      { kind: "divider" },
      { kind: "buttons", items: [{ kind: "act", label: "Setujui", token: "t1" }] },
      note("Dasar: ", { kind: "code", text: "Lamp. B" }),
    ];
    expect(render(...blocks).text).toBe(
      [
        "KOBAR-26-0042",
        "Budi, mohon jawaban segera",
        "Batas: 09.00 WIB",
        "Lampu mati\nsejak Senin",
        "naskah  persis",
        "———",
        "Dasar: Lamp. B",
      ].join("\n"),
    );
    expect(marksOf(...blocks)).toEqual([
      ["bold", "KOBAR-26-0042"],
      ["text_mention", "Budi"],
      ["bold", "jawaban"],
      ["italic", "segera"],
      ["bold", "Batas"],
      ["blockquote", "Lampu mati\nsejak Senin"],
      ["pre", "naskah  persis"],
      ["italic", "Dasar: "],
      ["code", "Lamp. B"],
    ]);
  });

  it("counts in UTF-16 units", () => {
    expect(render(text("👩‍👩‍👧‍👦 ", bold("tebal"))).entities).toEqual([{ type: "bold", offset: 12, length: 5 }]);
  });

  it("shows a time as its words and a file as a line", () => {
    const file: Block = {
      kind: "file",
      storeKey: "k",
      name: "a.png",
      mediaType: "image/png",
      sizeBytes: 1,
      altText: "Lampu",
    };
    expect(render(text({ kind: "time", text: "pukul 9", at: "2026-11-26T02:00:00Z" }), file)).toEqual({
      text: "pukul 9\n📎 a.png: Lampu",
      entities: [],
    });
  });

  it.each([[[]], [[text(" \n"), quote("\u200B")]], [[{ kind: "buttons", items: [] } as const]]])(
    "is the summary where nothing else can be seen: %j",
    (blocks) => {
      expect(render(...blocks).text.trim()).toContain("Ringkasan.");
    },
  );

  it("marks nothing that cannot be seen", () => {
    expect(render(text("a", bold("  "), { kind: "code", text: "\n" }, italic(""), "b"), quote(" ")).entities).toEqual(
      [],
    );
  });
});

describe("people", () => {
  it("are mentioned by their number, under the name given", () => {
    expect(render(text(mention("Ibu Sri"))).entities).toEqual([
      { type: "text_mention", offset: 0, length: 7, user: { id: 42, is_bot: false, first_name: "Ibu Sri" } },
    ]);
  });

  it("of other platforms, and without a number, are named only", () => {
    const elsewhere = { ...user, platform: "simulator" } as const;
    expect(render(text(mention("Budi", elsewhere), mention("Ani", { ...user, id: "x" }))).entities).toEqual([]);
  });

  it("stand in front of a message that is for them", () => {
    const { text: shown, entities } = format([heading("Halo")], "", user);
    expect(shown).toBe("👤 Halo");
    expect(entities.map(({ type }) => type)).toEqual(["text_mention", "bold"]);
  });
});

describe("names with an @", () => {
  it.each([
    ["warga @dinas_kobar lapor", ["@dinas_kobar"]],
    ["(@gif) @ab @abc1, @everyone@here", ["@gif", "@abc1", "@everyone", "@here"].slice(0, 3)],
    ["surat ke sri@kobar.example.go.id", []],
    ["élan é@kobar", ["@kobar"]],
    // Telegram takes these characters out first, and would find @kobar.
    ["@\u202Ekobar \u030A@ko\u030Abar", ["@\u202Ekobar", "@ko\u030Abar"]],
    ["@koba\u0301r", ["@koba\u0301"]],
  ])("mention nobody: %j", (said, names) => {
    const marks = marksOf(quote(said));
    expect(marks.filter(([type]) => type === "code").map(([, name]) => name)).toEqual(names);
    expect(render(quote(said)).text).toBe(said);
  });

  it("are found where they begin in one part and end in another", () => {
    expect(marksOf(text("akun @", bold("dinas_kobar"), " resmi"))).toEqual([["code", "@dinas_kobar"]]);
  });

  it("cut what only decorates them", () => {
    expect(marksOf(heading("Akun @dinas resmi"))).toEqual([
      ["bold", "Akun "],
      ["code", "@dinas"],
      ["bold", " resmi"],
    ]);
  });

  it("are left alone where they are code or a link already", () => {
    const link: Span = { kind: "link", text: "@dinas", url: "https://contoh.example/" };
    expect(marksOf(text(link, " ", { kind: "code", text: "@dinas" })).map(([type]) => type)).toEqual([
      "text_link",
      "code",
    ]);
  });

  it("of which there are more than Telegram keeps entities make all of it code", () => {
    const many = "@abcd ".repeat(101).trim();
    expect(render(heading("K"), quote(many)).entities).toEqual([{ type: "pre", offset: 0, length: many.length + 2 }]);
    const some = render(...Array.from({ length: 80 }, () => heading("K")), quote("@abcd ".repeat(50).trim()));
    expect(some.entities).toHaveLength(100);
    expect(some.entities.filter(({ type }) => type === "code")).toHaveLength(50);
  });
});

describe("links", () => {
  it.each(["https://contoh.example/a?b=1", "http://contoh.example/"])("to the web are links: %s", (url) => {
    expect(render(text(linkTo(url))).entities).toEqual([{ type: "text_link", offset: 0, length: url.length, url }]);
  });

  it.each([
    "tg://user?id=42",
    "javascript:alert(1)",
    "mailto:a@contoh.example",
    "http://localhost/a",
    "https://[::1]/",
    "https://bank.example@jahat.example/",
    "contoh.example",
  ])("to anything else are their words: %s", (url) => {
    expect(render(text({ kind: "link", text: "klik", url }))).toEqual({ text: "klik", entities: [] });
  });
});

describe("hostile texts", () => {
  it.each(hostileTexts)("arrive literally, with no mark but what hides a mention: %j", (said) => {
    const { text: shown, entities } = render(text(said));
    expect(shown).toBe(said);
    expect(entities.filter(({ type }) => type !== "code")).toEqual([]);
    for (const { offset, length } of entities) expect(shown.slice(offset, offset + length)).toMatch(/^@/);
  });

  it.each(unstorableTexts)("become what JSON can carry: %j", (said) => {
    expect(render(text(said)).text).toBe(said.replace(/\p{Cs}/gu, "\uFFFD"));
  });

  it("cannot put a character together out of two parts", () => {
    expect(render(text(bold("\uD83D"), "\uDE00")).text).toBe("\uFFFD\uFFFD");
  });
});

describe("keyboardOf", () => {
  it("has a row for each block, with tokens and links to the web", () => {
    const rows = keyboardOf([
      {
        kind: "buttons",
        items: [
          { kind: "act", label: "Setujui", token: "t1", tone: "primary" },
          { kind: "open-form", label: "Jawab", form: "answer", token: "t2" },
        ],
      },
      text("di antara"),
      {
        kind: "buttons",
        items: [
          { kind: "link", label: "Buka", url: "https://contoh.example" },
          { kind: "link", label: "Jebakan", url: "tg://resolve?domain=x" },
        ],
      },
      { kind: "buttons", items: [{ kind: "link", label: "Lokal", url: "http://localhost" }] },
    ]);
    expect(rows).toEqual([
      [
        { text: "Setujui", callback_data: "t1", style: "primary" },
        { text: "Jawab", callback_data: "t2" },
      ],
      [{ text: "Buka", url: "https://contoh.example/" }],
    ]);
  });

  it("carries 64 bytes and refuses more", () => {
    const button = (token: string): Block => ({ kind: "buttons", items: [{ kind: "act", label: "Tekan", token }] });
    expect(keyboardOf([button("t".repeat(64))])).toHaveLength(1);
    expect(() => keyboardOf([button("é".repeat(33))])).toThrow("token-over-limit");
  });
});
