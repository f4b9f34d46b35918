import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanAltText, cleanFileName } from "../../src/chatkit/file-name.js";
import { hashedContent } from "../../src/domain/attachment.js";
import { allowedMediaTypes } from "../../src/ports/files.js";
import { hostileTexts } from "../support/hostile-texts.js";

const types = fc.constantFrom(...allowedMediaTypes, "", "text/html");
const anyName = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("..", "/", "\\", "\0", "\u202E", " ", ".", "a", "😀", ".jpg", "\n") }),
  fc.constantFrom(...hostileTexts),
);

describe("the name of a file", () => {
  it("is one short line that is no path and shows nothing but itself, whatever it was", () => {
    fc.assert(
      fc.property(anyName, types, (raw, mediaType) => {
        const name = cleanFileName(raw, mediaType);
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[\s.]|[\s.]$/);
        expect(name.length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(105);
        expect(cleanFileName(name, mediaType)).toBe(name);
      }),
    );
  });

  it.each([
    ["foto.jpg", "image/jpeg", "foto.jpg"],
    ["FOTO.JPEG", "image/jpeg", "FOTO.JPEG"],
    ["foto", "image/png", "foto.png"],
    ["tagihan.pdf.exe", "application/pdf", "tagihan.pdf.exe.pdf"],
    ["../../etc/passwd", "image/jpeg", "etc_passwd.jpg"],
    ["C:\\Users\\x\\foto.png", "image/png", "C__Users_x_foto.png"],
    ["a\0b.png", "image/png", "ab.png"],
    ["\u202Egpj.exe", "image/png", "gpj.exe.png"],
    [".htaccess", "image/png", "htaccess.png"],
    ["", "image/webp", "file.webp"],
    [".png", "image/png", "png.png"],
    ["suara", "audio/ogg", "suara.ogg"],
    [`${"a".repeat(300)}.pdf`, "application/pdf", `${"a".repeat(100)}.pdf`],
    ["Surat edaran  no. 3\n.docx", "", "Surat edaran no. 3 .docx"],
  ])("%j of %s is %j", (raw, mediaType, name) => {
    expect(cleanFileName(raw, mediaType)).toBe(name);
  });

  it("has an alternative text of one line, or none", () => {
    expect(cleanAltText(" Jalan\n yang\u202E rusak ")).toBe("Jalan yang rusak");
    expect(cleanAltText("\u200B ")).toBeUndefined();
    expect([...(cleanAltText("a".repeat(5_000)) ?? "")]).toHaveLength(1_000);
  });
});

describe("what the hash of an answer is taken over", () => {
  const file = fc.record({ key: fc.string(), altText: fc.option(fc.string(), { nil: undefined }) }).map((each) => ({
    key: each.key,
    name: "a",
    mediaType: "image/png",
    sizeBytes: 1,
    ...(each.altText === undefined ? {} : { altText: each.altText }),
  }));
  const written = fc.record({ text: fc.string(), attachments: fc.array(file, { maxLength: 3 }) });
  const said = (each: { text: string; attachments: readonly { key: string; altText?: string }[] }) =>
    JSON.stringify([each.text, each.attachments.map(({ key, altText }) => [key, altText ?? null])]);

  it("is the text alone where there are no files", () => {
    fc.assert(fc.property(fc.string(), (text) => hashedContent({ text, attachments: [] }) === text));
  });

  it("is the same for the same text, files and alternative texts in their order, and for nothing else", () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        expect(hashedContent(a) === hashedContent(b)).toBe(said(a) === said(b));
        // Nobody can write a text that is taken for another with files.
        expect(hashedContent({ text: hashedContent(a).replaceAll("\0", ""), attachments: [] })).not.toBe(
          a.attachments.length > 0 ? hashedContent(a) : "\0",
        );
      }),
    );
  });

  it("does not change with a file's name", () => {
    const one = { key: "k", name: "a.png", mediaType: "image/png", sizeBytes: 1 };
    const other = { ...one, name: "b.png" };
    expect(hashedContent({ text: "t", attachments: [one] })).toBe(hashedContent({ text: "t", attachments: [other] }));
    expect(hashedContent({ text: "t", attachments: [one] })).toBe('\0{"attachments":[{"key":"k"}],"text":"t"}');
  });
});
