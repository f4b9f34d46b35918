import { describe, expect, it } from "vitest";
import { createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { fileOf } from "../support/fetched-files.js";
import { expectRefused, noticeOf, noticesOf } from "../support/step-notices.js";

const LINE = '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" sumber="Surat edaran"';
const picture = fileOf();
const other = fileOf({ key: "c".repeat(64), name: "jadwal.pdf", mediaType: "application/pdf" });

const drafted = async () => {
  const bench = createChatBench("jabar");
  const officer = bench.seat("dukcapil");
  bench.attach(picture);
  await bench.type(officer, LINE);
  await bench.relay();
  const again = async (line = "") => {
    await bench.type(officer, `${LINE} kode=1 ${line}`);
    return (await bench.proposal()).draft?.content;
  };
  return { bench, officer, again };
};

describe("a draft that was saved", () => {
  it("is said to have its card in the work chat, but not in that very chat", async () => {
    const bench = createChatBench("jabar");
    const officer = bench.seat("dukcapil");
    const elsewhere = bench.seat("dukcapil", "officer", "approval");
    const saved = async (seat: Seat, line: string) => {
      const step = await bench.type(seat, line);
      return (await composed(bench, { ...step, rows: noticesOf(step).map(({ row }) => row) })).text;
    };
    const there = "Konsep JABAR-26-0001 sudah tersimpan; kartunya ada di grup kerja.";
    expect(await saved(elsewhere, LINE)).toBe(there);
    expect(await saved(officer, "/propose kode=1 sasaran=pelajar")).toBe("Konsep JABAR-26-0001 sudah tersimpan.");
    expect(await saved(elsewhere, "/propose kode=1 sasaran=umum")).toBe(there);
  });
});

describe("files of a proposal", () => {
  it("stay with a new text, are replaced by new ones, and go when nobody wants them", async () => {
    const { bench, again } = await drafted();
    expect((await again())?.attachments).toEqual([picture.file]);
    bench.attach(other);
    expect((await again())?.attachments).toEqual([other.file]);
    expect((await again("lampiran=tanpa"))?.attachments).toEqual([]);
  });

  it("are described anew by sending them again", async () => {
    const { bench, again } = await drafted();
    const described = fileOf({ altText: "Lampu jalan di depan pasar" });
    bench.attach(picture, described);
    expect((await again())?.attachments).toEqual([described.file]);
  });

  it("are no more than a message can have", async () => {
    const { bench, officer, again } = await drafted();
    const files = (from: string) =>
      Array.from({ length: 10 }, (_, index) => fileOf({ key: `${from}${index}`.padEnd(64, "0") }));
    bench.attach(...files("d"));
    await again();
    bench.attach(...files("e"));
    expect((await again())?.attachments).toHaveLength(10);
    bench.attach(...files("d"), picture);
    expectRefused(await bench.type(officer, `${LINE} kode=1`), "tooManyFiles", officer);
  });
});

describe("a theme typed with #", () => {
  it("becomes a hashtag, beside the others and once", async () => {
    const { again } = await drafted();
    expect(await again("tagar=LayananPublik tema=#Adminduk")).toMatchObject({
      theme: "Adminduk",
      hashtags: ["LayananPublik", "Adminduk"],
    });
    expect(await again('tema="Libur #adminduk"')).toMatchObject({
      theme: "Libur adminduk",
      hashtags: ["LayananPublik", "Adminduk"],
    });
  });

  it.each([
    ["#Uji KIR gratis", "Uji KIR gratis", ["UjiKIRGratis"]],
    ["# libur layanan, besok!", "libur layanan, besok!", ["LiburLayananBesok"]],
    ["#layanan", "layanan", ["layanan"]],
    ["#Libur dan #Layanan", "Libur dan Layanan", ["Libur", "Layanan"]],
    ["#Libur 5/3", "Libur 5/3", ["Libur"]],
    ["Juara # 1", "Juara # 1", []],
    ["# 1", "# 1", []],
  ])("of %s is written as one where one # stands before several words", async (typed, theme, hashtags) => {
    const { again } = await drafted();
    expect(await again(`tema="${typed}"`)).toMatchObject({ theme, hashtags });
  });

  it("is asked for by the name of its field and of the button that opens it", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    await bench.type(officer, "/usul Hubungi 081234567890. tema=Libur");
    const { text } = await composed(bench, await bench.type(officer, "/status 1"));
    expect(text).toContain("Mohon isi Tagar lewat tombol Ubah isian, misalnya PelayananPublik.");
    expect(text).toContain("tekan Ubah isian, lalu isi Alasan tetap diajukan.");
  });
});

describe("changing a draft without a form", () => {
  it("takes only what is named, in reply to its card; the rest stays", async () => {
    const { bench, officer } = await drafted();
    const card = bench.cardMessage(`proposal:${(await bench.proposal()).id}`);
    const before = (await bench.proposal()).draft?.content;
    await bench.type(officer, '/propose sumber="Surat edaran Bupati"', card);
    expect((await bench.proposal()).draft?.content).toEqual({ ...before, source: "Surat edaran Bupati" });
    await bench.type(officer, "/propose Layanan libur 6 Maret.", card);
    expect((await bench.proposal()).draft?.content).toMatchObject({
      theme: "Libur layanan",
      body: "Layanan libur 6 Maret.",
    });
  });

  it("says how, where nothing is named, and takes up nothing for editing", async () => {
    const { bench, officer } = await drafted();
    const { code } = await bench.proposal();
    const press = (command: string) => bench.press(officer, { command, values: { code } });
    expectRefused(await press("propose"), "sameDraft", officer);
    await press("submit");
    await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    expectRefused(await press("propose"), "sameDraft", officer);
    expect((await bench.proposal()).status).toBe("ready");
  });

  it("adds the questions it responds to, and their cards show it", async () => {
    const { bench, officer } = await drafted();
    await bench.type(officer, "/inquiry Benarkah layanan libur?");
    const { id } = await bench.inquiry(2);
    await bench.type(officer, "/propose kode=1 kasus=2");
    expect((await bench.proposal()).caseIds).toEqual([id]);
    await bench.type(officer, "/propose kode=1 sasaran=pelajar");
    expect((await bench.proposal()).caseIds).toEqual([id]);
    const redrawn = [...bench.store.tables.inbox.values()].map(({ payload }) => payload);
    expect(redrawn).toContainEqual({ type: "redraw", governmentId: "jabar", inquiryId: id });
  });

  it("looks for accounts among those of the proposal's agency, wherever it is written", async () => {
    const { bench, officer } = await drafted();
    await bench.type({ ...officer, place: bench.place("pupr") }, "/propose kode=1 akun=x");
    expect((await bench.proposal()).draft?.content.accountIds).toEqual(["account-jabar-dukcapil-x"]);
  });
});

it("a closed question can still be responded to by content", async () => {
  const bench = createChatBench("jabar");
  const officer = bench.seat("dukcapil");
  await bench.type(officer, "/inquiry Benarkah layanan libur?");
  await bench.type(officer, "/close 1 Dicatat");
  const { code, id } = await bench.inquiry();
  await bench.submit(
    officer,
    "propose",
    { theme: "Libur", text: "Kantor libur." },
    { command: "propose", values: { code } },
  );
  expect((await bench.proposal(2)).caseIds).toEqual([id]);
  const asked = await bench.press(officer, { command: "propose", values: { code } });
  expect(asked.rows.map(({ content }) => content.kind)).toEqual(["question"]);
});

it("an edit after selection is approved again by a rule of ours, also when it is put there once more", async () => {
  const { bench, officer, again } = await drafted();
  const { code } = await bench.proposal();
  const submit = () => bench.press(officer, { command: "submit", values: { code } });
  await submit();
  expect((await bench.proposal()).gate).toMatchObject({ level: "regulation", citation: "Lamp. D angka 2" });
  await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
  for (const audience of ["pelajar", "lansia"]) {
    await again(`sasaran=${audience}`);
    await submit();
    expect((await bench.proposal()).gate).toMatchObject({ level: "interpretation", citation: "Lamp. D angka 4" });
  }
});

describe("the day it is wanted", () => {
  it("is not over when it is named, and may pass afterwards", async () => {
    const { bench, officer, again } = await drafted();
    expectRefused(await bench.type(officer, `${LINE} kode=1 tanggal=2026-03-01`), "pastDay", officer);
    expect((await again("tanggal=2026-03-02"))?.wantedOn).toBe("2026-03-02");
    bench.advance(3 * 1_440);
    expect((await again("tanggal=2026-03-02 sasaran=pelajar"))?.audience).toBe("pelajar");
  });
});

it("words in reply to a proposal's card are told what to do instead", async () => {
  const { bench, officer } = await drafted();
  const { id, code } = await bench.proposal();
  const replied = await bench.write(officer, "Siap", bench.cardMessage(`proposal:${id}`));
  expect(noticeOf(replied, "repliedToContent").values).toEqual({});
  await bench.press(officer, { command: "submit", values: { code } });
  await bench.relay();
  const card = bench.cardMessage(`selection:${(await bench.proposal()).versions[0]?.id}`);
  const asked = await bench.write(bench.seat("dukcapil", "official"), "Setuju, tetapi perbaiki dulu judulnya", card);
  expect(noticeOf(asked, "repliedToContent").values).toEqual({ asked: "yes" });
  expect((await composed(bench, asked)).text).toContain(
    "atau ketik /setuju JABAR-26-0001 atau /perbaiki JABAR-26-0001",
  );
});
