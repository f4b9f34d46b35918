import { describe, expect, it } from "vitest";
import { surface as declared } from "../../src/app/surface.js";
import { historyView } from "../../src/app/views/history.js";
import { mayUse } from "../../src/app/views/may-use.js";
import { sceneryOf } from "../../src/app/views/scenery.js";
import { plainTextOf } from "../../src/chatkit/blocks.js";
import { commandNames } from "../../src/i18n/id/command-names.js";
import { id } from "../../src/i18n/id.js";
import type { FormInput } from "../../src/ports/chat/forms.js";
import type { Surface } from "../../src/ports/chat/surface.js";
import type { HistoryLine } from "../../src/ports/store.js";
import * as made from "../support/view-cases.js";
import { actionOf, atMinute, composeIn, directory, holder, logged, roomy, show } from "../support/view-fixture.js";

const line = (number: number, change = {}) => ({
  id: `i-${number}`,
  code: `KOBAR-26-00${number}`,
  text: "Kapan lampu jalan\ndi depan pasar diperbaiki?",
  status: "forwarded",
  agencyId: "a-dishub",
  updatedAt: atMinute(0),
  ...change,
});

const kindInput: FormInput = {
  name: "sentiment",
  label: { id: "Sentimen", en: "Sentiment" },
  hint: { id: "Positif, netral atau negatif", en: "Positive, neutral or negative" },
  required: false,
  kind: "choice",
  options: [
    { value: "positive", label: { id: "Positif", en: "Positive" } },
    { value: "negative", label: { id: "Negatif", en: "Negative" } },
  ],
};

const surface: Surface = {
  greeting: { id: "", en: "" },
  needsAdmin: { id: "", en: "" },
  commands: [
    {
      name: "inquiry",
      aliases: ["catat"],
      usage: { id: "/catat TEKS [sentiment=…]", en: "/inquiry TEXT [sentiment=…]" },
      summary: { id: "Catat pertanyaan warga", en: "Log a citizen's question" },
      inputs: [kindInput],
    },
    {
      name: "approve",
      aliases: ["setuju"],
      usage: { id: "/setuju KODE", en: "/approve CODE" },
      summary: { id: "Setujui", en: "Approve" },
      inputs: [],
    },
  ],
  forms: new Map(),
};

describe("the queue", () => {
  const queue = (lines: { items: readonly ReturnType<typeof line>[]; more: boolean; total: number }, page = 0) =>
    show({ lines, now: atMinute(60) }, { kind: "queue", agencyId: "a-dishub", page });

  it("says what is open, until when, and whose it is where it is another agency's", async () => {
    const items = [line(42, { deadlineAt: atMinute(120) }), line(43, { agencyId: "a-pupr", status: "received" })];
    const { text } = await queue({ items, more: false, total: 2 });
    expect(text).toBe(
      [
        "Pertanyaan terbuka Dinas Perhubungan (2)",
        "KOBAR-26-0042 · Diteruskan · batas Sen 2 Mar 14.00 WIB (sisa 1 jam)",
        "Kapan lampu jalan di depan pasar diperbaiki?",
        "KOBAR-26-0043 · Diterima · Dinas PUPR",
        "Kapan lampu jalan di depan pasar diperbaiki?",
      ].join("\n"),
    );
  });

  it("says of a returned one that it needs forwarding, why and where it might belong", async () => {
    const returned = { reason: `Jalan\nprovinsi ${"x".repeat(200)}`, suggestsAgencyId: "a-pdam" };
    const { text } = await queue({ items: [line(42, { status: "received", returned })], more: false, total: 1 });
    expect(text).toMatch(
      /KOBAR-26-0042 · Dikembalikan, perlu diteruskan · alasan: Jalan provinsi x+… · disarankan ke Perumdam\n/,
    );
    expect(text.length).toBeLessThan(350);
  });

  it("says how to begin when nothing is open", async () => {
    const { text, composed } = await queue({ items: [], more: false, total: 0 });
    expect(text).toContain("Tidak ada pertanyaan warga yang terbuka.");
    expect(composed.message.summary).toContain("/catat");
    expect((await queue({ items: [], more: false, total: 3 }, 5)).text).toContain("Halaman ini kosong.");
  });

  it("names in one line the content that waits, was returned or is ready, and leads to its calendar", async () => {
    const none = await queue({ items: [], more: false, total: 0 });
    expect(none.text).not.toContain("Konten");
    const content = { kind: "queue", agencyId: "a-dishub", page: 0 } as const;
    const shown = await show({ contentCounts: { waiting: 2, returned: 1, ready: 1 } }, content);
    const line =
      "Konten: 1 dikembalikan pejabat, 2 menunggu keputusan pejabat, 1 siap ditayangkan. Lihat /tugas konten.";
    expect(shown.text).toContain(`Tidak ada pertanyaan warga yang terbuka. Bila`);
    expect(shown.text).toContain(line);
    expect(shown.composed.message.summary).toBe(line);
    const ready = await show({ contentCounts: { waiting: 0, returned: 0, ready: 1 } }, content);
    expect(ready.text).toContain("Konten: 1 siap ditayangkan.");
    expect(actionOf(shown, "Kalender konten")).toEqual({ command: "queue", values: { list: "content" } });
  });

  it("leads to the pages beside it", async () => {
    const shown = await queue({ items: [line(42)], more: true, total: 40 }, 1);
    expect(shown.labels).toEqual(["Sebelumnya", "Berikutnya"]);
    expect(actionOf(shown, "Berikutnya")).toEqual({ command: "queue", values: { page: "2" } });
    expect(shown.text).toContain("Halaman 2");
  });
});

describe("search", () => {
  it("repeats what was sought, literally and not at any length", async () => {
    const words = `*lampu* ${"x".repeat(400)}`;
    const shown = await show({}, { kind: "find", words, page: 0 });
    expect(shown.text).toContain('Hasil pencarian "*lampu* xxx');
    expect(shown.text.length).toBeLessThan(400);
    const more = await show({ lines: { items: [line(42)], more: true, total: 11 } }, { kind: "find", words, page: 0 });
    expect(actionOf(more, "Berikutnya")).toEqual({ command: "find", values: { words, page: "1" } });
  });
});

describe("content that was found", () => {
  it("is marked as content, with its state, its agency and its theme", async () => {
    const found = { proposalId: "p-1", code: "KOBAR-26-0044", status: "submitted", agencyId: "a-pupr" };
    const content = { kind: "find", words: "libur", page: 0 } as const;
    const items = [{ ...found, theme: "Libur\n*layanan*" }, line(42)];
    const { text } = await show({ found: { items, more: false, total: 2 } }, content);
    expect(text).toContain(`KOBAR-26-0044 · Konten · ${id.content.status.submitted} · Dinas PUPR\nLibur *layanan*\n`);
    expect(text).toContain("KOBAR-26-0042 · Diteruskan · Dinas Perhubungan");
  });
});

describe("the history", () => {
  const entry = (kind: string, content: HistoryLine["content"], actor?: string): HistoryLine => ({
    at: atMinute(5),
    kind,
    content,
    ...(actor ? { actor } : {}),
  });
  const noted = (mediaType: string) => ({ key: "k", name: "lampiran", mediaType, sizeBytes: 9 });
  const history = (lines: readonly HistoryLine[]) =>
    show({ cases: [logged()], history: lines }, { kind: "history", inquiryId: "i-1", page: 0 });

  it.each([
    [entry("received", {}, holder("a-dishub", "officer")), "officer a-dishub: dicatat"],
    [
      entry("forwarded", { agencyId: "a-pupr", note: "Mohon cek" }),
      "Tanggap: diteruskan ke Dinas PUPR, catatan: Mohon cek",
    ],
    [
      entry("forwardReturned", { agencyId: "a-pupr", reason: "Bukan kami", suggestsAgencyId: "a-pdam" }),
      "Tanggap: dikembalikan Dinas PUPR: Bukan kami, disarankan ke Perumdam",
    ],
    [
      entry("decided", { decision: "approve", version: 2, position: "Kepala Bidang" }),
      "Tanggap: v2: Disetujui Kepala Bidang",
    ],
    [entry("answerSubmitted", { version: 1 }), "Tanggap: menulis naskah jawaban v1"],
    [entry("closed", { reason: "spam" }), "Tanggap: selesai: Spam"],
    [entry("noted", { text: "Siap" }, holder("a-dishub", "officer")), "officer a-dishub: menyimpan catatan: Siap"],
    [
      entry("noted", { text: "", attachments: [noted("image/png")] }),
      "Tanggap: menyimpan berkas sebagai catatan\n📎 lampiran",
    ],
    [
      entry("noted", { text: "Izin", attachments: [noted("audio/ogg")] }),
      "Tanggap: menyimpan catatan suara: Izin\n📎 lampiran",
    ],
    [entry("published", {}), "Tanggap: tayang lewat pesan pribadi"],
    [entry("refused", { what: "approve", why: "onlyRole" }), "Tanggap: mencoba menyetujui, tetapi ditolak"],
    [entry("refused", { what: "form", why: "stale" }), "Tanggap: permintaan ditolak, tidak ada yang berubah"],
    [
      entry("refused", { what: "posted", why: "notReady", values: { status: "approval" } }),
      "Tanggap: mencoba mencatat tayang, tetapi ditolak: KOBAR-26-0042 belum siap ditayangkan (sekarang: Menunggu persetujuan pejabat). Mohon lihat langkah berikutnya di /status KOBAR-26-0042",
    ],
    [entry("somethingNew", { secret: { deep: 1 } }), "Tanggap: dicatat dalam riwayat"],
  ])("%#", async (one, text) => {
    expect((await history([one])).text).toBe(`Riwayat KOBAR-26-0042 (1)\nSen 2 Mar 12.05 WIB · ${text}`);
  });

  it.each([
    ["the first of several", 0, 10, true, /\nHalaman 1 dari 3$/],
    ["the last", 2, 4, false, /\nHalaman 3 dari 3$/],
    ["behind the last", 9, 0, false, /\nHalaman 10$/],
    ["the only one", 0, 4, false, /dicatat$/],
  ] as const)("numbers its pages: %s", (_name, page, count, more, end) => {
    const items = Array.from({ length: count }, () => entry("received", {}));
    const scenery = sceneryOf({ directory: directory(), now: atMinute(60) }, undefined, 40_000);
    const { blocks } = historyView(scenery, { code: "KOBAR-26-0042", isContent: false }, page, {
      items,
      more,
      total: 24,
    });
    expect(plainTextOf(blocks)).toMatch(end);
  });

  it("says when there is none, and is dropped without its case", async () => {
    expect((await history([])).text).toContain("Belum ada riwayat KOBAR-26-0042.");
    expect(await composeIn({}, { kind: "history", inquiryId: "i-1", page: 0 })).toBe("drop");
  });
});

describe("rules", () => {
  it("opens one place with its level", async () => {
    const { text, labels } = await show({}, { kind: "rules", citation: "Lamp. B angka 4", page: 0 });
    expect(text).toMatch(/^Lamp\. B angka 4 · Perbup Kotawaringin Barat 20\/2017\nPeraturan\n.*24 jam.*\nTafsir\n/);
    expect(text.split("Lamp. B angka 4")).toHaveLength(2);
    expect(labels).toEqual([]);
  });

  it("names the places again where the heading names several", async () => {
    const { text } = await show({}, { kind: "rules", citation: "Pasal 12 ayat (1); Lamp. B angka 4", page: 0 });
    expect(text).toMatch(/^Pasal 12 ayat \(1\); Lamp\. B angka 4 · [^\n]*\nTafsir\n/);
    expect(text).toContain("\nPasal 12 ayat (1) · Peraturan\n");
    expect(text).toContain("\nLamp. B angka 4 · Peraturan\n");
  });

  it("finds by a word and pages through all", async () => {
    const found = await show({}, { kind: "rules", word: "LAPORAN", page: 0 });
    expect(found.text).toContain('Dasar tentang "LAPORAN"');
    expect(actionOf(found, "Berikutnya")).toEqual({ command: "rules", values: { word: "LAPORAN", page: "1" } });
    const pages = Number(/Halaman 1 dari (\d+)$/.exec(found.text)?.[1]);
    const last = await show({}, { kind: "rules", word: "LAPORAN", page: pages - 1 });
    expect(last.text).toContain(`Halaman ${pages} dari ${pages}`);
    expect(last.labels).toEqual(["Sebelumnya"]);
    expect((await show({}, { kind: "rules", page: 0 })).blocks.filter(({ kind }) => kind === "text")).toHaveLength(8);
    expect((await show({}, { kind: "rules", word: "zzz", page: 0 })).text).toContain('Tidak ada aturan tentang "zzz".');
  });

  it.each([
    ["kobar-2017", ["Pasal 11 · ", "Pasal 11 huruf c · "]],
    ["klaten-2020", ["Pasal 12 · ", "Pasal 12 huruf a · ", "Pasal 14 huruf b · ", "Pasal 3 huruf e · "]],
    ["jabar-2019", ["Pasal 7 · ", "Pasal 7 huruf c · "]],
  ])("of %s are found by the word of the card", async (profile, places) => {
    const kept = { directory: directory({ profile }) };
    const pages = [0, 1].map((page) => show(kept, { kind: "rules", word: "kategori", page }));
    const text = (await Promise.all(pages)).map((each) => each.text).join("\n");
    for (const place of places) expect(text).toContain(place);
    expect(text).not.toContain("Pasal 19");
  });

  it("is in the government's language", async () => {
    const english = directory({ locale: "en" });
    const { text } = await show({ directory: english }, { kind: "rules", citation: "Lamp. B angka 4", page: 0 });
    expect(text).toContain("gives its answer through the officer within 24 hours");
  });
});

describe("help", () => {
  it("lists only what the roles can use", async () => {
    const help = { kind: "help", roles: ["official"] } as const;
    const { text } = await show({ surface }, help);
    expect(text).toContain("/catat TEKS [sentiment=…]\nCatat pertanyaan warga (/inquiry)");
    expect(mayUse(directory(), "inquiry", ["official"])).toBe(false);
    expect(mayUse(directory(), "inquiry", ["auditor", "officer"])).toBe(true);
    expect(mayUse(directory(), "approve", ["official"])).toBe(true);
    expect(mayUse(directory(), "nothing", ["officer"])).toBe(false);
  });

  it.each(["inquiry", "/Inquiry", "catat"])("explains %s by its name or alias", async (command) => {
    const { text } = await show({ surface }, { kind: "help", roles: [], command });
    expect(text).toContain("Cara pakai: /catat TEKS [sentiment=…]");
    expect(text).toContain("Contoh: /catat ");
    expect(text).toMatch(/^\/catat · .*\n/);
    expect(text).toContain("Sebutan lain: /inquiry");
    expect(text).toContain("sentimen: Sentimen (boleh kosong) · Positif, netral atau negatif");
  });

  it("writes the typed form with the inputs' names of the language", async () => {
    const help = { kind: "help", roles: ["officer"], command: "return" } as const;
    const whole = { surface: declared };
    expect((await show(whole, help)).text).toContain("Cara pakai: /kembalikan KODE ALASAN [ke=INSTANSI]");
    expect((await show(whole, { ...help, command: "posted" })).text).toContain(
      "Cara pakai: /tayang KODE TAUTAN|pribadi",
    );
    expect((await show(whole, { ...help, command: "inquiry" })).text).toContain(
      "/catat TEKS [jenis=…] [akun=…] [dari=…] [tautan=…] [unggahan=…] [sentimen=…] [tema=…]",
    );
    const english = await show({ ...whole, directory: directory({ locale: "en" }) }, help);
    expect(english.text).toContain("Usage: /return CODE REASON [to=AGENCY]");
  });

  it("is written in the language wherever it is shown: usage and examples, names of commands and inputs", () => {
    for (const { name, usage } of declared.commands) {
      expect(usage.id, name).toMatch(new RegExp(`^/${commandNames[name] ?? name}\\b`));
      expect(usage.en, name).toMatch(new RegExp(`^/${name}\\b`));
      for (const [input, called] of Object.entries(id.inputNames))
        if (called !== input) expect(usage.id, name).not.toMatch(new RegExp(`\\b${input}=`));
    }
    for (const [name, { example }] of Object.entries(id.commands))
      expect(example, name).toMatch(new RegExp(`^/${commandNames[name] ?? name}\\b`));
  });

  it("lists every command by its Indonesian name, and in English by its own", async () => {
    const help = { kind: "help", roles: [] } as const;
    const { text } = await show({ surface: declared }, help);
    for (const [name, called] of Object.entries(commandNames)) expect(`${text}\n`, name).toMatch(`\n/${called}`);
    const english = (await show({ surface: declared, directory: directory({ locale: "en" }) }, help)).text;
    for (const name of Object.keys(commandNames)) expect(`${english}\n`, name).toMatch(`\n/${name}`);
    expect(english).not.toMatch(/\(\/[a-z]+\)/);
  });

  it("says so when there is no such command", async () => {
    const { text } = await show({ surface }, { kind: "help", roles: [], command: "terbang" });
    expect(text).toContain("Perintah /terbang tidak dikenal.");
    expect(text).toContain("/setuju KODE");
  });
});

describe("questions, offers and copies", () => {
  it("asks in the command's own words, after what was wrong", async () => {
    const question = { kind: "question", command: "answer", input: "text" } as const;
    expect((await show({ surface }, question)).text).toContain("Mohon kirim naskah jawabannya.");
    const wrong = { ...question, problem: "tooLong", problemValues: { length: 12_000, max: 10_000 } } as const;
    expect((await show({ surface }, wrong)).composed.message.summary).toBe(
      "Teks terlalu panjang: 12.000 karakter, paling banyak 10.000. Mohon dipersingkat. Mohon kirim naskah jawabannya.",
    );
    expect((await show({ surface }, question)).text).toContain("Untuk membatalkan, ketik /batal.");
  });

  it("has a button for each choice of a closed one", async () => {
    const { buttons, composed } = await show({ surface }, { kind: "question", command: "inquiry", input: "sentiment" });
    expect(buttons.map(({ label }) => label)).toEqual(["Positif", "Negatif"]);
    expect(composed.tokens.map(({ action }) => action.values)).toEqual([
      { command: "inquiry", input: "sentiment", value: "positive" },
      { command: "inquiry", input: "sentiment", value: "negative" },
    ]);
  });

  it("names the choices in words where they are too many for buttons", async () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ value: `v${at}`, label: { id: `V${at}`, en: `V${at}` } }));
    const [inquiry] = surface.commands;
    const input: FormInput = { ...kindInput, kind: "choice", options: many };
    const wide = {
      ...surface,
      commands: inquiry ? [{ ...inquiry, inputs: [input] }] : [],
    };
    const { text, buttons } = await show(
      { surface: wide },
      { kind: "question", command: "inquiry", input: kindInput.name },
    );
    expect(text).toContain("Pilihannya: v0; v1;");
    expect(buttons).toEqual([]);
  });

  it("offers what to do with a reply until it is decided", async () => {
    const reply = {
      id: "r-1",
      inquiryId: "i-1",
      message: { platform: "simulator", workspace: "w", channel: "c", id: "1" },
      personId: "p",
      text: "Siap, *kami cek*",
      attachments: [],
      state: "offered",
      at: atMinute(1),
    } as const;
    const offer = { kind: "offer", replyId: "r-1", inquiryId: "i-1" } as const;
    const shown = await show({ cases: [logged()], replies: [reply] }, offer);
    expect(shown.labels).toEqual(["Jadikan jawaban", "Simpan catatan"]);
    expect(actionOf(shown, "Simpan catatan")).toEqual({
      command: "keep",
      values: { code: "KOBAR-26-0042", reply: "r-1" },
    });
    expect(shown.blocks).toContainEqual({ kind: "quote", spans: [{ kind: "plain", text: "Siap, *kami cek*" }] });
    const done = await show({ cases: [logged()], replies: [{ ...reply, state: "note" }] }, offer);
    expect(done.labels).toEqual([]);
    expect(done.text).toContain("Disimpan sebagai catatan KOBAR-26-0042.");
    expect(await composeIn({ cases: [logged()] }, offer)).toBe("drop");
  });

  it("gives the exact text to copy, and says instead where it may not be posted, or which one counts", async () => {
    const text = "Lampu diganti *Jumat*.\n\n  Terima kasih. ";
    const ready = made.answered(logged(), text);
    const copy = { kind: "copy", inquiryId: "i-1", answerId: "n-1" } as const;
    const shown = await show({ cases: [ready] }, copy);
    expect(shown.blocks).toContainEqual({ kind: "code", text });
    expect(shown.text).toContain("siap disalin");
    expect(shown.labels).toEqual(["Sudah tayang, isi tautan"]);
    expect(actionOf(shown, "Sudah tayang, isi tautan")?.values).toEqual({ code: "KOBAR-26-0042", answer: "n-1" });
    const awaiting = (await show({ cases: [made.answered(logged(), text, "jabar-2019")] }, copy)).text;
    expect(awaiting).toContain('Mohon belum ditayangkan: KOBAR-26-0042 sekarang "Menunggu persetujuan pejabat".');
    expect(awaiting).not.toContain("siap disalin");
    const old = await show({ cases: [made.answered(ready, "Baru.")] }, copy);
    expect(old.text).toBe("Naskah sudah berubah. Mohon pakai KOBAR-26-0042 v2.");
    expect(old.labels).toEqual([]);
  });

  it("fits what it makes to the platform, with a pointer to the rest", async () => {
    const long = logged({ text: "Kalimat panjang sekali. ".repeat(400).trim() });
    const narrow = { ...roomy, text: { maxChars: 2000 }, forms: { style: "dialogue" } } as const;
    const content = { kind: "case-card", inquiryId: "i-1", agencyId: "a-dishub" } as const;
    const shown = await show({ cases: [long] }, content, undefined, narrow);
    expect(shown.text.length).toBeLessThanOrEqual(2000);
    expect(shown.text).toContain("Kalimat panjang sekali. … selengkapnya: /status KOBAR-26-0042");
    expect(shown.buttons.every((button) => button.kind === "act")).toBe(true);
    expect((await show({ cases: [long] }, content)).text).toContain(long.text);
  });
});
