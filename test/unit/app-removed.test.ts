import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import type { ConversationRef } from "../../src/ports/chat/refs.js";
import { type ChatBench, createChatBench, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { codesOf } from "../support/step-notices.js";

let count = 0;
const removedFrom = (bench: ChatBench, conversation: ConversationRef): Promise<Step> => {
  count += 1;
  return bench.send({ type: "removed", eventId: `gone-${count}`, occurredAt: bench.now().toISOString(), conversation });
};

const places = (step: Step): readonly string[] => step.rows.map(({ to }) => to.channel);

describe("a bot that was removed from a chat", () => {
  it("is told to Diskominfo once, kept in the agency's history, and the binding stays", async () => {
    const bench = createChatBench("jabar");
    const step = await removedFrom(bench, bench.place("dukcapil"));
    expect(codesOf(step)).toEqual(["botRemoved"]);
    expect(places(step)).toEqual(["jabar-diskominfo-work"]);
    expect(step.history).toMatchObject([
      {
        kind: "botRemoved",
        subjectId: "jabar-dukcapil-work",
        content: { agencyId: "jabar-dukcapil", purpose: "work", channel: "dukcapil work" },
      },
    ]);
    const { text } = await composed(bench, step);
    expect(text).toContain("Bot dikeluarkan dari dukcapil work (grup kerja Dinas Kependudukan dan Pencatatan Sipil).");
    expect(text).toContain("Mohon masukkan lagi bot ke grup itu, atau lepas grupnya lewat /grup.");
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
    expect((await bench.inquiry()).code).toBe("JABAR-26-0001");
    const history = await bench.type(bench.seat("dukcapil"), "/agency list=history");
    expect((await composed(bench, history)).text).toContain("Tanggap: bot dikeluarkan dari grup kerja: dukcapil work");
  });

  it("is told once a day, however often it happens", async () => {
    const bench = createChatBench("jabar");
    await removedFrom(bench, bench.place("dukcapil"));
    const again = await removedFrom(bench, bench.place("dukcapil"));
    expect([again.rows, again.history.length]).toEqual([[], 1]);
    expect(codesOf(await removedFrom(bench, bench.place("dlh")))).toEqual(["botRemoved"]);
    bench.advance(1_440);
    expect(codesOf(await removedFrom(bench, bench.place("dukcapil")))).toEqual(["botRemoved"]);
  });

  it("is told in another chat of Diskominfo's where it was that one, and to admins elsewhere too", async () => {
    const change = (directory: Directory): Directory => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.personId === "jabar-admin" ? { ...each, agencyId: "jabar-dlh" } : each,
      ),
    });
    const bench = createChatBench("jabar", { change });
    const step = await removedFrom(bench, bench.place("diskominfo"));
    expect(places(step)).toEqual(["jabar-diskominfo-approval", "jabar-dlh-work"]);
  });

  it("of a chat nobody bound is nothing", async () => {
    const bench = createChatBench("jabar");
    const step = await removedFrom(bench, { ...bench.place("dukcapil"), channel: "grup-lain" });
    expect(step).toMatchObject({ outcome: "nothing", rows: [] });
  });
});
