import { describe, expect, it } from "vitest";
import { type CheckCode, checkContent } from "../../src/app/content/checks.js";
import type { ProposalContent } from "../../src/domain/proposal/model.js";
import type { Account } from "../../src/domain/registry/model.js";
import { profiles } from "../../src/regulations/profiles.js";

const profileOf = (key: string) => {
  const found = profiles.find((each) => each.key === key);
  if (!found) throw new Error(`no profile ${key}`);
  return found;
};

const account = (medium: string): Account => ({
  id: medium,
  agencyId: "agency",
  medium,
  handle: `contoh.${medium}`,
  url: "https://example.id/contoh",
  since: new Date("2021-01-04T00:00:00Z"),
});

/** A proposal no check of any profile finds anything in. */
const faultless: ProposalContent = {
  theme: "Layanan adminduk",
  body: "Layanan adminduk buka pukul 08.00 sampai 15.00 WIB.",
  hashtags: ["LayananPublik"],
  accountIds: ["x"],
  attachments: [],
  category: "activities",
  source: "Jadwal layanan Disdukcapil",
  reasons: {},
  ethicsRead: true,
};

const resultOf = (
  key: string,
  check: CheckCode,
  change: Partial<ProposalContent>,
  media: readonly string[] = ["x"],
) => {
  const checked = { content: { ...faultless, ...change }, profile: profileOf(key), accounts: media.map(account) };
  const found = checkContent(checked).find((each) => each.check.code === check);
  if (!found) throw new Error(`${key} does not check ${check}`);
  return found;
};

const NIK = "3310105512900001";

interface Example {
  readonly refused: Partial<ProposalContent>;
  readonly accepted: Partial<ProposalContent>;
  readonly citation: string;
  readonly blocks: boolean;
}

/** For each check of each profile something it finds fault with, and something close to it that it does not. */
const examples: Readonly<Record<string, Partial<Record<CheckCode, Example>>>> = {
  "kobar-2017": {
    hashtag: {
      refused: { hashtags: [], theme: "#LayananAdminduk" },
      accepted: { hashtags: [], body: "Kantor buka besok. #LayananAdminduk" },
      citation: "Pasal 9 huruf e",
      blocks: true,
    },
    length: {
      refused: { body: "kata ".repeat(30).trim() },
      accepted: { body: "kata ".repeat(20).trim() },
      citation: "Lamp. A angka 2",
      blocks: false,
    },
    "personal-data": {
      refused: { body: `Berkas ${NIK} sudah jadi.` },
      accepted: {
        body: `Berkas ${NIK} sudah jadi.`,
        reasons: { "personal-data": "Contoh rekaan." },
        reasonsFor: { "personal-data": ["nik 71627e33d391d304"] },
      },
      citation: "Pasal 14 huruf d",
      blocks: true,
    },
    ethics: { refused: { ethicsRead: false }, accepted: { ethicsRead: true }, citation: "Pasal 13", blocks: false },
  },
  "klaten-2020": {
    category: {
      refused: { category: "lowongan" },
      accepted: { category: "lowongan", lawfulBasis: "counter-hoax" },
      citation: "Pasal 12",
      blocks: true,
    },
    length: {
      refused: { body: "kata ".repeat(60).trim() },
      accepted: { body: "kata ".repeat(30).trim() },
      citation: "Pasal 18 huruf b",
      blocks: false,
    },
    "personal-data": {
      refused: { body: "Hubungi 0812-3456-7890." },
      accepted: { body: "Hubungi (0272) 321046." },
      citation: "Pasal 15 huruf g",
      blocks: true,
    },
    ethics: { refused: { ethicsRead: false }, accepted: { ethicsRead: true }, citation: "Pasal 15", blocks: false },
  },
  "jabar-2019": {
    source: {
      refused: { source: undefined as never },
      accepted: { source: "BPS Jawa Barat" },
      citation: "Pasal 9 huruf f",
      blocks: true,
    },
    length: {
      refused: { body: "kata ".repeat(30).trim() },
      accepted: { body: "kata ".repeat(20).trim() },
      citation: "Lamp. B angka 3",
      blocks: false,
    },
    "personal-data": {
      refused: { body: "Mobil D 1234 ABC silakan dipindahkan." },
      accepted: { body: "Pasal 12 ayat 3." },
      citation: "Pasal 10 huruf d",
      blocks: true,
    },
    ethics: { refused: { ethicsRead: false }, accepted: { ethicsRead: true }, citation: "Pasal 9", blocks: false },
  },
};

const cases = Object.entries(examples).flatMap(([key, checks]) =>
  Object.entries(checks).map(([check, example]) => ({ key, check: check as CheckCode, example })),
);

describe("the checks of content", () => {
  it("have an example each, in every profile", () => {
    for (const profile of profiles)
      expect(Object.keys(examples[profile.key] ?? {}).sort()).toEqual(profile.checks.map(({ code }) => code).sort());
  });

  it.each(cases)("$key, $check: finds fault with one and not with the other", ({ key, check, example }) => {
    const refused = resultOf(key, check, example.refused);
    expect(refused.findings.length).toBeGreaterThan(0);
    expect(refused.blocks).toBe(example.blocks);
    expect(refused.check.citation).toBe(example.citation);
    expect(refused.check.fix.id).not.toBe("");
    expect(resultOf(key, check, example.accepted).blocks).toBe(false);
  });

  it.each(profiles.map(({ key }) => key))("%s: finds nothing in a proposal without fault", (key) => {
    const found = checkContent({ content: faultless, profile: profileOf(key), accounts: [account("x")] });
    expect(found.filter(({ findings }) => findings.length > 0)).toEqual([]);
  });

  it("tells the regulation's limit and today's, for each account", () => {
    const { findings } = resultOf("kobar-2017", "length", { body: "a".repeat(300) }, ["x", "instagram", "blog"]);
    expect(findings).toEqual([
      { medium: "X (Twitter)", account: "contoh.x", length: 316, max: 280, parts: 2, lawful: 140, chars: 316 },
    ]);
  });

  it("takes a reason for one datum for no other that looks alike once hidden", () => {
    const reason = {
      reasons: { "personal-data": "Contoh." },
      reasonsFor: { "personal-data": ["nik 71627e33d391d304"] },
    };
    const found = (body: string) => resultOf("klaten-2020", "personal-data", { body, ...reason });
    expect(found(`Berkas ${NIK}.`).blocks).toBe(false);
    expect(found("Berkas 3310106612900001.").blocks).toBe(true);
  });

  it("names no article where only a medium's own figure is passed", () => {
    const [finding] = resultOf("klaten-2020", "length", { body: "kata ".repeat(500) }, ["instagram"]).findings;
    expect(finding).toMatchObject({ own: "yes", max: 2_200, parts: 0 });
    const [lawful] = resultOf("kobar-2017", "length", { body: "a".repeat(150) }).findings;
    expect(lawful).toMatchObject({ lawful: 140, chars: 166 });
    expect(lawful?.own).toBeUndefined();
  });

  it("counts characters as people see them against the regulation's figure, and as the medium does against its own", () => {
    const family = "👨‍👩‍👧‍👦".repeat(100);
    expect(resultOf("kobar-2017", "length", { body: family, hashtags: [] }).findings).toEqual([]);
    const link = `https://contoh.example/${"a".repeat(130)}`;
    expect(resultOf("kobar-2017", "length", { body: link, hashtags: [] }).findings).toMatchObject([
      { lawful: 140, chars: 153, length: 23, max: 280 },
    ]);
  });

  it("hides what it found", () => {
    const { findings } = resultOf("klaten-2020", "personal-data", { body: `KK ${NIK}, warga@example.id` });
    expect(findings.map(({ key: _, ...values }) => values)).toEqual([
      { kind: "kk", shown: "331…01" },
      { kind: "email", shown: "war…id" },
    ]);
  });

  it.each(["Lihat https://contoh.go.id/#jadwal", "Antrean #12"])("takes no other # for a hashtag: %s", (body) => {
    expect(resultOf("kobar-2017", "hashtag", { hashtags: [], body }).blocks).toBe(true);
  });

  it("looks at alternative texts too", () => {
    const picture = {
      key: "0".repeat(64),
      name: "ktp.png",
      mediaType: "image/png",
      sizeBytes: 1,
      altText: `KTP ${NIK}`,
    };
    expect(resultOf("jabar-2019", "personal-data", { attachments: [picture] }).blocks).toBe(true);
  });
});
