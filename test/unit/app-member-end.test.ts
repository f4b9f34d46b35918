import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused } from "../support/step-notices.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const admin = (bench: ChatBench): Seat => bench.seat("diskominfo", "admin");
const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");

const OFFICER = "appointment-jabar-dukcapil-officer-officer";
const OFFICIAL = "appointment-jabar-dukcapil-official-official";
const ADMIN = "appointment-jabar-admin-admin";

const registry = async (bench: ChatBench) => (await bench.store.sceneOfGovernment(bench.governmentId)).directory;
const appointment = async (bench: ChatBench, id: string) =>
  (await registry(bench)).appointments.find((each) => each.id === id);
const person = async (bench: ChatBench, id: string) => (await registry(bench)).people.find((each) => each.id === id);

const end = (id: string, sure = "yes") => ({ command: "endrole", values: { appointment: id, sure } });
const unlink = (id: string, sure = "yes") => ({
  command: "unlink",
  values: { person: id, platform: "simulator", workspace: "jabar", user: id, sure },
});

const withSecondAdmin = (directory: Directory): Directory => ({
  ...directory,
  people: [...directory.people, personOf("jabar", "admin-dua")],
  appointments: [...directory.appointments, appointmentOf("admin-dua", "jabar-diskominfo", "admin")],
});

const question = async (bench: ChatBench, step: Step, input: string) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  expect(row?.content).toMatchObject({ kind: "question", input });
  if (!row) throw new Error("nothing was asked");
  await bench.relay();
  return bench.messageOf(row);
};

describe("an appointment", () => {
  it("is ended after it was asked for, at once and without days of grace", async () => {
    const bench = createChatBench("jabar");
    const asked = await bench.press(office(bench), end(OFFICER, "no"));
    expect(asked.history).toEqual([]);
    const { text, buttons, actions } = await composed(bench, asked);
    expect(text).toContain("Akhiri Nama jabar-dukcapil-officer sebagai pengelola Dinas Kependudukan");
    expect(buttons).toEqual(["Ya, akhiri"]);
    const [sure] = actions;
    if (!sure) throw new Error("no button");
    const step = await bench.press(office(bench), sure);
    expect(codesOf(step)).toEqual(["appointmentEnded"]);
    expect(step.history).toMatchObject([
      {
        kind: "appointmentEnded",
        subjectId: "jabar-dukcapil-officer",
        actor: "jabar-diskominfo-official",
        content: { agencyId: "jabar-dukcapil", appointmentId: OFFICER, role: "officer" },
      },
    ]);
    expect(await appointment(bench, OFFICER)).toMatchObject({ validUntil: MORNING, ended: true });
    expectRefused(await bench.type(officer(bench), "/inquiry Kapan?"), "appointmentExpired", officer(bench));
    expectRefused(await bench.press(office(bench), end(OFFICER)), "stale", office(bench));
  });

  it("that ran out keeps its last day when it is ended, and the officer's days of grace are over", async () => {
    const ranOut = new Date(MORNING.getTime() - 86_400_000);
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        appointments: directory.appointments.map((each) =>
          each.id === OFFICER ? { ...each, validUntil: ranOut } : each,
        ),
      }),
    });
    await bench.press(office(bench), end(OFFICER));
    expect(await appointment(bench, OFFICER)).toMatchObject({ validUntil: ranOut, ended: true });
    expectRefused(await bench.type(officer(bench), "/inquiry Kapan?"), "appointmentExpired", officer(bench));
  });

  it("of who acts for an official is ended elsewhere", async () => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil", "official"), "/acting jabar-dlh-officer until=besok");
    const acting = (await registry(bench)).appointments.find((each) => each.acting);
    expectRefused(await bench.press(admin(bench), end(acting?.id ?? "")), "stale", admin(bench));
  });

  it("is renewed by a new letter: a new one begins, the old one ends, and what was decided under it stays readable", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan?");
    await bench.type(officer(bench), "/answer 1 Besok.");
    await bench.type(bench.seat("dukcapil", "official"), "/approve 1");
    const action = { command: "renew", values: { appointment: OFFICIAL } };
    const number = await question(bench, await bench.press(office(bench), action), "number");
    const until = await bench.write(office(bench), "800/9/2026", number);
    const wrong = await bench.write(office(bench), "1/1/2020", await question(bench, until, "until"));
    const step = await bench.write(office(bench), "31/12/2026", await question(bench, wrong, "until"));
    expect(codesOf(step)).toEqual(["appointmentRenewed"]);
    expect((await composed(bench, step)).text).toContain(
      "tetap menjadi pejabat Dinas Kependudukan dan Pencatatan Sipil dengan Surat Perintah Nomor 800/9/2026, sampai 31 Des 2026",
    );
    const [line] = step.history;
    expect(line).toMatchObject({ kind: "appointmentRenewed", content: { before: OFFICIAL, number: "800/9/2026" } });
    const next = await appointment(bench, String(line?.content.appointmentId));
    expect(next).toEqual({
      ...{ id: next?.id, personId: "jabar-dukcapil-official", agencyId: "jabar-dukcapil", role: "official" },
      ...{ position: "official jabar-dukcapil", instrument: "Surat Perintah", number: "800/9/2026" },
      ...{ validFrom: MORNING, validUntil: new Date("2027-01-01T00:00:00+07:00") },
    });
    expect(await appointment(bench, OFFICIAL)).toMatchObject({ validUntil: MORNING, ended: true });
    expect((await bench.inquiry()).decisions).toMatchObject([{ appointmentId: OFFICIAL }]);
    const { text } = await composed(bench, await bench.type(office(bench), "/member agency=dukcapil"));
    expect(text.match(/· official jabar-dukcapil/g)).toHaveLength(1);
    await bench.type(officer(bench), "/inquiry Kapan lagi?");
    await bench.type(officer(bench), "/answer 2 Lusa.");
    expect(codesOf(await bench.type(bench.seat("dukcapil", "official"), "/approve 2"))).not.toContain("onlyRole");
  });

  it("is renewed by the same kind of letter unless another is named, also where the regulation names none", async () => {
    const id = "appointment-jabar-diskominfo-official-communications";
    const renewedWith = async (instrument: string, typed: Readonly<Record<string, string>>) => {
      const bench = createChatBench("jabar", {
        change: (directory) => ({
          ...directory,
          appointments: directory.appointments.map((each) => (each.id === id ? { ...each, instrument } : each)),
        }),
      });
      const values = { appointment: id, number: "5/2026", until: "-", ...typed };
      const step = await bench.press(admin(bench), { command: "renew", values });
      const next = await appointment(bench, String(step.history[0]?.content.appointmentId));
      return [next?.instrument, (await composed(bench, step)).text];
    };
    const told = (letter: string) => expect.stringContaining(`dengan ${letter} Nomor 5/2026`);
    expect(await renewedWith("Keputusan Gubernur", {})).toEqual(["Keputusan Gubernur", told("Keputusan Gubernur")]);
    expect(await renewedWith("Keputusan Gubernur", { instrument: "Surat Tugas" })).toEqual([
      "Surat Tugas",
      told("Surat Tugas"),
    ]);
    expect(await renewedWith("", {})).toEqual(["", told("surat")]);
  });

  it("is renewed in days of grace, with position and function, by its form and without an end", async () => {
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        appointments: directory.appointments.map((each) =>
          each.id === OFFICER ? { ...each, validUntil: MORNING, staffFunction: "admin" } : each,
        ),
      }),
    });
    bench.advance(1_440);
    const action = { command: "renew", values: { appointment: OFFICER } };
    const values = { number: "-", until: "-", dated: "2/3/2026", position: "Pranata Humas", instrument: "" };
    await bench.submit(office(bench), "renew", values, action);
    const next = (await registry(bench)).appointments.find(
      ({ personId, ended }) => personId === "jabar-dukcapil-officer" && !ended,
    );
    expect(next).toMatchObject({
      position: "Pranata Humas",
      number: "",
      staffFunction: "admin",
      validFrom: bench.now(),
    });
    expect(next).not.toHaveProperty("validUntil");
    expect(await appointment(bench, OFFICER)).toMatchObject({ validUntil: MORNING, ended: true });
  });
});

describe("the last admin", () => {
  it("is never ended, whoever asks", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.press(admin(bench), end(ADMIN));
    expectRefused(step, "lastAdmin", admin(bench));
    expect((await composed(bench, step)).text).toContain("Mohon undang admin lain dulu: /anggota NAMA peran=admin.");
    expectRefused(await bench.press(office(bench), end(ADMIN)), "onlyRole", office(bench));
  });

  it("never loses the last account, but one of several", async () => {
    const bench = createChatBench("jabar");
    expectRefused(await bench.press(admin(bench), unlink("jabar-admin")), "lastAdmin", admin(bench));
    const second = { platform: "simulator", workspace: "jabar", userId: "ponsel-dua" };
    bench.register((directory) => ({
      ...directory,
      people: directory.people.map((each) =>
        each.id === "jabar-admin" ? { ...each, identities: [...each.identities, second] } : each,
      ),
    }));
    expect(codesOf(await bench.press(admin(bench), unlink("jabar-admin")))).toEqual(["identityRemoved"]);
    expect((await person(bench, "jabar-admin"))?.identities).toEqual([second]);
  });

  it("is not there while another holds; whose letter ended, who has no account or a shared phone does not count", async () => {
    const bench = createChatBench("jabar", { change: withSecondAdmin });
    expect(codesOf(await bench.press(admin(bench), end("appointment-admin-dua-admin")))).toEqual(["appointmentEnded"]);
    for (const change of [
      { validUntil: MORNING },
      { people: { identities: [] } },
      { people: { shared: true } },
    ] as const) {
      const other = createChatBench("jabar", {
        change: (directory) => {
          const { people, appointments, ...rest } = withSecondAdmin(directory);
          const dua = "people" in change ? change.people : {};
          const until = "validUntil" in change ? { validUntil: change.validUntil } : {};
          return {
            ...rest,
            people: people.map((each) => (each.id === "admin-dua" ? { ...each, ...dua } : each)),
            appointments: appointments.map((each) => (each.personId === "admin-dua" ? { ...each, ...until } : each)),
          };
        },
      });
      expectRefused(await other.press(admin(other), end(ADMIN)), "lastAdmin", admin(other));
    }
  });

  const ending =
    (personId: string, validUntil: Date) =>
    (directory: Directory): Directory => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.personId === personId && each.role === "admin" ? { ...each, validUntil } : each,
      ),
    });
  const inHours = (hours: number): Date => new Date(MORNING.getTime() + hours * 3_600_000);

  it("does not end their own term by renewing it until today: the day is asked for again", async () => {
    const bench = createChatBench("jabar");
    const renew = (until: string) => ({ command: "renew", values: { appointment: ADMIN, number: "-", until } });
    const step = await bench.press(admin(bench), renew("hari ini"));
    expectRefused(step, "lastAdmin", admin(bench));
    expect((await composed(bench, step)).text).toContain("setelah 2 Mar 2026 tidak ada lagi admin yang dapat bertugas");
    expectRefused(await bench.press(admin(bench), renew("8/3/2026")), "lastAdmin", admin(bench));
    const asked = await bench.press(admin(bench), { command: "renew", values: { appointment: ADMIN, number: "-" } });
    const again = await bench.write(admin(bench), "besok", await question(bench, asked, "until"));
    const done = await bench.write(admin(bench), "9/3/2026", await question(bench, again, "until"));
    expect(codesOf(done)).toEqual(["appointmentRenewed"]);
  });

  it("may prolong a term that is about to end, however little", async () => {
    const bench = createChatBench("jabar", { change: ending("jabar-admin", inHours(2)) });
    const action = { command: "renew", values: { appointment: ADMIN, number: "-", until: "besok" } };
    expect(codesOf(await bench.press(admin(bench), action))).toEqual(["appointmentRenewed"]);
  });

  it("is whoever goes on when the other's term ends within the week", async () => {
    const change = (directory: Directory) => ending("admin-dua", inHours(1))(withSecondAdmin(directory));
    const bench = createChatBench("jabar", { change });
    expectRefused(await bench.press(admin(bench), end(ADMIN)), "lastAdmin", admin(bench));
    expectRefused(await bench.press(admin(bench), unlink("jabar-admin")), "lastAdmin", admin(bench));
    expectRefused(await bench.type(admin(bench), "/member jabar-admin shared=yes"), "lastAdmin", admin(bench));
    const values = { appointment: "appointment-admin-dua-admin", number: "-", until: "31/12/2026" };
    await bench.press(admin(bench), { command: "renew", values });
    expect(codesOf(await bench.press(admin(bench), end(ADMIN)))).toEqual(["appointmentEnded"]);
  });

  it("is renewed like anybody", async () => {
    const bench = createChatBench("jabar");
    const action = { command: "renew", values: { appointment: ADMIN, number: "-", until: "31/12/2026" } };
    expect(codesOf(await bench.press(admin(bench), action))).toEqual(["appointmentRenewed"]);
    expect(codesOf(await bench.type(admin(bench), "/member Dewi role=admin"))).toEqual([]);
  });
});

describe("accounts of platforms", () => {
  it("everybody gets a code for one more of their own; of others admins do", async () => {
    const bench = createChatBench("jabar");
    const link = (id: string) => ({ command: "link", values: { person: id } });
    const step = await bench.press(officer(bench), link("jabar-dukcapil-officer"));
    expect(step.rows).toMatchObject([{ whisperTo: { id: "jabar-dukcapil-officer" }, content: { kind: "invitation" } }]);
    expect(step.history).toMatchObject([
      {
        kind: "invited",
        content: { gives: "identity", personId: "jabar-dukcapil-officer", agencyId: "jabar-dukcapil" },
      },
    ]);
    const code = /JABAR-\w{5}-\w{5}/.exec((await composed(bench, step)).text)?.[0];
    const added = await bench.type({ ...officer(bench), userId: "ponsel-baru" }, `/join ${code}`);
    expect(added.history).toMatchObject([{ kind: "identityAdded", content: { agencyId: "jabar-dukcapil" } }]);
    expectRefused(await bench.press(office(bench), link("jabar-dukcapil-officer")), "onlyRole", office(bench));
    expect((await bench.press(admin(bench), link("jabar-dukcapil-officer"))).rows[0]?.content.kind).toBe("invitation");
  });

  it("are removed by an admin after a question: a lost phone speaks for nobody, the roles stay", async () => {
    const bench = createChatBench("jabar");
    const asked = await composed(bench, await bench.press(admin(bench), unlink("jabar-dukcapil-official", "no")));
    expect(asked.text).toContain("Hapus akun simulator jabar-dukcapil-official milik Nama jabar-dukcapil-official?");
    expect(asked.buttons).toEqual(["Ya, hapus"]);
    const step = await bench.press(admin(bench), unlink("jabar-dukcapil-official"));
    expect(codesOf(step)).toEqual(["identityRemoved"]);
    expect(step.history).toMatchObject([
      { kind: "identityRemoved", content: { agencyId: "jabar-dukcapil", platform: "simulator" } },
    ]);
    expect((await person(bench, "jabar-dukcapil-official"))?.identities).toEqual([]);
    expect(await appointment(bench, OFFICIAL)).not.toHaveProperty("validUntil");
    expect(codesOf(await bench.type(bench.seat("dukcapil", "official"), "/queue"))).toEqual(["notRegistered"]);
    expectRefused(await bench.press(admin(bench), unlink("jabar-dukcapil-official")), "stale", admin(bench));
  });
});
