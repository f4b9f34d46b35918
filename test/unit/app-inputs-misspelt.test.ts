import { describe, expect, it } from "vitest";
import { createChatBench } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { codesOf, noticeOf } from "../support/step-notices.js";

describe("a name=value no input has", () => {
  it.each([
    ["jens=pertanyaan", "jens", "jenis"],
    ["sentimn=positif", "sentimn", "sentimen"],
    ["Akum=@dishub", "Akum", "akun"],
  ])("%s stays in the text, and whoever typed it is told which was near", async (typed, name, meant) => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const step = await bench.type(officer, `/catat Lampu mati? ${typed}`);
    expect((await bench.inquiry()).text).toBe(`Lampu mati? ${typed}`);
    const { row } = noticeOf(step, "inputUnknown");
    expect(row.whisperTo?.id).toBe(officer.userId);
    expect((await composed(bench, step, step.rows.indexOf(row))).text).toBe(
      `"${name}=" bukan nama isian, jadi tetap menjadi bagian teks. Mungkin maksud Anda "${meant}="?`,
    );
  });

  it.each([
    "gaya=bebas",
    "E=mc2",
    '"jens=pertanyaan"',
    "https://contoh.invalid/?jens=1",
    "jenis=pertanyaan kind=question",
    "jens = tiga",
  ])("%s is not remarked upon", async (typed) => {
    const bench = createChatBench("kobar");
    expect(codesOf(await bench.type(bench.seat("dukcapil"), `/catat Lampu mati? ${typed}`))).not.toContain(
      "inputUnknown",
    );
  });
});
