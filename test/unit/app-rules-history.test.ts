import { describe, expect, it } from "vitest";
import { foundingOf } from "../../src/app/founding/founding-of.js";
import { ruleChanges } from "../../src/domain/registry/changes.js";
import { catalogueOf } from "../../src/i18n/catalogue.js";
import { systemIds } from "../../src/infra/system.js";
import { type ChatBench, createChatBench, MORNING, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory } from "../support/example-directory.js";
import { planOfContoh } from "../support/founding-plan.js";
import { show } from "../support/view-fixture.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");

/** The lines of the history as people read them, without their times. */
const read = async (bench: ChatBench, seat: Seat, line = "/pengaturan riwayat") => {
  const { text, buttons } = await composed(bench, await bench.type(seat, line));
  const lines = text.split("\n").filter((each) => /^\w{3} \d/.test(each));
  return { text, buttons, lines: lines.map((each) => each.replace(/^.*? · /, "")) };
};

const live = async (bench: ChatBench): Promise<void> => {
  await bench.type(office(bench), "/settings jam-tenang 22.00-05.00");
  await bench.type(office(bench), "/settings approvalsNeeded 2");
  await bench.type(office(bench), "/access case.close role=head scope=own");
  await bench.type(office(bench), "/sop 12/2026 tertanggal=1/3 jam=12 agency=dishub");
  await bench.type(office(bench), "/sop 12/2026 jam=6 diteruskan=report agency=dishub");
  const [sop] = (await bench.store.sceneOfGovernment(bench.governmentId)).directory.sops;
  await bench.press(office(bench), { command: "endsop", values: { sop: sop?.id ?? "" } });
};

describe("the history of a government's own rules", () => {
  it("tells each change of a setting, a right and an SOP: by whom, what it was and became", async () => {
    const bench = createChatBench("kobar");
    await live(bench);
    const { text, lines } = await read(bench, bench.seat("dlh"));
    const who = "Nama kobar-diskominfo-official";
    expect(text).toContain("Riwayat pengaturan, hak dan SOP (6)");
    expect(lines).toEqual([
      `${who}: mengubah Jam tenang dari "21.00-06.00" menjadi "22.00-05.00"`,
      `${who}: mengubah Jumlah persetujuan dari "1" menjadi "2"`,
      `${who}: mengubah hak kepala instansi untuk menutup pertanyaan dari "tidak" menjadi "instansinya sendiri"`,
      `${who}: mencatat SOP Nomor 12/2026 untuk Dinas Perhubungan: batas waktu 12 jam (tanpa SOP: 24 jam)`,
      `${who}: mengubah SOP, sekarang SOP Nomor 12/2026 untuk Dinas Perhubungan: batas waktu 6 jam (tanpa SOP: 24 jam) · jawaban instansi terkait: dilaporkan ke pejabat`,
      `${who}: mengakhiri SOP Nomor 12/2026 untuk Dinas Perhubungan`,
    ]);
  });

  it("is reached by its button and by its name in any language, in pages, and is of one government alone", async () => {
    const bench = createChatBench("kobar", { others: [exampleDirectory("jabar")] });
    const list = await composed(bench, await bench.type(bench.seat("dlh"), "/settings"));
    expect(list.buttons).toContain("Riwayat");
    expect((await read(bench, office(bench), "/settings history")).text).toContain(
      "Belum ada riwayat pengaturan, hak dan SOP.",
    );
    for (let count = 0; count < 4; count += 1) await live(bench);
    const first = await read(bench, office(bench));
    expect(first.buttons).toContain("Berikutnya");
    const next = { command: "settings", values: { setting: "history", page: "1" } };
    expect((await composed(bench, await bench.press(office(bench), next))).text).toContain("Halaman 2 dari");
    const visitor: Seat = {
      userId: "jabar-dukcapil-officer",
      place: { platform: "simulator", workspace: "jabar", channel: "jabar-dukcapil-work" },
    };
    expect((await bench.type(visitor, "/settings history")).rows).toMatchObject([{ governmentId: "jabar" }]);
    expect((await bench.store.history("jabar", "jabar", 0, 10)).total).toBe(0);
  });

  it("begins with the setting up, its SOPs among it", () => {
    const plan = planOfContoh();
    const { founding } = foundingOf(plan, systemIds, MORNING);
    const own = founding.history.filter(({ subjectId }) => subjectId === founding.government.id);
    expect(own.map(({ kind }) => kind)).toEqual(["founded", ...plan.sops.map(() => "sopRegistered")]);
  });

  it("tells what the setup set otherwise than the default", async () => {
    const settings = { quiet: { from: "20:00", to: "05:00" }, access: { "case.close": { head: "own" } } } as const;
    const { founding } = foundingOf(planOfContoh({ settings }), systemIds, MORNING);
    const read = async (kept: object) => {
      const [line] = founding.history.filter(({ kind }) => kind === "founded");
      const history = line ? [{ at: line.at, kind: line.kind, content: { ...line.content, settings: kept } }] : [];
      return (await show({ history }, { kind: "rules-history", page: 0 })).text;
    };
    expect(await read(settings)).toMatch(
      /disiapkan: Jam tenang "20\.00-05\.00"; kepala instansi untuk menutup pertanyaan "instansinya sendiri"$/m,
    );
    expect(await read({})).toMatch(/pemerintah daerah ini disiapkan$/m);
    // Rows of another release are read all the same.
    expect(await read({ unknown: 1 })).toMatch(/disiapkan$/m);
  });

  it("has a sentence for every kind there is, in each language", () => {
    for (const locale of ["id", "en"] as const)
      for (const kind of ruleChanges) expect(catalogueOf(locale).list.history[kind]?.({})).toMatch(/\w/);
  });
});
