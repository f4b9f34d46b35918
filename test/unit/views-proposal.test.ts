import { describe, expect, it } from "vitest";
import { statusTone } from "../../adapters/simulator/page/src/status-tone.js";
import { returnProposal, select } from "../../src/domain/proposal/deciding.js";
import { collect, submit } from "../../src/domain/proposal/drafting.js";
import type { Proposal, ProposalContent } from "../../src/domain/proposal/model.js";
import type { ProposalOutcome } from "../../src/domain/proposal/outcome.js";
import { correct, publishOn, withdraw } from "../../src/domain/proposal/publishing.js";
import { isRefusal } from "../../src/domain/refusal.js";
import { hostileTexts } from "../support/hostile-texts.js";
import { atMinute, chat, composeIn, directory, holder, logged, type Shown, show } from "../support/view-fixture.js";

const account = (medium: string) => ({
  id: `acc-${medium}`,
  agencyId: "a-dishub",
  medium,
  handle: "dishub.contoh",
  url: `https://${medium}.com/dishub.contoh`,
  since: atMinute(-60),
});

const jabar = { ...directory({ profile: "jabar-2019" }), accounts: [account("instagram"), account("x")] };

const content: ProposalContent = {
  theme: "Jadwal bus",
  body: "Bus pertama berangkat pukul 05.30.",
  hashtags: ["BusKota"],
  accountIds: ["acc-instagram", "acc-x"],
  attachments: [],
  category: "activities",
  source: "Jadwal Dishub",
  wantedOn: "2026-03-05",
  reasons: {},
  ethicsRead: true,
};

const stored = (outcome: ProposalOutcome): Proposal => {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refusal}`);
  return { ...outcome.next, code: "JABAR-26-0042", version: outcome.next.version + 1 };
};

const draft = (change: Partial<ProposalContent> = {}): Proposal =>
  stored(
    collect({
      id: "p-1",
      agencyId: "a-dishub",
      content: { ...content, ...change },
      caseIds: ["i-1"],
      by: holder("a-dishub", "officer"),
      at: atMinute(1),
    }),
  );

const submitted = (proposal: Proposal, body = content.body): Proposal => {
  const number = proposal.versions.length + 1;
  return stored(
    submit(proposal, {
      versionId: `v-${number}`,
      hash: `h-${number}`,
      content: { ...content, body },
      by: holder("a-dishub", "officer"),
      at: atMinute(2 + number),
      gate: { kind: "approve", level: "regulation", citation: "Lamp. D angka 2" },
      keepsApproval: false,
    }),
  );
};

const decider = {
  decisionId: "d-1",
  by: holder("a-dishub", "official"),
  appointmentId: "ap",
  position: "Kepala Bidang Angkutan",
  needed: 1,
  at: atMinute(9),
};

const selected = stored(select(submitted(draft()), decider));
const returned = stored(returnProposal(submitted(draft()), { ...decider, reason: "Sebutkan harinya" }));
const posted = stored(
  publishOn(selected, {
    publicationId: "b-1",
    accountId: "acc-x",
    url: "https://x.com/dishub.contoh/1",
    by: holder("a-dishub", "officer"),
    at: atMinute(11),
  }),
);
const onBoth = stored(
  publishOn(posted, {
    publicationId: "b-2",
    accountId: "acc-instagram",
    url: "https://www.instagram.com/p/1",
    by: holder("a-dishub", "officer"),
    at: atMinute(12),
  }),
);
const withdrawn = stored(
  withdraw(posted, { reason: "Jadwal berubah", by: holder("a-dishub", "officer"), at: atMinute(12) }),
);

const card = (proposal: Proposal): Promise<Shown> =>
  show(
    { proposals: [proposal], cases: [logged()], directory: jabar, now: atMinute(20) },
    { kind: "proposal-card", proposalId: "p-1" },
    chat("a-dishub"),
  );

const approval = (proposal: Proposal, versionId = "v-1"): Promise<Shown> =>
  show(
    { proposals: [proposal], directory: jabar, now: atMinute(20) },
    { kind: "proposal-approval", proposalId: "p-1", versionId },
    chat("a-dishub", "approval"),
  );

describe("a proposal's card", () => {
  it.each([
    ["collected", draft(), "Konsep", ["Ajukan ke pejabat", "Ubah isian", "Tarik"]],
    ["submitted", submitted(draft()), "Menunggu persetujuan pejabat", ["Ubah isian", "Tarik"]],
    ["returned", returned, "Dikembalikan pejabat", ["Ubah isian", "Tarik"]],
    ["ready", selected, "Siap ditayangkan", ["Sudah tayang, isi tautan", "Naskah per akun", "Sunting", "Tarik"]],
    [
      "posted on one",
      posted,
      "Siap ditayangkan",
      ["Sudah tayang, isi tautan", "Naskah per akun", "Sunting", "Cukup, sisanya tidak ditayangkan", "Tarik"],
    ],
    ["withdrawn", withdrawn, "Ditarik", []],
  ] as const)("%s", async (_name, proposal, status, labels) => {
    const shown = await card(proposal);
    expect(shown.composed.message.summary).toBe(`Usulan JABAR-26-0042 · ${status}`);
    expect(shown.labels.slice(0, -1)).toEqual(labels);
    expect(shown.labels.at(-1)).toMatch(/^Dasar: /);
    expect(shown.composed.shownVersion).toBe(proposal.version);
  });

  it.each([
    ["withdrawn", withdrawn],
    ["corrected", { ...posted, status: "corrected" }],
    ["being corrected", stored(correct({ ...posted, status: "published" }, { ...decider, reason: "Salah hari" }))],
  ] as const)("%s rests on a rule of ours, and says so", async (_name, proposal) => {
    expect((await card(proposal)).text).toContain("Sifat dasar: Kebijakan internal");
  });

  it("shows what was filled in, where it was posted and where not yet, and which question it responds to", async () => {
    const { text } = await card(posted);
    expect(text).toContain("Tema: Jadwal bus");
    expect(text).toContain("Untuk akun: @dishub.contoh · Instagram, @dishub.contoh · X (Twitter)");
    expect(text).toContain("Rencana tayang: Kam, 5 Mar 2026");
    expect(text).toContain("Menanggapi: KOBAR-26-0042");
    expect(text).toContain("https://x.com/dishub.contoh/1");
    expect(text).toContain("Belum tayang di: @dishub.contoh · Instagram");
    expect(text).not.toContain("Sasaran");
  });

  it("says what the checks find, how to mend it, its article and how binding that is", async () => {
    const { text } = await card(draft({ source: undefined as never, body: "a".repeat(150) }));
    expect(text).toContain("⛔ Harus diperbaiki: Mohon sebutkan sumber informasinya.\n");
    expect(text).toContain("Dasar: Pasal 9 huruf f · Peraturan");
    expect(text).toContain(
      "⚠️ Mohon diperhatikan: X (Twitter) @dishub.contoh: 160 karakter, batas menurut peraturan 140. Hitungan medianya sekarang 160 dari 280.",
    );
    expect(text).toContain("Mohon dibaca sebelum mengajukan:");
  });

  it.each([
    ["jabar-2019", false],
    ["kobar-2017", false],
    ["klaten-2020", true],
  ])("without a category says so only where the list of %s is closed", async (profile, isClosed) => {
    const proposal = draft({ category: undefined as never });
    const { text } = await show(
      { proposals: [proposal], directory: { ...directory({ profile }), accounts: jabar.accounts } },
      { kind: "proposal-card", proposalId: "p-1" },
    );
    expect(text.includes("Kategorinya belum dipilih dari daftar peraturan.")).toBe(isClosed);
    expect(/kategori/i.test(text)).toBe(isClosed);
  });

  it("a reason ends in one full stop", async () => {
    const { text } = await card(
      draft({
        body: "Hubungi 081234567890.",
        reasons: { "personal-data": "Nomor layanan." },
        reasonsFor: { "personal-data": ["phone 4f3ac1bcda9069e5"] },
      }),
    );
    expect(text).toContain("Diajukan dengan alasan: Nomor layanan. Tampak seperti nomor telepon");
  });

  it("is about the case on that case's card", async () => {
    const { text } = await show(
      { proposals: [posted], cases: [logged()], directory: jabar, now: atMinute(20) },
      { kind: "case-card", inquiryId: "i-1", agencyId: "a-dishub" },
    );
    expect(text).toContain(
      "Konten: JABAR-26-0042, Siap ditayangkan · @dishub.contoh · X (Twitter): https://x.com/dishub.contoh/1",
    );
  });
});

describe("a correction on the card", () => {
  const editing = stored(correct(onBoth, { ...decider, reason: "Salah hari" }));
  const waiting = submitted(editing, "Bus pertama berangkat pukul 06.30.");
  const back = stored(returnProposal(waiting, { ...decider, decisionId: "d-2", reason: "Sebutkan harinya" }));
  const ready = stored(select(waiting, { ...decider, decisionId: "d-2" }));
  const begun = stored(
    publishOn(ready, {
      publicationId: "b-3",
      accountId: "acc-x",
      url: "https://x.com/dishub.contoh/2",
      by: holder("a-dishub", "officer"),
      at: atMinute(15),
    }),
  );

  it.each([
    ["being written", editing, "Sudah tayang, ralat sedang disusun", "waiting"],
    ["before the officials", waiting, "Sudah tayang, ralat menunggu persetujuan pejabat", "waiting"],
    ["returned", back, "Sudah tayang, ralat dikembalikan pejabat", "alert"],
    ["approved", ready, "Sudah tayang, ralat siap ditayangkan", "ready"],
    ["posted on one account", begun, "Sudah tayang, ralat siap ditayangkan", "ready"],
    ["posted before it", onBoth, "Sudah tayang", "done"],
  ] as const)("%s: says both, in one line", async (_name, proposal, status, tone) => {
    const { message } = (await card(proposal)).composed;
    expect(message.summary).toBe(`Usulan JABAR-26-0042 · ${status}`);
    expect(statusTone(status)).toBe(tone);
    const asked = await show(
      { proposals: [proposal], cases: [logged()], directory: jabar, now: atMinute(20) },
      { kind: "case-card", inquiryId: "i-1", agencyId: "a-dishub" },
    );
    expect(asked.text).toContain(`Konten: JABAR-26-0042, ${status} · `);
  });

  it("says which postings are of which text, and where the correction is not yet", async () => {
    const { text } = await card(begun);
    expect(text).toMatch(/\nTayang: @dishub.contoh · X \(Twitter\), .*: https:\/\/x.com\/dishub.contoh\/1\n/);
    expect(text).toMatch(/\nTayang setelah diralat: @dishub.contoh · X \(Twitter\), .*\/2\n/);
    expect(text).toContain("Ralat belum tayang di: @dishub.contoh · Instagram\n");
    expect(text).not.toContain("\nBelum tayang di");
  });
});

describe("a version before the officials", () => {
  /** Everything but the status at the top, the basis and the buttons. */
  const lasting = ({ blocks }: Shown) => {
    const from = blocks.findIndex(({ kind }) => kind === "fields");
    return [blocks[0], ...blocks.slice(from).filter(({ kind }) => kind !== "note" && kind !== "buttons")];
  };

  it("asks those who may decide, and says what the reactions mean", async () => {
    const shown = await approval(submitted(draft()));
    expect(shown.composed.message.summary).toBe(
      "Mohon keputusan atas usulan JABAR-26-0042 v1. 👍 setuju, 👎 kembalikan.",
    );
    expect(JSON.stringify(shown.blocks[1])).toContain("u-a-dishub-official");
    expect(shown.labels).toEqual(["Setujui", "Kembalikan", "Dasar: Lamp. D angka 2"]);
  });

  it("never changes but for its status, basis and buttons", async () => {
    const waiting = await approval(submitted(draft()));
    for (const later of [selected, returned, posted, withdrawn, submitted(returned, "Bus berangkat Senin.")])
      expect(lasting(await approval(later))).toEqual(lasting(waiting));
  });

  it("an old one says where the new one is, which shows the difference word by word", async () => {
    const twice = submitted(returned, "Bus pertama berangkat Senin pukul 05.30.");
    expect((await approval(twice)).text).toContain(
      "Naskah sudah berubah. Lihat usulan JABAR-26-0042 v2 pada kartu terbaru.",
    );
    expect((await approval(twice)).labels).toEqual([]);
    expect((await approval(twice, "v-2")).text).toContain(
      "Perubahan dari v1\nBus pertama berangkat {+Senin +}pukul 05.30.\n\n#BusKota\nCara membaca: [-dihapus-] {+ditambah+}",
    );
  });

  it("lists what changed besides the text, since the last version the officials saw", async () => {
    const twice = submitted(returned);
    const [first, second] = twice.versions;
    if (!first || !second) throw new Error("no versions");
    const { wantedOn: _, ...rest } = second.content;
    const changed = { ...rest, theme: "Bus malam", category: "policy", source: "Edaran", accountIds: ["acc-x"] };
    const seen = { ...twice, versions: [first, { ...second, content: { ...changed, reasons: { a: "Perlu" } } }] };
    const lines = [
      "Tema: Jadwal bus → Bus malam",
      "Sumber: Jadwal Dishub → Edaran",
      "Untuk akun: @dishub.contoh · Instagram, @dishub.contoh · X (Twitter) → @dishub.contoh · X (Twitter)",
      "Kam, 5 Mar 2026 → kosong",
      "Alasan tetap diajukan: kosong → Perlu",
    ];
    const { text } = await approval(seen, "v-2");
    expect(text).toContain("Perubahan dari v1\nTeksnya tidak berubah.\n");
    for (const line of lines) expect(text).toContain(line);
    expect(text).not.toContain("Sasaran");
    const inherited = {
      ...seen,
      versions: [first, { ...second, inherits: "v-1" }, { ...seen.versions[1], id: "v-3", version: 3 }],
    };
    expect((await approval(inherited as Proposal, "v-3")).text).toContain("Perubahan dari v1");
  });

  it("does not repeat personal data that was taken out, in no part", async () => {
    const twice = submitted(submitted(draft(), "Hubungi 081234567890."), "Hubungi kantor.");
    const [first, second] = twice.versions;
    if (!first || !second) throw new Error("no versions");
    const seen = { ...first, content: { ...first.content, source: "Bapak Budi 081234567890" } };
    const { text } = await approval({ ...twice, versions: [seen, second] }, "v-2");
    expect(text).toContain("Hubungi [-081…90-]{+kantor+}.");
    expect(text).toContain("Sumber: Bapak Budi 081…90 → Jadwal Dishub");
    expect(text).not.toContain("081234567890");
  });

  it("about a disaster says that it is urgent", async () => {
    const urgent = submitted(draft());
    const [version] = urgent.versions;
    if (!version) throw new Error("no version");
    const changed = { ...urgent, versions: [{ ...version, content: { ...version.content, category: "disaster" } }] };
    expect((await approval(changed)).text).toContain(
      "Mendesak: usulan JABAR-26-0042 tentang kebencanaan. Mohon segera diputuskan (kebijakan internal).",
    );
  });
});

describe("the text for one account", () => {
  const postText = (proposal: Proposal, accountId: string) =>
    show(
      { proposals: [proposal], directory: jabar, now: atMinute(20) },
      { kind: "post-text", proposalId: "p-1", versionId: proposal.versions.at(-1)?.id ?? "", accountId },
      chat("a-dishub"),
    );

  it("is alone in a block to copy, with its hashtags and its length", async () => {
    const { blocks, text, labels } = await postText(selected, "acc-x");
    expect(blocks.filter(({ kind }) => kind === "code")).toEqual([
      { kind: "code", text: "Bus pertama berangkat pukul 05.30.\n\n#BusKota" },
    ]);
    expect(text).toContain("44 dari 280 karakter");
    expect(labels).toEqual(["Sudah tayang, isi tautan"]);
  });

  it("is a thread where the medium needs one", async () => {
    const long = stored(select(submitted(draft(), "Satu kalimat yang cukup panjang. ".repeat(20).trim()), decider));
    const { blocks, text } = await postText(long, "acc-x");
    expect(blocks.filter(({ kind }) => kind === "code")).toHaveLength(3);
    expect(text).toContain("Utas 3 unggahan, tayangkan berurutan:");
    expect((await postText(long, "acc-instagram")).blocks.filter(({ kind }) => kind === "code")).toHaveLength(1);
  });

  it("once posted offers nothing, and of a text that no longer counts says so", async () => {
    expect((await postText(posted, "acc-x")).labels).toEqual([]);
    const old = await postText(withdrawn, "acc-instagram");
    expect(old.text).toContain("sudah tidak berlaku");
    expect(old.text).not.toContain("siap disalin");
    expect(old.labels).toEqual([]);
    expect(old.blocks.filter(({ kind }) => kind === "code")).toEqual([]);
  });
});

describe("hostile texts in a proposal", () => {
  it.each(hostileTexts.map((text, index) => [index, text] as const))(
    "%i is shown as it is, everywhere",
    async (_index, hostile) => {
      const proposal = draft({ body: `awal ${hostile} akhir`, theme: hostile, source: hostile, audience: hostile });
      const composed = await composeIn(
        { proposals: [proposal], cases: [logged()], directory: jabar, now: atMinute(20) },
        { kind: "proposal-card", proposalId: "p-1" },
      );
      if (composed === "drop") throw new Error("dropped");
      const mentions = JSON.stringify(composed.message.blocks).match(/"kind":"mention"/g) ?? [];
      expect(mentions).toEqual([]);
    },
  );
});
