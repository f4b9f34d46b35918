import { describe, expect, it } from "vitest";
import { createSuggest } from "../../src/app/suggest.js";
import type { SuggestSource } from "../../src/ports/chat/forms.js";
import { createChatBench } from "../support/chat-bench.js";
import type { GovernmentId } from "../support/example-directory.js";

const ask = async (
  government: GovernmentId,
  source: SuggestSource,
  text = "",
  userId = `${government}-dishub-officer`,
) => {
  const bench = createChatBench(government);
  await bench.type(bench.seat("dishub"), "/inquiry Kapan bus gratis?");
  const suggest = createSuggest(bench.store);
  const place = bench.place("dishub");
  return suggest(source, text, place, { platform: place.platform, workspace: place.workspace, id: userId });
};
const values = async (...args: Parameters<typeof ask>) => (await ask(...args)).map(({ value }) => value);

describe("suggestions", () => {
  it("are the categories and other bases of the government's own regulation", async () => {
    expect(await values("kobar", "category")).toEqual([
      "Kegiatan instansi",
      "Isu aktual daerah",
      "Kebijakan pusat dan provinsi",
    ]);
    expect(await values("kobar", "basis")).toEqual([]);
    expect(await values("klaten", "basis")).toContain("Program wawasan kebangsaan, infrastruktur atau ekonomi");
    expect(await values("jabar", "category")).toContain("Kebencanaan");
    expect(await values("klaten", "category")).not.toContain("Kebencanaan");
  });

  it("are narrowed by what is typed", async () => {
    expect(await values("jabar", "category", "benc")).toEqual(["Kebencanaan"]);
    expect(await values("kobar", "agency", "perhub")).toEqual(["dishub"]);
  });

  it("are the chat's own accounts and open cases", async () => {
    expect(await ask("kobar", "account")).toContainEqual({
      value: expect.stringContaining("instagram"),
      label: "Instagram",
    });
    expect(await ask("kobar", "case")).toEqual([{ value: "KOBAR-26-0001", label: "Kapan bus gratis?" }]);
  });

  it("are no cases for somebody who may not read them", async () => {
    expect(await values("kobar", "case", "", "kobar-pupr-officer")).toEqual([]);
    expect(await values("kobar", "case", "", "kobar-auditor")).toEqual(["KOBAR-26-0001"]);
    expect(await values("kobar", "agency", "perhub", "kobar-pupr-officer")).toEqual(["dishub"]);
  });

  it("are none for people nobody knows, nor in a chat nobody bound", async () => {
    expect(await values("kobar", "agency", "", "orang-lain")).toEqual([]);
    const bench = createChatBench("kobar");
    const place = { ...bench.place("dishub"), channel: "grup-baru" };
    const user = { platform: place.platform, workspace: place.workspace, id: "kobar-dishub-officer" };
    expect(await createSuggest(bench.store)("agency", "", place, user)).toEqual([]);
  });
});
