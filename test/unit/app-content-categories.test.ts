import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";

const LINE = '/usul Layanan adminduk libur 5 Maret. tema="Libur layanan"';

const drafted = async (inputs: string): Promise<ChatBench> => {
  const bench = createChatBench("klaten");
  await bench.type(bench.seat("dukcapil"), `${LINE} ${inputs}`);
  return bench;
};

const card = async (bench: ChatBench) =>
  (await composed(bench, await bench.type(bench.seat("dukcapil"), "/status 1"))).text;

describe("a closed list of categories", () => {
  it.each([
    ['dasar="Pasal 14 huruf b"', { lawfulBasis: "programmes" }],
    ['dasar="pasal 3  HURUF e"', { lawfulBasis: "counter-hoax" }],
    ["dasar=pasal14hurufd", { lawfulBasis: "achievements" }],
    ['kategori="Pasal 12 huruf a"', { category: "activities" }],
  ])("takes %s by its article, as the check advises", async (inputs, part) => {
    const bench = await drafted(inputs);
    expect((await bench.proposal()).draft?.content).toMatchObject(part);
    expect(await card(bench)).not.toContain("Mohon pilih kategori");
    await bench.press(bench.seat("dukcapil"), { command: "submit", values: { code: "1" } });
    expect(await bench.proposal()).toMatchObject({ status: "submitted" });
  });

  it("lists what there is to choose from, each with its article", async () => {
    const text = await card(await drafted(""));
    expect(text).toContain("Kategorinya belum dipilih dari daftar peraturan.");
    expect(text).toContain("\nKategori: Kegiatan Bupati atau perangkat daerah (Pasal 12 huruf a); Isu aktual daerah (");
    expect(text).toContain("\nDasar lain: Menangkal hoaks (Pasal 3 huruf e · Tafsir); ");
  });

  it("says by name what was typed and is not in it", async () => {
    expect(await card(await drafted("kategori=transportasi"))).toContain(
      '⛔ Harus diperbaiki: Kategori "transportasi" tidak ada dalam daftar. Mohon pilih kategori',
    );
    expect(await card(await drafted('dasar="Pasal 99"'))).toContain('Dasar lain "Pasal 99" tidak ada dalam daftar.');
  });
});
