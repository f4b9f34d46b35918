import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { noticesOf } from "../support/step-notices.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';
const X = "https://x.com/dukcapil.contoh/status/1";
const INSTAGRAM = "https://www.instagram.com/p/1";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const press = (bench: ChatBench, command: string, code = "1") =>
  bench.press(officer(bench), { command, values: { code } });

const submitted = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar");
  await bench.type(officer(bench), LINE);
  await press(bench, "submit");
  await bench.relay();
  return bench;
};

const published = async (): Promise<ChatBench> => {
  const bench = await submitted();
  await bench.type(official(bench), "/approve 1");
  for (const url of [X, INSTAGRAM]) await bench.type(officer(bench), `/posted 1 ${url}`);
  await bench.relay();
  return bench;
};

/** The correction is before the officials. */
const correcting = async (bench: ChatBench): Promise<Step> => {
  bench.advance(1);
  await bench.type(officer(bench), "/reopen 1 Salah tanggal");
  await bench.named(officer(bench), "propose", { code: "1", theme: "Libur", text: "Ralat: libur 6 Maret." });
  return press(bench, "submit");
};

/** The message about one version that a step drew, as people see it. */
const shown = async (bench: ChatBench, { rows }: Step, kind: string, at = 0) => {
  const row = rows.filter(({ content }) => content.kind === kind).at(at);
  return (await composed(bench, { rows: row ? [row] : [], outcome: "committed", history: [] })).text;
};

describe("a correction before the officials", () => {
  it("says that it is one, why, and what is posted", async () => {
    const bench = await published();
    const step = await correcting(bench);
    const text = await shown(bench, step, "proposal-approval", -1);
    expect(text).toMatch(/^Ralat usulan JABAR-26-0001 v2\nDiralat karena: Salah tanggal\n/);
    expect(text).toContain("Mohon keputusan atas ralat usulan JABAR-26-0001 v2. 👍 setuju, 👎 kembalikan.");
    expect(text).toContain(`\nSudah tayang: @dukcapil.contoh · X (Twitter): ${X}\n`);
    expect(text).toContain(`: ${INSTAGRAM}\n`);
  });

  it("is told on the message for each account: what it replaces, until it is posted", async () => {
    const bench = await published();
    await correcting(bench);
    const approved = await bench.type(official(bench), "/approve 1");
    expect(await shown(bench, approved, "post-text", 0)).toContain(
      `siap disalin:\nRalat ini menggantikan yang tayang di ${INSTAGRAM}\nRalat: libur 6 Maret.`,
    );
    expect(await shown(bench, approved, "post-text", 1)).toContain(`Ralat ini menggantikan yang tayang di ${X}`);
    const posted = await bench.type(officer(bench), "/posted 1 https://x.com/dukcapil.contoh/status/2");
    expect(await shown(bench, posted, "post-text")).not.toContain("menggantikan");
  });

  it("leaves a very long address to the card, so that the text to copy keeps its room", async () => {
    const bench = await submitted();
    await bench.type(official(bench), "/approve 1");
    for (const url of [X, `${INSTAGRAM}?${"a".repeat(200)}`]) await bench.type(officer(bench), `/posted 1 ${url}`);
    await correcting(bench);
    expect(await shown(bench, await bench.type(official(bench), "/approve 1"), "post-text", 0)).toContain(
      "Ralat ini menggantikan yang tayang di akun ini (tautannya ada di kartu JABAR-26-0001)\n",
    );
  });

  it("of a first text says none of it", async () => {
    const bench = await submitted();
    const { text } = await composed(bench, await bench.type(official(bench), "/approve 1"), 1);
    expect(text).toMatch(/^Usulan JABAR-26-0001 v1\n/);
    expect(text).not.toContain("Sudah tayang");
  });

  it("that corrects a correction gives its own reason, and the address of that", async () => {
    const bench = await published();
    await correcting(bench);
    await bench.type(official(bench), "/approve 1");
    const second = "https://x.com/dukcapil.contoh/status/2";
    for (const url of [second, INSTAGRAM]) await bench.type(officer(bench), `/posted 1 ${url}`);
    await bench.type(officer(bench), "/reopen 1 Salah jam");
    await bench.named(officer(bench), "propose", { code: "1", theme: "Libur", text: "Ralat: libur 7 Maret." });
    const step = await press(bench, "submit");
    const text = await shown(bench, step, "proposal-approval", -1);
    expect(text).toContain("Diralat karena: Salah jam\n");
    expect(text).toContain(`X (Twitter): ${second}\n`);
    expect(text).not.toContain(`${X}\n`);
    expect(await shown(bench, step, "proposal-approval", 0)).not.toContain("Salah jam");
  });
});

describe("content made of questions", () => {
  it("shows the officials which, and the citizens' words", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Benarkah kantor libur? akun=@dukcapil");
    await bench.type(officer(bench), `/inquiry ${"Kapan buka? ".repeat(60)}`);
    await bench.type(officer(bench), `${LINE} kasus="1 2"`);
    const text = await shown(bench, await press(bench, "submit", "3"), "proposal-approval");
    expect(text).toContain("Menanggapi: JABAR-26-0001, JABAR-26-0002");
    expect(text).toContain("\nPertanyaan warga JABAR-26-0001\nBenarkah kantor libur?\n");
    expect(text).toMatch(/Pertanyaan warga JABAR-26-0002\n(?:Kapan buka\? )+[^\n]{0,12}…\n/);
    expect(text.indexOf("Pertanyaan warga")).toBeLessThan(text.indexOf("Naskah v1"));
  });
});

describe("withdrawing", () => {
  const toldOfficials = async (bench: ChatBench) => {
    const step = await bench.type(officer(bench), "/close 1 Acaranya batal");
    const rows = noticesOf(step).filter(({ row }) => row.to.channel === bench.place("dukcapil", "approval").channel);
    const row = rows[0]?.row;
    return { row, text: row && (await composed(bench, { ...step, rows: [row] })).text };
  };

  it("what waits tells the officials why, below its card", async () => {
    const bench = await submitted();
    const [version] = (await bench.proposal()).versions;
    const { row, text } = await toldOfficials(bench);
    expect(row?.replyTo).toEqual({ card: `selection:${version?.id}` });
    expect(text).toBe("Usulan JABAR-26-0001 ditarik: Acaranya batal. Tidak perlu diputuskan lagi.");
  });

  it("what is posted tells them too, also while its correction waits", async () => {
    const bench = await published();
    expect((await toldOfficials(bench)).text).toBe(
      "Konten JABAR-26-0001 ditarik: Acaranya batal. Petugas sudah diminta menurunkan unggahannya.",
    );
    const waiting = await published();
    await correcting(waiting);
    const [, second] = (await waiting.proposal()).versions;
    const { row, text } = await toldOfficials(waiting);
    expect(row?.replyTo).toEqual({ card: `selection:${second?.id}` });
    expect(text).toContain("Tidak perlu diputuskan lagi. Petugas sudah diminta");
  });

  it("a draft, or what they returned, tells nobody else", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), LINE);
    expect((await toldOfficials(bench)).row).toBeUndefined();
    const returned = await submitted();
    await returned.type(official(returned), "/reject 1 Belum tepat.");
    expect((await toldOfficials(returned)).row).toBeUndefined();
  });
});
