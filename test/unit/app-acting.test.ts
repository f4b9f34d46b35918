import { describe, expect, it } from "vitest";
import type { Directory, Person } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const DAY_MINUTES = 1_440;
const OFFICIAL = "jabar-dukcapil-official";

/** Rina is registered and has no role. */
const withRina =
  (change: Partial<Person> = {}) =>
  (directory: Directory): Directory => ({
    ...directory,
    people: [...directory.people, personOf("jabar", "u-rina", { name: "Rina Contoh", ...change })],
  });

const benchWith = (change = withRina()): ChatBench => createChatBench("jabar", { change });
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const rina = (bench: ChatBench): Seat => ({ ...official(bench), userId: "u-rina" });

const acting = async (bench: ChatBench) => {
  const { directory } = await bench.store.sceneOfGovernment(bench.governmentId);
  return directory.appointments.filter((each) => each.acting);
};

const question = async (bench: ChatBench, step: Step, input: string) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  expect(row?.content).toMatchObject({ kind: "question", command: "acting", input });
  if (!row) throw new Error("nothing was asked");
  await bench.relay();
  return bench.messageOf(row);
};

const asked = async (bench: ChatBench): Promise<ChatBench> => {
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
  await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
  await bench.relay();
  return bench;
};

const card = async (bench: ChatBench) => {
  const rows = bench.store.tables.outbox.filter(({ content }) => content.kind === "approval-card");
  return composed(bench, { outcome: "committed", rows: rows.slice(-1), history: [] });
};

describe("/acting", () => {
  it("names who acts for an official: an appointment until the end of that day, in the history and the chat", async () => {
    const bench = benchWith();
    const step = await bench.type(official(bench), "/plh Rina sampai=5/3 nomor=800/12/2026");
    const [made] = await acting(bench);
    expect(made).toEqual({
      id: made?.id,
      personId: "u-rina",
      agencyId: "jabar-dukcapil",
      role: "official",
      position: "Plh. official jabar-dukcapil",
      instrument: "Surat penunjukan",
      number: "800/12/2026",
      validFrom: MORNING,
      validUntil: new Date("2026-03-05T17:00:00Z"),
      acting: { kind: "plh", insteadOf: OFFICIAL },
    });
    expect(step.history).toMatchObject([{ kind: "actingNamed", subjectId: made?.id, actor: OFFICIAL }]);
    expect(step.rows).toHaveLength(1);
    const { text, buttons } = await composed(bench, step);
    expect(text).toContain(
      "Nama jabar-dukcapil-official Rina Contoh Rina Contoh, Plh. official jabar-dukcapil, menggantikan",
    );
    expect(text).toContain("2 Mar 2026 sampai 5 Mar 2026 · Surat penunjukan Nomor 800/12/2026");
    expect(buttons).toEqual(["Akhiri", "Dasar: Pasal 6 ayat (2)"]);
  });

  it.each(["Rina Contoh", "rina", "@u-rina", "<@u-rina|Rina>"])("knows the person as %s", async (typed) => {
    const bench = benchWith();
    await bench.type(official(bench), `/acting ${typed} until=besok`);
    expect(await acting(bench)).toMatchObject([{ personId: "u-rina", number: "", instrument: "" }]);
  });

  it("prefers somebody of the agency by a part of the name, whoever else has it", async () => {
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        people: [
          ...directory.people,
          personOf("jabar", "u-other", { name: "Rina Pupr" }),
          personOf("jabar", "u-own", { name: "Rina Sari" }),
        ],
        appointments: [
          ...directory.appointments,
          appointmentOf("u-other", "jabar-pupr", "officer"),
          appointmentOf("u-own", "jabar-dukcapil", "officer"),
        ],
      }),
    });
    await bench.type(official(bench), "/plh Rina sampai=5/3");
    expect(await acting(bench)).toMatchObject([{ personId: "u-own" }]);
  });

  it("names somebody of another agency, unless by mention, only once it is said that they are meant, for the days of then", async () => {
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...withRina()(directory),
        appointments: [...directory.appointments, appointmentOf("u-rina", "jabar-pupr", "officer")],
      }),
    });
    const step = await bench.type(official(bench), "/plh Rina sampai=besok nomor=800/1");
    expect(step.rows).toMatchObject([{ content: { kind: "confirm" }, whisperTo: { id: OFFICIAL } }]);
    expect(await acting(bench)).toEqual([]);
    const { text, buttons, actions } = await composed(bench, step);
    expect(text).toContain("Rina Contoh terdaftar di");
    expect(text).toContain("dapat menyetujui naskah Dinas Kependudukan dan Pencatatan Sipil. Sampai 3 Mar 2026.");
    expect(buttons).toEqual(["Ya, tunjuk"]);
    expect((await bench.type(official(bench), "/plh Rina Contoh sampai=besok")).rows).toMatchObject([
      { content: { kind: "confirm" } },
    ]);
    bench.advance(DAY_MINUTES);
    const [sure] = actions;
    if (!sure) throw new Error("no button");
    await bench.press(official(bench), sure);
    expect(await acting(bench)).toMatchObject([
      { personId: "u-rina", number: "800/1", validUntil: new Date("2026-03-03T17:00:00Z") },
    ]);
  });

  it("asks for what is missing, also after its button's form, and again after a wrong answer", async () => {
    const bench = benchWith();
    const opener = { command: "acting", values: { register: "yes", agency: "dukcapil" } };
    const me = official(bench);
    const person = await question(bench, await bench.submit(me, "acting", {}, opener), "person");
    const again = await question(bench, await bench.write(me, "Gaib", person), "until");
    const wrong = await question(bench, await bench.write(me, "besok", again), "person");
    await bench.write(me, "Rina", wrong);
    expect(await acting(bench)).toMatchObject([{ personId: "u-rina" }]);
  });

  it("may begin later, and be a Plt.", async () => {
    const bench = benchWith();
    await bench.type(official(bench), "/acting Rina dari=besok sampai=6/3 jenis=plt");
    expect(await acting(bench)).toMatchObject([
      {
        position: "Plt. official jabar-dukcapil",
        validFrom: new Date("2026-03-02T17:00:00Z"),
        acting: { kind: "plt" },
      },
    ]);
  });

  it("is for the head and admins too, who say for whom where there are several officials", async () => {
    const second = appointmentOf("u-rina", "jabar-dukcapil", "official", { position: "Sekretaris" });
    const bench = benchWith((directory) => ({
      ...withRina()(directory),
      appointments: [...directory.appointments, second],
    }));
    const head = bench.seat("dukcapil", "head");
    const step = await bench.type(head, "/acting jabar-dlh-officer until=besok");
    await bench.write(head, "Rina", await question(bench, step, "official"));
    expect(await acting(bench)).toMatchObject([
      { personId: "jabar-dlh-officer", position: "Plh. Sekretaris", acting: { insteadOf: "u-rina" } },
    ]);
    const admin = { ...bench.seat("dlh"), userId: "jabar-admin" };
    const elsewhere = await bench.type(
      admin,
      `/acting jabar-pupr-officer until=besok official=${OFFICIAL} agency=dukcapil`,
    );
    expect(elsewhere.rows.map(({ to }) => to)).toEqual([bench.place("dlh"), bench.place("dukcapil", "approval")]);
    expect(await acting(bench)).toHaveLength(2);
  });

  it("is an official's only for themself, and not one's who only acts", async () => {
    const second = appointmentOf("u-rina", "jabar-dukcapil", "official");
    const bench = benchWith((directory) => ({
      ...withRina()(directory),
      appointments: [...directory.appointments, second],
    }));
    const line = "/acting jabar-dlh-officer until=besok official=Rina";
    expectRefused(await bench.type(official(bench), line), "onlyRole", official(bench));
    const other = benchWith();
    await bench.type(official(bench), "/acting jabar-dlh-officer until=besok official=jabar-dukcapil-official");
    await other.type(official(other), "/acting Rina until=besok");
    expectRefused(await other.type(rina(other), "/acting jabar-dlh-officer until=besok"), "onlyRole", rina(other));
  });

  it("is refused to a shared phone, for whoever holds it", async () => {
    const bench = benchWith((directory) => ({
      ...withRina()(directory),
      people: withRina()(directory).people.map((each) => (each.id === OFFICIAL ? { ...each, shared: true } : each)),
    }));
    expectRefused(await bench.type(official(bench), "/acting Rina until=besok"), "sharedPhone", official(bench));
  });

  it("is refused where the days meet, and allowed after them", async () => {
    const bench = benchWith();
    await bench.type(official(bench), "/acting Rina until=3/3/2026");
    const refusal = await bench.type(official(bench), "/acting jabar-dlh-officer from=3/3 until=4/3");
    expect(expectRefused(refusal, "actingAlready", official(bench)).values).toMatchObject({ name: "u-rina" });
    expect((await composed(bench, refusal)).text).toContain(
      "Rina Contoh sudah menjadi Plh. official jabar-dukcapil sampai 3 Mar 2026.",
    );
    expectRefused(
      await bench.type(bench.seat("dlh", "official"), "/acting Rina until=besok"),
      "actingAlready",
      bench.seat("dlh", "official"),
    );
    await bench.type(official(bench), "/acting jabar-dlh-officer from=4/3 until=4/3");
    expect(await acting(bench)).toHaveLength(2);
  });

  it("warns where who acts drafts as well", async () => {
    const bench = benchWith();
    const step = await bench.type(official(bench), "/acting jabar-dukcapil-officer until=besok");
    expect((await composed(bench, step)).text).toMatch(/Naskah yang disusun .+ sendiri perlu diputuskan orang lain\./);
  });
});

describe("the list of who acts", () => {
  it("says so where nobody does, and offers officials their leave", async () => {
    const bench = benchWith();
    const mine = await composed(bench, await bench.type(official(bench), "/acting"));
    expect(mine.text).toContain("tidak ada yang menggantikan pejabat");
    expect(mine.buttons).toEqual(["Saya cuti", "Dasar: Pasal 6 ayat (2)"]);
    const heads = await composed(bench, await bench.type(bench.seat("dukcapil", "head"), "/acting"));
    expect(heads.buttons).toContain("Tunjuk pengganti");
    const officers = await composed(bench, await bench.type(bench.seat("dukcapil"), "/acting"));
    expect(officers.buttons).toEqual(["Dasar: Pasal 6 ayat (2)"]);
    expect(officers.text).not.toContain("satu-satunya");
  });

  it("shows who acts now and later, each with a button that ends it early", async () => {
    const bench = benchWith();
    await bench.type(official(bench), "/acting jabar-dlh-officer from=5/3 until=6/3");
    await bench.type(official(bench), "/acting Rina until=3/3/2026");
    const { text, buttons, actions } = await composed(bench, await bench.type(official(bench), "/acting"));
    expect(text).toMatch(/Rina Contoh · Plh[\s\S]*Nama jabar-dlh-officer · Plh/);
    expect(buttons).toContain("Akhiri: Rina Contoh");
    const ends = actions.filter(({ command }) => command === "endacting");
    bench.advance(60);
    for (const end of ends) {
      const step = await bench.press(official(bench), end);
      expect(step.history).toMatchObject([{ kind: "actingEnded" }]);
      expect((await composed(bench, step)).text).toContain("tidak lagi menjadi Plh. official");
      expectRefused(await bench.press(official(bench), end), "stale", official(bench));
    }
    expect((await composed(bench, await bench.type(official(bench), "/acting"))).text).toContain("(0)");
    bench.advance(4 * DAY_MINUTES);
    expect((await composed(bench, await bench.type(official(bench), "/acting"))).text).toContain("(0)");
  });

  it("warns of an agency whose only official drafts as well", async () => {
    const bench = benchWith((directory) => ({
      ...directory,
      appointments: [...directory.appointments, appointmentOf(OFFICIAL, "jabar-dukcapil", "officer")],
    }));
    const { text } = await composed(bench, await bench.type(official(bench), "/acting"));
    expect(text).toContain("satu-satunya pejabat. Naskah yang disusunnya sendiri diputuskan kepala");
  });

  it("has its button in the officials' help, and nowhere else", async () => {
    const bench = benchWith();
    const help = await composed(bench, await bench.type(official(bench), "/help"));
    expect(help.buttons).toEqual(["Saya cuti"]);
    const atWork = await composed(
      bench,
      await bench.type({ ...official(bench), place: bench.place("dukcapil") }, "/help"),
    );
    expect(atWork.buttons).toEqual([]);
  });
});

describe("while somebody acts", () => {
  it("the card asks both and says who acts for whom; who acts decides by that position", async () => {
    const bench = benchWith();
    await bench.type(official(bench), "/acting Rina until=besok");
    await asked(bench);
    expect((await card(bench)).text).toContain(
      "Rina Contoh, Plh. official jabar-dukcapil, menggantikan Nama jabar-dukcapil-official sampai 3 Mar 2026.",
    );
    const step = await bench.type(rina(bench), "/approve 1");
    expect(noticeOf(step, "decided").values).toMatchObject({ position: "Plh. official jabar-dukcapil" });
  });

  it("the official may still decide", async () => {
    const bench = benchWith();
    await bench.type(official(bench), "/acting Rina until=besok");
    await asked(bench);
    expect(codesOf(await bench.type(official(bench), "/approve 1"))).toContain("answerApproved");
  });

  it("the official is not waited for, where all have to approve", async () => {
    const bench = benchWith((directory) => ({
      ...withRina()(directory),
      government: {
        ...directory.government,
        settings: { ...directory.government.settings, approvalsNeeded: "all" },
      },
    }));
    await bench.type(official(bench), "/acting Rina until=besok");
    await asked(bench);
    await bench.type(rina(bench), "/approve 1");
    expect(await bench.inquiry()).toMatchObject({ status: "ready" });
  });

  it("ends with the last day, or at once when it is ended", async () => {
    const bench = benchWith();
    await bench.type(official(bench), "/acting Rina until=besok");
    await asked(bench);
    bench.advance(2 * DAY_MINUTES);
    const late = await bench.type(rina(bench), "/approve 1");
    expectRefused(late, "appointmentExpired", rina(bench));
    expect((await composed(bench, late)).text).toContain("Penunjukan Plh. berakhir 3 Mar 2026.");
    await bench.type(official(bench), "/acting Rina until=besok");
    const newest = (await acting(bench)).find(({ validUntil }) => validUntil && validUntil > bench.now())?.id ?? "";
    await bench.press(official(bench), { command: "endacting", values: { appointment: newest } });
    expectRefused(await bench.type(rina(bench), "/approve 1"), "appointmentExpired", rina(bench));
  });
});
