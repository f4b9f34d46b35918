import { describe, expect, it } from "vitest";
import type { Case } from "../../src/domain/inquiry/model.js";
import * as made from "../support/view-cases.js";
import { legalClock } from "../support/view-cases.js";
import { actionOf, atMinute, chat, composeIn, directory, logged, show } from "../support/view-fixture.js";

const card = (inquiry: Case, agencyId = "a-dishub", now = atMinute(120), world = {}) =>
  show({ cases: [inquiry], now, ...world }, { kind: "case-card", inquiryId: inquiry.id, agencyId });

const forwardedCase = made.deliveredTo(made.forwardedTo(logged(), ["a-pupr"], legalClock), "a-pupr");
const ready = made.agencyAnswered(forwardedCase, "a-pupr", "Lampu diganti hari Jumat.");
const jabar = directory({ profile: "jabar-2019" });
const awaiting = made.answered(logged(), "Lampu diganti besok.", "jabar-2019");
const reporting = made.agencyAnswered(forwardedCase, "a-pupr", "Lampu diganti hari Jumat.", "jabar-2019");

describe("the holder's card in each status", () => {
  const cases: readonly (readonly [name: string, inquiry: Case, title: string, labels: readonly string[]])[] = [
    ["received", logged(), "Diterima", ["Teruskan", "Jawab", "Susun jawaban", "Jadikan konten", "Tutup"]],
    ["drafting", made.drafting(logged()), "Disusun internal", ["Susun jawaban", "Teruskan", "Tutup"]],
    ["forwarded", forwardedCase, "Diteruskan ke Dinas PUPR", ["Jawab"]],
    ["approval", awaiting, "Menunggu persetujuan pejabat", ["Ubah"]],
    ["reporting", reporting, "Jawaban instansi masuk", ["Ubah"]],
    ["reported", made.reportDelivered(reporting, true), "Sudah dilaporkan ke pejabat", ["Ubah"]],
    [
      "revising",
      made.rejected(awaiting, "Sebut tanggalnya"),
      "Perlu perbaikan",
      ["Susun jawaban", "Teruskan", "Tutup"],
    ],
    ["ready", ready, "Siap ditayangkan", ["Sudah tayang, isi tautan", "Salin naskah", "Ubah"]],
    ["closed", made.posted(ready, "https://contoh.example/p/1"), "Selesai", ["Buka kembali", "Jadikan konten"]],
    [
      "reopened",
      made.reopened(made.posted(ready, "https://contoh.example/p/1")),
      "Dibuka kembali",
      ["Teruskan", "Jawab", "Susun jawaban", "Jadikan konten", "Tutup"],
    ],
  ];

  it.each(cases)("%s", async (_name, inquiry, title, labels) => {
    const shown = await card(inquiry);
    expect(shown.blocks[0]).toEqual({ kind: "heading", text: `KOBAR-26-0042 · ${title}` });
    expect(shown.labels.slice(0, -1)).toEqual(labels);
    expect(shown.labels.at(-1)).toMatch(/^Dasar: /);
    expect(shown.text).toContain("Kapan lampu jalan di depan pasar diperbaiki?");
    expect(shown.composed.shownVersion).toBe(inquiry.version);
    expect(shown.text).not.toMatch(/undefined|\[object|NaN/);
  });

  it("waits for one text where several agencies answered, and shows every answer until then", async () => {
    const both = ["a-pupr", "a-pdam"].reduce(
      made.deliveredTo,
      made.forwardedTo(logged(), ["a-pupr", "a-pdam"], legalClock),
    );
    const half = made.agencyAnswered(both, "a-pupr", "Lampu kami ganti.");
    expect((await card(half)).blocks[0]).toEqual({ kind: "heading", text: "KOBAR-26-0042 · Diteruskan ke Perumdam" });
    const whole = made.agencyAnswered(half, "a-pdam", "Pipa tidak terdampak.");
    const shown = await card(whole);
    expect(shown.blocks[0]).toEqual({ kind: "heading", text: "KOBAR-26-0042 · Jawaban instansi masuk" });
    expect(shown.text).toContain("Jawaban Dinas PUPR\nLampu kami ganti.");
    expect(shown.text).toContain("Jawaban Perumdam\nPipa tidak terdampak.");
    const combined = await card(made.answered(whole, "Lampu diganti, pipa aman."));
    expect(combined.text).toContain("Naskah jawaban v1\nLampu diganti, pipa aman.");
    expect(combined.text).not.toContain("Pipa tidak terdampak.");
  });
});

describe("what a card tells", () => {
  it("gives every description that was given", async () => {
    const { text, blocks } = await card(
      logged({
        kind: "criticism",
        account: "@dishub",
        asker: "@warga",
        link: "https://contoh.example/c/1",
        post: "https://contoh.example/p/2",
        sentiment: "negative",
        theme: "lampu",
      }),
    );
    for (const line of ["Jenis: Kritik", "Akun: @dishub", "Penanya: @warga", "Sentimen: Negatif", "Tema: lampu"])
      expect(text).toContain(line);
    const fields = blocks.flatMap((block) => (block.kind === "fields" ? block.items : []));
    expect(fields.find(({ label }) => label === "Tautan")?.value).toEqual([
      { kind: "link", text: "https://contoh.example/c/1", url: "https://contoh.example/c/1" },
    ]);
  });

  it("gives the deadline in the government's zone, with what sets it and how long is left", async () => {
    const { text } = await card(forwardedCase, "a-dishub", atMinute(70));
    expect(text).toContain("Batas waktu: Sel 3 Mar 12.10 WIB · Peraturan");
    expect(text).not.toMatch(/dasar: /i);
  });

  it.each([
    ["regulation", "Lewat 24 jam"],
    ["interpretation", "Lewat 24 jam"],
    ["sop", "Lewat target SOP"],
    ["internal-target", "Lewat target internal"],
  ] as const)("names lateness by what sets the clock: %s", async (level, label) => {
    const clock = { ...legalClock, level };
    const late = made.deliveredTo(made.forwardedTo(logged(), ["a-pupr"], clock), "a-pupr");
    expect((await card(late, "a-dishub", atMinute(9 + 24 * 60))).text).not.toContain("Lewat");
    const { text } = await card(late, "a-dishub", atMinute(10 + 25 * 60));
    expect(text.split(label)).toHaveLength(2);
  });

  it.each([
    ["received", logged(), "a-dishub", "Dasar: Lamp. B angka 1", ["Sifat dasar: Peraturan"]],
    ["forwarded", forwardedCase, "a-dishub", "Dasar: Lamp. B angka 4", []],
    ["its own open forward", forwardedCase, "a-pupr", "Dasar: Lamp. B angka 4", []],
    ["its own answered forward", ready, "a-pupr", "Dasar: Lamp. B angka 4", ["Sifat dasar: Peraturan"]],
  ] as const)(
    "cites the basis on its button only, and its level once: %s",
    async (_name, inquiry, agencyId, label, said) => {
      const { labels, text } = await card(inquiry, agencyId);
      expect(labels.at(-1)).toBe(label);
      expect(text.split("\n").filter((line) => /dasar: /i.test(line))).toEqual(said);
      expect(text.match(/Peraturan/g)).toHaveLength(1);
    },
  );

  it("names an SOP with who issued it, and opens the article that calls for it", async () => {
    const clock = { hours: 8, level: "sop", citation: "SOP 067/3/2026" } as const;
    const sops = [{ id: "s", agencyId: "a-pupr", number: "067/3/2026", issuer: "Kepala Dinas PUPR", gates: {} }];
    const inquiry = made.deliveredTo(made.forwardedTo(logged(), ["a-pupr"], clock), "a-pupr");
    const shown = await card(inquiry, "a-dishub", atMinute(20), { directory: { ...directory(), sops } });
    expect(shown.text).toContain("Dasar: SOP 067/3/2026 (Kepala Dinas PUPR) · SOP");
    expect(actionOf(shown, "Dasar: Pasal 12 ayat (1)")).toEqual({
      command: "article",
      values: { citation: "Pasal 12 ayat (1)" },
    });
  });

  it("says that an agency outside the government has no clock, as our reading", async () => {
    const inquiry = made.deliveredTo(made.forwardedTo(logged(), ["a-pln"]), "a-pln");
    const { text } = await card(inquiry);
    expect(text).toContain("tanpa batas 24 jam");
    expect(text).not.toContain("Batas waktu");
    expect(text).toContain("Sifat dasar: Tafsir");
  });

  it("does not start a clock that waits for the delivery", async () => {
    const { text } = await card(made.forwardedTo(logged(), ["a-pupr"], legalClock));
    expect(text).toContain("Batas waktu: 24 jam, dihitung sejak terkirim · Peraturan");
    expect(text).toContain("belum terkirim");
  });

  it("tells of a forward in the order of the clock: arrived, taken up, answered", async () => {
    const answered = made.agencyAnswered(made.taken(forwardedCase, "a-pupr"), "a-pupr", "Besok.");
    expect((await card(answered)).text).toMatch(/terkirim Sen .+ · ditangani sejak Sen .+ · sudah dijawab Sen/);
  });

  it("shows who took it up, and how an answer came late", async () => {
    expect((await card(made.taken(forwardedCase, "a-pupr"))).text).toContain("ditangani sejak Sen 2 Mar 12.20 WIB");
    const deadlineAt = atMinute(30);
    const forwards = ready.forwards.map((each) => ({ ...each, deadlineAt }));
    expect((await card({ ...ready, forwards })).text).toContain("Lewat 24 jam");
  });

  it("shows the decision with name, position and time, and what has to change", async () => {
    const { text } = await card(made.rejected(awaiting, "Sebut tanggalnya"), "a-dishub", atMinute(120), {
      directory: jabar,
    });
    expect(text).toContain(
      "Dikembalikan untuk perbaikan oleh official a-dishub, Kepala Bidang Angkutan, Sen 2 Mar 13.20 WIB.",
    );
    expect(text).toContain("Yang perlu diperbaiki: Sebut tanggalnya");
    expect(text).toContain("Sifat dasar: Peraturan");
  });

  it("shows where it was posted, and what a duplicate repeats by its code", async () => {
    const { text } = await card(made.posted(ready, "https://contoh.example/p/1"));
    expect(text).toContain("Tayang: https://contoh.example/p/1 · Sen 2 Mar 13.30 WIB");
    expect((await card(made.posted(ready))).text).toContain("Tayang: lewat pesan pribadi");
    const original = logged({ id: "i-0", code: "KOBAR-26-0007" });
    const closed = { reason: "duplicate", duplicateOf: "i-0", at: atMinute(9) } as const;
    const duplicate = await card(logged({ status: "closed", closed }), "a-dishub", atMinute(120), {
      cases: [original, logged({ status: "closed", closed })],
    });
    expect(duplicate.text).toContain("Diselesaikan karena: Pertanyaan ganda\nSama dengan: KOBAR-26-0007");
    const typed = async (detail: string) =>
      (
        await card(logged({ status: "closed", closed: { ...closed, detail } }), "a-dishub", atMinute(120), {
          cases: [original, logged({ status: "closed", closed: { ...closed, detail } })],
        })
      ).text;
    for (const code of ["7", "#7", "KOBAR-26-0007"])
      expect(await typed(code)).toContain("Diselesaikan karena: Pertanyaan ganda\nSama dengan: KOBAR-26-0007");
    expect(await typed("7 dari akun lain")).toContain("Diselesaikan karena: Pertanyaan ganda: 7 dari akun lain\n");
  });

  it("says that a returned question needs forwarding, why, and where it might belong, until that is done", async () => {
    const back = made.returned(forwardedCase, "a-pupr", "Jalan provinsi", "a-pdam");
    const shown = await card(back);
    expect(shown.blocks[0]).toEqual({ kind: "heading", text: "KOBAR-26-0042 · Dikembalikan, perlu diteruskan" });
    expect(shown.text).toContain("alasan: Jalan provinsi · disarankan ke Perumdam");
    expect(shown.labels.slice(0, -1)).toEqual(["Teruskan", "Jawab", "Susun jawaban", "Jadikan konten", "Tutup"]);
    const again = made.forwardedTo(back, ["a-pdam"], legalClock);
    expect((await card(again)).blocks[0]).toMatchObject({ text: "KOBAR-26-0042 · Diteruskan ke Perumdam" });
    expect((await card(made.drafting(back))).blocks[0]).toMatchObject({ text: "KOBAR-26-0042 · Disusun internal" });
    const english = await card(back, "a-dishub", atMinute(120), { directory: directory({ locale: "en" }) });
    expect(english.blocks[0]).toMatchObject({ text: "KOBAR-26-0042 · Returned, to be forwarded again" });
  });

  it("does not call it returned while another agency is still asked, nor in a later round", async () => {
    const both = made.forwardedTo(logged(), ["a-pupr", "a-pdam"], legalClock);
    const half = await card(made.returned(both, "a-pupr", "Jalan provinsi"));
    expect(half.blocks[0]).toMatchObject({ text: "KOBAR-26-0042 · Diteruskan ke Perumdam" });
    const back = made.returned(forwardedCase, "a-pupr", "Jalan provinsi");
    const reopened = await card({ ...back, round: 2 });
    expect(reopened.blocks[0]).toMatchObject({ text: "KOBAR-26-0042 · Dibuka kembali" });
  });

  it("leaves the choice of agency to the communications office after two returns", async () => {
    const once = made.returned(forwardedCase, "a-pupr", "Jalan provinsi");
    const again = made.deliveredTo(made.forwardedTo(once, ["a-pdam"], legalClock), "a-pdam");
    const twice = made.returned(again, "a-pdam", "Bukan pipa");
    const home = await card(twice);
    expect(home.text).toContain("Diskominfo menentukan instansinya");
    expect(home.labels).not.toContain("Teruskan");
    expect((await card(twice, "a-kominfo")).labels).toContain("Teruskan");
    expect((await card(once, "a-kominfo")).labels).toEqual(["Dasar: Lamp. B angka 1"]);
  });
});

describe("a related agency's card", () => {
  it("offers its own next steps with the case's code", async () => {
    const shown = await card(forwardedCase, "a-pupr");
    expect(shown.labels).toEqual(["Jawab", "Bukan kewenangan kami", "Kami tangani", "Dasar: Lamp. B angka 4"]);
    expect(actionOf(shown, "Bukan kewenangan kami")).toEqual({ command: "return", values: { code: "KOBAR-26-0042" } });
    expect(shown.buttons[0]).toMatchObject({ kind: "open-form", form: "answer" });
    expect((await card(made.taken(forwardedCase, "a-pupr"), "a-pupr")).labels).not.toContain("Kami tangani");
  });

  it("shows its own answer only, and what became of its forward", async () => {
    const both = ["a-pupr", "a-pdam"].reduce(
      made.deliveredTo,
      made.forwardedTo(logged(), ["a-pupr", "a-pdam"], legalClock),
    );
    const half = made.agencyAnswered(both, "a-pupr", "Lampu kami ganti.");
    const pdam = await card(half, "a-pdam");
    expect(pdam.text).not.toContain("Lampu kami ganti.");
    expect(pdam.blocks[0]).toEqual({ kind: "heading", text: "KOBAR-26-0042 · Diteruskan ke Perumdam" });
    const pupr = await card(half, "a-pupr");
    expect(pupr.text).toContain("Jawaban Dinas PUPR\nLampu kami ganti.");
    expect(pupr.blocks[0]).toEqual({ kind: "heading", text: "KOBAR-26-0042 · Jawaban instansi masuk" });
    expect(pupr.labels).toEqual(["Dasar: Lamp. B angka 4"]);
    const gone = await card(made.returned(forwardedCase, "a-pupr", "Jalan provinsi"), "a-pupr");
    expect(gone.blocks[0]).toEqual({ kind: "heading", text: "KOBAR-26-0042 · Dikembalikan" });
  });
});

describe("keeping cases apart and texts literal", () => {
  it("never shows another case's text", async () => {
    const other = logged({ id: "i-2", code: "KOBAR-26-0043", text: "Rahasia warga lain" });
    const shown = await card(logged(), "a-dishub", atMinute(1), { cases: [logged(), other] });
    expect(JSON.stringify(shown.composed)).not.toContain("Rahasia warga lain");
  });

  it("keeps markup, mentions and odd links as plain words", async () => {
    const hostile = "<b>x</b> *y* _z_ `q` @everyone <!channel> [a](http://evil.example) \\n {code} {{1}}";
    const inquiry = logged({ text: hostile, asker: hostile, link: "javascript:alert(1)", theme: hostile });
    const { blocks } = await card(inquiry);
    expect(blocks).toContainEqual({ kind: "quote", spans: [{ kind: "plain", text: hostile }] });
    const fields = blocks.flatMap((block) => (block.kind === "fields" ? block.items : []));
    expect(fields.find(({ label }) => label === "Tema")?.value).toEqual([{ kind: "plain", text: hostile }]);
    expect(fields.find(({ label }) => label === "Tautan")?.value).toEqual([
      { kind: "plain", text: "javascript:alert(1)" },
    ]);
  });

  it("gives the same buttons the same tokens, and other cases other ones", async () => {
    const tokens = async (inquiry: Case, now: Date) =>
      (await card(inquiry, "a-dishub", now)).composed.tokens.map(({ token }) => token);
    const first = await tokens(logged(), atMinute(1));
    expect(await tokens(logged(), atMinute(500))).toEqual(first);
    for (const token of first) expect(token).toMatch(/^[\w-]{22}$/);
    const others = await tokens(logged({ code: "KOBAR-26-0043" }), atMinute(1));
    expect(others.filter((token) => first.includes(token))).toHaveLength(1);
  });

  it("is dropped when the case is not there", async () => {
    expect(await composeIn({}, { kind: "case-card", inquiryId: "i-1", agencyId: "a-dishub" })).toBe("drop");
  });

  it("speaks the government's language, whatever the officers wrote", async () => {
    const shown = await card(forwardedCase, "a-pupr", atMinute(70), { directory: directory({ locale: "en" }) });
    expect(shown.composed.locale).toBe("en");
    expect(shown.text).toContain("Deadline: Tue 3 Mar 12:10 WIB · Regulation");
    expect(shown.labels).toEqual(["Answer", "Not our remit", "We are on it", "Basis: Lamp. B angka 4"]);
  });

  it("shows /status as the chat's own agency sees the case", async () => {
    const content = { kind: "status", inquiryId: "i-1" } as const;
    const world = { cases: [forwardedCase], now: atMinute(70) };
    expect((await show(world, content, chat("a-pupr"))).labels).toContain("Bukan kewenangan kami");
    expect((await show(world, content, chat("a-dishub"))).labels).toContain("Jawab");
    expect((await show(world, content)).composed.shownVersion).toBeUndefined();
  });
});
