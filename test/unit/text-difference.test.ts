import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceSpans } from "../../src/app/views/text-difference.js";
import type { Span } from "../../src/ports/chat/outbound.js";

const wordsOf = (span: Span): string => ("text" in span ? span.text : "");
const shown = (before: string, after: string): string => (differenceSpans(before, after) ?? []).map(wordsOf).join("");

describe("the difference of two texts", () => {
  it.each([
    ["pukul 08.00 besok", "pukul 08.30 besok", "pukul [-08.00-]{+08.30+} besok"],
    ["Rp1.500.000 saja", "Rp1.750.000 saja", "[-Rp1.500.000-]{+Rp1.750.000+} saja"],
    ["tanggal 5/3.", "tanggal 6/3.", "tanggal [-5/3-]{+6/3+}."],
    ["10:30 WIB", "10:45 WIB", "[-10:30-]{+10:45+} WIB"],
    ["naik 2,5 persen", "naik 2,7 persen", "naik [-2,5-]{+2,7+} persen"],
    ["2026-03-05", "2026-03-06", "[-2026-03-05-]{+2026-03-06+}"],
    ["08.00-12.00", "08.00-13.00", "[-08.00-12.00-]{+08.00-13.00+}"],
    ["Libur tanggal 5.", "Libur tanggal 6.", "Libur tanggal [-5-]{+6+}."],
    ["Tahap 1. 2 orang", "Tahap 1. 3 orang", "Tahap 1. [-2-]{+3+} orang"],
    ["a.b", "a.c", "a.[-b-]{+c+}"],
    ["NIK 3310105512900001 siap", "NIK Anda siap", "NIK [-331…01-]{+Anda+} siap"],
    ["Hubungi 0812 3456 7890.", "Hubungi kantor.", "Hubungi [-081…90-]{+kantor+}."],
    ["surel a.budi@contoh.id", "surel b.budi@contoh.id", "surel [-a.b…id-]{+b.budi@contoh.id+}"],
    ["08123456789 buka", "08123456789 tutup", "08123456789 [-buka-]{+tutup+}"],
    ["Libur besok", "Libur lusa", "Libur [-besok-]{+lusa+}"],
  ])("%s → %s", (before, after, difference) => {
    expect(shown(before, after)).toBe(difference);
  });

  it("loses nothing of the new text", () => {
    const text = fc.array(
      fc.constantFrom("081234567890", "a@b.id", "\uE000", "08.00", "5/3", "1.500", "-", ".", " ", "a", "12", "\n"),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const spans = differenceSpans(before.join(""), after.join("")) ?? [];
        const kept = spans.filter(({ kind }) => kind !== "italic");
        const said = kept.map((span) => (span.kind === "bold" ? wordsOf(span).slice(2, -2) : wordsOf(span))).join("");
        expect(said.replace(/\s/g, "")).toBe(after.join("").replace(/\s/g, ""));
      }),
    );
  });
});
