import { describe, expect, it } from "vitest";
import type { Attachment } from "../../src/domain/attachment.js";
import type { Case } from "../../src/domain/inquiry/model.js";
import * as made from "../support/view-cases.js";
import { legalClock } from "../support/view-cases.js";
import { actionOf, atMinute, chat, composeIn, directory, logged, type Shown, show } from "../support/view-fixture.js";

const jabar = directory({ profile: "jabar-2019" });
const asked = made.answered(logged(), "Lampu diganti besok pagi oleh petugas.", "jabar-2019");
const changed = made.answered(asked, "Lampu diganti Jumat pagi oleh petugas.", "jabar-2019");
const forwarded = made.deliveredTo(made.forwardedTo(logged(), ["a-pupr"], legalClock), "a-pupr");
const reporting = made.agencyAnswered(forwarded, "a-pupr", "Lampu diganti Jumat.", "jabar-2019");

const approval = (inquiry: Case, answerId: string, gate: "approve" | "report", world = {}): Promise<Shown> =>
  show(
    { cases: [inquiry], now: atMinute(120), directory: jabar, ...world },
    { kind: "approval-card", inquiryId: "i-1", answerId, gate },
    chat("a-dishub", "approval"),
  );

/** Everything but the status at the top, the basis and the buttons. */
const lasting = ({ blocks }: Shown) => {
  const from = blocks.findIndex((block) => block.kind === "text" && JSON.stringify(block).includes("Pertanyaan warga"));
  return [blocks[0], ...blocks.slice(from).filter(({ kind }) => kind !== "note" && kind !== "buttons")];
};

describe("a text before the official", () => {
  it("asks for approval, mentions the official, and says what the reactions mean", async () => {
    const shown = await approval(asked, "n-1", "approve");
    expect(shown.composed.message.summary).toBe("Mohon persetujuan KOBAR-26-0042 v1. 👍 setuju, 👎 minta perbaikan.");
    expect(shown.blocks[1]).toEqual({
      kind: "text",
      spans: [
        {
          kind: "mention",
          user: { platform: "simulator", workspace: "w", id: "u-a-dishub-official" },
          fallback: "official a-dishub",
        },
        { kind: "plain", text: " " },
        { kind: "plain", text: "Mohon persetujuan KOBAR-26-0042 v1. 👍 setuju, 👎 minta perbaikan." },
      ],
    });
    expect(shown.labels).toEqual(["Setujui", "Minta perbaikan", "Dasar: Lamp. C angka 2"]);
    expect(shown.text).toContain("Sifat dasar: Peraturan");
    expect(shown.text).not.toContain("Lamp. C angka 2");
    expect(actionOf(shown, "Setujui")).toEqual({
      command: "approve",
      values: { code: "KOBAR-26-0042", answer: "n-1" },
    });
    expect(shown.buttons[1]).toMatchObject({ kind: "open-form", form: "reject" });
    expect(shown.text).toContain("Lampu diganti besok pagi oleh petugas.");
    expect(shown.composed.shownVersion).toBe(asked.version);
  });

  it("mentions no phone that an office shares", async () => {
    const people = jabar.people.map((person) => ({ ...person, shared: true }));
    const shown = await approval(asked, "n-1", "approve", { directory: { ...jabar, people } });
    expect(JSON.stringify(shown.blocks)).not.toContain("mention");
  });

  it.each([
    ["approved", made.approved(asked), "Disetujui official a-dishub, Kepala Bidang Angkutan, Sen 2 Mar 13.20 WIB."],
    [
      "rejected",
      made.rejected(asked, "Sebut jamnya"),
      "Dikembalikan untuk perbaikan oleh official a-dishub, Kepala Bidang Angkutan, Sen 2 Mar 13.20 WIB. Yang perlu diperbaiki: Sebut jamnya",
    ],
    ["changed", changed, "Naskah sudah berubah. Lihat KOBAR-26-0042 v2 pada kartu terbaru."],
    [
      "posted",
      made.posted(made.approved(asked)),
      "Disetujui official a-dishub, Kepala Bidang Angkutan, Sen 2 Mar 13.20 WIB.",
    ],
    [
      "closed meanwhile",
      { ...asked, status: "closed", closed: { reason: "spam", at: atMinute(85) } } as const,
      "KOBAR-26-0042 tidak perlu diputuskan lagi: Selesai.",
    ],
  ])("changes its status and buttons, never its text, once %s", async (_name, inquiry, status) => {
    const before = await approval(asked, "n-1", "approve");
    const then = await approval(inquiry, "n-1", "approve", { now: atMinute(5000) });
    expect(lasting(then)).toEqual(lasting(before));
    expect(then.blocks[1]).toEqual({ kind: "text", spans: [{ kind: "plain", text: status }] });
    expect(then.labels).toEqual([]);
  });

  it("keeps what was decided about a text that changed since", async () => {
    const { text } = await approval(
      made.answered(made.approved(asked), "Baru sama sekali.", "jabar-2019"),
      "n-1",
      "approve",
    );
    expect(text).toContain("Disetujui official a-dishub");
    expect(text).toContain("Naskah sudah berubah. Lihat KOBAR-26-0042 v2");
  });

  it("shows the difference from the version before, word by word, readable without emphasis", async () => {
    const { text } = await approval(changed, "n-2", "approve");
    expect(text).toContain("Perubahan dari v1\nLampu diganti [-besok-]{+Jumat+} pagi oleh petugas.");
    expect((await approval(asked, "n-1", "approve")).text).not.toContain("Perubahan");
  });

  it("does not compare with a text of an earlier round", async () => {
    const again = made.reopened(made.posted(made.approved(asked)));
    expect((await approval(made.answered(again, "Sudah diganti.", "jabar-2019"), "n-2", "approve")).text).not.toContain(
      "Perubahan",
    );
  });

  it("says so where almost everything changed", async () => {
    const words = (stem: string) => Array.from({ length: 500 }, (_, index) => `${stem}${index}`).join(" ");
    const first = made.answered(logged(), words("lama"), "jabar-2019");
    const { text } = await approval(made.answered(first, words("baru"), "jabar-2019"), "n-2", "approve");
    expect(text).toContain("Perubahan dari v1\nNaskah hampir seluruhnya baru.");
    expect(text).toContain(words("baru"));
    expect(text).not.toContain("lama7");
  });
});

describe("a text reported to the official", () => {
  const id = "n-a-pupr";

  it("is reported with both next steps, before and after it counts as delivered", async () => {
    for (const inquiry of [reporting, made.reportDelivered(reporting)]) {
      const shown = await approval(inquiry, id, "report");
      expect(shown.text).toContain("Izin melaporkan jawaban KOBAR-26-0042 sebelum ditayangkan.");
      expect(shown.labels).toEqual(["Mengetahui", "Tahan dulu", "Dasar: Lamp. C angka 5"]);
      expect(actionOf(shown, "Tahan dulu")).toEqual({
        command: "hold",
        values: { code: "KOBAR-26-0042", answer: id },
      });
    }
  });

  it("waits for a decision once it is held", async () => {
    const shown = await approval(made.heldBack(made.reportDelivered(reporting)), id, "report");
    expect(shown.text).toContain("Ditahan dulu oleh official a-dishub, Kepala Bidang Angkutan");
    expect(shown.text).toContain("Mohon persetujuan KOBAR-26-0042 v1.");
    expect(shown.labels.slice(0, 2)).toEqual(["Setujui", "Minta perbaikan"]);
  });

  it("is dropped for a version that is not there", async () => {
    const content = { kind: "approval-card", inquiryId: "i-1", answerId: "n-9", gate: "report" } as const;
    expect(await composeIn({ cases: [reporting] }, content)).toBe("drop");
  });
});

describe("files of a text before the official", () => {
  const file = (key: string, change: Partial<Attachment> = {}): Attachment => ({
    key,
    name: `${key}.png`,
    mediaType: "image/png",
    sizeBytes: 1,
    ...change,
  });
  const withFiles = (inquiry: Case, ...versions: readonly (readonly Attachment[])[]): Case => ({
    ...inquiry,
    attachments: [file("q", { altText: "Lampu padam" })],
    answers: inquiry.answers.map((answer, at) => ({ ...answer, attachments: versions[at] ?? [] })),
  });
  const filesOn = ({ blocks }: Shown) => blocks.flatMap((block) => (block.kind === "file" ? [block.name] : []));

  it("are shown with the question and the text, with their alternative texts", async () => {
    const shown = await approval(withFiles(asked, [file("a", { altText: "Jadwal" })]), "n-1", "approve");
    expect(filesOn(shown)).toEqual(["q.png", "a.png"]);
    expect(shown.blocks).toContainEqual(expect.objectContaining({ kind: "file", storeKey: "a", altText: "Jadwal" }));
  });

  it.each([
    ["added", [file("a")], [file("a"), file("b")], ["Lampiran baru: b.png"]],
    ["removed", [file("a"), file("b")], [file("b")], ["Lampiran dihapus: a.png"]],
    ["both", [file("a")], [file("b")], ["Lampiran baru: b.png", "Lampiran dihapus: a.png"]],
    ["described anew", [file("a")], [file("a", { altText: "Jadwal" })], ["Teks alternatif berubah: a.png"]],
    ["in another order", [file("a"), file("b")], [file("b"), file("a")], ["Urutan lampiran berubah."]],
    ["the same", [file("a")], [file("a")], []],
  ])("%s since the version before: the card says so", async (_, before, now, lines) => {
    const { text } = await approval(withFiles(changed, before, now), "n-2", "approve");
    const said = text.split("\n").filter((line) => /^(Lampiran|Teks alternatif|Urutan)/.test(line));
    expect(said).toEqual(lines);
  });

  it("changed alone, the text is said to be the same", async () => {
    const [first] = changed.answers;
    const same = { ...changed, answers: changed.answers.map((answer) => ({ ...answer, text: first?.text ?? "" })) };
    const { text } = await approval(withFiles(same, [], [file("a")]), "n-2", "approve");
    expect(text).toContain("Teksnya tidak berubah.");
  });
});
