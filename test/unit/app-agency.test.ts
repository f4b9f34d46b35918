import { describe, expect, it } from "vitest";
import { createPrefill } from "../../src/app/prefill.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const LINE = '/instansi bpn nama="BPN Contoh" jenis=eksternal';

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");

const agencies = async (bench: ChatBench) =>
  (await bench.store.sceneOfGovernment(bench.governmentId)).directory.agencies;
const agency = async (bench: ChatBench, code: string) => (await agencies(bench)).find((each) => each.code === code);

const question = async (bench: ChatBench, step: Step, input: string) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  expect(row?.content).toMatchObject({ kind: "question", input });
  if (!row) throw new Error("nothing was asked");
  await bench.relay();
  return bench.messageOf(row);
};

describe("/agency without text", () => {
  it("lists the agencies by their codes, with kind, people and chats, for the person alone", async () => {
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        channels: directory.channels.filter(({ id }) => id !== "jabar-dinkes-approval"),
      }),
    });
    const step = await bench.type(bench.seat("dukcapil"), "/opd");
    expect(step.rows).toMatchObject([{ whisperTo: { id: "jabar-dukcapil-officer" } }]);
    const { text, buttons } = await composed(bench, step);
    expect(text).toContain("Instansi (9)");
    expect(text).toMatch(
      /dinkes · Dinas Kesehatan\npemerintah daerah · 1 pengelola · 1 pejabat · grup kerja · belum ada grup persetujuan/,
    );
    expect(text).toContain("pln · PLN ULP Contoh\nluar pemerintah daerah");
    const outside = await composed(bench, await bench.type(office(bench), LINE));
    expect(outside.text).toMatch(/luar pemerintah daerah · .*· belum ada grup kerja$/m);
    expect(text).toContain("tidak terikat batas waktu peraturan");
    expect(text).not.toContain("Untuk menambah");
    expect(buttons).toEqual(["Dasar: Lamp. C angka 3; Lamp. C angka 4"]);
  });

  it("has pages, and offers to add one to those who may", async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...{ id: `a${index}`, code: `kode${String(index).padStart(2, "0")}`, name: `Dinas ${index}` },
      kind: "internal" as const,
    }));
    const bench = createChatBench("jabar", {
      change: (directory) => ({ ...directory, agencies: [...directory.agencies, ...many] }),
    });
    const first = await composed(bench, await bench.type(office(bench), "/agency"));
    expect(first.text).toContain("Halaman 1 dari 3");
    expect(first.buttons).toEqual(["Tambah instansi", "Berikutnya"]);
    expect(first.forms).toEqual({ "Tambah instansi": "agency" });
    const second = await bench.press(office(bench), { command: "agency", values: { page: "1" } });
    expect((await composed(bench, second)).text).toContain("kode05");
  });
});

describe("/agency with a code", () => {
  it.each(["dinkes", "DINKES", '"dinas kesehatan"'])("shows the one it means: %s", async (typed) => {
    const bench = createChatBench("jabar");
    const { text, buttons } = await composed(bench, await bench.type(office(bench), `/agency ${typed}`));
    expect(text).toContain("Dinas Kesehatan\ndinkes · Dinas Kesehatan");
    expect(buttons.slice(0, 2)).toEqual(["Ubah", "Orang"]);
  });

  it("says of one outside that it has no legal clock, and why; officers see no button they may not press", async () => {
    const bench = createChatBench("kobar");
    const { text, buttons } = await composed(bench, await bench.type(bench.seat("dukcapil"), "/agency pln"));
    expect(text).toContain("Instansi luar pemerintah daerah tidak terikat batas waktu peraturan");
    expect(text).toContain("Tafsir");
    expect(buttons).toEqual(["Dasar: Pasal 1 angka 5; Lamp. B angka 4"]);
  });

  it("refuses one nobody knows", async () => {
    const bench = createChatBench("jabar");
    expectRefused(await bench.type(office(bench), "/agency gaib"), "unknownAgency", office(bench));
  });
});

describe("an agency", () => {
  it("is added with code, name and kind; from then on questions can be forwarded there, without a clock", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.type(office(bench), LINE);
    const made = await agency(bench, "bpn");
    expect(made).toEqual({ id: made?.id, code: "bpn", name: "BPN Contoh", kind: "external" });
    expect(step.history).toMatchObject([
      {
        kind: "agencyAdded",
        subjectId: made?.id,
        actor: "jabar-diskominfo-official",
        content: { agencyId: made?.id, code: "bpn", agencyKind: "external" },
      },
    ]);
    expect(step.rows[0]?.whisperTo).toBeUndefined();
    const { text } = await composed(bench, step);
    expect(text).toContain("BPN Contoh terdaftar dengan kode bpn.");
    expect(text).toContain("sambungkan grupnya lewat /grup bpn");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan sertifikat jadi?");
    await bench.type(bench.seat("dukcapil"), "/forward 1 bpn");
    const [forward] = (await bench.inquiry()).forwards;
    expect(forward).toMatchObject({ agencyId: made?.id });
    expect(forward?.clock).toBeUndefined();
  });

  it("is of the government unless said otherwise, and its code is kept in lower case", async () => {
    const bench = createChatBench("jabar");
    await bench.type(office(bench), '/agency BAPPEDA nama="Badan Perencanaan"');
    expect(await agency(bench, "bappeda")).toMatchObject({ name: "Badan Perencanaan", kind: "internal" });
  });

  it("is renamed by its code or its name, and keeps its kind", async () => {
    const bench = createChatBench("jabar");
    const before = await agency(bench, "pln");
    const step = await bench.type(office(bench), '/agency pln nama="PLN UP3 Contoh"');
    expect(step.history).toMatchObject([{ kind: "agencyChanged", subjectId: "jabar-pln" }]);
    expect(await agency(bench, "pln")).toEqual({ ...before, name: "PLN UP3 Contoh" });
    await bench.type(office(bench), '/agency "PLN UP3 Contoh" jenis=internal');
    expect(await agency(bench, "pln")).toMatchObject({ kind: "internal" });
  });

  it("is made one outside after a question that names what it loses; with a new name at once, too", async () => {
    const bench = createChatBench("jabar");
    const before = await agency(bench, "dinkes");
    const step = await bench.type(office(bench), '/agency dinkes nama="RSUD Contoh" jenis=external');
    expect([step.history, await agency(bench, "dinkes")]).toEqual([[], before]);
    const { text, buttons, actions } = await composed(bench, step);
    expect(text).toContain("Jadikan Dinas Kesehatan instansi luar pemerintah daerah?");
    expect(text).toContain("tidak lagi berbatas waktu 24 jam (Lamp. C angka 4) dan tidak diingatkan");
    expect(buttons).toEqual(["Ya, jadikan instansi luar"]);
    const [sure] = actions;
    if (!sure) throw new Error("no button");
    await bench.press(office(bench), sure);
    expect(await agency(bench, "dinkes")).toEqual({ ...before, name: "RSUD Contoh", kind: "external" });
  });

  it("that is Diskominfo is never one outside, by command, button or role", async () => {
    const bench = createChatBench("jabar");
    const me = office(bench);
    expectRefused(await bench.type(me, "/agency diskominfo jenis=external"), "officeExternal", me);
    const values = { of: "jabar-diskominfo", name: "Dinas Lain", kind: "external", sure: "yes" };
    expectRefused(await bench.press(me, { command: "editagency", values }), "officeExternal", me);
    const line = "/member Rina role=communications agency=pln number=1";
    expectRefused(await bench.type(me, line), "officeExternal", me);
  });

  it("is asked for what is missing after its button, again after a wrong code", async () => {
    const bench = createChatBench("jabar");
    const me = office(bench);
    const opener = { command: "agency", values: { register: "yes" } };
    const asked = await bench.submit(me, "agency", { agency: "", name: "" }, opener);
    const wrong = await bench.write(me, "dua kata", await question(bench, asked, "agency"));
    const taken = await bench.write(me, "dinkes", await question(bench, wrong, "agency"));
    const name = await bench.write(me, "bpn", await question(bench, taken, "agency"));
    await bench.write(me, "BPN Contoh", await question(bench, name, "name"));
    expect(await agency(bench, "bpn")).toMatchObject({ name: "BPN Contoh", kind: "internal" });
    expect(await agency(bench, "dinkes")).toMatchObject({ name: "Dinas Kesehatan" });
  });

  it("is changed by its button, whose form opens with what is known", async () => {
    const bench = createChatBench("jabar");
    const shown = await composed(bench, await bench.type(office(bench), "/agency pln"));
    expect(shown.forms).toEqual({ Ubah: "editagency" });
    const [edit] = shown.actions.filter(({ command }) => command === "editagency");
    if (!edit) throw new Error("no button");
    bench.store.putAction("jabar", "t", edit);
    const user = { platform: "simulator", workspace: "jabar" } as const;
    const prefill = createPrefill(bench.store);
    const { place } = office(bench);
    expect(await prefill("editagency", "t", place, { ...user, id: office(bench).userId })).toEqual({
      ...{ name: "PLN ULP Contoh", kind: "external" },
    });
    expect(await prefill("editagency", "t", place, { ...user, id: "jabar-dukcapil-officer" })).toEqual({});
    await question(bench, await bench.press(office(bench), edit), "name");
    await bench.submit(office(bench), "editagency", { name: "PLN Baru", kind: "" }, edit);
    expect(await agency(bench, "pln")).toMatchObject({ name: "PLN Baru", kind: "external" });
  });

  it.each([
    ["badAgencyCode", '/agency a name="Satu huruf"'],
    ["badAgencyCode", `/agency ${"a".repeat(21)} name=Panjang`],
    ["badAgencyCode", '/agency 1dinas name="Angka dulu"'],
    ["agencyTaken", '/agency baru name="dinas kesehatan"'],
    ["agencyTaken", "/agency baru name=DINKES"],
    ["agencyUnchanged", '/agency dinkes name="Dinas Kesehatan"'],
    ["badChoice", "/agency baru name=Baru kind=swasta"],
  ] as const)("is refused with %s: %s", async (code, line) => {
    const bench = createChatBench("jabar");
    const before = await agencies(bench);
    expectRefused(await bench.type(office(bench), line), code, office(bench));
    expect(await agencies(bench)).toEqual(before);
  });

  it("of another government is unknown, by code, name and button", async () => {
    const change = (directory: ReturnType<typeof exampleDirectory>) => ({
      ...directory,
      agencies: [
        ...directory.agencies,
        { id: "kobar-baru", code: "baru", name: "Dinas Baru", kind: "internal" as const },
      ],
    });
    const bench = createChatBench("jabar", { others: [exampleDirectory("kobar", change)] });
    const me = office(bench);
    expectRefused(await bench.type(me, "/agency baru"), "unknownAgency", me);
    expectRefused(await bench.type(me, '/agency "Dinas Baru"'), "unknownAgency", me);
    const edit = { command: "editagency", values: { of: "kobar-baru", name: "Milik kami" } };
    expectRefused(await bench.press(me, edit), "stale", me);
    await bench.type(me, '/agency baru nama="Dinas Baru"');
    const theirs = (await bench.store.sceneOfGovernment("kobar")).directory.agencies;
    expect(theirs.filter(({ code }) => code === "baru")).toEqual([
      { id: "kobar-baru", code: "baru", name: "Dinas Baru", kind: "internal" },
    ]);
  });
});
