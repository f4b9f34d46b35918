import { describe, expect, it } from "vitest";
import { mediumTextOf } from "../../src/app/content/medium-text.js";
import { postText } from "../../src/app/content/post-text.js";
import { bytesOf, codeUnitsOf, graphemesOf, threadsUnitsOf, weightedOf } from "../../src/domain/medium/lengths.js";
import { type PersonalDataKind, personalDataIn } from "../../src/domain/proposal/personal-data.js";
import { isSpellingFix } from "../../src/domain/proposal/spelling.js";

describe("lengths, as each medium counts", () => {
  it.each([
    ["Halo", 4, 4],
    ["👨‍👩‍👧‍👦", 1, 2],
    ["🇮🇩", 1, 2],
    ["日本", 2, 4],
    ["https://example.id/sangat/panjang/sekali/sampai/ke/ujung", 56, 23],
    ["dukcapil.contoh.go.id/jadwal dan b@c.id", 39, 34],
    ["cafe\u0301", 4, 4],
    ["Lihat https://a.id dan https://b.id.", 36, 57],
  ])("%s: %d as people see it, %d on X", (text, seen, weighted) => {
    expect(graphemesOf(text)).toBe(seen);
    expect(weightedOf(text)).toBe(weighted);
  });

  it("counts an emoji on Threads by its bytes, and bytes and code units where they count", () => {
    expect(threadsUnitsOf("a👍")).toBe(1 + 4);
    expect(bytesOf("é👍")).toBe(6);
    expect(codeUnitsOf("é👍")).toBe(3);
  });
});

describe("a text for a medium", () => {
  it("stays whole where it fits, and where the medium has no limit", () => {
    expect(mediumTextOf("x", "Halo.")).toEqual({ parts: ["Halo."], length: 5, maxChars: 280, tooLong: false });
    expect(mediumTextOf("blog", "a".repeat(9_000)).parts).toHaveLength(1);
  });

  it("becomes a numbered thread on X, and is too long where there are no threads", () => {
    const text = "Satu kalimat yang cukup panjang untuk diuji. ".repeat(10).trim();
    const { parts } = mediumTextOf("x", text);
    expect(parts.length).toBe(2);
    expect(parts[0]).toMatch(/diuji\.\n\(1\/2\)$/);
    expect(mediumTextOf("instagram", "a".repeat(2_201))).toMatchObject({ tooLong: true, maxChars: 2_200 });
  });

  it("is the body and the hashtags it does not hold already", () => {
    expect(postText({ body: "Buka #Layanan hari ini.", hashtags: ["layanan", "Klaten"] })).toBe(
      "Buka #Layanan hari ini.\n\n#Klaten",
    );
    expect(postText({ body: "Buka.", hashtags: [] })).toBe("Buka.");
  });
});

describe("personal data", () => {
  it.each<readonly [string, readonly PersonalDataKind[]]>([
    ["NIK 3310105512900001", ["nik"]],
    ["NIK 33.1010.551290.0001", ["nik"]],
    ["no KK: 3310101512900001", ["kk"]],
    ["hubungi +62 812 3456 7890 atau 081234567890", ["phone", "phone"]],
    ["surel nama.orang@contoh.id", ["email"]],
    ["surel layanan@dukcapil.contoh.go.id", []],
    ["surel palsu@contoh.go.id.example", ["email"]],
    ["hubungi (0812) 3456-7890 atau (+62) 812 3456 7890", ["phone", "phone"]],
    ["plat KH-1234-AB, nopol B 1 A, D 123 AB", ["plate", "plate", "plate"]],
    ["plat KH 1234 AB", ["plate"]],
    ["NIK3310105512900001", ["nik"]],
    ["WA081234567890", ["phone"]],
    ["NIK 3310\u00a01055\u00a01290\u00a00001 dan 3310  1066  1290  0001", ["nik", "nik"]],
    ["0812–3456–7890 atau +62 (812) 3456-7890", ["phone", "phone"]],
    ["nopol ad 1234 xy", ["plate"]],
    ["B 1234 XY, B2025XY", ["plate", "plate"]],
    ["1446 H 2025 M", []],
    ["PELAYANAN KB 2025 DI KLATEN, KB 150 DI SINI", []],
    ["jalan a 1234 b", []],
    ["Nomor resi 9999999999999999", []],
    ["Anggaran Rp3.310.105.512.900", []],
    ["Pasal 12 huruf a, tahun 2026", []],
    ["Call center 112, (0272) 321046", []],
    ["Jalan A 12 B", []],
  ])("%s", (text, kinds) => {
    expect(personalDataIn(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  it("is each datum once, whatever its form, also where two look alike once hidden", () => {
    const alike = "3310105512900001, 3310 1055 1290 0001 dan 3310106612900001";
    expect(personalDataIn(alike).map(({ shown }) => shown)).toEqual(["331…01", "331…01"]);
  });

  it("is never shown whole", () => {
    for (const { shown } of personalDataIn("3310105512900001 081234567890 a@b.id B 1 A")) expect(shown).toContain("…");
  });
});

describe("a spelling fix", () => {
  it.each([
    ["Layanan buka senin.", "Layanan buka senin", true],
    ["Layanan adminduk dibuka kemabli.", "Layanan adminduk dibuka kembali.", true],
    ["layanan dibuka.", "Layanan dibuka.", true],
    ["Buka pukul 08.00.", "Buka pukul 09.00.", false],
    ["Layanan tidak dibuka.", "Layanan dibuka.", false],
    ["Layanan tidak dibuka.", "Layanan telah dibuka.", false],
    ["Dibuka oleh Bupati Rina.", "Dibuka oleh Bupati Rani.", false],
    ["Butuh lima orang.", "Butuh lama orang.", false],
    ["Warga ada di sini.", "Warga apa di sini.", false],
    ["Layanan dibuka.", "Layanan ditutup.", false],
    ["Layanan dibuka besok.", "Layanan dibuka.", false],
    ["Kantor libur 5 hari", "Kantor libur, 5 hari", true],
    ["Kantor libur; loket tutup", "Kantor libur:\n\nloket tutup!", true],
    ["Pelayananan dibuka", "Pelayanan dibuka", false],
    ["pelayanann dibuka", "pelayanan dibuka", true],
    ["Warga membayar.", "Warga membakar.", false],
    ["Kami melarang itu.", "Kami melayang itu.", false],
    ["Tindakan moral.", "Tindakan amoral.", false],
    ["Daftar di https://contoh.id/daftar", "Daftar di https://contoh.id/dafatr", false],
    ["Daftar di contoh.example/daftar", "Daftar di contoh.example/dafatr", false],
    ["Tulis ke @dishub_contoh", "Tulis ke @dishub_cotnoh", false],
    ["Pakai #LayananBaru", "Pakai #LayananBraru", false],
    ["Diskon 50% hari ini", "Diskon 50 hari ini", false],
    ["Suhu -5 derajat", "Suhu 5 derajat", false],
    ["Biaya 1.500.000 rupiah", "Biaya 1.500,000 rupiah", false],
    ["✅ Layanan dibuka", "❌ Layanan dibuka", false],
    ["Besok libur?", "Besok libur.", false],
    ["Layanan dibuka", "Layanan dibuka ✅", false],
  ])("%s → %s: %s", (before, after, isFix) => {
    expect(isSpellingFix(before, after)).toBe(isFix);
  });

  it("takes any length of a word", () => {
    const long = "a".repeat(100_000);
    expect(isSpellingFix(`di ${long}`, `di ${long}b`)).toBe(true);
    expect(isSpellingFix(`di ${long}`, `di ${long}bb`)).toBe(false);
  });
});
