import { describe, expect, it } from "vitest";
import { accessActions } from "../../src/app/access.js";
import { roles } from "../../src/app/access-bounds.js";
import { rightNamed, roleNamed } from "../../src/app/settings/right-named.js";
import { catalogueOf } from "../../src/i18n/catalogue.js";
import { profiles } from "../../src/regulations/profiles.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { expectRefused } from "../support/step-notices.js";

const office = (bench: ChatBench): Seat => bench.seat("diskominfo", "official");
const accessOf = async (bench: ChatBench) =>
  (await bench.store.sceneOfGovernment(bench.governmentId)).directory.government.settings.access;

describe("/access", () => {
  it("shows everybody who may do what, and what the government set otherwise", async () => {
    const bench = createChatBench("jabar");
    await bench.type(office(bench), '/access "mencatat pertanyaan" role=pejabat scope="instansinya sendiri"');
    for (const line of ["/akses", "/settings akses", "/pengaturan access"]) {
      const { text, buttons } = await composed(bench, await bench.type(bench.seat("dukcapil"), line));
      expect(text).toContain("mencatat pertanyaan warga · diubah\ninstansinya sendiri: pengelola, pejabat\n");
      expect(text).toContain("meneruskan pertanyaan\ninstansinya sendiri: pengelola\nsemua instansi: Diskominfo\n");
      expect(buttons).toContain("menjawab");
    }
  });

  it("shows one right with what each role could have, and why not more", async () => {
    const bench = createChatBench("jabar");
    const { text, buttons } = await composed(bench, await bench.type(office(bench), "/akses memutuskan"));
    expect(text).toContain("Siapa yang dapat memutuskan naskah");
    expect(text).toContain(
      "pengelola: tidak\nTetap. Peran pengelola diangkat untuk satu instansi (Peraturan, Pasal 6 ayat (2)). Yang memutuskan naskah adalah pejabat (Peraturan, Lamp. C angka 2).",
    );
    expect(text).toContain(
      'Diskominfo: semua instansi\nPilihan: "tidak" atau "instansinya sendiri" atau "semua instansi".',
    );
    expect(buttons).toEqual(["Ubah"]);
    expect((await composed(bench, await bench.type(bench.seat("dlh"), "/akses memutuskan"))).buttons).toEqual([]);
  });

  it("sets one cell, keeps before and after, and can be put back", async () => {
    const bench = createChatBench("kobar");
    const step = await bench.type(office(bench), "/akses menutup pertanyaan peran=kepala lingkup=own");
    expect(await accessOf(bench)).toEqual({ "case.close": { head: "own" } });
    expect(step.history).toMatchObject([
      {
        ...{ kind: "accessChanged", subjectId: "kobar", actor: "kobar-diskominfo-official" },
        content: { right: "case.close", role: "head", before: "none", after: "own" },
      },
    ]);
    const { text, actions } = await composed(bench, step);
    expect(text).toBe("Hak kepala instansi untuk menutup pertanyaan sekarang: instansinya sendiri. Sebelumnya: tidak.");
    const [back] = actions;
    if (!back) throw new Error("no way back");
    await bench.press(office(bench), back);
    expect(await accessOf(bench)).toEqual({});
  });

  it("refuses what goes beyond the bounds, with the article or reason and what can be chosen", async () => {
    const bench = createChatBench("jabar");
    const said = async (line: string) => {
      const step = await bench.type(office(bench), line);
      expectRefused(step, "accessBound", office(bench));
      return (await composed(bench, step)).text;
    };
    expect(await said("/akses menjawab peran=pengelola lingkup=tidak")).toBe(
      'Hak pengelola untuk menjawab tidak dapat diatur menjadi "tidak". Ini memang tugas pengelola (Lamp. C angka 4, peraturan). Yang dapat dipilih: instansinya sendiri.',
    );
    expect(await said("/akses mengubah pengaturan peran=admin lingkup=tidak")).toContain(
      "Harus selalu ada yang dapat mengubahnya kembali. Yang dapat dipilih: semua instansi.",
    );
    expect(await said("/akses menutup peran=pengawas lingkup=any")).toContain("Tugas pengawas hanya membaca.");
    expect(await accessOf(bench)).toEqual({});
  });

  it("asks step by step where there are no forms, and takes a form", async () => {
    const bench = createChatBench("kobar");
    const opener = { command: "access", values: { register: "yes", right: "case.close" } };
    let step = await bench.press(office(bench), opener);
    for (const [input, answer] of [
      ["role", "kepala instansi"],
      ["scope", "entah"],
      ["scope", "instansinya sendiri"],
    ] as const) {
      const row = step.rows.find(({ content }) => content.kind === "question");
      expect(row?.content).toMatchObject({ command: "access", input });
      if (!row) throw new Error("nothing was asked");
      await bench.relay();
      step = await bench.write(office(bench), answer, bench.messageOf(row));
    }
    expect(await accessOf(bench)).toEqual({ "case.close": { head: "own" } });
    await bench.submit(office(bench), "access", { role: "kepala instansi", scope: "no" }, opener);
    expect(await accessOf(bench)).toEqual({});
  });

  it("offers what the bounds leave, and says why where they leave nothing to choose", async () => {
    const bench = createChatBench("kobar");
    const asked = await bench.type(office(bench), "/akses menjawab peran=admin");
    expect((await composed(bench, asked)).buttons).toEqual(["Tidak", "instansinya sendiri"]);
    const row = asked.rows[0];
    if (!row) throw new Error("nothing was asked");
    await bench.relay();
    const wrong = await composed(bench, await bench.write(office(bench), "semaunya", bench.messageOf(row)));
    expect(wrong.text).toContain("Pilihannya: Tidak; instansinya sendiri.");
    expect(wrong.buttons).toEqual(["Tidak", "instansinya sendiri"]);
    expectRefused(await bench.type(office(bench), "/akses memutuskan peran=petugas"), "accessBound", office(bench));
    expect(await accessOf(bench)).toEqual({});
  });

  it("is for Diskominfo and admins, before anything is asked", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    for (const values of [{ register: "yes" }, { register: "yes", right: "case.close" }])
      expectRefused(await bench.press(officer, { command: "access", values }), "onlyRole", officer);
  });
});

describe("names", () => {
  it("each right has words of its own, in both languages, by which it is found", () => {
    for (const locale of ["id", "en"] as const) {
      const { rights } = catalogueOf(locale).settings.access;
      for (const action of accessActions) {
        expect(rights[action], action).toBeDefined();
        expect(rightNamed(rights[action] ?? "")).toBe(action);
        expect(rightNamed(action)).toBe(action);
      }
    }
    expect(rightNamed("menyetujui")).toBe("answer.decide");
    expect(rightNamed("Approve")).toBe("answer.decide");
    expect(rightNamed("mengundang")).toBe("registry.keep");
    expect(rightNamed("")).toBeUndefined();
    expect(rightNamed("pertanyaan")).toBeUndefined();
  });

  it("each role is found as its regulation calls it", () => {
    for (const profile of profiles) {
      for (const role of roles) expect(roleNamed(profile, role)).toBe(role);
      for (const [role, { name }] of Object.entries(profile.roles))
        for (const called of [name.id, name.en]) expect(roleNamed(profile, called), called).toBe(role);
      expect(roleNamed(profile, "Diskominfo")).toBe("communications");
      expect(roleNamed(profile, "pengawas")).toBe("auditor");
      expect(roleNamed(profile, "")).toBeUndefined();
    }
  });
});
