import { type FakeTerminal, keys } from "./fake-terminal.js";

const { enter, down } = keys;

/** Answers everything the wizard asks for a small trial government under Perbup Kotawaringin Barat, up to the summary. */
export const answerTrial = async (terminal: FakeTerminal): Promise<void> => {
  const { answer } = terminal;
  const person = async (name: string, position: string, number = ""): Promise<void> => {
    await answer(/◆\s+Nama\n/, `${name}${enter}`);
    await answer(/◆\s+Jabatan/, `${position}${enter}`);
    await answer(/◆\s+Nomor Keputusan Kepala Instansi/, `${number}${enter}`);
  };
  await answer(/Bahasa \/ Language/, enter);
  await answer(/Untuk apa disiapkan/, enter);
  await answer(/Peraturan yang berlaku/, enter);
  await answer(/Nama pemerintah daerah/, `Pemerintah Kabupaten Contoh${enter}`);
  await answer(/Huruf kode/, enter);
  await answer(/Zona waktu/, enter);
  await answer(/Nama dinas komunikasi/, enter);
  await answer(/Kode dinas itu/, enter);
  await answer(/memasukkan instansi lain/, `${down}${enter}`);
  await answer(/Kode dan nama instansi/, `pupr Dinas Pekerjaan Umum${enter}`);
  await answer(/Kode dan nama instansi/, `DISHUB Dinas Perhubungan${enter}`);
  await answer(/Kode dan nama instansi/, `pln PLN Cabang Contoh${enter}`);
  await answer(/Kode dan nama instansi/, enter);
  await answer(/di luar peraturan/, `${down}${down}${keys.space}${enter}`);
  await person("Siti Aminah", "Pranata Humas", "800/1");
  await answer(/mewakili Diskominfo/, "y");
  await answer(/Undang orang lain sekarang/, "y");
  await answer(/◆\s+Instansi/, `${down}${enter}`);
  await answer(/◆\s+Peran/, enter);
  await person("Rina Wulandari", "Petugas");
  await answer(/Undang satu orang lagi/, "y");
  await answer(/◆\s+Instansi/, `${down}${down}${enter}`);
  await answer(/◆\s+Peran/, enter);
  await person("Bagas Nugroho", "Petugas");
  await answer(/Undang satu orang lagi/, enter);
  await answer(/Kode grup dicetak untuk/, enter);
};
