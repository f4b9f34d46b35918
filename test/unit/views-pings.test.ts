import { describe, expect, it } from "vitest";
import type { Case } from "../../src/domain/inquiry/model.js";
import type { Proposal } from "../../src/domain/proposal/model.js";
import * as made from "../support/view-cases.js";
import { legalClock } from "../support/view-cases.js";
import { atMinute, chat, composeIn, directory, logged, type Shown, show } from "../support/view-fixture.js";
import * as content from "../support/view-proposals.js";

const DEADLINE_MINUTE = 10 + 24 * 60;
const open = made.deliveredTo(made.forwardedTo(logged(), ["a-pupr"], legalClock), "a-pupr");
const other = { ...open, id: "i-2", code: "KOBAR-26-0043", text: "Rahasia warga lain" };

const pings = (stages: readonly (readonly [inquiry: Case, stage: string])[], agencyId = "a-pupr") =>
  ({
    kind: "pings",
    agencyId,
    items: stages.map(([{ id }, stage]) => ({ inquiryId: id, forwardId: "f-a-pupr", stage })),
  }) as const;

const ping = (stage: string, minute: number, purpose: "work" | "approval" = "work", agencyId = "a-pupr") =>
  show({ cases: [open], now: atMinute(minute) }, pings([[open, stage]], agencyId), chat(agencyId, purpose));

const mentioned = ({ blocks }: Shown): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "text" ? block.spans.flatMap((span) => (span.kind === "mention" ? [span.user.id] : [])) : [],
  );

describe("a ping by its stage", () => {
  it("reminds the officers until when, without buttons that could go stale", async () => {
    const shown = await ping("before-720", DEADLINE_MINUTE - 720);
    expect(shown.composed.message.summary).toBe(
      "Izin mengingatkan: KOBAR-26-0042 menunggu jawaban Dinas PUPR sampai Sel 3 Mar 12.10 WIB.",
    );
    expect(mentioned(shown)).toEqual(["u-a-pupr-officer"]);
    expect(shown.composed.tokens).toEqual([]);
  });

  it.each([
    [DEADLINE_MINUTE - 60, "1 jam"],
    [DEADLINE_MINUTE - 59, "1 jam"],
    [DEADLINE_MINUTE - 45, "45 menit"],
  ])("says at minute %i that %s is left", async (minute, left) => {
    expect((await ping("before-60", minute)).composed.message.summary).toBe(
      `Sisa ${left} untuk KOBAR-26-0042. Mohon tanggapannya.`,
    );
  });

  it("does not promise time that has run out", async () => {
    expect((await ping("before-60", DEADLINE_MINUTE + 3)).composed.message.summary).toBe(
      "Batas waktu KOBAR-26-0042 terlewati. Mohon jawaban atau kendalanya.",
    );
  });

  it("goes at the deadline to the officers in their chat, to the officials in theirs", async () => {
    expect(mentioned(await ping("due", DEADLINE_MINUTE))).toEqual(["u-a-pupr-officer"]);
    const approval = await ping("due", DEADLINE_MINUTE, "approval");
    expect(mentioned(approval)).toEqual(["u-a-pupr-official"]);
    expect(approval.labels).toEqual([]);
  });

  it("asks the head by position, then the communications office", async () => {
    const head = await ping("head", DEADLINE_MINUTE + 1440, "approval");
    expect(head.composed.message.summary).toBe("Yth. Kepala Dinas PUPR, mohon arahan untuk KOBAR-26-0042.");
    expect(mentioned(head)).toEqual(["u-a-pupr-head"]);
    const office = await ping("communications", DEADLINE_MINUTE + 2880, "approval", "a-kominfo");
    expect(office.composed.message.summary).toBe(
      "Mohon bantuan koordinasi KOBAR-26-0042: jawaban Dinas PUPR ditunggu sejak Sel 3 Mar 12.10 WIB.",
    );
    expect(mentioned(office)).toEqual(["u-a-kominfo-communications"]);
  });

  it("tells head and communications office what it is about and how late it is, and nobody else", async () => {
    const particulars = [
      "Pertanyaan warga: Kapan lampu jalan di depan pasar diperbaiki?",
      "Batas waktu: Sel 3 Mar 12.10 WIB (lewat 24 jam) · Peraturan",
    ].join("\n");
    const head = await ping("head", DEADLINE_MINUTE + 1440, "approval");
    expect(head.text).toMatch(/, mohon arahan untuk KOBAR-26-0042\.\n/);
    expect(head.text).toContain(`\n${particulars}`);
    const office = await ping("communications", DEADLINE_MINUTE + 1440, "approval", "a-kominfo");
    expect(office.text).toContain(`\n${particulars}`);
    expect((await ping("due", DEADLINE_MINUTE)).text).not.toContain("lampu");
    const long = { ...open, text: `Kapan\n\nlampu ${"x".repeat(500)}` };
    const short = await show({ cases: [long], now: atMinute(DEADLINE_MINUTE + 1440) }, pings([[long, "head"]]));
    expect(short.text).toMatch(/\nPertanyaan warga: Kapan lampu x{50,90}…\n/);
    const english = { cases: [open], now: atMinute(DEADLINE_MINUTE + 1440), directory: directory({ locale: "en" }) };
    expect((await show(english, pings([[open, "head"]]))).text).toContain(
      "Deadline: Tue 3 Mar 12:10 WIB (24 h late) · Regulation",
    );
  });

  it("addresses an agency without a registered head by the regulation's word", async () => {
    const base = directory();
    const appointments = base.appointments.filter(({ role }) => role !== "head");
    const world = { cases: [open], now: atMinute(DEADLINE_MINUTE), directory: { ...base, appointments } };
    const shown = await show(world, pings([[open, "head"]]), chat("a-pupr", "approval"));
    expect(shown.text).toMatch(/^Yth\. kepala instansi, mohon arahan untuk KOBAR-26-0042\.\n/);
  });

  it("finds the people through the agency's own chat when nobody says where it goes", async () => {
    const shown = await show({ cases: [open], now: atMinute(700) }, pings([[open, "before-720"]]));
    expect(mentioned(shown)).toEqual(["u-a-pupr-officer"]);
  });
});

describe("pings that fall together", () => {
  const both = pings([
    [open, "before-720"],
    [other, "due"],
  ]);

  it("are one message with a line each and nobody mentioned twice", async () => {
    const shown = await show({ cases: [open, other], now: atMinute(800) }, both, chat("a-pupr"));
    expect(shown.composed.message.summary).toBe("Izin mengingatkan: KOBAR-26-0042, KOBAR-26-0043.");
    expect(shown.text.split("\n")).toHaveLength(2);
    expect(mentioned(shown)).toEqual(["u-a-pupr-officer"]);
    expect(shown.text).not.toContain("Rahasia");
    expect(shown.labels).toEqual([]);
  });

  it.each([
    ["answered", (inquiry: Case) => made.agencyAnswered(inquiry, "a-pupr", "Sudah.")],
    ["returned", (inquiry: Case) => made.returned(inquiry, "a-pupr", "Bukan kami")],
    ["closed", (inquiry: Case) => ({ ...inquiry, status: "closed" }) as const],
  ])("leave out what was %s meanwhile, and are dropped when nothing is left", async (_name, end) => {
    const half = { cases: [end(open), other], now: atMinute(800) };
    expect((await show(half, both, chat("a-pupr"))).text).not.toContain("KOBAR-26-0042");
    expect(await composeIn({ ...half, cases: [end(open), end(other)] }, both)).toBe("drop");
  });

  it("are dropped when their case, forward or stage is not there", async () => {
    expect(await composeIn({}, both)).toBe("drop");
    const items = [{ inquiryId: "i-1", forwardId: "f-none", stage: "due" }];
    expect(await composeIn({ cases: [open] }, { kind: "pings", agencyId: "a-pupr", items })).toBe("drop");
    expect(await composeIn({ cases: [open] }, pings([[open, "never"]]))).toBe("drop");
  });
});

describe("a ping of a version that waits for the officials", () => {
  const review = (stage: string) => ({ inquiryId: "p-1", forwardId: "v-1", stage });
  const message = (...items: readonly ReturnType<typeof review>[]) =>
    ({ kind: "pings", agencyId: "a-pupr", items }) as const;
  const shownOf = (proposal: Proposal, stage: string, change = {}) =>
    show({ proposals: [proposal], now: atMinute(250), ...change }, message(review(stage)), chat("a-pupr", "approval"));

  it("reminds those who may still decide, and says that it is an internal target", async () => {
    const shown = await shownOf(content.submitted(), "after-240");
    expect(shown.composed.message.summary).toBe(
      "Izin mengingatkan: usulan KOBAR-26-0044 v1 menunggu keputusan pejabat sejak Sen 2 Mar 12.10 WIB (target internal).",
    );
    expect(mentioned(shown)).toEqual(["u-a-pupr-official"]);
    expect(mentioned(await shownOf(content.selected(content.submitted(), 2), "after-1440"))).toEqual([]);
  });

  it("asks the head by position, with the theme", async () => {
    const shown = await shownOf(content.submitted(), "head");
    expect(shown.text).toMatch(
      /Yth\. Kepala Dinas PUPR, usulan KOBAR-26-0044 v1 belum diputuskan sejak Sen 2 Mar 12\.10 WIB \(target internal\)\. Mohon arahan\.\nTema: Libur layanan/,
    );
    expect(mentioned(shown)).toEqual(["u-a-pupr-head"]);
  });

  it("says of a disaster that it is urgent", async () => {
    const urgent = content.submitted({ category: "disaster" });
    const shown = await shownOf(urgent, "after-15", { directory: directory({ profile: "jabar-2019", locale: "en" }) });
    expect(shown.text).toMatch(
      /Urgent: proposal KOBAR-26-0044 v1 about a disaster has awaited the decision of the official since /,
    );
  });

  it("is one message with the forwards that fell due", async () => {
    const both = message({ inquiryId: "i-1", forwardId: "f-a-pupr", stage: "due" }, review("after-240"));
    const world = { cases: [open], proposals: [content.submitted()], now: atMinute(DEADLINE_MINUTE) };
    const shown = await show(world, both, chat("a-pupr", "approval"));
    expect(shown.composed.message.summary).toBe("Izin mengingatkan: KOBAR-26-0042, KOBAR-26-0044.");
    expect(shown.text.split("\n")).toHaveLength(2);
    expect(mentioned(shown)).toEqual(["u-a-pupr-official"]);
  });

  it("is dropped when it was decided, when there is none, and for a stage of a forward", async () => {
    const decided = { proposals: [content.selected(content.submitted())], now: atMinute(250) };
    expect(await composeIn(decided, message(review("after-240")))).toBe("drop");
    expect(await composeIn({ proposals: [content.proposed()] }, message(review("after-240")))).toBe("drop");
    expect(await composeIn({ proposals: [content.submitted()] }, message(review("before-60")))).toBe("drop");
  });
});
