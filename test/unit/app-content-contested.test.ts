import { describe, expect, it } from "vitest";
import { createPrefill } from "../../src/app/prefill.js";
import type { StoredAction } from "../../src/ports/store.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { fileOf } from "../support/fetched-files.js";
import { codesOf, expectRefused } from "../support/step-notices.js";

const LINE = '/propose Layanan libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';
const TEXT = "Layanan libur 6 Maret.";

type Values = Readonly<Record<string, string>>;

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const draftOf = async (bench: ChatBench) => (await bench.proposal()).draft?.content;

/** The form as somebody opens it from the card. */
const open = async (bench: ChatBench) => {
  const { actions } = await composed(bench, await bench.type(officer(bench), "/status 1"));
  const opener = actions.find(({ command }) => command === "propose") as StoredAction;
  bench.store.putAction("jabar", "opener", opener);
  const { platform, workspace, id } = { ...officer(bench).place, id: officer(bench).userId };
  const shown = await createPrefill(bench.store)("propose", "opener", officer(bench).place, {
    platform,
    workspace,
    id,
  });
  return (change: Values): Promise<Step> => bench.submit(officer(bench), "propose", { ...shown, ...change }, opener);
};

/** Two people have the form of one draft open. */
const bothOpen = async () => {
  const bench = createChatBench("jabar");
  await bench.type(officer(bench), LINE);
  return { bench, first: await open(bench), second: await open(bench) };
};

describe("a form that was opened before somebody else changed the draft", () => {
  it("takes only what its person changed", async () => {
    const { bench, first, second } = await bothOpen();
    await first({ text: TEXT, source: "Surat Bupati" });
    const step = await second({ audience: "pelajar" });
    expect(codesOf(step)).toEqual(["done"]);
    expect(await draftOf(bench)).toMatchObject({ body: TEXT, source: "Surat Bupati", audience: "pelajar" });
  });

  it("takes what both changed alike", async () => {
    const { bench, first, second } = await bothOpen();
    await first({ text: TEXT });
    await second({ text: `${TEXT}\r\n`, audience: "pelajar" });
    expect(await draftOf(bench)).toMatchObject({ body: TEXT, audience: "pelajar" });
  });

  it("leaves what both changed otherwise as it stands, shows the difference and keeps the text, and takes the rest", async () => {
    const { bench, first, second } = await bothOpen();
    await first({ text: TEXT });
    const step = await second({ text: "Layanan libur 7 Maret.", audience: "pelajar" });
    expect(await draftOf(bench)).toMatchObject({ body: TEXT, audience: "pelajar" });
    const rows = step.rows.filter(({ content }) => content.kind === "contested");
    expect(rows).toMatchObject([{ whisperTo: { id: officer(bench).userId } }]);
    const shown = await composed(bench, { ...step, rows });
    expect(shown.text).toBe(
      [
        "Sejak formulirnya dibuka, naskah JABAR-26-0001 sudah diubah orang lain, jadi isian Anda belum dipakai. Bila isian Anda yang benar, mohon isi lagi lewat tombol Ubah isian.",
        "Naskah: Layanan libur [-6-]{+7+} Maret.",
        "Naskah Anda",
        "Layanan libur 7 Maret.",
      ].join("\n"),
    );
    expect(shown.buttons).toEqual(["Ubah isian"]);
    expect(step.history.map(({ kind }) => kind)).toEqual(["draftChanged", "refused", "noted"]);
    const history = (await composed(bench, await bench.type(officer(bench), "/history 1"))).text;
    expect(history).toContain(
      "mencoba mengubah usulan, tetapi ditolak: Sejak formulirnya dibuka, naskah JABAR-26-0001",
    );
    expect(history).toContain("menyimpan catatan: Layanan libur 7 Maret.");
  });

  it("changes nothing where nothing else was filled in", async () => {
    const { bench, first, second } = await bothOpen();
    await first({ source: "Surat Bupati", category: "policy" });
    const before = await bench.proposal();
    const step = await second({ source: "Surat Gubernur", category: "tourism" });
    expect(await bench.proposal()).toEqual(before);
    expect(step.rows.map(({ content }) => content.kind)).toEqual(["contested"]);
    const { text } = await composed(bench, step);
    expect(text).toContain("Sumber informasi: Surat Bupati → Surat Gubernur");
    expect(text).toMatch(/Kategori: Kebijakan.* → Pariwisata/);
  });

  it("adds its files to those somebody else added, and does not take those off", async () => {
    const { bench, first, second } = await bothOpen();
    const third = await open(bench);
    bench.attach(fileOf());
    await first({});
    const other = fileOf({ key: "c".repeat(64), name: "jadwal.pdf", mediaType: "application/pdf" });
    bench.attach(other);
    await second({});
    expect((await draftOf(bench))?.attachments).toEqual([fileOf().file, other.file]);
    const step = await third({ files: "none" });
    expect((await draftOf(bench))?.attachments).toHaveLength(2);
    expect((await composed(bench, step)).text).toContain(`${fileOf().file.name}, jadwal.pdf → tanpa`);
    await (await open(bench))({ files: "none" });
    expect((await draftOf(bench))?.attachments).toEqual([]);
  });

  it("takes up nothing for editing by itself, and all of it once nobody else wrote", async () => {
    const { bench, first, second } = await bothOpen();
    expectRefused(await first({}), "sameDraft", officer(bench));
    await second({ text: TEXT });
    await (await open(bench))({ text: "Layanan libur 7 Maret." });
    expect(await draftOf(bench)).toMatchObject({ body: "Layanan libur 7 Maret." });
  });

  it("of content another agency has is refused as ever", async () => {
    const { bench, first } = await bothOpen();
    await first({ text: TEXT });
    const { code } = await bench.proposal();
    const opener = { command: "propose", values: { code, seen: "" } };
    const step = await bench.submit(bench.seat("dlh"), "propose", { text: "Lain" }, opener);
    expect(codesOf(step)).toEqual(["otherAgency"]);
    expect(await draftOf(bench)).toMatchObject({ body: TEXT });
  });
});
