import { describe, expect, it } from "vitest";
import { surface } from "../../src/app/surface.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";

const LINE = '/propose Kantor libur 5 Maret. tema="Libur" sumber="Surat edaran"';
const X = "https://x.com/dukcapil.contoh/status/1";
const INSTAGRAM = "https://www.instagram.com/p/abc";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");
const press = (bench: ChatBench, command: string) => bench.press(officer(bench), { command, values: { code: "1" } });

const submitted = async (): Promise<{ readonly bench: ChatBench; readonly step: Step }> => {
  const bench = createChatBench("jabar");
  await bench.type(officer(bench), LINE);
  return { bench, step: await press(bench, "submit") };
};

const posted = async (): Promise<ChatBench> => {
  const { bench } = await submitted();
  await bench.type(official(bench), "/approve 1");
  await bench.type(officer(bench), `/posted 1 ${X}`);
  await bench.type(officer(bench), `/posted 1 ${INSTAGRAM}`);
  return bench;
};

/** A message a step draws, by what it shows. */
const shown = (bench: ChatBench, step: Step, kind: string, at = 0) => {
  const rows = step.rows.filter(({ content }) => content.kind === kind);
  return composed(bench, { ...step, rows }, at);
};

const words = (form: string) => {
  const spec = surface.forms.get(form);
  return [spec?.title.id, spec?.submit.id, ...(spec?.pages.flat() ?? []).map(({ label }) => label.id)];
};

describe("the forms of content", () => {
  it("are named and labelled for what they do to it", async () => {
    const { bench, step } = await submitted();
    const card = await shown(bench, step, "proposal-card");
    expect(words(card.forms.Tarik ?? "")).toEqual(["Tarik usulan", "Tarik", "Ditarik karena"]);
    const asked = await shown(bench, step, "proposal-approval");
    expect(words(asked.forms.Kembalikan ?? "")).toEqual(["Kembalikan usulan", "Kembalikan", "Yang perlu diperbaiki"]);
    const done = await posted();
    const { forms } = await composed(done, await done.type(officer(done), "/status 1"));
    expect(words(forms.Ralat ?? "")).toEqual(["Ralat konten", "Mulai ralat", "Diralat karena"]);
  });

  it.each([
    ["withdraw", "close", "withdrawn"],
    ["correct", "reopen", "editing"],
    ["close", "close", "withdrawn"],
  ])("%s does what its button stands for", async (form, command, status) => {
    const bench = await posted();
    await bench.submit(officer(bench), form, { reason: "Salah tanggal" }, { command, values: { code: "1" } });
    expect((await bench.proposal()).status).toBe(status);
  });

  it("leave those of questions as they are", async () => {
    const bench = createChatBench("jabar");
    const card = await composed(bench, await bench.type(officer(bench), "/inquiry Kapan buka?"));
    expect(words(card.forms.Tutup ?? "")).toEqual(["Tutup", "Tutup", "Diselesaikan karena"]);
  });

  it("ask in the same words where there are none: once, and again after a wrong answer", async () => {
    const bench = await posted();
    const step = await press(bench, "close");
    expect((await composed(bench, step)).text).toContain("Mengapa usulan ini ditarik?");
    await bench.relay();
    const [row] = step.rows;
    if (!row) throw new Error("nothing was asked");
    const again = await bench.write(officer(bench), "a".repeat(1_001), bench.messageOf(row));
    expect((await composed(bench, again)).text).toContain("Mengapa usulan ini ditarik?");
    expect((await composed(bench, await press(bench, "reopen"))).text).toContain("Mengapa konten ini perlu diralat?");
  });
});

describe("the form of a posting", () => {
  const inputs = (form: string) => surface.forms.get(form)?.pages.flat() ?? [];
  const names = (form = "") => inputs(form).map(({ name }) => name);

  it("asks for the account only while several are left, and never beside the text of one", async () => {
    const { bench } = await submitted();
    const ready = await bench.type(official(bench), "/approve 1");
    const button = "Sudah tayang, isi tautan";
    expect(names((await shown(bench, ready, "proposal-card")).forms[button])).toEqual(["url", "account"]);
    expect(names((await shown(bench, ready, "post-text")).forms[button])).toEqual(["url"]);
    const begun = await bench.type(officer(bench), `/posted 1 ${X}`);
    const left = (await shown(bench, begun, "proposal-card")).forms[button] ?? "";
    expect(names(left)).toEqual(["url"]);
    await bench.submit(officer(bench), left, { url: INSTAGRAM }, { command: "posted", values: { code: "1" } });
    expect((await bench.proposal()).status).toBe("published");
  });

  it("advises no private message, nor does the question or what is said of a wrong link", async () => {
    for (const form of ["postedOn", "postedContent"]) expect(JSON.stringify(inputs(form))).not.toContain("pribadi");
    expect(JSON.stringify(inputs("posted"))).toContain("pribadi");
    const { bench } = await submitted();
    await bench.type(official(bench), "/approve 1");
    const asked = (await composed(bench, await bench.type(officer(bench), "/tayang 1"))).text;
    expect(asked).toContain("Mohon kirim tautan unggahan yang sudah tayang.");
    const wrong = (await composed(bench, await bench.type(officer(bench), "/tayang 1 besok"))).text;
    expect(wrong).toContain('Tautan "besok" belum lengkap.');
    expect(asked + wrong).not.toContain("pribadi");
  });

  it("of an answer still does", async () => {
    const bench = createChatBench("kobar");
    await bench.type(officer(bench), "/inquiry Kapan buka?");
    await bench.type(officer(bench), "/answer 1 Besok.");
    expect((await composed(bench, await bench.type(officer(bench), "/tayang 1 besok"))).text).toContain("pribadi");
  });
});
