import { describe, expect, it } from "vitest";
import { createPrefill } from "../../src/app/prefill.js";
import { type ChatBench, createChatBench, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { fileOf } from "../support/fetched-files.js";
import { noticesOf } from "../support/step-notices.js";

const FILLED = { theme: "Bus gratis", text: "Bus gratis mulai Senin.", wanted: "30 Februari", accounts: "@bpbd" };

const againOf = (step: Step) => {
  const [row] = step.rows;
  if (row?.content.kind !== "notice" || !row.content.again) throw new Error("the form is not offered again");
  return row.content.again;
};
const opener = (step: Step) => {
  const { command, values } = againOf(step);
  return { command, values: { ...values, again: "yes" } };
};
const officer = (bench: ChatBench) => bench.seat("dishub");

describe("a form that was refused", () => {
  it("is offered again with what was filled in, and takes what is mended and emptied", async () => {
    const bench = createChatBench("jabar");
    const first = await bench.submit(officer(bench), "propose", FILLED);
    expect(noticesOf(first)[0]?.code).toBe("unknownAccount");
    expect(againOf(first)).toEqual({ form: "propose", command: "propose", values: FILLED });
    const { accounts: _, ...rest } = FILLED;
    const second = await bench.submit(officer(bench), "propose", rest, opener(first));
    expect(noticesOf(second)[0]?.code).toBe("badDay");
    const { wanted: __, ...good } = rest;
    await bench.submit(officer(bench), "propose", { ...good, audience: "pelajar" }, opener(second));
    expect((await bench.proposal()).draft?.content).toMatchObject({
      ...{ theme: "Bus gratis", body: "Bus gratis mulai Senin.", audience: "pelajar" },
    });
  });

  it("opens with it, for the form's own inputs only", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan?");
    const step = await bench.submit(
      officer(bench),
      "posted",
      { url: "contoh" },
      { command: "posted", values: { code: "JABAR-26-0001" } },
    );
    const { values } = opener(step);
    bench.store.putAction("jabar", "again", { command: "posted", values });
    const place = bench.place("dishub");
    const actor = { platform: place.platform, workspace: place.workspace, id: "jabar-dishub-officer" };
    expect(await createPrefill(bench.store)("posted", "again", place, actor)).toEqual({ url: "contoh" });
    expect(values).toMatchObject({ code: "JABAR-26-0001" });
  });

  it("keeps what its button carried from being changed by what it sends", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Kapan?");
    const carried = { command: "answer", values: { code: "JABAR-26-0001", again: "yes" } };
    await bench.submit(officer(bench), "answer", { text: "Besok.", code: "JABAR-26-0009" }, carried);
    expect((await bench.inquiry()).answers).toHaveLength(1);
  });

  it("is not offered again for what no other words would change", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.submit(bench.seat("dishub", "official"), "propose", FILLED);
    expect(noticesOf(step)[0]?.code).toBe("onlyRole");
    expect(step.rows[0]?.content).not.toHaveProperty("again");
  });

  it("asks for its attachments again, which no button can carry", async () => {
    const bench = createChatBench("jabar");
    bench.attach(fileOf());
    const step = await bench.submit(officer(bench), "propose", FILLED);
    expect(noticesOf(step).map(({ code }) => code)).toEqual(["unknownAccount", "filesAgain"]);
    expect((await composed(bench, step, 1)).text).toContain("Mohon lampirkan lagi");
  });

  it("says what the button does", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.submit(officer(bench), "propose", FILLED);
    expect((await composed(bench, step)).forms).toEqual({ "Perbaiki isian": "propose" });
  });
});

describe("a draft that was saved", () => {
  it("is told with what comes next", async () => {
    const bench = createChatBench("jabar");
    await bench.submit(officer(bench), "propose", { theme: "Bus gratis", text: "Bus gratis." });
    const step = await bench.type(officer(bench), "/propose kode=1 sasaran=pelajar");
    const saved = { ...step, rows: step.rows.filter(({ content }) => content.kind === "notice") };
    const { text, buttons } = await composed(bench, saved);
    expect(text).toContain("sudah tersimpan");
    expect(buttons).toEqual(["Ajukan ke pejabat", "Ubah isian", "Tarik"]);
  });
});
