import { describe, expect, it } from "vitest";
import { createPrefill } from "../../src/app/prefill.js";
import { letterDay } from "../../src/app/settings/letter-day.js";
import { type ChatBench, createChatBench, MORNING, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import type { GovernmentId } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const sopsOf = async (bench: ChatBench) => (await bench.store.sceneOfGovernment(bench.governmentId)).directory.sops;
const said = async (bench: ChatBench, line: string) =>
  (await composed(bench, await bench.type(office(bench), line))).text;

const LINE = "/sop 12/2026 tertanggal=1/3 jam=12";

/** A case forwarded to Dishub whose card arrived. */
const forwarded = async (bench: ChatBench, number: number) => {
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu diperbaiki?");
  await bench.type(bench.seat("dukcapil"), `/forward ${number} dishub`);
  await bench.relay();
  return (await bench.inquiry(number)).forwards[0];
};

describe("/sop", () => {
  it("says what holds while none is entered", async () => {
    expect(await said(createChatBench("kobar"), "/sop")).toContain(
      "Belum ada SOP yang tercatat. Batas waktu yang berlaku: 24 jam (Peraturan, Lamp. B angka 4).",
    );
    expect(await said(createChatBench("klaten"), "/standar")).toContain("24 jam (Target internal, Pasal 16)");
  });

  it.each([
    ["kobar", "Kepala Instansi", "Pasal 12 ayat (1)"],
    ["jabar", "Kepala Instansi", "Pasal 8 ayat (1)"],
  ] as const)("%s: enters one of an agency, issued as the regulation says", async (id, issuer, citation) => {
    const bench = createChatBench(id);
    const step = await bench.type(office(bench), `${LINE} instansi=dishub`);
    expect(await sopsOf(bench)).toMatchObject([
      { agencyId: `${id}-dishub`, number: "12/2026", issuer, deadlineHours: 12, gates: {} },
    ]);
    expect(step.history).toMatchObject([
      { kind: "sopRegistered", actor: `${id}-diskominfo-official`, content: { after: { number: "12/2026" } } },
    ]);
    const { text, buttons } = await composed(bench, step);
    expect(text).toContain("SOP Nomor 12/2026 tercatat untuk Dinas Perhubungan.");
    expect(text).toContain(`SOP Nomor 12/2026 · 1 Mar 2026 · ${issuer}\nbatas waktu 12 jam (tanpa SOP: 24 jam)`);
    expect(buttons).toEqual(["Ubah: Dinas Perhubungan", "Akhiri: Dinas Perhubungan", `Dasar: ${citation}`]);
    const list = await composed(bench, await bench.type(bench.seat("dlh"), "/settings sop"));
    expect(list.text).toContain("SOP yang tercatat (1)");
    expect(list.buttons).toEqual([`Dasar: ${citation}`]);
  });

  it("klaten: one for all, of whatever hours, and none of an agency (Pasal 16)", async () => {
    const bench = createChatBench("klaten");
    const refused = await bench.type(office(bench), `${LINE} agency=dishub`);
    expectRefused(refused, "sopForAll", office(bench));
    expect((await composed(bench, refused)).text).toContain("satu SOP untuk semua instansi (Pasal 16)");
    const entered = await bench.type(office(bench), "/sop 3/2026 tertanggal=1/3/2026 jam=36");
    expect((await composed(bench, entered)).text).toContain("SOP Nomor 3/2026 tercatat untuk semua instansi.");
    const [sop, ...others] = await sopsOf(bench);
    expect(others).toEqual([]);
    expect(sop).toMatchObject({ number: "3/2026", issuer: "Kepala Dinas Komunikasi Informatika", deadlineHours: 36 });
    expect(sop).not.toHaveProperty("agencyId");
    expect((await forwarded(bench, 1))?.clock).toEqual({ hours: 36, level: "sop", citation: "SOP 3/2026" });
  });

  it.each(["kobar", "jabar"] as const)("%s: never more hours than the regulation has, which is named", async (id) => {
    const bench = createChatBench(id);
    const step = await bench.type(office(bench), "/sop 1 letterDate=1/3 hours=25 agency=dishub");
    expectRefused(step, "sopHours", office(bench));
    expect((await composed(bench, step)).text).toContain(
      id === "kobar" ? "paling lama 24 jam (Lamp. B angka 4)" : "paling lama 24 jam (Lamp. C angka 4)",
    );
    expect(await sopsOf(bench)).toEqual([]);
  });

  it("adds gates and never loosens the regulation's, which are named", async () => {
    const jabar = createChatBench("jabar");
    const loose = "/sop 1 letterDate=1/3 agency=dukcapil tersedia=tanpa";
    expectRefused(await jabar.type(office(jabar), loose), "sopGate", office(jabar));
    expect(await said(jabar, loose)).toContain(
      "Untuk jawaban yang tersedia peraturan meminta persetujuan pejabat (Lamp. C angka 2).",
    );
    await jabar.type(
      office(jabar),
      '/sop 1 letterDate=1/3 agency=dukcapil tersedia=approve diteruskan="persetujuan pejabat"',
    );
    // The same as the regulation's adds nothing.
    expect(await sopsOf(jabar)).toMatchObject([{ gates: { forwarded: "approve" } }]);
    const kobar = createChatBench("kobar");
    await kobar.type(office(kobar), "/sop 1 letterDate=1/3 agency=dukcapil available=approve");
    await kobar.type(kobar.seat("dukcapil"), "/inquiry Kapan?");
    await kobar.type(kobar.seat("dukcapil"), "/answer 1 Besok.");
    expect(await kobar.inquiry()).toMatchObject({
      status: "approval",
      gate: { kind: "approve", level: "sop", citation: "SOP 1" },
    });
  });

  it("holds for new forwards; a clock that runs keeps what it began with, also once it is changed or ended", async () => {
    const bench = createChatBench("kobar");
    const before = await forwarded(bench, 1);
    await bench.type(office(bench), `${LINE} agency=dishub`);
    const under = await forwarded(bench, 2);
    expect(under?.clock).toEqual({ hours: 12, level: "sop", citation: "SOP 12/2026" });
    await bench.type(office(bench), "/sop 12/2026 jam=6 agency=dishub");
    expect((await forwarded(bench, 3))?.clock).toMatchObject({ hours: 6 });
    const [sop] = await sopsOf(bench);
    await bench.press(office(bench), { command: "endsop", values: { sop: sop?.id ?? "" } });
    expect(await sopsOf(bench)).toEqual([]);
    expect((await forwarded(bench, 4))?.clock).toMatchObject({ hours: 24, level: "regulation" });
    expect((await bench.inquiry(1)).forwards[0]).toEqual(before);
    expect((await bench.inquiry(2)).forwards[0]).toEqual(under);
    const pings = bench.store.tables.pings.filter(
      ({ inquiryId, takenAt }) => takenAt === undefined && inquiryId !== "",
    );
    expect(new Set(pings.map(({ inquiryId }) => inquiryId)).size).toBe(4);
  });

  it("is one at a time: another number takes its place with nothing of the former, and can be put back", async () => {
    const bench = createChatBench("kobar");
    await bench.type(office(bench), `${LINE} agency=dishub available=report`);
    const [former] = await sopsOf(bench);
    const asked = await bench.type(office(bench), "/sop 13/2026 agency=dishub");
    expect(asked.rows[0]?.content).toMatchObject({ kind: "question", input: "letterDate" });
    const step = await bench.type(office(bench), "/sop 13/2026 agency=dishub tertanggal=2/3 penerbit=Bupati");
    expect(await sopsOf(bench)).toMatchObject([{ id: former?.id, number: "13/2026", issuer: "Bupati", gates: {} }]);
    expect((await sopsOf(bench))[0]).not.toHaveProperty("deadlineHours");
    expect(step.history).toMatchObject([
      { kind: "sopChanged", content: { before: { number: "12/2026" }, after: { number: "13/2026" } } },
    ]);
    const { actions, buttons, text } = await composed(bench, step);
    expect(text).toContain("Menggantikan SOP Nomor 12/2026, yang tidak berlaku lagi.");
    expect(text).toContain(
      "• batas waktu: dari 12 jam menjadi 24 jam\n• jawaban yang tersedia: dari dilaporkan ke pejabat menjadi tanpa syarat",
    );
    expect(text).not.toContain("jawaban instansi terkait: dari");
    expect(buttons[0]).toBe("Kembalikan seperti semula");
    const back = actions.find(({ values }) => values.number === "12/2026");
    if (!back) throw new Error("no way back");
    await bench.press(office(bench), back);
    expect(await sopsOf(bench)).toEqual([former]);
  });

  it("changes only what is named, and - takes it away", async () => {
    const bench = createChatBench("kobar");
    await bench.type(office(bench), `${LINE} agency=dishub available=report`);
    await bench.type(office(bench), "/sop 12/2026 agency=dishub jam=-");
    expect(await sopsOf(bench)).toMatchObject([{ gates: { available: "report" }, issuer: "Kepala Instansi" }]);
    expect((await sopsOf(bench))[0]).not.toHaveProperty("deadlineHours");
    await bench.type(office(bench), "/sop 12/2026 agency=dishub tersedia=-");
    expect((await sopsOf(bench))[0]?.gates).toEqual({});
  });

  it("opens its form with what it says, for who may change it", async () => {
    const bench = createChatBench("kobar");
    await bench.type(office(bench), `${LINE} agency=dishub available=report`);
    const [sop] = await sopsOf(bench);
    const opener = { command: "sop", values: { register: "yes", sop: sop?.id ?? "", agency: "dishub" } };
    bench.store.putAction("kobar", "token", opener);
    const prefill = createPrefill(bench.store);
    const by = (id: string) =>
      prefill("sop", "token", bench.place("diskominfo"), { platform: "simulator", workspace: "kobar", id });
    expect(await by("kobar-admin")).toEqual({
      ...{ number: "12/2026", letterDate: "2026-03-01", issuer: "Kepala Instansi", hours: "12", available: "report" },
    });
    expect(await by("kobar-dlh-official")).toEqual({});
    const form = { ...(await by("kobar-admin")), hours: "8", inhouse: "" };
    await bench.submit(office(bench), "sop", form, opener);
    expect(await sopsOf(bench)).toMatchObject([
      { number: "12/2026", deadlineHours: 8, gates: { available: "report" } },
    ]);
  });

  it.each(["kobar", "klaten", "jabar"] as const)("%s: is for Diskominfo and admins", async (id: GovernmentId) => {
    const bench = createChatBench(id);
    const head = bench.seat("dishub", "head");
    expectRefused(await bench.type(head, LINE), "onlyRole", head);
    expectRefused(await bench.press(head, { command: "endsop", values: { sop: "x" } }), "onlyRole", head);
    expectRefused(
      await bench.press(office(bench), { command: "endsop", values: { sop: "x" } }),
      "stale",
      office(bench),
    );
  });
});

describe("the day of a letter", () => {
  it.each([
    ["1/3", "2026-03-01"],
    ["2 Maret", "2026-03-02"],
    ["3/3", "2025-03-03"],
    ["31 Desember", "2025-12-31"],
    ["5/3/2026", "2026-03-05"],
    ["2019-01-02", "2019-01-02"],
    ["hari ini", "2026-03-02"],
    ["besok", "2026-03-03"],
    ["kapan", undefined],
  ])("%s is %s on 2 March 2026", (typed, day) => {
    expect(letterDay(typed, MORNING, "Asia/Jakarta")).toBe(day);
  });
});
