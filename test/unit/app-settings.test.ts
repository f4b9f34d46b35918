import { describe, expect, it } from "vitest";
import { createPrefill } from "../../src/app/prefill.js";
import { defaultOf, settings } from "../../src/app/settings/declared.js";
import { settingText, settingValue } from "../../src/app/settings/setting-value.js";
import type { Directory, SettingName } from "../../src/domain/registry/model.js";
import { DEFAULT_SETTINGS } from "../../src/domain/registry/settings.js";
import { catalogueOf } from "../../src/i18n/catalogue.js";
import { profiles } from "../../src/regulations/profiles.js";
import { articlesAt } from "../../src/regulations/schema.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused } from "../support/step-notices.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const governmentOf = async (bench: ChatBench) =>
  (await bench.store.sceneOfGovernment(bench.governmentId)).directory.government;
const said = async (bench: ChatBench, seat: Seat, line: string) =>
  (await composed(bench, await bench.type(seat, line))).text;

describe("/settings without text", () => {
  it("tells everybody, alone, what each thing means, its value, default, bounds and whose rule it is", async () => {
    const bench = createChatBench("jabar");
    const officer = bench.seat("dukcapil");
    const step = await bench.type(officer, "/pengaturan");
    expect(step.rows).toMatchObject([{ whisperTo: { id: officer.userId } }]);
    const { text, buttons } = await composed(bench, step);
    expect(text).toContain("Pengaturan: Pengingat");
    expect(text).toContain("Pengingat batas waktu: 12 jam, 3 jam, 1 jam (bawaan)");
    expect(text).toContain("Paling banyak 5 waktu, masing-masing 5 menit sampai 24 jam; atau: tidak ada.");
    expect(text).toContain("Kebijakan internal, Lamp. C angka 4");
    expect(text).toContain("Jam tenang: 21.00-06.00 (bawaan)\nPada jam ini pengingat tidak dikirim.");
    expect(text).toContain("Halaman 1 dari 3");
    expect(buttons).toEqual(["Berikutnya", "Riwayat"]);
  });

  it.each([
    ["kobar", "Pasal 9 huruf d"],
    ["klaten", "Pasal 10 huruf c"],
    ["jabar", "Lamp. D angka 2"],
  ] as const)(
    "%s: beside reminders of content stands where it waits for officials, never the 24 hours' place",
    async (id, place) => {
      const bench = createChatBench(id);
      for (const name of ["pengingat-pejabat", "pengingat-mendesak", "lapor-kepala"]) {
        const text = await said(bench, office(bench), `/settings ${name}`);
        expect(text).toContain(`Target internal, ${place}.`);
        expect(text).not.toMatch(/Lamp\. [BC] angka 4/);
      }
    },
  );

  it("says of the weekly digest that none is sent yet", async () => {
    const bench = createChatBench("kobar");
    const words = "Kapan rekap mingguan akan dikirim. Rekap ini belum tersedia; belum ada yang dikirim.";
    expect(await said(bench, office(bench), "/settings rekap")).toContain(words);
  });

  it("goes through all of them, page by page, whose rules have an article people can open", async () => {
    for (const profile of profiles)
      for (const { rule } of settings) {
        const { citation } = rule(profile);
        if (citation !== undefined) expect(articlesAt(profile, citation), citation).not.toEqual([]);
      }
    const bench = createChatBench("kobar");
    const texts: string[] = [];
    for (const page of ["0", "1", "2"])
      texts.push(
        (await composed(bench, await bench.press(office(bench), { command: "settings", values: { page } }))).text,
      );
    for (const { name } of settings)
      expect(texts.join("\n")).toContain(`${catalogueOf("id").settings.names[name].label}: `);
    const after = await composed(
      bench,
      await bench.press(office(bench), { command: "settings", values: { page: "7" } }),
    );
    expect(after.text).toContain("Halaman ini kosong.");
  });

  it("shows one by its name, in any language, and offers to change it only to who may", async () => {
    const bench = createChatBench("klaten");
    for (const line of ["/settings jam-tenang", "/settings Jam Tenang", "/settings quiet", "/pengaturan quiet-hours"])
      expect(await said(bench, office(bench), line)).toContain("Jam tenang: 21.00-06.00 (bawaan)");
    const mine = await composed(bench, await bench.type(office(bench), "/settings ejaan"));
    expect(mine.buttons).toEqual(["Ubah: Perbaikan ejaan"]);
    expect(mine.text).toContain("/pengaturan ejaan tidak. Untuk kembali ke semula: /pengaturan ejaan bawaan.");
    expect((await composed(bench, await bench.type(bench.seat("dlh"), "/settings ejaan"))).buttons).toEqual([]);
  });
});

describe("/settings NAME VALUE", () => {
  it("sets it for the whole government, tells the chat, and keeps before and after in the history", async () => {
    const bench = createChatBench("kobar");
    const step = await bench.type(office(bench), "/pengaturan jam tenang 20.00 - 05.30");
    expect((await governmentOf(bench)).settings).toEqual({
      ...DEFAULT_SETTINGS,
      quiet: { from: "20:00", to: "05:30" },
    });
    expect(step.history).toMatchObject([
      {
        ...{ kind: "settingChanged", subjectId: "kobar", actor: "kobar-diskominfo-official" },
        content: { setting: "quiet", before: { from: "21:00", to: "06:00" }, after: { from: "20:00", to: "05:30" } },
      },
    ]);
    const { text, buttons, actions } = await composed(bench, step);
    expect(text).toBe("Jam tenang sekarang: 20.00-05.30. Sebelumnya: 21.00-06.00.");
    expect(step.rows[0]).not.toHaveProperty("whisperTo");
    expect(buttons).toEqual(["Kembalikan seperti semula"]);
    const [back] = actions;
    if (!back) throw new Error("no way back");
    await bench.press(office(bench), back);
    expect((await governmentOf(bench)).settings).toEqual(DEFAULT_SETTINGS);
  });

  it("changes only what is named, and what holds at once is what was set", async () => {
    const bench = createChatBench("jabar");
    await bench.type(office(bench), "/settings mengetahui ya");
    await bench.type(office(bench), "/settings pengingat tidak ada");
    await bench.type(bench.seat("diskominfo", "admin"), "/settings jumlah-persetujuan semua");
    const { settings: chosen } = await governmentOf(bench);
    expect(chosen).toEqual({
      ...DEFAULT_SETTINGS,
      reportNeedsAcknowledgement: true,
      remindBeforeMinutes: [],
      approvalsNeeded: "all",
    });
    await bench.type(office(bench), "/settings pengingat bawaan");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/forward 1 dishub");
    await bench.type(bench.seat("dishub"), "/answer 1 Besok.");
    await bench.relay();
    expect((await bench.inquiry()).status).toBe("reported");
  });

  it("makes the reminders of the next forward", async () => {
    const bench = createChatBench("kobar");
    await bench.type(office(bench), "/settings pengingat 2 jam, 30 menit");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.type(bench.seat("dukcapil"), "/forward 1 dishub");
    await bench.relay();
    const stages = bench.store.tables.pings.map(({ stage }) => stage).filter((stage) => stage.startsWith("before"));
    expect(stages).toEqual(["before-120", "before-30"]);
  });

  it("speaks another language from then on", async () => {
    const bench = createChatBench("kobar");
    const step = await bench.type(office(bench), "/settings bahasa Inggris");
    expect((await governmentOf(bench)).locale).toBe("en");
    expect((await composed(bench, step)).text).toBe("Language is now: English. Before: Indonesian.");
    expect(await said(bench, office(bench), "/settings")).toContain("Settings: Reminders");
    await bench.type(office(bench), "/settings language Indonesia");
    expect((await governmentOf(bench)).locale).toBe("id");
  });

  it.each([
    ["jam-tenang 18.00-09.00", "Dari jam sampai jam, paling lama 14 jam; atau: tidak ada. Misalnya: 21.00-06.00."],
    ["pengingat 2 menit", "Paling banyak 5 waktu"],
    ["pengingat 1 jam, 1 jam", "Paling banyak 5 waktu"],
    ["akun-sepi 91", "Antara 1 dan 90 hari."],
    ["ejaan mungkin", "Ya atau tidak."],
    ["rekap Senin", "Hari dan jam setempat."],
    ["bahasa Jawa", "Indonesia atau Inggris."],
    ["jumlah-persetujuan 0", "Antara 1 dan 9, atau: semua."],
    ["lapor-kepala 5 menit", "Antara 1 jam dan 14 hari."],
  ])("refuses %s with its bounds, and changes nothing", async (typed, bounds) => {
    const bench = createChatBench("kobar");
    const seat = office(bench);
    const step = await bench.type(seat, `/settings ${typed}`);
    expectRefused(step, "badSetting", seat);
    expect((await composed(bench, step)).text).toContain(bounds);
    expect((await governmentOf(bench)).settings).toEqual(DEFAULT_SETTINGS);
  });

  it("is for Diskominfo and admins: others are told who may", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const step = await bench.type(officer, "/settings ejaan ya");
    expectRefused(step, "onlyRole", officer);
    expect((await composed(bench, step)).text).toContain("hanya Diskominfo atau admin yang dapat melakukan ini");
    expectRefused(
      await bench.press(officer, { command: "settings", values: { register: "yes", setting: "quiet" } }),
      "onlyRole",
      officer,
    );
  });

  it("names what there is for a name that is none, and what is so already", async () => {
    const bench = createChatBench("kobar");
    expect(await said(bench, office(bench), "/settings terbang ya")).toContain(
      "Yang dapat diatur: pengingat, jam-tenang,",
    );
    expect(await said(bench, office(bench), "/settings ejaan tidak")).toBe(
      "Perbaikan ejaan sudah seperti itu. Tidak ada yang perlu diubah.",
    );
  });
});

describe("the form", () => {
  const opener = { command: "settings", values: { register: "yes", setting: "quiet" } };

  it("opens with what holds, for who may change it, and sets what is sent", async () => {
    const bench = createChatBench("kobar");
    bench.store.putAction("kobar", "token", opener);
    const prefill = createPrefill(bench.store);
    const user = (id: string) => ({ platform: "simulator" as const, workspace: "kobar", id });
    const place = bench.place("diskominfo", "approval");
    expect(await prefill("settings", "token", place, user("kobar-admin"))).toEqual({ value: "21.00-06.00" });
    expect(await prefill("settings", "token", place, user("kobar-dlh-officer"))).toEqual({});
    await bench.submit(office(bench), "settings", { value: "22.00-05.00" }, opener);
    expect((await governmentOf(bench)).settings.quiet).toEqual({ from: "22:00", to: "05:00" });
  });

  it("is a question where there are no forms, which says what it asks for and asks again", async () => {
    const bench = createChatBench("kobar");
    const asked = await bench.press(office(bench), opener);
    expect((await composed(bench, asked)).text).toContain(
      "Jam tenang: Nilai barunya apa?\nDari jam sampai jam, paling lama 14 jam; atau: tidak ada.",
    );
    await bench.relay();
    const [row] = asked.rows;
    if (!row) throw new Error("nothing was asked");
    const again = await bench.write(office(bench), "entah", bench.messageOf(row));
    expect((await composed(bench, again)).text).toContain('"entah" tidak dapat dipakai untuk Jam tenang.');
    await bench.relay();
    const [second] = again.rows;
    if (!second) throw new Error("nothing was asked again");
    await bench.write(office(bench), "22.00-05.00", bench.messageOf(second));
    expect((await governmentOf(bench)).settings.quiet).toEqual({ from: "22:00", to: "05:00" });
  });
});

describe("a value", () => {
  const values: Readonly<Record<SettingName, readonly unknown[]>> = {
    remindBeforeMinutes: [[], [720, 180, 60], [90], [1440]],
    remindOfficialsAfterMinutes: [[2910], [240, 1440], [10_080]],
    remindUrgentAfterMinutes: [[15, 60]],
    askHeadAfterMinutes: [2880, 1500, 20_160],
    quiet: [
      { from: "21:00", to: "06:00" },
      { from: "00:00", to: "00:00" },
    ],
    approvalsNeeded: [1, 9, "all"],
    reportNeedsAcknowledgement: [true, false],
    contentEditsNeedApproval: [true, false],
    spellingKeepsApproval: [true, false],
    silentAfterDays: [1, 90],
    digestAt: [
      { weekday: 1, time: "08:00" },
      { weekday: 7, time: "23:59" },
    ],
    locale: ["id", "en"],
  };

  it.each(settings.map(({ name }) => name))("%s is read as it is shown, in both languages", (name) => {
    for (const value of [...values[name], defaultOf(name)])
      for (const locale of ["id", "en"] as const) {
        const shown = settingText(catalogueOf(locale), name, value);
        expect(settingValue(name, shown), shown).toEqual({ value });
      }
  });

  it("is typed as people say it", () => {
    expect(settingValue("askHeadAfterMinutes", "1 hari 1 jam")).toEqual({ value: 1500 });
    expect(settingValue("askHeadAfterMinutes", "36j")).toEqual({ value: 2160 });
    expect(settingValue("remindBeforeMinutes", "90 mnt; 1h")).toEqual({ value: [90, 60] });
    expect(settingValue("quiet", "21 sampai 6")).toEqual({ value: { from: "21:00", to: "06:00" } });
    expect(settingValue("quiet", "9 malam")).toBeUndefined();
    expect(settingValue("digestAt", "jumat 7.30")).toEqual({ value: { weekday: 5, time: "07:30" } });
    expect(settingValue("digestAt", "Friday, 7:30")).toEqual({ value: { weekday: 5, time: "07:30" } });
    expect(settingValue("silentAfterDays", "14")).toEqual({ value: 14 });
    expect(settingValue("silentAfterDays", "2 minggu")).toBeUndefined();
    expect(settingValue("approvalsNeeded", "0x2")).toBeUndefined();
    for (const name of settings.map((each) => each.name))
      expect(settingValue(name, "bawaan")).toEqual({ value: defaultOf(name) });
  });
});

describe("a phone shared by an office", () => {
  const SOP = { id: "sop", number: "1/2026", issuer: "Kepala Dinas", agencyId: "jabar-dishub", gates: {} };
  const change = (directory: Directory): Directory => ({
    ...directory,
    sops: [SOP],
    people: directory.people.map((each) => ({ ...each, shared: each.id === "jabar-diskominfo-official" })),
  });

  it.each([
    "/settings jam-tenang 20.00-05.00",
    "/access menjawab role=pejabat scope=own",
    "/access role=pejabat",
    "/sop 1/2026 letterDate=2/3/2026 agency=dishub",
  ])("changes nothing that holds for the government: %s", async (line) => {
    const bench = createChatBench("jabar", { change });
    const before = await bench.store.sceneOfGovernment("jabar");
    const step = await bench.type(office(bench), line);
    expectRefused(step, "sharedPhone", office(bench));
    expect((await composed(bench, step)).text).toContain("tidak dapat diubah lewat ponsel bersama");
    expect(await bench.store.sceneOfGovernment("jabar")).toEqual(before);
  });

  it("ends no SOP, and is offered no change, but reads all of it", async () => {
    const bench = createChatBench("jabar", { change });
    const press = { command: "endsop", values: { sop: SOP.id } };
    expectRefused(await bench.press(office(bench), press), "sharedPhone", office(bench));
    const buttons = async (line: string) => (await composed(bench, await bench.type(office(bench), line))).buttons;
    for (const line of ["/settings ejaan", "/access menjawab"]) expect(await buttons(line), line).toEqual([]);
    expect(await buttons("/sop")).toEqual(["Dasar: Pasal 8 ayat (1)"]);
  });
});
