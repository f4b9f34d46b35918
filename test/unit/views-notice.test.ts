import { describe, expect, it } from "vitest";
import { undoWindowMs } from "../../src/domain/approval/decide.js";
import type { NoticeCode } from "../../src/domain/notice.js";
import { catalogueOf } from "../../src/i18n/catalogue.js";
import type { MessageContent, NoticeValues } from "../../src/ports/message-content.js";
import * as made from "../support/view-cases.js";
import { actionOf, atMinute, chat, directory, holder, logged, show } from "../support/view-fixture.js";

type Notice = Omit<Extract<MessageContent, { kind: "notice" }>, "kind">;

const asked = made.answered(logged(), "Lampu diganti besok.", "jabar-2019");
const say = (notice: Notice, world = {}) =>
  show({ cases: [logged()], now: atMinute(120), ...world }, { kind: "notice", ...notice }, chat("a-dishub"));

/** Whatever a notice may be given, each in a form as the use cases give it. */
const everything: NoticeValues = {
  code: "KOBAR-26-0042",
  command: "teruskn",
  suggestion: "forward",
  government: "Kabupaten Contoh",
  roles: "officer,communications",
  agency: "Dinas PUPR",
  status: "approval",
  decision: "reject",
  name: "Pejabat Satu",
  position: "Kepala Bidang",
  time: "2026-03-02T05:00:00.000Z",
  instrument: "Keputusan Kepala Instansi",
  number: "800/1",
  date: "2026-02-28T17:00:00.000Z",
  version: 2,
  length: 12_000,
  max: 10_000,
  url: "https://contoh.example/p/1",
  input: "kind",
  value: "gosip",
  choices: "question, comment",
  reason: "Jalan provinsi",
  suggests: "Perumdam",
  to: "Perumdam",
  typed: "gosip",
  setting: "quiet",
  right: "case.close",
  role: "officer",
  scope: "any",
  bound: "officerServes",
  allowed: "none,own",
  citation: "Lamp. B angka 4",
  level: "regulation",
  origin: "available",
  gate: "approve",
  day: "5/3",
};

const codes = Object.keys(catalogueOf("id").notice) as readonly NoticeCode[];
const broken = /undefined|null|NaN|\[object|[{}]|\$\{| {2}|\.\.(?!\.)| [.,]|""/;

describe("every notice", () => {
  describe.each(["id", "en"] as const)("in %s", (locale) => {
    it.each(codes)("%s is a whole sentence with everything, and with nothing", async (code) => {
      for (const values of [everything, {}]) {
        const { text } = await say({ code, values }, { directory: directory({ locale }) });
        expect(text).not.toMatch(broken);
        expect(text).toMatch(/^\S.*(?:[.?]|https:\/\/contoh\.example\/p\/1)$/s);
        expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}T|officer,|\bkind\b.*gosip|: approval/);
      }
    });
  });

  it.each(codes)("%s names the case it is about", async (code) => {
    const { text, composed } = await say({ code, values: {}, inquiryId: "i-1" });
    expect(text).toContain("KOBAR-26-0042");
    expect(composed.message.summary).toContain("KOBAR-26-0042");
  });
});

describe("what a notice says", () => {
  const texts: readonly (readonly [code: NoticeCode, values: NoticeValues, text: string])[] = [
    [
      "onlyRole",
      { roles: "official", agency: "Dinas Perhubungan" },
      "Mohon maaf, hanya pejabat Dinas Perhubungan yang dapat menyetujui.",
    ],
    [
      "onlyRole",
      { roles: "officer,official,communications", agency: "a-pupr" },
      "Mohon maaf, hanya petugas atau pejabat Dinas PUPR atau Diskominfo yang dapat melakukan ini. Silakan hubungi yang bersangkutan.",
    ],
    [
      "onlyRole",
      { roles: "head,communications", agency: "a-pupr" },
      "Mohon maaf, hanya kepala instansi Dinas PUPR atau Diskominfo yang dapat melakukan ini. Silakan hubungi yang bersangkutan.",
    ],
    [
      "onlyRole",
      { roles: "officer", agency: "a-pupr", elsewhere: "yes" },
      "Mohon maaf, di grup ini hanya petugas Dinas PUPR yang dapat melakukan ini. Mohon tulis di grup instansi Anda.",
    ],
    [
      "otherAgency",
      { code: "KOBAR-26-0042" },
      "Mohon maaf, KOBAR-26-0042 ditangani instansi lain. Mohon hubungi instansi yang menanganinya.",
    ],
    [
      "otherAgency",
      { code: "KOBAR-26-0042", agency: "a-pupr" },
      "Mohon maaf, KOBAR-26-0042 ditangani Dinas PUPR. Mohon hubungi instansi tersebut.",
    ],
    [
      "appointmentExpired",
      { instrument: "Keputusan Kepala Instansi", number: "800/1", date: "2026-02-28T17:00:00.000Z" },
      "Keputusan Kepala Instansi Nomor 800/1 berakhir 1 Mar 2026. Mohon hubungi admin.",
    ],
    ["oldText", { code: "KOBAR-26-0042", version: 3 }, "Naskah sudah berubah. Lihat KOBAR-26-0042 v3."],
    [
      "unknownCommand",
      { command: "/teruskn", suggestion: "forward" },
      "Perintah /teruskn tidak dikenal. Maksudnya /forward? Daftar perintah: /bantuan.",
    ],
    [
      "decided",
      {
        code: "KOBAR-26-0042",
        decision: "approve",
        version: 2,
        name: "Pejabat Satu",
        position: "Kepala Bidang",
        time: "2026-03-02T05:00:00Z",
      },
      "Disetujui Pejabat Satu, Kepala Bidang, Sen 2 Mar 12.00 WIB. Naskah: KOBAR-26-0042 v2.",
    ],
    [
      "agencyReturned",
      { code: "KOBAR-26-0042", agency: "Dinas PUPR", reason: "Jalan provinsi.", suggests: "Perumdam", next: "forward" },
      "Dinas PUPR mengembalikan KOBAR-26-0042: Jalan provinsi. Disarankan ke Perumdam. Mohon diteruskan ke instansi yang berwenang.",
    ],
    ["closed", { code: "KOBAR-26-0042", reason: "spam" }, "KOBAR-26-0042 selesai. Alasan: Spam."],
    [
      "badChoice",
      { input: "sentiment", value: "marah", choices: "positive, neutral" },
      '"marah" tidak ada dalam pilihan sentimen. Pilihannya: Positif; Netral.',
    ],
    [
      "badUrl",
      { input: "url", url: "contoh", orPrivate: "yes" },
      'Tautan "contoh" belum lengkap. Mohon salin alamat yang diawali https://. Bila dijawab lewat pesan pribadi, tulis: pribadi.',
    ],
    [
      "badUrl",
      { input: "link", url: "contoh" },
      'Tautan "contoh" belum lengkap. Mohon salin alamat yang diawali https://.',
    ],
    ["published", { code: "KOBAR-26-0042" }, "KOBAR-26-0042 sudah dijawab lewat pesan pribadi."],
  ];

  it.each(texts)("%s", async (code, values, text) => {
    expect((await say({ code, values })).text).toBe(text);
  });

  it("keeps what people typed literally, also where it looks like a code or a template", async () => {
    const { blocks } = await say({ code: "unknownAgency", values: { agency: "{{x}} {code} <b>officer</b> @all" } });
    expect(blocks).toEqual([
      {
        kind: "text",
        spans: [
          {
            kind: "plain",
            text: 'Instansi "{{x}} {code} <b>officer</b> @all" tidak ditemukan. Mohon tulis kode atau nama lengkapnya, misalnya PUPR.',
          },
        ],
      },
    ]);
  });

  it.each([
    ["forward", "KOBAR-26-0042 sudah diteruskan.", "KOBAR-26-0042 forwarded."],
    ["answer", "Naskah jawaban KOBAR-26-0042 sudah tersimpan.", "The answer's text of KOBAR-26-0042 is saved."],
    ["use", "Balasan sudah dijadikan jawaban KOBAR-26-0042.", "The reply is now the answer to KOBAR-26-0042."],
    ["keep", "Balasan sudah disimpan sebagai catatan KOBAR-26-0042.", "The reply is kept as a note on KOBAR-26-0042."],
    ["return", "KOBAR-26-0042 sudah dikembalikan.", "KOBAR-26-0042 returned."],
    ["posted", "KOBAR-26-0042 sudah dicatat tayang.", "KOBAR-26-0042 recorded as posted."],
    ["close", "KOBAR-26-0042 sudah ditutup.", "KOBAR-26-0042 closed."],
    ["reopen", "KOBAR-26-0042 sudah dibuka kembali.", "KOBAR-26-0042 reopened."],
    ["draft", "KOBAR-26-0042 mulai disusun internal.", "Drafting KOBAR-26-0042 in-house began."],
    [
      "take",
      "KOBAR-26-0042 dicatat: sedang ditangani instansi Anda.",
      "Noted: your agency is working on KOBAR-26-0042.",
    ],
    ["something new", "KOBAR-26-0042 sudah diperbarui.", "KOBAR-26-0042 updated."],
    [
      "agencyAnswer",
      "Jawaban KOBAR-26-0042 sudah dikirim ke Dinas Perhubungan.",
      "The answer to KOBAR-26-0042 was sent to Dinas Perhubungan.",
    ],
    [undefined, "KOBAR-26-0042 sudah diperbarui.", "KOBAR-26-0042 updated."],
  ])("says what was done by %s", async (what, indonesian, english) => {
    const done = {
      code: "done",
      values: what === undefined ? {} : { what, agency: "a-dishub" },
      inquiryId: "i-1",
    } as const;
    expect((await say(done)).text).toBe(indonesian);
    expect((await say(done, { directory: directory({ locale: "en" }) })).text).toBe(english);
  });

  it("adds that an answer can be posted at once, when it can", async () => {
    const news = { code: "agencyAnswered", values: { agency: "Dinas PUPR" }, inquiryId: "i-1" } as const;
    const ready = { ...news, values: { ...news.values, ready: "yes" } };
    expect((await say(ready)).text).toBe("Jawaban Dinas PUPR untuk KOBAR-26-0042 sudah masuk. Siap ditayangkan.");
    expect((await say(news)).text).toBe("Jawaban Dinas PUPR untuk KOBAR-26-0042 sudah masuk.");
  });

  it("mentions the people it is for, on the platform it goes to", async () => {
    const mention = [holder("a-dishub", "officer")];
    const { blocks } = await say({ code: "answerReady", values: {}, inquiryId: "i-1", mention });
    expect(blocks[0]).toMatchObject({ spans: [{ kind: "mention", user: { id: "u-a-dishub-officer" } }, {}, {}] });
    const elsewhere = { platform: "telegram", workspace: "-", channel: "-100" } as const;
    const content = { kind: "notice", code: "answerReady", values: {}, inquiryId: "i-1", mention } as const;
    const away = await show({ cases: [logged()] }, content, elsewhere);
    expect(JSON.stringify(away.blocks)).not.toContain("mention");
  });
});

describe("the offer to undo", () => {
  const decided = { code: "decided", values: { decision: "approve" }, inquiryId: "i-1" } as const;
  const approved = made.approved(asked);
  const at = (ms: number) => new Date(atMinute(80).getTime() + ms);

  it("stands for two minutes", async () => {
    const within = await say(
      { ...decided, undo: { decisionId: "d-approve" } },
      { cases: [approved], now: at(undoWindowMs) },
    );
    expect(actionOf(within, "Urungkan")).toEqual({
      command: "undo",
      values: { code: "KOBAR-26-0042", decision: "d-approve" },
    });
    const later = await say(
      { ...decided, undo: { decisionId: "d-approve" } },
      { cases: [approved], now: at(undoWindowMs + 1) },
    );
    expect(later.labels).toEqual([]);
  });

  it("is gone once it was posted or is not the standing decision", async () => {
    const undo = { decisionId: "d-approve" };
    expect((await say({ ...decided, undo }, { cases: [made.posted(approved)], now: at(1) })).labels).toEqual([]);
    expect((await say({ ...decided, undo }, { cases: [asked], now: at(1) })).labels).toEqual([]);
  });
});
