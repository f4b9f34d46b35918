import { describe, expect, it } from "vitest";
import { jabar2019 } from "../../src/regulations/jabar-2019.js";
import { klaten2020 } from "../../src/regulations/klaten-2020.js";
import { kobar2017 } from "../../src/regulations/kobar-2017.js";
import { profileOf, profiles } from "../../src/regulations/profiles.js";
import { articlesAt, type Profile, profileSchema } from "../../src/regulations/schema.js";

const codesOf = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
const messagesOf = (value: unknown) => profileSchema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe("profiles", () => {
  it.each(profiles)("$key passes the schema unchanged", (profile) => {
    expect(profileSchema.parse(profile)).toEqual(profile);
  });

  it("have keys of their own and are found by them", () => {
    expect(profiles.map(({ key }) => key)).toEqual(["kobar-2017", "klaten-2020", "jabar-2019"]);
    for (const profile of profiles) expect(profileOf(profile.key)).toBe(profile);
    expect(() => profileOf("kobar-2018")).toThrow(/unknown regulation profile "kobar-2018".*klaten-2020/);
  });

  it("carry number, promulgation and the article that brings it into force", () => {
    const facts = profiles.map(({ number, year, inForceSince, inForce }) => [
      number,
      year,
      inForceSince,
      inForce.citation,
    ]);
    expect(facts).toEqual([
      [20, 2017, "2017-10-23", "Pasal 19"],
      [4, 2020, "2020-01-06", "Pasal 22"],
      [29, 2019, "2019-06-25", "Pasal 15"],
    ]);
  });
});

describe("people", () => {
  it("appoints by the instrument of each text", () => {
    const kinds = (profile: Profile) =>
      profile.appointments.map((entry) => [entry.role, entry.instrument.id, entry.citation, entry.level, entry.scope]);
    expect(kinds(kobar2017)).toEqual([
      ["officer", "Keputusan Kepala Instansi", "Pasal 10 ayat (1)", "regulation", undefined],
      ["official", "Keputusan Kepala Instansi", "Pasal 10 ayat (1)", "regulation", undefined],
    ]);
    expect(kinds(klaten2020)).toEqual([
      ["officer", "Keputusan Kepala Perangkat Daerah", "Pasal 11", "regulation", undefined],
      ["official", "Keputusan Kepala Perangkat Daerah", "Pasal 11", "regulation", undefined],
    ]);
    expect(kinds(jabar2019)).toEqual([
      ["officer", "Surat Perintah", "Pasal 6 ayat (2)", "regulation", "agency"],
      ["official", "Surat Perintah", "Pasal 6 ayat (2)", "regulation", "agency"],
      ["officer", "Penunjukan Ketua/Pimpinan LNS", "Pasal 6 ayat (3)", "regulation", "non-structural"],
      ["official", "Penunjukan Ketua/Pimpinan LNS", "Pasal 6 ayat (3)", "interpretation", "non-structural"],
    ]);
  });

  it("asks for civil servants and functions only where the text does", () => {
    const asked = profiles.map((profile) =>
      profile.civilServantsOnly.map(({ role, citation }) => `${role}: ${citation}`),
    );
    expect(asked).toEqual([
      ["officer: Pasal 1 angka 7", "official: Pasal 1 angka 6"],
      [],
      ["officer: Pasal 1 angka 6"],
    ]);
    expect(profiles.map((profile) => profile.staffing.length)).toEqual([0, 0, 3]);
    expect(jabar2019.staffing.every(({ citation }) => citation === "Pasal 6 ayat (4)")).toBe(true);
  });

  it("names the roles as the texts do", () => {
    expect(profiles.map(({ roles }) => roles.officer.name.id)).toEqual(["petugas", "petugas", "pengelola"]);
    expect(profiles.map(({ roles }) => roles.official.name.id)).toEqual(["pejabat", "pejabat", "pejabat"]);
    expect(profiles.map(({ roles }) => roles.communications.level)).toEqual([
      "regulation",
      "regulation",
      "internal-policy",
    ]);
  });
});

describe("service", () => {
  it("knows the inquiry kinds of each text", () => {
    expect(codesOf(kobar2017.inquiryKinds)).toEqual(["question", "comment", "criticism", "suggestion", "input"]);
    expect(codesOf(klaten2020.inquiryKinds)).toEqual(["question", "comment", "input", "complaint"]);
    expect(codesOf(jabar2019.inquiryKinds)).toEqual([
      "question",
      "comment",
      "criticism",
      "suggestion",
      "opinion",
      "input",
    ]);
  });

  it("gates answers as each chart says, and says which gates are our reading", () => {
    const gates = profiles.map(({ gates: { available, inHouse, forwarded } }) =>
      [available, inHouse, forwarded].map(({ kind, citation, level }) => `${kind}, ${citation}, ${level}`),
    );
    expect(gates).toEqual([
      [
        "none, Lamp. B angka 2, regulation",
        "none, Lamp. B angka 2, interpretation",
        "none, Lamp. B angka 5, regulation",
      ],
      ["none, Pasal 16, interpretation", "none, Pasal 16, interpretation", "none, Pasal 16, interpretation"],
      [
        "approve, Lamp. C angka 2, regulation",
        "approve, Lamp. C angka 2, interpretation",
        "report, Lamp. C angka 5, regulation",
      ],
    ]);
  });

  it("binds the related agency to 24 hours by law only where the law does", () => {
    const deadlines = profiles.map(({ deadline: { hours, citation, level, sop } }) => [
      hours,
      citation,
      level,
      sop.scope,
      sop.citation,
      sop.mayLengthen,
      sop.maxHours,
    ]);
    expect(deadlines).toEqual([
      [24, "Lamp. B angka 4", "regulation", "agency", "Pasal 12 ayat (1)", false, 24],
      [24, "Pasal 16", "internal-target", "government", "Pasal 16", true, undefined],
      [24, "Lamp. C angka 4", "regulation", "agency", "Pasal 8 ayat (1)", false, 24],
    ]);
  });

  it("claims no chart for Klaten", () => {
    expect(Object.values(klaten2020.flow).map(({ level }) => level)).not.toContain("regulation");
    for (const profile of [kobar2017, jabar2019]) {
      const annex = profile === kobar2017 ? "B" : "C";
      const expected = [1, 2, 3, 4, 5].map((number) => `Lamp. ${annex} angka ${number}`);
      expect(Object.values(profile.flow).map(({ citation }) => citation)).toEqual(expected);
      expect(Object.values(profile.flow).every(({ level }) => level === "regulation")).toBe(true);
    }
  });

  it("shows the article first on a tap on the deadline, then our readings of it", () => {
    const [first, ...others] = articlesAt(kobar2017, "Lamp. B angka 4");
    expect(first).toMatchObject({ citation: "Lamp. B angka 4", level: "regulation" });
    expect(first?.summary.id).toContain("24 jam");
    expect(others.map(({ level }) => level)).not.toContain("regulation");
    expect(others.length).toBeGreaterThan(2);
    expect(articlesAt(kobar2017, "Pasal 99")).toEqual([]);
  });

  it.each(profiles)("$key labels every gap the core fills", (profile) => {
    const codes = codesOf(profile.interpretations);
    const filled = ["clock-hours", "clock-start", "passing-on", "external-agencies", "in-house", "internal-timers"];
    expect(codes).toEqual(expect.arrayContaining([...filled, "weekly-digest", "acting", "no-self-approval"]));
  });
});

describe("content", () => {
  it("counts the media kinds of each text and their stated length", () => {
    expect(profiles.map(({ mediaKinds }) => mediaKinds.length)).toEqual([6, 7, 5]);
    const microblogs = profiles.map(({ mediaKinds }) => mediaKinds.find(({ code }) => code === "microblog")?.maxChars);
    expect(microblogs).toEqual([140, undefined, 140]);
  });

  it("derives a kind for the media people name", () => {
    for (const { media } of profiles) {
      expect(codesOf(media)).toEqual(expect.arrayContaining(["instagram", "facebook", "x", "youtube", "tiktok"]));
      expect(media.find(({ code }) => code === "tiktok")?.level).toBe("interpretation");
    }
  });

  it("closes the category list only in Klaten, with the articles that open it", () => {
    expect(profiles.map(({ contentCategories }) => contentCategories.closed)).toEqual([false, true, false]);
    expect(profiles.map(({ contentCategories }) => contentCategories.items.length)).toEqual([3, 4, 9]);
    expect(klaten2020.contentCategories.lawfulBases.map(({ citation }) => citation)).toEqual([
      "Pasal 3 huruf e",
      "Pasal 14 huruf b",
      "Pasal 14 huruf c",
      "Pasal 14 huruf d",
    ]);
    const urgent = profiles.flatMap(({ contentCategories }) =>
      contentCategories.items.filter((item) => item.alertsOfficials),
    );
    expect(urgent.map(({ citation }) => citation)).toEqual(["Pasal 7 huruf c"]);
  });

  it("requires approval of content by law only in Jawa Barat", () => {
    const gates = profiles.map(({ contentGate }) => [contentGate.kind, contentGate.level]);
    expect(gates).toEqual([
      ["approve", "internal-policy"],
      ["approve", "internal-policy"],
      ["approve", "regulation"],
    ]);
    const { reapproval, withdrawn, corrected, ...annex } = jabar2019.contentFlow;
    expect(Object.values(annex).every(({ level }) => level === "regulation")).toBe(true);
    expect([reapproval, withdrawn, corrected].map(({ level }) => level)).toEqual([
      "interpretation",
      "internal-policy",
      "internal-policy",
    ]);
    for (const { contentFlow } of [kobar2017, klaten2020]) {
      expect(Object.values(contentFlow).every(({ level }) => level === "internal-policy")).toBe(true);
    }
  });

  it("checks what each text asks for", () => {
    const checks = profiles.map((profile) =>
      profile.checks.map(({ code, severity, citation }) => [code, severity, citation]),
    );
    expect(checks.map((list) => list[0])).toEqual([
      ["hashtag", "block", "Pasal 9 huruf e"],
      ["category", "block", "Pasal 12"],
      ["source", "block", "Pasal 9 huruf f"],
    ]);
    for (const list of checks) {
      const severities = list.slice(1).map(([code, severity]) => `${code}: ${severity}`);
      expect(severities).toEqual(["length: warn", "personal-data: block-with-reason", "ethics: warn"]);
    }
  });
});

describe("yearly report", () => {
  const table: readonly (readonly [row: string, letters: readonly (string | undefined)[]])[] = [
    ["policy", ["a", "a", "a"]],
    ["audience", ["b", "c", undefined]],
    ["discussion", ["c", "b", "b"]],
    ["comments", ["d", "d", "c"]],
    ["sentiment", [undefined, undefined, "c"]],
    ["shares", ["e", "e", "d"]],
    ["forwarded", ["f", "f", undefined]],
    ["traffic", [undefined, undefined, "e"]],
    ["constraints", ["g", "f", "f"]],
    ["recommendations", ["h", "g", "g"]],
  ];
  const letterOf = (profile: Profile, row: string) =>
    profile.reportItems.find(({ code, parts = [] }) => code === row || codesOf(parts).includes(row))?.letter;

  it.each(table)("puts %s under the letter of each text", (row, letters) => {
    expect(profiles.map((profile) => letterOf(profile, row))).toEqual(letters);
  });

  it("holds every letter once, in order, under the right paragraph", () => {
    const items = profiles.map(({ reportItems }) => reportItems.map(({ citation }) => citation));
    const upTo = (article: string, letters: string) =>
      [...letters].map((letter) => `${article} ayat (3) huruf ${letter}`);
    expect(items).toEqual([upTo("Pasal 16", "abcdefgh"), upTo("Pasal 19", "abcdefg"), upTo("Pasal 12", "abcdefg")]);
  });

  it("prints Klaten's f as one item of two parts", () => {
    const both = klaten2020.reportItems.find(({ letter }) => letter === "f");
    expect(codesOf(both?.parts ?? [])).toEqual(["forwarded", "constraints"]);
  });

  it("goes the way each text says", () => {
    const ways = profiles.map((profile) => [
      profile.reportMaker.citation,
      `${profile.reportSigner.act}: ${profile.reportSigner.level}`,
      ...profile.reportRecipients.map(({ step, name, citation }) => `${step} ${name.id}: ${citation}`),
      profile.evaluator.citation,
      profile.evaluationFeeds.citation,
    ]);
    expect(ways).toEqual([
      [
        "Pasal 16 ayat (1)",
        "sign: interpretation",
        "via Dinas (Diskominfo): Pasal 16 ayat (2)",
        "to Bupati: Pasal 16 ayat (2)",
        "Pasal 17 ayat (1)",
        "Pasal 17 ayat (2)",
      ],
      [
        "Pasal 19 ayat (1)",
        "acknowledge: internal-policy",
        "via Kepala Dinas Komunikasi Informatika: Pasal 19 ayat (2)",
        "to Bupati: Pasal 19 ayat (2)",
        "Pasal 20 ayat (1)",
        "Pasal 20 ayat (2)",
      ],
      [
        "Pasal 12 ayat (1)",
        "sign: interpretation",
        "via Kepala Perangkat Daerah/Ketua LNS: Pasal 12 ayat (2)",
        "to Gubernur: Pasal 12 ayat (2)",
        "Pasal 13 ayat (1)",
        "Pasal 13 ayat (2)",
      ],
    ]);
  });

  it("lists ethics, duties and the slips in the texts", () => {
    expect(profiles.map(({ ethics }) => ethics.length)).toEqual([8, 7, 9]);
    expect(profiles.map(({ duties }) => duties.length)).toEqual([4, 5, 4]);
    expect(kobar2017.notes.map(({ citation }) => citation)).toContain("Lampiran");
    const slips = jabar2019.notes.map(({ citation }) => citation);
    expect(slips).toEqual(expect.arrayContaining(["Pasal 4 ayat (2)", "Pasal 6 ayat (2)"]));
  });
});

describe("a new regulation", () => {
  const invented: Profile = {
    ...kobar2017,
    key: "kota-contoh-2024",
    title: { id: "Peraturan Wali Kota Contoh Nomor 7 Tahun 2024", en: "Regulation 7/2024 of the Mayor of Contoh" },
    shortTitle: "Perwali Contoh 7/2024",
    number: 7,
    year: 2024,
    inForceSince: "2024-02-29",
    deadline: {
      ...kobar2017.deadline,
      hours: 48,
      sop: { ...kobar2017.deadline.sop, scope: "government", maxHours: 72 },
    },
    staffing: jabar2019.staffing.map((entry) => ({ ...entry, citation: "Pasal 10 ayat (1)" })),
    mediaKinds: [
      ...kobar2017.mediaKinds,
      ...kobar2017.mediaKinds.slice(5).map((kind) => ({ ...kind, code: "live-video" })),
    ],
    reportItems: kobar2017.reportItems.filter(({ letter }) => letter !== "c"),
  };

  it("is a new file and passes the same schema", () => {
    expect(messagesOf(invented)).toEqual([]);
  });

  const refused: readonly (readonly [what: string, value: unknown, message: string | RegExp])[] = [
    [
      "a citation outside the grammar",
      { ...invented, inForce: { ...invented.inForce, citation: "Psl. 19" } },
      /Invalid/,
    ],
    [
      "a cited place nobody summarised",
      { ...invented, contentGate: { ...invented.contentGate, citation: "Pasal 99" } },
      "cited without a summary of what the regulation says there: Pasal 99",
    ],
    ["a rule of ours that claims to be law", withLevel("regulation"), /Invalid/],
    ["a level nobody knows", withLevel("custom"), /Invalid/],
    [
      "a code used twice",
      { ...invented, checks: [...invented.checks, ...invented.checks] },
      "two entries of one list share a code",
    ],
    ["a medium of an unknown kind", { ...invented, mediaKinds: [] }, "unknown media kind: media-sharing"],
    [
      "a summary too long for a card",
      { ...invented, inForce: { ...invented.inForce, summary: { id: "x".repeat(201), en: "x" } } },
      /Too big/,
    ],
    ["a key without its year", { ...invented, key: "kota-contoh-2023" }, "the key does not end in the year"],
    ["a missing part", { ...invented, gates: undefined }, /Invalid/],
    ["an unknown part", { ...invented, extra: true }, /Unrecognized/],
    [
      "an SOP that may lengthen and has a maximum",
      { ...invented, deadline: { ...invented.deadline, sop: { ...invented.deadline.sop, mayLengthen: true } } },
      "maxHours contradicts mayLengthen",
    ],
    [
      "more hours than the maximum",
      { ...invented, deadline: { ...invented.deadline, hours: 96 } },
      "hours exceed maxHours",
    ],
    [
      "other bases for an open list",
      {
        ...invented,
        contentCategories: {
          ...invented.contentCategories,
          lawfulBases: invented.contentCategories.items.map(({ code, name, citation, level, summary }) => ({
            code,
            name,
            citation,
            level,
            summary,
          })),
        },
      },
      "an open list needs no other lawful basis",
    ],
  ];

  function withLevel(level: string): unknown {
    return { ...invented, interpretations: invented.interpretations.map((entry) => ({ ...entry, level })) };
  }

  it.each(refused)("is refused with %s", (_, value, message) => {
    expect(messagesOf(value)).toContainEqual(message instanceof RegExp ? expect.stringMatching(message) : message);
  });
});
