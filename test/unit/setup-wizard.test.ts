import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { FoundingPlan } from "../../src/app/founding/plan.js";
import type { Locale } from "../../src/ports/chat/refs.js";
import { readAgencySheet } from "../../src/setup/agency-sheet.js";
import type { Outcome } from "../../src/setup/outcome.js";
import { createPrompts } from "../../src/setup/wizard/prompts.js";
import { runWizard } from "../../src/setup/wizard/wizard.js";
import { createFakeTerminal, type FakeTerminal, keys } from "../support/fake-terminal.js";
import { answerTrial } from "../support/wizard-answers.js";

const { enter, down, clear } = keys;
const folder = mkdtempSync(join(tmpdir(), "tanggap-wizard-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly outcome: Outcome;
  readonly saved: readonly FoundingPlan[];
  readonly seen: string;
}

/** The wizard, answered as `play` says, with nothing behind it. */
const asked = async (
  play: (terminal: FakeTerminal, stop: () => void) => Promise<void>,
  {
    locale,
    taken = [],
    hasPlatform = true,
  }: { readonly locale?: Locale; readonly taken?: readonly string[]; readonly hasPlatform?: boolean } = {},
): Promise<Told> => {
  const terminal = createFakeTerminal();
  const stopped = new AbortController();
  const saved: FoundingPlan[] = [];
  const running = runWizard({
    prompts: createPrompts({ ...terminal, signal: stopped.signal }),
    locale,
    takenCodes: async () => taken,
    hasPlatform,
    readAgencies: readAgencySheet,
    save: async (plan) => {
      saved.push(plan);
      return { kind: "exists", code: plan.government.code };
    },
  });
  void running.finally(() => terminal.end()).catch(() => {});
  await play(terminal, () => stopped.abort());
  const { outcome } = await running;
  return { outcome, saved, seen: terminal.seen() };
};

const save = (terminal: FakeTerminal) => terminal.answer(/Simpan sekarang/, enter);

describe("the wizard", () => {
  it("asks for everything and saves it once it is agreed to", async () => {
    const { saved, seen } = await asked(async (terminal) => {
      await answerTrial(terminal);
      await terminal.sees(/Ringkasan/);
      await save(terminal);
    });
    expect(saved).toEqual([
      {
        government: {
          ...{ code: "CONTOH", name: "Pemerintah Kabupaten Contoh", profile: "kobar-2017" },
          ...{ zone: "Asia/Jakarta", locale: "id", example: true },
        },
        communications: "diskominfo",
        agencies: [
          { code: "diskominfo", name: "Dinas Komunikasi dan Informatika", kind: "internal" },
          { code: "pupr", name: "Dinas Pekerjaan Umum", kind: "internal" },
          { code: "dishub", name: "Dinas Perhubungan", kind: "internal" },
          { code: "pln", name: "PLN Cabang Contoh", kind: "external" },
        ],
        people: ["admin", "communications", "officer", "officer"].map((role, index) => ({
          ...{ role, agency: ["diskominfo", "diskominfo", "pupr", "dishub"][index] },
          name: ["Siti Aminah", "Siti Aminah", "Rina Wulandari", "Bagas Nugroho"][index],
          position: index < 2 ? "Pranata Humas" : "Petugas",
          letter: { instrument: "Keputusan Kepala Instansi", number: index < 2 ? "800/1" : "" },
        })),
        sops: [],
        accounts: [],
        settings: {},
        chats: [
          { agency: "diskominfo", purposes: ["work", "approval", "digest"] },
          { agency: "pupr", purposes: ["work", "approval"] },
          { agency: "dishub", purposes: ["work", "approval"] },
        ],
      },
    ]);
    const told = seen.replace(/[│\s]+/g, " ");
    for (const line of [
      ...["uji coba di simulator", "Zona waktu: WIB (Asia/Jakarta)"],
      "Instansi: PUPR (Dinas Pekerjaan Umum), DISHUB (Dinas Perhubungan), PLN (PLN Cabang Contoh; di luar peraturan)",
      "Admin: Siti Aminah, Pranata Humas, nomor 800/1, juga mewakili Diskominfo",
      "Rina Wulandari (petugas PUPR, Petugas, nomor surat menyusul)",
      "Kode grup: Semua instansi, kecuali yang di luar peraturan",
    ])
      expect(told).toContain(line);
  });

  it("says what is wrong with an answer, and asks again", async () => {
    const { saved } = await asked(
      async ({ answer }) => {
        await answer(/What is it for/, `${down}${enter}`);
        await answer(/regulation/, `${down}${down}${enter}`);
        await answer(/Name of the government/, enter);
        await answer(/This is empty/, `Kota Uji${enter}`);
        await answer(/Code letters/, `K0TA${enter}`);
        await answer(/"K0TA" are no code letters/, `${clear}lama${enter}`);
        await answer(/LAMA are another government's letters/, `${clear}UJI${enter}`);
        await answer(/Time zone/, `${down}${down}${down}${enter}`);
        await answer(/Name of the time zone/, `Asia/Kuta${enter}`);
        await answer(/The time zone "Asia\/Kuta" is unknown/, `${clear}Asia/Pontianak${enter}`);
        await answer(/Language of the bot/, enter);
        await answer(/communications office/, `Diskominfo Uji${enter}`);
        await answer(/Its code/, `dinas kominfo${enter}`);
        await answer(/is no agency code/, `${clear}kominfo${enter}`);
        await answer(/other agencies/, `${down}${enter}`);
        await answer(/Code and name/, `pupr${enter}`);
        await answer(/a space, then its name/, `${clear}kominfo Lain${enter}`);
        await answer(/"kominfo" is another agency's/, `${clear}pupr DISKOMINFO UJI${enter}`);
        await answer(/"DISKOMINFO UJI" is another agency's/, clear + enter);
        await answer(/◆\s+Name\n/, `Ani${enter}`);
        await answer(/Position/, `Staf${enter}`);
        await answer(/Number of the Letter of assignment/, enter);
        await answer(/Do they also act/, "n");
        await answer(/Invite others now/, enter);
        await answer(/Codes for chats/, enter);
        await answer(/Save it now/, enter);
        await answer(/UJI are taken for good/, enter);
        await answer(/Save it now/, enter);
        await answer(/UJI are taken for good/, "y");
      },
      { locale: "en", taken: ["LAMA"] },
    );
    expect(saved[0]).toMatchObject({
      government: { code: "UJI", zone: "Asia/Pontianak", locale: "id", example: false, profile: "jabar-2019" },
      agencies: [{ code: "kominfo", name: "Diskominfo Uji" }],
      people: [{ name: "Ani", role: "admin" }],
    });
  });

  const upToAgencies = async ({ answer }: FakeTerminal): Promise<void> => {
    await answer(/Untuk apa/, enter);
    await answer(/Peraturan/, enter);
    await answer(/Nama pemerintah/, `Kabupaten Uji${enter}`);
    await answer(/Huruf kode/, enter);
    await answer(/Zona/, enter);
    await answer(/dinas komunikasi/, enter);
    await answer(/Kode dinas/, enter);
  };

  const fromAdmin = async ({ answer }: FakeTerminal): Promise<void> => {
    await answer(/◆\s+Nama\n/, `Ani${enter}`);
    await answer(/Jabatan/, `Staf${enter}`);
    await answer(/Nomor/, enter);
    await answer(/mewakili/, enter);
    await answer(/Undang/, enter);
  };

  it("takes agencies from a sheet, names its bad lines, and offers the office's codes alone where there are many", async () => {
    const path = join(folder, "instansi.csv");
    writeFileSync(path, "kode;nama\npupr;Dinas PU\nPUPR;Lain\n");
    const many = Array.from({ length: 20 }, (_, index) => `opd${index};Instansi ${index}`);
    const { saved } = await asked(
      async (terminal) => {
        const { answer } = terminal;
        await upToAgencies(terminal);
        await answer(/memasukkan instansi/, enter);
        await answer(/Letak berkas/, `${join(folder, "salah.csv")}${enter}`);
        await answer(/tidak ditemukan[\s\S]*memasukkan instansi/, enter);
        await answer(/Letak berkas/, `'${path}'${enter}`);
        await terminal.sees(/baris 3, kode: "pupr" sudah ada/);
        writeFileSync(path, ["kode;nama", "diskominfo;Diskominfo Uji", ...many].join("\r\n"));
        await answer(/memasukkan instansi/, enter);
        await answer(/Letak berkas/, `${path}${enter}`);
        await answer(/21 instansi terbaca[\s\S]*◆\s+Nama\n/, `Ani${enter}`);
        await answer(/Jabatan/, `Staf${enter}`);
        await answer(/Nomor/, enter);
        await answer(/mewakili/, enter);
        await answer(/Undang/, "y");
        await answer(/Kode instansi/, `entah${enter}`);
        await answer(/Tidak ada instansi dengan kode "entah"/, `${clear}OPD3${enter}`);
        await answer(/Peran/, enter);
        await answer(/◆\s+Nama\n/, `Budi${enter}`);
        await answer(/Jabatan/, `Staf${enter}`);
        await answer(/Nomor/, enter);
        await answer(/Undang/, enter);
        await answer(/● Diskominfo saja/, enter);
        await save(terminal);
      },
      { locale: "id" },
    );
    expect(saved[0]?.agencies).toHaveLength(21);
    expect(saved[0]?.agencies[0]?.name).toBe("Diskominfo Uji");
    expect(saved[0]?.people[2]).toMatchObject({ name: "Budi", agency: "opd3" });
    expect(saved[0]?.chats.map(({ agency }) => agency)).toEqual(["diskominfo"]);
  });

  it("lets any part be changed before it is saved; what no longer fits goes", async () => {
    const { saved } = await asked(async (terminal) => {
      const { answer } = terminal;
      await answerTrial(terminal);
      await answer(/Simpan sekarang/, `${down.repeat(3)}${enter}`);
      await answer(/memasukkan instansi/, `${down}${enter}`);
      await answer(/Kode dan nama/, `pupr Dinas PU${enter}`);
      await answer(/Kode dan nama/, enter);
      await answer(/di luar peraturan/, enter);
      await answer(/Simpan sekarang/, `${down.repeat(6)}${enter}`);
      await answer(/Kode grup dicetak/, `${down.repeat(2)}${enter}`);
      await answer(/Instansi mana/, `${down}${keys.space}${enter}`);
      await answer(/Simpan sekarang/, `${down.repeat(1)}${enter}`);
      await answer(/Untuk apa/, enter);
      await answer(/Peraturan/, enter);
      await answer(/Nama pemerintah/, enter);
      await answer(/Huruf kode/, `BARU${enter}`);
      await answer(/Zona/, enter);
      await save(terminal);
    });
    expect(saved[0]).toMatchObject({ government: { name: "Pemerintah Kabupaten Contoh", code: "BARU" } });
    expect(saved[0]?.people.map(({ name }) => name)).toEqual(["Siti Aminah", "Siti Aminah", "Rina Wulandari"]);
    expect(saved[0]?.chats.map(({ agency }) => agency)).toEqual(["diskominfo", "pupr"]);
  });

  it.each([
    ["at the first question", async ({ answer }: FakeTerminal) => answer(/Language/, keys.ctrlC)],
    [
      "in the middle of a line",
      async (terminal: FakeTerminal) => {
        await terminal.answer(/Language/, enter);
        await upToAgencies(terminal);
        await terminal.answer(/memasukkan instansi/, `${down}${enter}`);
        await terminal.answer(/Kode dan nama/, `pupr Dinas${keys.ctrlC}`);
      },
    ],
    [
      "at the summary",
      async (terminal: FakeTerminal) => {
        await answerTrial(terminal);
        await terminal.answer(/Simpan sekarang/, `${down.repeat(7)}${enter}`);
      },
    ],
    [
      "by the end of the input",
      async (terminal: FakeTerminal) => {
        await terminal.answer(/Language/, enter);
        await terminal.sees(/Untuk apa/);
        terminal.input.end();
      },
    ],
    [
      "by a signal",
      async (terminal: FakeTerminal, stop: () => void) => {
        await terminal.answer(/Language/, enter);
        await terminal.sees(/Untuk apa/);
        stop();
      },
    ],
  ])("can be left %s, and nothing is saved", async (_, play) => {
    const { outcome, saved, seen } = await asked(play);
    expect(outcome).toEqual({ kind: "left" });
    expect(saved).toEqual([]);
    expect(seen).toContain("Tidak ada yang disimpan");
  });

  it("shows what Enter takes, and nothing else in the place of an answer", async () => {
    const { seen } = await asked(
      async ({ answer }) => {
        await answer(/Untuk apa/, enter);
        await answer(/Peraturan/, enter);
        await answer(/Nama pemerintah daerah, misalnya/, enter);
        await answer(/Belum diisi. Ketik jawabannya/, `Kota Uji${enter}`);
        await answer(/Huruf kode.*\(Enter: UJI\)/, keys.ctrlC);
      },
      { locale: "id" },
    );
    expect(seen).not.toContain("hapus barisnya");
  });

  it("takes no general word for a code, and says what it took for the code and the name", async () => {
    const { saved, seen } = await asked(
      async (terminal) => {
        const { answer } = terminal;
        await upToAgencies(terminal);
        await answer(/memasukkan instansi/, `${down}${enter}`);
        await answer(/Kode dan nama/, `Dinas Kesehatan${enter}`);
        await answer(/"Dinas" terlalu umum/, `${clear}DINKES Dinas  Kesehatan${enter}`);
        await answer(/Kode dinkes, nama Dinas Kesehatan[\s\S]*Kode dan nama/, enter);
        await answer(/di luar peraturan/, enter);
        await fromAdmin(terminal);
        await answer(/Kode grup dicetak/, enter);
        await save(terminal);
      },
      { locale: "id" },
    );
    expect(saved[0]?.agencies[1]).toEqual({ code: "dinkes", name: "Dinas Kesehatan", kind: "internal" });
    expect(seen).toContain("DINKES (Dinas Kesehatan)");
  });

  it("has a real government confirmed while no chat platform is connected", async () => {
    const rest = async (terminal: FakeTerminal): Promise<void> => {
      const { answer } = terminal;
      await answer(/Peraturan/, enter);
      await answer(/Nama pemerintah/, `Kabupaten Uji${enter}`);
      await answer(/Huruf kode/, enter);
      await answer(/Zona/, enter);
      await answer(/dinas komunikasi/, enter);
      await answer(/Kode dinas/, enter);
      await answer(/memasukkan instansi/, `${down.repeat(2)}${enter}`);
      await fromAdmin(terminal);
      await answer(/Kode grup dicetak/, enter);
      await save(terminal);
    };
    const doubting = await asked(
      async (terminal) => {
        await terminal.answer(/Untuk apa/, `${down}${enter}`);
        await terminal.answer(/belum dihubungkan[\s\S]*Tetap siapkan/, enter);
        await terminal.answer(/Untuk apa/, enter);
        await rest(terminal);
      },
      { locale: "id", hasPlatform: false },
    );
    expect(doubting.saved[0]?.government.example).toBe(true);
    const sure = await asked(
      async (terminal) => {
        await terminal.answer(/Untuk apa/, `${down}${enter}`);
        await terminal.answer(/Tetap siapkan/, "y");
        await rest(terminal);
        await terminal.answer(/UJI terpakai selamanya/, "y");
      },
      { locale: "id", hasPlatform: false },
    );
    expect(sure.saved[0]?.government.example).toBe(false);
  });

  it("asks those who set up in Indonesian nothing of the bot's language", async () => {
    const { seen } = await asked(
      async (terminal) => {
        await upToAgencies(terminal);
        await terminal.answer(/memasukkan instansi/, `${down.repeat(2)}${enter}`);
        await fromAdmin(terminal);
        await terminal.answer(/Kode grup dicetak/, enter);
        await save(terminal);
      },
      { locale: "id" },
    );
    expect(seen).not.toContain("Bahasa pesan bot");
  });
});
