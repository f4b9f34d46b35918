import { describe, expect, it } from "vitest";
import { choiceCode, choiceNamed } from "../../src/app/inputs.js";
import { roleNamed } from "../../src/app/role-name.js";
import { profileOf } from "../../src/regulations/profiles.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused } from "../support/step-notices.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const said = async (bench: ChatBench, line: string) =>
  (await composed(bench, await bench.type(office(bench), line))).text;

describe("a choice", () => {
  const gates = ["none", "report", "approve"];

  it.each([
    ["persetujuan pejabat", "approve"],
    ["persetujuan", "approve"],
    ["PERS", "approve"],
    ["lapor", undefined],
    ["dilap", "report"],
    ["pe", undefined],
    ["", undefined],
  ])("is known by a beginning only it has, of three letters at least: %j is %s", (typed, code) => {
    expect(choiceCode(gates, typed)).toBe(code);
  });

  it("is known by the whole name alone where details follow it", () => {
    expect(choiceNamed(gates, "persetujuan")).toBeUndefined();
    expect(choiceNamed(gates, "approve")).toBe("approve");
  });

  it.each([
    ["kobar-2017", "kepala", "head"],
    ["jabar-2019", "kepala", "head"],
    ["jabar-2019", "pelaksana", "officer"],
    ["klaten-2020", "Petugas", "officer"],
    ["jabar-2019", "penge", "officer"],
    ["jabar-2019", "peng", undefined],
    ["kobar-2017", "off", undefined],
  ])("of a role too, by any word people use: %s, %s", (profile, typed, role) => {
    expect(roleNamed(profileOf(profile), "id", typed)).toBe(role);
  });

  it("works in a command without quotation marks", async () => {
    const bench = createChatBench("kobar");
    await bench.type(office(bench), "/sop 12/2026 tertanggal=1/3/2026 tersedia=persetujuan instansi=dishub");
    const { directory } = await bench.store.sceneOfGovernment("kobar");
    expect(directory.sops).toMatchObject([{ gates: { available: "approve" } }]);
    const step = await bench.type(
      office(bench),
      '/anggota "Sari Baru" peran=kepala instansi=dishub jabatan=Kepala nomor=1',
    );
    expect(step.history).toMatchObject([{ kind: "invited", content: { role: "head" } }]);
    const refused = await bench.type(office(bench), '/anggota "Sari Baru" peran=raja instansi=dishub');
    expectRefused(refused, "badChoice", office(bench));
    expect((await composed(bench, refused)).text).toContain(
      "Kepala instansi; Pejabat; Petugas; Diskominfo; Admin; Pengawas",
    );
  });
});

describe("/help of a command", () => {
  it("lists the values of its choices, as this regulation has them", async () => {
    const kobar = createChatBench("kobar");
    expect(await said(kobar, "/bantuan sop")).toContain(
      "Pilihannya: tanpa; dilaporkan ke pejabat; persetujuan pejabat.",
    );
    expect(await said(kobar, "/bantuan anggota")).toContain("Pejabat; Petugas; Diskominfo; Admin; Pengawas.");
    expect(await said(kobar, "/bantuan catat")).not.toContain("Keluhan");
    const klaten = createChatBench("klaten");
    expect(await said(klaten, "/bantuan catat")).toContain("Keluhan");
    expect(await said(createChatBench("jabar"), "/bantuan anggota")).toContain("Desain grafis; Tim kreatif.");
  });
});
