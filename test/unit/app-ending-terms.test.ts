import { describe, expect, it } from "vitest";
import { endingMessages, endingTerms } from "../../src/app/registry/ending-terms.js";
import { surface } from "../../src/app/surface.js";
import { createCompose } from "../../src/app/views/compose.js";
import { plainTextOf } from "../../src/chatkit/blocks.js";
import type { Appointment, Directory } from "../../src/domain/registry/model.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import { type ChatBench, createChatBench, MORNING, type Step } from "../support/chat-bench.js";
import { exampleDirectory, type GovernmentId } from "../support/example-directory.js";
import { codesOf, noticesOf } from "../support/step-notices.js";
import { roomy } from "../support/view-fixture.js";

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1_440;
const inDays = (days: number): Date => new Date(MORNING.getTime() + days * DAY_MS);

const OFFICER = "appointment-jabar-dukcapil-officer-officer";

const changing =
  (change: Readonly<Record<string, Partial<Appointment>>>) =>
  (directory: Directory): Directory => ({
    ...directory,
    appointments: directory.appointments.map((each) => ({ ...each, ...change[each.id] })),
  });

const stages = (change: Partial<Appointment>, id = OFFICER, more: readonly Appointment[] = []) => {
  const directory = exampleDirectory("jabar", changing({ [id]: change }));
  const all = { ...directory, appointments: [...directory.appointments, ...more] };
  return endingTerms(all, MORNING).map(({ stage }) => stage);
};

describe("an appointment", () => {
  const OFFICIAL = "appointment-jabar-dukcapil-official-official";

  it.each([
    [30.01, []],
    [30, ["month"]],
    [7.01, ["month"]],
    [7, ["week"]],
    [0.01, ["week"]],
    [0, ["grace"]],
    [-59.99, ["grace"]],
    [-60, []],
  ] as const)("of an officer that ends in %s days: %j", (days, expected) => {
    expect(stages({ validUntil: inDays(days) })).toEqual(expected);
  });

  it.each([
    OFFICIAL,
    "appointment-jabar-admin-admin",
    "appointment-jabar-auditor-auditor",
    "appointment-jabar-dukcapil-head-head",
    "appointment-jabar-diskominfo-official-communications",
  ])("of every other role is told of, without grace: %s", (id) => {
    expect(stages({ validUntil: inDays(20) }, id)).toEqual(["month"]);
    expect(stages({ validUntil: inDays(5) }, id)).toEqual(["week"]);
    expect(stages({ validUntil: inDays(0) }, id)).toEqual([]);
  });

  it("of who acts is told of once, seven days before, where it lasts longer than that", () => {
    const acting = { kind: "plt", insteadOf: "jabar-dukcapil-head" } as const;
    const from = (begins: number, ends: number) =>
      stages({ acting, validFrom: inDays(begins), validUntil: inDays(ends) }, OFFICIAL);
    expect(from(-60, 20)).toEqual([]);
    expect(from(-60, 7)).toEqual(["week"]);
    expect(from(-60, 0)).toEqual([]);
    expect(from(-1, 5)).toEqual([]);
  });

  it("of who acts is continued by acting for the same official, and by nothing else", () => {
    const acting = { kind: "plt", insteadOf: "jabar-dukcapil-head" } as const;
    const [own] = exampleDirectory("jabar").appointments.filter(({ id }) => id === OFFICIAL);
    if (!own) throw new Error("no official");
    const again = (change: Partial<Appointment>) =>
      stages({ acting, validUntil: inDays(5) }, OFFICIAL, [{ ...own, id: "again", ...change }]);
    expect(again({})).toEqual(["week"]);
    expect(again({ acting, validFrom: inDays(5), validUntil: inDays(40) })).toEqual([]);
  });

  it("that was ended, has not begun, or goes on by another letter is not told of", () => {
    const validUntil = inDays(5);
    expect(stages({ validUntil, ended: true })).toEqual([]);
    expect(stages({ validUntil, validFrom: inDays(1) })).toEqual([]);
    const [officer] = exampleDirectory("jabar").appointments.filter(({ id }) => id === OFFICER);
    if (!officer) throw new Error("no officer");
    const again = (change: Partial<Appointment>) =>
      stages({ validUntil }, OFFICER, [{ ...officer, id: "again", ...change }]);
    expect(again({})).toEqual([]);
    expect(again({ validUntil: inDays(100) })).toEqual([]);
    expect(again({ validUntil: inDays(4) })).toEqual(["week"]);
    expect(again({ agencyId: "jabar-dlh" })).toEqual(["week"]);
    expect(again({ role: "official" })).toEqual(["week"]);
  });
});

const seen = async (bench: ChatBench, content: MessageContent, to = bench.place("dukcapil")) => {
  const made = await createCompose({ store: bench.store, surface })(bench.governmentId, content, roomy, to);
  if (made === "drop") return "drop";
  const buttons = made.message.blocks.flatMap((block) => (block.kind === "buttons" ? block.items : []));
  return { text: plainTextOf(made.message.blocks), buttons: buttons.map(({ label }) => label) };
};

/** What the chat is told today. */
const news = (bench: ChatBench, channelId: string): MessageContent => {
  const messages = endingMessages({ directory: bench.directory(), now: bench.now() });
  const found = messages.find(({ channel }) => channel.id === channelId);
  return { kind: "ending-terms", items: found?.items ?? [] };
};

describe("the message", () => {
  it("names who, as what, by which letter and until when, with the days of grace and whose wish they are", async () => {
    const change = changing({
      [OFFICER]: { validUntil: new Date(MORNING.getTime() - 1) },
      "appointment-jabar-dukcapil-official-official": { validUntil: inDays(6.5) },
    });
    const bench = createChatBench("jabar", { change });
    const shown = await seen(bench, news(bench, "jabar-dukcapil-work"));
    if (shown === "drop") throw new Error("dropped");
    const agency = "Dinas Kependudukan dan Pencatatan Sipil";
    expect(shown.text).toContain(
      `• Nama jabar-dukcapil-officer, pengelola ${agency} (Surat Perintah Nomor 800/011/2021): sudah berakhir 2 Mar 2026, masih dapat bekerja sampai 1 Mei 2026`,
    );
    expect(shown.text).toContain(
      `• Nama jabar-dukcapil-official, pejabat ${agency} (Surat Perintah Nomor 800/011/2021): berakhir 6 hari lagi (8 Mar 2026)`,
    );
    expect(shown.text).toContain("Kebijakan internal");
    expect(shown.text.startsWith("Nama jabar-dukcapil-officer Nama jabar-dukcapil-official Masa tugas")).toBe(true);
    expect(shown.buttons).toEqual([
      "Nama jabar-dukcapil-offic (pengelola)",
      "Nama jabar-dukcapil-offic (pejabat)",
      "Dasar: Pasal 6 ayat (2)",
    ]);
    const digest = await seen(bench, news(bench, "jabar-diskominfo-work"));
    expect(digest).not.toBe("drop");
  });

  it("says of who acts what they are, and how somebody is named again", async () => {
    const acting = { kind: "plt", insteadOf: "jabar-dukcapil-head" } as const;
    const change = changing({
      "appointment-jabar-dukcapil-official-official": { acting, position: "Plt. Kepala", validUntil: inDays(5) },
    });
    const bench = createChatBench("jabar", { change });
    const shown = await seen(bench, news(bench, "jabar-dukcapil-work"));
    if (shown === "drop") throw new Error("dropped");
    expect(shown.text).toContain("• Nama jabar-dukcapil-official, Plt. Kepala, Dinas Kependudukan");
    expect(shown.text).toContain("Bila pengganti pejabat masih diperlukan, tunjuk lagi lewat /plh.");
    expect(shown.text).not.toContain("Mohon siapkan surat barunya");
  });

  it.each([
    // MORNING is 09.00; what ends with a day ends at the midnight after it.
    ["2026-03-02T17:00:00Z", "berakhir hari ini (2 Mar 2026)"],
    ["2026-03-03T17:00:00Z", "berakhir besok (3 Mar 2026)"],
    ["2026-03-08T17:00:00Z", "berakhir 6 hari lagi (8 Mar 2026)"],
  ])("counts local days to the last one: until %s, %s", async (until, said) => {
    const bench = createChatBench("jabar", { change: changing({ [OFFICER]: { validUntil: new Date(until) } }) });
    expect(await seen(bench, news(bench, "jabar-dukcapil-work"))).toMatchObject({
      text: expect.stringContaining(said),
    });
  });

  it("has one button for a person of whom several things end", async () => {
    const validUntil = inDays(5);
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        appointments: [
          ...changing({ [OFFICER]: { validUntil } })(directory).appointments,
          ...directory.appointments
            .filter(({ id }) => id === OFFICER)
            .map((each) => ({ ...each, id: "plh", role: "official" as const, validUntil, position: "Plh. Sekretaris" }))
            .map((each) => ({ ...each, acting: { kind: "plh", insteadOf: "jabar-dukcapil-official" } as const })),
        ],
      }),
    });
    expect(await seen(bench, news(bench, "jabar-dukcapil-work"))).toMatchObject({
      text: expect.stringContaining("Plh. Sekretaris, Dinas Kependudukan"),
      buttons: ["Nama jabar-dukcapil-offic"],
    });
  });

  it("leaves out what was renewed or ended since, and is dropped when nothing is left", async () => {
    const bench = createChatBench("jabar", { change: changing({ [OFFICER]: { validUntil: inDays(5) } }) });
    const content = news(bench, "jabar-dukcapil-work");
    const values = { appointment: OFFICER, number: "1/2026", until: "31/12/2026" };
    await bench.press(bench.seat("diskominfo", "official"), { command: "renew", values });
    expect(await seen(bench, content)).toBe("drop");
  });

  it("counts the rest where many letters end on the same day", async () => {
    const until = inDays(20);
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        appointments: directory.appointments.map((each) => ({ ...each, validUntil: until })),
      }),
    });
    const shown = await seen(bench, news(bench, "jabar-diskominfo-work"), bench.place("diskominfo"));
    if (shown === "drop") throw new Error("dropped");
    expect(shown.text.match(/^•/gm)).toHaveLength(15);
    expect(shown.text).toContain("Masih ada 15 lainnya; lihat /anggota tiap instansi.");
  });
});

describe("an officer in days of grace", () => {
  const late = (government: GovernmentId): ChatBench =>
    createChatBench(government, {
      change: changing({ [`appointment-${government}-dukcapil-officer-officer`]: { validUntil: inDays(-1) } }),
    });
  const isTold = (step: Step): boolean => codesOf(step).includes("inGrace");

  it("is told on the first command of a day, alone: that the letter has ended and when the grace does", async () => {
    const bench = late("kobar");
    const seat = bench.seat("dukcapil");
    const first = await bench.type(seat, "/inquiry Kapan?");
    const notice = noticesOf(first).find(({ code }) => code === "inGrace");
    expect(notice?.row.whisperTo?.id).toBe("kobar-dukcapil-officer");
    expect(first.history.at(-1)).toMatchObject({ kind: "graceTold", actor: "kobar-dukcapil-officer" });
    const shown = notice && (await seen(bench, notice.row.content));
    expect(shown).toMatchObject({
      text: "Surat Perintah Nomor 800/011/2021 berakhir 1 Mar 2026. Anda masih dapat bekerja sampai 30 Apr 2026 (kebijakan internal). Mohon minta surat baru lalu hubungi admin.",
    });
    expect(isTold(await bench.type(seat, "/queue"))).toBe(false);
    expect(isTold(await bench.press(seat, { command: "queue", values: {} }))).toBe(false);
    bench.advance(DAY_MINUTES - 120);
    expect(isTold(await bench.write(seat, "halo"))).toBe(false);
    expect(isTold(await bench.press(seat, { command: "queue", values: {} }))).toBe(true);
    expect(isTold(await bench.type(seat, "/queue"))).toBe(false);
  });

  it("is told no more once a new letter is there, and nobody else is", async () => {
    const bench = late("kobar");
    const seat = bench.seat("dukcapil");
    expect(isTold(await bench.type(bench.seat("dlh"), "/queue"))).toBe(false);
    const appointment = "appointment-kobar-dukcapil-officer-officer";
    const values = { appointment, number: "2/2026", until: "-" };
    await bench.press(bench.seat("diskominfo", "official"), { command: "renew", values });
    expect(isTold(await bench.type(seat, "/queue"))).toBe(false);
  });
});
