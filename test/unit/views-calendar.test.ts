import { describe, expect, it } from "vitest";
import { daysAfter, isDay, weekOf } from "../../src/domain/time/week.js";
import type { ContentLine, ContentSpan } from "../../src/ports/content-lists.js";
import { actionOf, atMinute, directory, show } from "../support/view-fixture.js";

const account = (medium: string) => ({
  id: `account-${medium}`,
  agencyId: "a-dishub",
  medium,
  handle: "dishub.contoh",
  url: `https://${medium}.com/dishub.contoh`,
  since: atMinute(0),
});

const line = (change: Partial<ContentLine>): ContentLine => ({
  section: "waiting",
  at: atMinute(10),
  proposalId: "p-1",
  code: "KOBAR-26-0044",
  status: "submitted",
  theme: "Libur layanan",
  accountIds: [],
  ...change,
});

const everything: readonly ContentLine[] = [
  line({}),
  line({ section: "draft", status: "returned", code: "KOBAR-26-0045" }),
  line({ section: "ready", status: "ready", code: "KOBAR-26-0046", accountIds: ["account-x", "account-instagram"] }),
  line({ section: "wanted", day: "2026-03-05" }),
  line({
    section: "posted",
    day: "2026-03-05",
    accountIds: ["account-x"],
    url: "https://x.com/1",
    status: "published",
  }),
  line({ section: "wanted", day: "2026-03-06", code: "KOBAR-26-0047", status: "collected" }),
];

const calendar = async (
  items: readonly ContentLine[],
  change: { week?: string; page?: number; more?: boolean; total?: number } = {},
) => {
  const { page = 0, more = false, total = items.length, ...week } = change;
  const spans: ContentSpan[] = [];
  const world = {
    directory: { ...directory(), accounts: [account("x"), account("instagram")] },
    contentLines: (span: ContentSpan) => {
      spans.push(span);
      return { items, more, total };
    },
  };
  const shown = await show(world, {
    kind: "calendar",
    agencyId: "a-dishub",
    page,
    ...(week.week ? { week: week.week } : {}),
  });
  return { ...shown, spans };
};

describe("the content calendar", () => {
  it("begins with what waits, drafts and what is ready, then goes day by day", async () => {
    const { text, spans } = await calendar(everything);
    expect(text.split("\n")).toEqual([
      "Kalender konten Dinas Perhubungan: Sen, 2 Mar 2026 sampai Min, 8 Mar 2026",
      "Menunggu keputusan pejabat",
      "• KOBAR-26-0044 · Libur layanan · sejak Sen 2 Mar 12.10 WIB",
      "Masih disusun",
      "• KOBAR-26-0045 · Libur layanan · Dikembalikan pejabat",
      "Siap, belum tayang",
      "• KOBAR-26-0046 · Libur layanan · belum tayang di @dishub.contoh · X (Twitter), @dishub.contoh · Instagram",
      "Kam, 5 Mar 2026",
      "• Rencana tayang: KOBAR-26-0044 · Libur layanan · Menunggu persetujuan pejabat",
      "• Tayang: KOBAR-26-0044 · Libur layanan · @dishub.contoh · X (Twitter) https://x.com/1",
      "Jum, 6 Mar 2026",
      "• Rencana tayang: KOBAR-26-0047 · Libur layanan · Konsep",
    ]);
    expect(spans).toEqual([{ from: "2026-03-02", to: "2026-03-09", open: true }]);
  });

  it("says of what was posted that it was corrected, or withdrawn", async () => {
    const posted = { section: "posted", day: "2026-03-05", accountIds: ["account-x"], url: "https://x.com/1" } as const;
    const { text } = await calendar([
      line({ ...posted, status: "corrected", corrects: true }),
      line({ ...posted, code: "KOBAR-26-0045", status: "withdrawn" }),
    ]);
    expect(text).toContain("• Tayang setelah diralat: KOBAR-26-0044 · Libur layanan");
    expect(text).toContain("• Ditarik setelah tayang: KOBAR-26-0045 · Libur layanan");
    expect(text).not.toContain("Tayang: ");
  });

  it("leads to the weeks beside it, and back to this one", async () => {
    const now = await calendar(everything);
    expect(now.labels).toEqual(["Pekan sebelumnya", "Pekan berikutnya"]);
    expect(actionOf(now, "Pekan sebelumnya")).toEqual({
      command: "queue",
      values: { list: "content", week: "2026-02-23" },
    });
    expect(actionOf(now, "Pekan berikutnya")?.values.week).toBe("2026-03-09");
    const later = await calendar([], { week: "2026-03-11" });
    expect(later.spans).toEqual([{ from: "2026-03-09", to: "2026-03-16", open: false }]);
    expect(later.labels).toEqual(["Pekan sebelumnya", "Pekan ini", "Pekan berikutnya"]);
    expect(actionOf(later, "Pekan ini")?.values.week).toBe("2026-03-02");
  });

  it("leads to the pages beside it, of the same week", async () => {
    const shown = await calendar(everything, { page: 1, more: true, total: 18 });
    expect(shown.labels.slice(0, 2)).toEqual(["Sebelumnya", "Berikutnya"]);
    expect(actionOf(shown, "Berikutnya")).toEqual({
      command: "queue",
      values: { list: "content", week: "2026-03-02", page: "2" },
    });
    expect(shown.text).toContain("Halaman 2 dari 3");
  });

  it("says how to begin where there is nothing, and that a week is empty", async () => {
    const none = await calendar([]);
    expect(none.composed.message.summary).toBe(
      "Tidak ada konten pada pekan ini. Untuk menyusun konten, ketik /usul dan naskahnya.",
    );
    const open = everything.slice(0, 1);
    expect((await calendar(open)).text).toContain("Tidak ada yang direncanakan atau tayang pada pekan ini.");
    expect((await calendar(open, { more: true, total: 9 })).text).not.toContain("Tidak ada yang direncanakan");
    expect((await calendar([], { page: 4, total: 9 })).text).toContain("Halaman ini kosong.");
  });
});

describe("weeks", () => {
  it("begin on Monday", () => {
    for (const day of ["2026-03-02", "2026-03-05", "2026-03-08"])
      expect(weekOf(day)).toEqual({ from: "2026-03-02", to: "2026-03-09" });
    expect(weekOf("2027-01-01")).toEqual({ from: "2026-12-28", to: "2027-01-04" });
    expect(daysAfter("2026-03-02", -7)).toBe("2026-02-23");
  });

  it.each(["", "2026-02-30", "2026-3-2", "-1e9", "besok", "99999-01-01", "0000-01-01", "9999-12-31"])(
    "know that %j is no day",
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});
