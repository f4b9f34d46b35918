import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const LINE = '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" tagar=LayananPublik sumber="Surat edaran"';

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

const press = async (bench: ChatBench, command: string) =>
  bench.press(officer(bench), { command, values: { code: (await bench.proposal()).code } });

const proposed = async (line = LINE, change?: (directory: Directory) => Directory): Promise<ChatBench> => {
  const bench = createChatBench("jabar", change ? { change } : {});
  await bench.type(officer(bench), line);
  return bench;
};

const submitted = async (change?: (directory: Directory) => Directory): Promise<ChatBench> => {
  const bench = await proposed(LINE, change);
  await press(bench, "submit");
  await bench.relay();
  return bench;
};

/** With another official beside the agency's own. */
const withSecond = (directory: Directory): Directory => ({
  ...directory,
  people: [...directory.people, personOf("jabar", "kedua")],
  appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
});

describe("reminders of what waits for the officials", () => {
  const planned = (bench: ChatBench) =>
    bench.store.tables.pings.flatMap(({ takenAt, stage, dueAt, agencyId, purpose, forwardId }) =>
      takenAt ? [] : [{ stage, dueAt: dueAt.toISOString().slice(5, 16), agencyId, purpose, forwardId }],
    );
  const stages = (bench: ChatBench) => planned(bench).map(({ stage, dueAt }) => `${stage} ${dueAt}`);
  const ALL = ["after-240 03-02T06:00", "after-1440 03-03T02:00", "head 03-04T02:00"];

  it("are planned for the agency's approval chat when it is submitted", async () => {
    const bench = await submitted();
    const { id, versions } = await bench.proposal();
    expect(stages(bench)).toEqual(ALL);
    expect(planned(bench)[0]).toMatchObject({ agencyId: "jabar-dukcapil", purpose: "approval" });
    expect(bench.store.tables.pings[0]).toMatchObject({ inquiryId: id, forwardId: versions[0]?.id });
  });

  it("end when it is selected, returned or withdrawn", async () => {
    for (const line of ["/approve 1", "/reject 1 Belum tepat."]) {
      const bench = await submitted();
      await bench.type(official(bench), line);
      expect(planned(bench)).toEqual([]);
    }
    const withdrawn = await submitted();
    await withdrawn.type(officer(withdrawn), "/close 1 Batal");
    expect(planned(withdrawn)).toEqual([]);
  });

  it("those still to come come back when the decision is undone", async () => {
    const bench = await submitted();
    bench.advance(300);
    const decided = noticeOf(await bench.type(official(bench), "/approve 1"), "decided");
    const { code } = await bench.proposal();
    const undo = { command: "undo", values: { code, decision: decided.undo?.decisionId ?? "" } };
    await bench.press(official(bench), undo);
    expect(stages(bench)).toEqual(ALL.slice(1));
  });

  it("go on while one of two approvals is there, and begin anew with a new version", async () => {
    const bench = await submitted((directory) => ({
      ...withSecond(directory),
      government: { ...directory.government, settings: { ...directory.government.settings, approvalsNeeded: 2 } },
    }));
    await bench.type(official(bench), "/approve 1");
    expect(stages(bench)).toEqual(ALL);
    bench.advance(60);
    const { code } = await bench.proposal();
    await bench.named(officer(bench), "propose", { code, theme: "Libur layanan", text: "Layanan libur 6 Maret." });
    expect(stages(bench)).toEqual(ALL);
    await press(bench, "submit");
    const second = (await bench.proposal()).versions[1]?.id;
    expect(planned(bench).map(({ forwardId }) => forwardId)).toEqual([second, second, second]);
    expect(stages(bench)[0]).toBe("after-240 03-02T07:00");
  });

  it("of a disaster come at once to every official who may decide, then after 15 and 60 minutes", async () => {
    const bench = await proposed(`${LINE} kategori=Kebencanaan`, withSecond);
    bench.advance(15 * 60);
    const step = await press(bench, "submit");
    const call = step.rows.find(({ content }) => content.kind === "notice" && content.code === "contentUrgent");
    const { versions } = await bench.proposal();
    expect(call).toMatchObject({
      to: bench.place("dukcapil", "approval"),
      replyTo: { card: `selection:${versions[0]?.id}` },
      content: { mention: ["jabar-dukcapil-official", "kedua"], values: { version: 1 } },
    });
    expect(stages(bench)).toEqual(["after-15 03-02T17:15", "after-60 03-02T18:00", "head 03-04T17:00"]);
    expect(codesOf(await bench.type(official(bench), "/approve 1"))).not.toContain("contentUrgent");
  });

  /** The message that reminds of what waits for four hours. */
  const reminder = async (bench: ChatBench) => {
    bench.advance(240);
    await bench.remind();
    const row = bench.store.tables.outbox.find(({ content }) => content.kind === "pings");
    if (!row) throw new Error("nobody was reminded");
    return bench.messageOf(row);
  };

  it("are answered with a bare command in reply", async () => {
    const bench = await submitted();
    await bench.type(official(bench), "/approve", await reminder(bench));
    expect(await bench.proposal()).toMatchObject({ status: "ready" });
  });

  it("answered in plain words, get what such a reply to the card gets", async () => {
    const bench = await submitted();
    const message = await reminder(bench);
    const { versions } = await bench.proposal();
    const card = bench.cardMessage(`selection:${versions[0]?.id}`);
    const [toCard, toReminder] = [
      await bench.write(official(bench), "Siap", card),
      await bench.write(official(bench), "Siap", message),
    ];
    expect(toReminder.rows.map(({ content }) => content)).toEqual(toCard.rows.map(({ content }) => content));
    expect(noticeOf(toReminder, "repliedToContent").values).toEqual({ asked: "yes" });
    expect(await bench.proposal()).toMatchObject({ status: "submitted", decisions: [] });
  });

  it("of several proposals are about none of them", async () => {
    const bench = await submitted();
    await bench.type(officer(bench), LINE);
    await bench.press(officer(bench), { command: "submit", values: { code: "2" } });
    await bench.relay();
    const step = await bench.write(official(bench), "Siap", await reminder(bench));
    expect(codesOf(step)).toEqual(["seeHelp"]);
  });
});

describe("/queue content", () => {
  it("is the agency's own, of the week a button names; a week that is none is the present one", async () => {
    const bench = await submitted();
    const typed = await bench.type(officer(bench), "/tugas konten");
    expect(typed.rows[0]?.content).toEqual({ kind: "calendar", agencyId: "jabar-dukcapil", page: 0 });
    const pressed = (week: string) =>
      bench.press(officer(bench), { command: "queue", values: { list: "content", week, page: "1" } });
    const next = { kind: "calendar", agencyId: "jabar-dukcapil", week: "2026-03-09", page: 1 };
    expect((await pressed("2026-03-09")).rows[0]?.content).toEqual(next);
    expect((await pressed("2026-13-99")).rows[0]?.content).toEqual({ ...typed.rows[0]?.content, page: 1 });
    expectRefused(await bench.type(officer(bench), "/queue semua"), "badChoice", officer(bench));
  });

  it("shows what was submitted", async () => {
    const bench = await submitted();
    const span = { from: "2026-03-02", to: "2026-03-09", open: true };
    const found = await bench.store.contentLines("jabar", "jabar-dukcapil", span, 0, 10);
    expect(found.items).toMatchObject([{ section: "waiting", code: "JABAR-26-0001", theme: "Libur layanan" }]);
  });
});
