import { describe, expect, it } from "vitest";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory } from "../support/example-directory.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");

const channels = async (bench: ChatBench) =>
  (await bench.store.sceneOfGovernment(bench.governmentId)).directory.channels;

/** A chat nobody bound, and somebody in it. */
const newChat: Seat = {
  userId: "jabar-dukcapil-officer",
  place: { platform: "simulator", workspace: "jabar", channel: "grup-baru" },
};

describe("/channel", () => {
  it("lists the government's chats in pages, with what each is for and how to release it", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.type(office(bench), "/grup");
    expect(step.rows).toMatchObject([{ whisperTo: { id: "jabar-diskominfo-official" } }]);
    const { text, buttons, forms } = await composed(bench, step);
    expect(text).toContain("Grup Pemerintah Daerah Provinsi Jawa Barat yang tersambung (18)");
    expect(text).toContain("dinkes work\ngrup kerja Dinas Kesehatan · simulator");
    expect(text).toContain("Halaman 1 dari 4");
    expect(buttons).toEqual([
      "Kode baru",
      ...["dinkes approval", "dinkes work", "disdik approval", "disdik work", "dishub approval"].map(
        (n) => `Lepas: ${n}`,
      ),
      "Berikutnya",
    ]);
    expect(forms).toEqual({ "Kode baru": "channel" });
  });

  it("is of one's own agency to an officer, in any chat, and offers nothing to change", async () => {
    const bench = createChatBench("jabar");
    const guest = { ...bench.seat("dukcapil"), place: bench.place("dlh") };
    for (const seat of [bench.seat("dukcapil"), guest]) {
      const { text, buttons } = await composed(bench, await bench.type(seat, "/channel"));
      expect(text).toContain("Grup Dinas Kependudukan dan Pencatatan Sipil yang tersambung (2)");
      expect(buttons).toEqual(["Riwayat"]);
    }
    expectRefused(await bench.type(guest, "/channel dlh"), "onlyRole", guest);
  });

  it("says what to do where there is none", async () => {
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        channels: directory.channels.filter(({ agencyId }) => agencyId !== "jabar-dlh"),
      }),
    });
    const { text } = await composed(bench, await bench.type(office(bench), "/channel dlh"));
    expect(text).toContain("Belum ada grup Dinas Lingkungan Hidup yang tersambung.");
  });
});

describe("a code for a chat", () => {
  it("binds it: asked for by agency and purpose, told to the person alone, and kept in the agency's history", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.type(office(bench), "/channel dukcapil keperluan=rekap");
    expect(step.rows).toMatchObject([
      { whisperTo: { id: "jabar-diskominfo-official" }, content: { kind: "invitation" } },
    ]);
    expect(step.history).toMatchObject([
      { kind: "invited", content: { gives: "chat", agencyId: "jabar-dukcapil", purpose: "digest" } },
    ]);
    const { text } = await composed(bench, step);
    const [code] = /JABAR-\w{5}-\w{5}/.exec(text) ?? [];
    expect(text).toContain("Kode untuk grup rekap Dinas Kependudukan");
    expect(codesOf(await bench.type(newChat, `/setup ${code}`))).toEqual(["chatBound"]);
    expect(await channels(bench)).toContainEqual(expect.objectContaining({ nativeId: "grup-baru", purpose: "digest" }));
  });

  it("is asked for step by step after its button", async () => {
    const bench = createChatBench("jabar");
    const me = office(bench);
    const opener = { command: "channel", values: { register: "yes" } };
    const asked = await bench.press(me, opener);
    await bench.relay();
    const wrong = await bench.write(me, "gaib", bench.messageOf(asked.rows[0] ?? raise()));
    expect(wrong.rows[0]?.content).toMatchObject({ kind: "question", input: "agency", problem: "unknownAgency" });
    await bench.relay();
    const purpose = await bench.write(me, "dukcapil", bench.messageOf(wrong.rows[0] ?? raise()));
    expect((await composed(bench, purpose)).buttons).toEqual(["Kerja", "Persetujuan", "Rekap"]);
    await bench.relay();
    const given = await bench.write(me, "Rekap", bench.messageOf(purpose.rows[0] ?? raise()));
    expect(given.rows[0]?.content.kind).toBe("invitation");
  });

  it("is not given where the agency has such a chat: what to do is said", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.type(office(bench), "/channel dukcapil purpose=work");
    expectRefused(step, "purposeTaken", office(bench));
    expect((await composed(bench, step)).text).toContain("mohon lepas dulu grup itu lewat /grup");
  });
});

describe("releasing a chat", () => {
  const press = (values: Readonly<Record<string, string>>) => ({ command: "unbind", values });

  it("asks first, and says what reaches nobody then", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.press(office(bench), press({ channel: "jabar-dukcapil-approval" }));
    expect(step.history).toEqual([]);
    const { text, buttons, actions } = await composed(bench, step);
    expect(text).toContain("Lepas dukcapil approval (grup persetujuan Dinas Kependudukan");
    expect(text).toContain("naskah yang menunggu keputusan");
    expect(buttons).toEqual(["Ya, lepas"]);
    expect(actions).toEqual([press({ channel: "jabar-dukcapil-approval", sure: "yes" })]);
    expect(await channels(bench)).toHaveLength(18);
  });

  it("tells both chats and keeps it in the history; the old one is nobody's then, and another can be bound", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.press(office(bench), press({ channel: "jabar-dukcapil-work", sure: "yes" }));
    expect(codesOf(step)).toEqual(["chatUnbound", "chatUnbound"]);
    expect(step.rows.map(({ to }) => to.channel)).toEqual(["jabar-diskominfo-approval", "jabar-dukcapil-work"]);
    expect(step.history).toMatchObject([
      {
        kind: "chatUnbound",
        subjectId: "jabar-dukcapil-work",
        content: { agencyId: "jabar-dukcapil", purpose: "work", channel: "dukcapil work" },
      },
    ]);
    expect((await composed(bench, step)).text).toContain("tidak lagi menjadi grup kerja Dinas Kependudukan");
    const gone = await bench.type(bench.seat("dukcapil"), "/status");
    expect(codesOf(gone)).toEqual(["notConnected"]);
    expect((await bench.type(office(bench), "/channel dukcapil purpose=work")).rows[0]?.content.kind).toBe(
      "invitation",
    );
    expectRefused(
      await bench.press(office(bench), press({ channel: "jabar-dukcapil-work", sure: "yes" })),
      "stale",
      office(bench),
    );
  });

  it("is told once in the chat that releases itself", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.press(office(bench), press({ channel: "jabar-diskominfo-approval", sure: "yes" }));
    expect(noticeOf(step, "chatUnbound").row.to.channel).toBe("jabar-diskominfo-approval");
  });

  it("leaves what waited for it to be sent", async () => {
    const bench = createChatBench("jabar");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    await bench.press(office(bench), press({ channel: "jabar-dukcapil-work", sure: "yes" }));
    const waiting = bench.store.tables.outbox.filter(
      ({ state, to }) => state === "pending" && to.channel === "jabar-dukcapil-work",
    );
    expect(waiting.map(({ content }) => content.kind)).toEqual(["case-card", "notice"]);
  });
});

describe("another government's", () => {
  it("agencies and chats are unknown in every input and button", async () => {
    const bench = createChatBench("jabar", { others: [exampleDirectory("kobar")] });
    const me = office(bench);
    expectRefused(await bench.type(me, "/channel kobar-dukcapil"), "unknownAgency", me);
    expectRefused(await bench.type(me, "/channel kobar-dukcapil purpose=digest"), "unknownAgency", me);
    for (const sure of ["no", "yes"])
      expectRefused(
        await bench.press(me, { command: "unbind", values: { channel: "kobar-dukcapil-work", sure } }),
        "stale",
        me,
      );
    expect((await bench.store.sceneOfGovernment("kobar")).directory.channels).toHaveLength(18);
  });
});

const raise = (): never => {
  throw new Error("nothing was asked");
};
