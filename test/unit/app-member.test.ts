import { describe, expect, it } from "vitest";
import type { Appointment, Directory, Person } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory, type GovernmentId, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused } from "../support/step-notices.js";

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(MORNING.getTime() + days * DAY_MS);

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const admin = (bench: ChatBench): Seat => bench.seat("diskominfo", "admin");

const registry = async (bench: ChatBench) => (await bench.store.sceneOfGovernment(bench.governmentId)).directory;

/** Changes the people and appointments of Dukcapil by the role they have. */
const changing =
  (
    government: GovernmentId,
    appointments: Readonly<Record<string, Partial<Appointment>>>,
    people: Readonly<Record<string, Partial<Person>>> = {},
  ) =>
  (directory: Directory): Directory => ({
    ...directory,
    appointments: directory.appointments.map((each) =>
      each.agencyId === `${government}-dukcapil` ? { ...each, ...appointments[each.role] } : each,
    ),
    people: directory.people.map((each) => ({ ...each, ...people[each.id.replace(`${government}-dukcapil-`, "")] })),
  });

const question = async (bench: ChatBench, step: Step, input: string) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  expect(row?.content).toMatchObject({ kind: "question", input });
  if (!row) throw new Error("nothing was asked");
  await bench.relay();
  return bench.messageOf(row);
};

/** What the newest invitation gives. */
const given = async (bench: ChatBench) => (await registry(bench)).invitations.at(-1)?.gives;

const codeIn = async (bench: ChatBench, step: Step): Promise<string> =>
  /JABAR-\w{5}-\w{5}/.exec((await composed(bench, step)).text)?.[0] ?? "none";

const newcomer = (bench: ChatBench): Seat => ({ userId: "orang-baru", place: bench.place("dukcapil") });

describe("/member without text", () => {
  it("lists the people of the chat's agency with role, letter and end, for the person alone", async () => {
    const change = changing(
      "jabar",
      {
        head: { validUntil: inDays(100), datedAt: new Date("2026-01-05T00:00:00+07:00") },
        official: { validUntil: inDays(-3) },
        officer: { validUntil: inDays(-3), staffFunction: "admin" },
      },
      { officer: { shared: true, civilServant: false }, official: { ethicsReadAt: MORNING, identities: [] } },
    );
    const bench = createChatBench("jabar", { change });
    const step = await bench.type(bench.seat("dukcapil"), "/anggota");
    expect(step.rows[0]).toMatchObject({ step: "members", whisperTo: { id: "jabar-dukcapil-officer" } });
    expect(codesOf(step)).toEqual(["inGrace"]);
    const { text, buttons } = await composed(bench, step);
    expect(text.split("\n")).toEqual([
      "Orang Dinas Kependudukan dan Pencatatan Sipil (3)",
      "Nama jabar-dukcapil-head",
      "kepala perangkat daerah/ketua LNS · head jabar-dukcapil · Surat Perintah Nomor 800/011/2021, 5 Jan 2026 · sampai 10 Jun 2026",
      "akun: simulator · etika dan kewajiban belum dibaca",
      "Nama jabar-dukcapil-official",
      "pejabat · official jabar-dukcapil · Surat Perintah Nomor 800/011/2021 · sudah berakhir 27 Feb 2026",
      "tanpa akun, jadi belum dapat memakai bot",
      "Nama jabar-dukcapil-officer",
      "pengelola · Admin · officer jabar-dukcapil · Surat Perintah Nomor 800/011/2021 · sudah berakhir 27 Feb 2026, masa tenggang sampai 28 Apr 2026",
      "akun: simulator · ponsel bersama · etika dan kewajiban belum dibaca · bukan ASN (Pasal 1 angka 6)",
      "Belum ada yang memegang fungsi: Desain grafis, Tim kreatif.",
      "Sifat dasar: Peraturan",
    ]);
    expect(buttons).toEqual(["Kode akun lain", "Riwayat", "Dasar: Pasal 6 ayat (4)", "Dasar: Pasal 1 angka 6"]);
  });

  it("offers to invite and opens each person to those who keep the registry, in pages", async () => {
    const extra = Array.from({ length: 4 }, (_, index) => `orang-${index}`);
    const change = (directory: Directory): Directory => ({
      ...directory,
      people: [...directory.people, ...extra.map((id) => personOf("jabar", id))],
      appointments: [
        ...directory.appointments,
        ...extra.map((personId) => ({
          ...{ id: `a-${personId}`, personId, agencyId: "jabar-dukcapil", role: "auditor" as const, position: "" },
          ...{ instrument: "", number: "", validFrom: MORNING },
        })),
      ],
    });
    const bench = createChatBench("jabar", { change });
    const first = await composed(bench, await bench.type(office(bench), "/member agency=dukcapil"));
    expect(first.text).toContain("Halaman 1 dari 2");
    expect(first.buttons).toEqual([
      ...["Undang", "Kode akun lain", "Riwayat", "Nama jabar-dukcapil-head", "Nama jabar-dukcapil-offic"],
      ...["Nama jabar-dukcapil-offic", "Nama orang-0", "Nama orang-1", "Berikutnya", "Dasar: Pasal 6 ayat (4)"],
    ]);
    const values = { agency: "dukcapil", page: "1" };
    const second = await composed(bench, await bench.press(office(bench), { command: "member", values }));
    expect(second.text).toContain("Nama orang-3");
    expect(second.text).not.toContain("Nama orang-1");
  });

  it("notes no functions where the regulation names none, nor of agencies outside", async () => {
    for (const [government, agency] of [
      ["kobar", "dukcapil"],
      ["klaten", "dukcapil"],
      ["jabar", "pln"],
    ] as const) {
      const bench = createChatBench(government);
      const { text } = await composed(bench, await bench.type(office(bench), `/member agency=${agency}`));
      expect(text).not.toContain("fungsi:");
    }
  });

  it("notes an officer and an official who is no civil servant where the regulation wants one", async () => {
    const notes = async (government: GovernmentId) => {
      const none = { civilServant: false };
      const change = changing(government, {}, { officer: none, official: none, head: none });
      const bench = createChatBench(government, { change });
      const { text } = await composed(bench, await bench.type(office(bench), "/member agency=dukcapil"));
      return text.match(/bukan ASN \([^)]*\)/g) ?? [];
    };
    expect(await notes("kobar")).toEqual(["bukan ASN (Pasal 1 angka 6)", "bukan ASN (Pasal 1 angka 7)"]);
    expect(await notes("klaten")).toEqual([]);
    expect(await notes("jabar")).toEqual(["bukan ASN (Pasal 1 angka 6)"]);
  });

  it("leaves out what somebody ended, and who acted for somebody until yesterday", async () => {
    const bench = createChatBench("jabar", {
      change: changing("jabar", {
        officer: { validUntil: inDays(-1), ended: true },
        official: { validUntil: inDays(-1), acting: { kind: "plh", insteadOf: "jabar-dukcapil-head" } },
      }),
    });
    const { text } = await composed(bench, await bench.type(office(bench), "/member agency=dukcapil"));
    expect(text).toContain("(1)");
    expect(text).not.toContain("dukcapil-offic");
  });
});

describe("/member with a name", () => {
  it("shows one person with all their roles; what may be done about them depends on who asks", async () => {
    const bench = createChatBench("jabar");
    const buttonsFor = async (seat: Seat, name: string) =>
      (await composed(bench, await bench.type(seat, `/member ${name}`))).buttons;
    const name = "jabar-diskominfo-official";
    const steps = ["Perpanjang: pejabat", "Akhiri: pejabat", "Perpanjang: Diskominfo", "Akhiri: Diskominfo"];
    expect(await buttonsFor(admin(bench), name)).toEqual([
      ...steps,
      "Kode akun lain",
      "Hapus akun: simulator jabar-diskominfo-official",
    ]);
    expect(await buttonsFor(office(bench), name)).toEqual([...steps, "Kode akun lain"]);
    expect(await buttonsFor(office(bench), "jabar-admin")).toEqual([]);
    const officer = bench.seat("diskominfo");
    expect(await buttonsFor(officer, name)).toEqual([]);
    expect(await buttonsFor(officer, "jabar-diskominfo-officer")).toEqual(["Kode akun lain"]);
  });

  it("finds nobody of an agency one may not read", async () => {
    const bench = createChatBench("jabar");
    const seat = bench.seat("dukcapil");
    expectRefused(await bench.type(seat, "/member jabar-dlh-officer"), "unknownPerson", seat);
    expectRefused(await bench.type(seat, "/member agency=dlh"), "onlyRole", seat);
    const press = { command: "member", values: { member: "jabar-dlh-officer", agency: "dukcapil" } };
    expectRefused(await bench.press(seat, press), "stale", seat);
  });
});

describe("an invitation", () => {
  const LINE =
    '/member "Rina Baru" peran=pengelola instansi=dukcapil jabatan="Pranata Humas" nomor=800/1/2026 tertanggal=5/1 ' +
    "sampai=31/12/2026 fungsi=disain asn=ya";

  it("is a code for the role with its letter, told to whoever asked, alone; who uses it is in the agency", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.type(office(bench), LINE.replace("fungsi=disain", 'fungsi="disain grafis"'));
    expect(step.rows).toMatchObject([
      { whisperTo: { id: "jabar-diskominfo-official" }, content: { kind: "invitation" } },
    ]);
    expect(step.history).toMatchObject([
      { kind: "invited", content: { gives: "role", agencyId: "jabar-dukcapil", role: "officer", name: "Rina Baru" } },
    ]);
    expect((await composed(bench, step)).text).toContain("Kode untuk pengelola Dinas Kependudukan");
    expect(await given(bench)).toEqual({
      kind: "role",
      name: "Rina Baru",
      civilServant: true,
      appointment: {
        ...{ agencyId: "jabar-dukcapil", role: "officer", position: "Pranata Humas", number: "800/1/2026" },
        ...{ instrument: "Surat Perintah", staffFunction: "graphic-design", validFrom: MORNING },
        datedAt: new Date("2026-01-05T00:00:00+07:00"),
        validUntil: new Date("2027-01-01T00:00:00+07:00"),
      },
    });
    await bench.type(newcomer(bench), `/join ${await codeIn(bench, step)}`);
    const person = (await registry(bench)).people.find(({ name }) => name === "Rina Baru");
    expect(person).toMatchObject({ civilServant: true, shared: false, identities: [{ userId: "orang-baru" }] });
    expect(codesOf(await bench.type(newcomer(bench), "/inquiry Kapan?"))).not.toContain("onlyRole");
  });

  it("asks step by step after its button: name, role, position of who decides, number of the letter with its article", async () => {
    const bench = createChatBench("jabar");
    const me = office(bench);
    const opener = { command: "member", values: { register: "yes", agency: "dukcapil" } };
    const name = await question(bench, await bench.press(me, opener), "person");
    const role = await bench.write(me, "Sari Baru", name);
    const choices = await composed(bench, role);
    expect(choices.buttons).toEqual(
      expect.arrayContaining(["Pejabat", "Pengelola", "Diskominfo", "Admin", "Pengawas"]),
    );
    const wrong = await bench.write(me, "raja", await question(bench, role, "role"));
    const position = await bench.write(me, "Pejabat", await question(bench, wrong, "role"));
    const number = await bench.write(me, "Sekretaris Dinas", await question(bench, position, "position"));
    expect((await composed(bench, number)).text).toContain("Ditunjuk dengan Surat Perintah (Pasal 6 ayat (2)).");
    await bench.write(me, "-", await question(bench, number, "number"));
    expect(await given(bench)).toMatchObject({
      name: "Sari Baru",
      appointment: { role: "official", position: "Sekretaris Dinas", number: "", instrument: "Surat Perintah" },
    });
    expect(await given(bench)).not.toHaveProperty("appointment.validUntil");
  });

  it("takes a choice that is pressed, from who was asked and while it is asked", async () => {
    const bench = createChatBench("jabar");
    const me = office(bench);
    const opener = { command: "member", values: { register: "yes", agency: "dukcapil" } };
    const name = await question(bench, await bench.press(me, opener), "person");
    const asked = await bench.write(me, "Sari Baru", name);
    const { buttons, actions } = await composed(bench, asked);
    const official = actions[buttons.indexOf("Pejabat")] ?? { command: "", values: {} };
    const other = bench.seat("dukcapil", "officer", "work");
    expect((await bench.press(other, official)).rows[0]?.content).toMatchObject({ code: "othersQuestion" });
    const next = await bench.press(me, official);
    expect(next.rows[0]?.content).toMatchObject({ kind: "question", input: "position" });
    expect((await bench.press(me, official)).rows[0]?.content).toMatchObject({ code: "stale" });
  });

  it("takes its form, both pages", async () => {
    const bench = createChatBench("kobar");
    const opener = { command: "member", values: { register: "yes", agency: "dukcapil" } };
    const values = {
      ...{ person: "Budi Baru", role: "officer", position: "", number: "1/2026", until: "-" },
      ...{ dated: "", instrument: "Surat Tugas", function: "", asn: "no", shared: "yes" },
    };
    const step = await bench.submit(office(bench), "member", values, opener);
    expect(await given(bench)).toMatchObject({
      ...{ name: "Budi Baru", shared: true, civilServant: false },
      appointment: { agencyId: "kobar-dukcapil", position: "petugas", instrument: "Surat Tugas" },
    });
    const { text, buttons } = await composed(bench, step);
    expect(text).toContain("bukan ASN (Pasal 1 angka 7)");
    expect(buttons).toEqual(["Dasar: Pasal 1 angka 7"]);
  });

  it("names who is registered under the name already, wherever, and what to do then", async () => {
    const change = changing("jabar", {}, { officer: { name: "Dina Contoh" } });
    const bench = createChatBench("jabar", { change });
    const said = async (name: string) =>
      (await composed(bench, await bench.type(office(bench), `/anggota ${name} role=officer instansi=pupr nomor=1`)))
        .text;
    expect(await said("Dina")).toContain(
      "Sudah terdaftar: Dina Contoh (Dinas Kependudukan dan Pencatatan Sipil). Bila orangnya sama, ia mengetik kode ini",
    );
    expect(await said("Gaib")).not.toContain("Sudah terdaftar");
  });

  it("may begin on a later day, and holds from that day on", async () => {
    const bench = createChatBench("jabar");
    const line = '/member "Rina Baru" peran=pengelola instansi=dukcapil nomor=1/2026 dari=5/3/2026 sampai=31/12/2026';
    const code = await codeIn(bench, await bench.type(office(bench), line));
    expect(await given(bench)).toMatchObject({ appointment: { validFrom: new Date("2026-03-05T00:00:00+07:00") } });
    await bench.type(newcomer(bench), `/join ${code}`);
    const list = "/member agency=dukcapil";
    expect((await composed(bench, await bench.type(office(bench), list))).text).toContain("mulai 5 Mar 2026");
    expect(codesOf(await bench.type(newcomer(bench), "/inquiry Kapan?"))).toEqual(["onlyRole"]);
    bench.advance(3 * 1_440);
    expect(codesOf(await bench.type(newcomer(bench), "/inquiry Kapan?"))).not.toContain("onlyRole");
  });

  it("of a head or an auditor needs no letter, and is of the chat's agency where none is named", async () => {
    const bench = createChatBench("jabar");
    await bench.type(office(bench), "/member Dewi role=auditor");
    expect(await given(bench)).toMatchObject({
      appointment: { agencyId: "jabar-diskominfo", role: "auditor", position: "pengawas", number: "" },
    });
    await question(bench, await bench.type(office(bench), "/member Dewi role=head"), "position");
  });

  it.each([
    ["badDay", "/member Rina role=officer number=1 until=kapan"],
    ["tooEarly", "/member Rina role=officer number=1 until=1/3/2026"],
    ["badDay", "/member Rina role=officer number=1 dated=kapan"],
    ["badDay", "/member Rina role=officer number=1 from=kapan"],
    ["tooEarly", "/member Rina role=officer number=1 from=1/3/2026"],
    ["badPeriod", "/member Rina role=officer number=1 from=5/3/2026 until=4/3/2026"],
    ["letterTooLate", "/member Rina role=officer number=1 dated=besok"],
    ["badChoice", "/member Rina role=raja"],
    ["badChoice", "/member Rina role=officer number=1 function=penari"],
    ["badChoice", "/member Rina role=officer number=1 asn=mungkin"],
    ["noFunctions", "/member Rina role=head position=Kepala function=admin"],
    ["unknownAgency", "/member Rina role=officer agency=gaib"],
    ["memberKnown", '/member "nama jabar-dukcapil-officer" role=officer agency=dukcapil'],
    ["onlyRole", "/member Rina role=admin"],
  ] as const)("is refused with %s: %s", async (code, line) => {
    const bench = createChatBench("jabar");
    expectRefused(await bench.type(office(bench), line), code, office(bench));
    expect((await registry(bench)).invitations).toEqual([]);
  });

  it("names no functions where the regulation has none", async () => {
    const bench = createChatBench("kobar");
    const line = "/member Rina role=officer number=1 function=admin";
    const step = await bench.type(office(bench), line);
    expectRefused(step, "noFunctions", office(bench));
    expect((await composed(bench, step)).text).toContain("Peraturan di sini tidak menyebut fungsi");
  });

  it("is not given out from a phone shared by an office", async () => {
    const change = (directory: Directory): Directory => ({
      ...directory,
      people: directory.people.map((each) => ({ ...each, shared: each.id === "jabar-diskominfo-official" })),
    });
    const bench = createChatBench("jabar", { change });
    const step = await bench.type(office(bench), "/member Rina role=officer number=1");
    expectRefused(step, "sharedPhone", office(bench));
    expect((await composed(bench, step)).text).toContain("orang dan peran tidak dapat diatur lewat ponsel bersama");
  });

  it("of an admin is an admin's to give", async () => {
    const bench = createChatBench("jabar");
    await bench.type(admin(bench), "/member Dewi role=admin");
    expect(await given(bench)).toMatchObject({ appointment: { role: "admin" } });
  });
});

describe("what is known of somebody", () => {
  it("is changed by name: civil servant, shared phone and function", async () => {
    const bench = createChatBench("jabar");
    const me = office(bench);
    const step = await bench.type(me, '/member jabar-dukcapil-officer asn=tidak bersama=ya fungsi="tim kreatif"');
    expect(codesOf(step)).toEqual(["personChanged"]);
    expect(step.history).toMatchObject([
      {
        kind: "personChanged",
        subjectId: "jabar-dukcapil-officer",
        content: { agencyId: "jabar-dukcapil", shared: "yes", civilServant: "no", staffFunction: "creative-team" },
      },
    ]);
    const { people, appointments } = await registry(bench);
    expect(people.find(({ id }) => id === "jabar-dukcapil-officer")).toMatchObject({
      shared: true,
      civilServant: false,
    });
    expect(appointments.find(({ personId }) => personId === "jabar-dukcapil-officer")).toMatchObject({
      staffFunction: "creative-team",
    });
    expectRefused(await bench.type(me, "/member jabar-dukcapil-officer bersama=ya"), "memberUnchanged", me);
    const { text } = await composed(bench, await bench.type(me, "/member agency=dukcapil"));
    expect(text).toContain("Belum ada yang memegang fungsi: Admin, Desain grafis.");
  });

  it("is refused for whom it does not fit, and never makes the last admin's phone a shared one", async () => {
    const bench = createChatBench("jabar");
    const [me, other] = [office(bench), admin(bench)];
    expectRefused(await bench.type(me, "/member jabar-dukcapil-official function=admin"), "noFunctions", me);
    expectRefused(await bench.type(me, "/member gaib asn=ya"), "unknownPerson", me);
    expectRefused(await bench.type(me, "/member jabar-admin shared=yes"), "onlyRole", me);
    expectRefused(await bench.type(other, "/member jabar-admin shared=yes"), "lastAdmin", other);
  });
});

describe("another government's", () => {
  it("people, agencies and appointments are unknown in every input and button", async () => {
    const bench = createChatBench("jabar", { others: [exampleDirectory("kobar")] });
    const me = admin(bench);
    const before = await registry(bench);
    const theirs = await bench.store.sceneOfGovernment("kobar");
    for (const line of [...["/member kobar-dukcapil-officer", "/member kobar-dukcapil-officer asn=ya"]])
      expectRefused(await bench.type(me, line), "unknownPerson", me);
    for (const line of ["/member agency=kobar-dukcapil", "/member Rina role=officer number=1 agency=kobar-dukcapil"])
      expectRefused(await bench.type(me, line), "unknownAgency", me);
    const appointment = "appointment-kobar-dukcapil-officer-officer";
    const person = "kobar-dukcapil-officer";
    for (const [command, values] of [
      ["member", { member: person, agency: "dukcapil" }],
      ["endrole", { appointment, sure: "yes" }],
      ["renew", { appointment, number: "1", until: "-" }],
      ["link", { person }],
      ["unlink", { person, platform: "simulator", workspace: "kobar", user: person, sure: "yes" }],
    ] as const)
      expectRefused(await bench.press(me, { command, values }), "stale", me);
    expect(await registry(bench)).toEqual(before);
    expect(await bench.store.sceneOfGovernment("kobar")).toEqual(theirs);
  });

  it("is told as invited to whoever may take the code back, and as unknown to others", async () => {
    const bench = createChatBench("jabar");
    await bench.type(office(bench), '/anggota "Dewi Baru" peran=petugas nomor=1/2026 instansi=dukcapil');
    const told = await bench.type(office(bench), "/anggota dewi");
    expectRefused(told, "memberInvited", office(bench));
    expect((await composed(bench, told)).text).toMatch(
      /^Dewi Baru sudah diundang sebagai pengelola Dinas Kependudukan .+, tetapi kodenya belum dipakai\. Kode itu berlaku sampai 9 Mar 2026\./,
    );
    const head = bench.seat("dukcapil", "head");
    expectRefused(await bench.type(head, "/anggota dewi"), "unknownPerson", head);
    expectRefused(await bench.type(office(bench), "/anggota gaib"), "unknownPerson", office(bench));
  });
});

it("shows the people of no agency to whom the government lets read of none", async () => {
  const withoutReading = (directory: Directory): Directory => {
    const { settings } = directory.government;
    const access = { ...settings.access, "registry.read": { officer: "none" as const } };
    return { ...directory, government: { ...directory.government, settings: { ...settings, access } } };
  };
  const bench = createChatBench("jabar", { change: withoutReading });
  const officer = bench.seat("dukcapil");
  expectRefused(await bench.type(officer, "/member"), "onlyRole", officer);
  expectRefused(await bench.type(officer, "/agency list=history"), "onlyRole", officer);
});
