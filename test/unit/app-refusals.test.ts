import { describe, expect, it } from "vitest";
import type { RefusalCode } from "../../src/domain/notice.js";
import type { FetchedFile } from "../../src/ports/files.js";
import { LeaseLost, VersionConflict } from "../../src/ports/store.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { fileOf, voice } from "../support/fetched-files.js";
import { expectRefused } from "../support/step-notices.js";

const URL = "https://contoh.invalid/p/1";

interface Refused {
  readonly seat: Seat;
  readonly step: Step;
}

type Line = readonly [agency: string, role: string, line: string];

type Provoke = (bench: ChatBench) => Promise<Refused>;

/** Types the lines as those people, the last one being refused. */
const saying =
  (...lines: readonly Line[]): Provoke =>
  async (bench) => {
    let last: Refused | undefined;
    for (const [agency, role, line] of lines) {
      const seat = bench.seat(agency, role);
      last = { seat, step: await bench.type(seat, line) };
      await bench.relay();
    }
    if (!last) throw new Error("nobody did anything");
    return last;
  };

const officer = (line: string) => ["dukcapil", "officer", line] as const;
const official = (line: string) => ["dukcapil", "official", line] as const;
const related = (line: string) => ["pupr", "officer", line] as const;
const office = (line: string) => ["diskominfo", "official", line] as const;
const inquiry = officer("/inquiry Kapan lampu jalan diperbaiki?");
const answer = officer("/answer 1 Besok.");
const approval = official("/approve 1");

const missing = (why: "tooLarge" | "badType" | "empty" | "gone") => ({ kind: "missing", name: "a.jpg", why }) as const;

/** As `saying`, the last line with these files. */
const sending =
  (files: readonly FetchedFile[], ...lines: readonly Line[]): Provoke =>
  async (bench) => {
    if (lines.length > 1) await saying(...lines.slice(0, -1))(bench);
    bench.attach(...files);
    return saying(...lines.slice(-1))(bench);
  };

const pressing =
  (prepare: Provoke, command: string, values: Readonly<Record<string, string>>): Provoke =>
  async (bench) => {
    const { seat } = await prepare(bench);
    return { seat, step: await bench.press(seat, { command, values: { code: "JABAR-26-0001", ...values } }) };
  };

/** How each refusal comes about. Strangers and their codes (app-codes) have tests of their own; three codes nothing refuses with yet. */
const provoked: Readonly<Record<RefusalCode, Provoke | "stranger" | "unused">> = {
  unknownCommand: saying(officer("/apaini")),
  notRegistered: "stranger",
  anonymous: "stranger",
  notConnected: "stranger",
  codeMissing: "stranger",
  codeUnknown: "stranger",
  codeUsed: "stranger",
  codeExpired: "stranger",
  codeRecalled: "stranger",
  codeTries: "stranger",
  codeOfChat: "stranger",
  codeOfPerson: "stranger",
  codeShared: "stranger",
  codeNamed: "stranger",
  roleKnown: "stranger",
  chatTaken: "stranger",
  purposeTaken: "stranger",
  identityTaken: "stranger",
  withdrawn: "unused",
  editFirst: "unused",
  notTarget: "unused",
  otherSite: "unused",
  accountEnded: "unused",
  profileAddress: "unused",
  addressTaken: "unused",
  alreadyPosted: "unused",
  notPosted: "unused",
  notForContent: "unused",
  onlyContent: "unused",
  checksFailed: "unused",
  noAccount: "unused",
  unknownAccount: "unused",
  whichAccount: "unused",
  severalAccounts: "unused",
  badDay: "unused",
  sameDraft: "unused",
  contentIncomplete: "unused",
  contested: "unused",
  pastDay: "unused",
  badHashtag: "unused",
  unknownSetting: saying(office("/settings jam-ribut 1")),
  badSetting: saying(office("/settings jam-tenang 06.00-21.00")),
  sameSetting: saying(office("/settings jam-tenang 21.00-06.00")),
  unknownRight: saying(office("/access terbang role=pejabat scope=own")),
  unknownRole: saying(office("/access menjawab role=camat scope=own")),
  accessBound: saying(office("/access memutuskan role=pengelola scope=own")),
  sameAccess: saying(office("/access menjawab role=pejabat scope=no")),
  sopBadHours: saying(office("/sop 1/2026 letterDate=2/3/2026 hours=nol agency=dishub")),
  sopHours: saying(office("/sop 1/2026 letterDate=2/3/2026 hours=25 agency=dishub")),
  sopGate: saying(office("/sop 1/2026 letterDate=2/3/2026 available=report agency=dishub")),
  // Where the regulation knows one for all: app-sop.
  sopForAll: "unused",
  sopExternal: saying(office("/sop 1/2026 letterDate=2/3/2026 agency=pln")),
  sopLater: saying(office("/sop 1/2026 letterDate=3/3/2026 agency=dishub")),
  sopUnchanged: saying(
    office("/sop 1/2026 letterDate=2/3/2026 agency=dishub"),
    office("/sop 1/2026 letterDate=2/3/2026 agency=dishub"),
  ),
  badHandle: saying(officer("/account dinas!kita medium=x")),
  accountTaken: saying(["dlh", "officer", "/account dukcapil.contoh medium=x"]),
  accountUnchanged: saying(
    officer("/account dukcapil.contoh medium=x number=1"),
    officer("/account dukcapil.contoh medium=x"),
  ),
  unknownPerson: saying(official("/acting gaib until=besok")),
  whichPerson: saying(official("/acting dukcapil until=besok")),
  noOfficial: async (bench) => {
    bench.register((directory) => ({
      ...directory,
      appointments: directory.appointments.filter(({ role }) => role !== "official"),
    }));
    return saying(["dukcapil", "head", "/acting jabar-dukcapil-officer until=besok"])(bench);
  },
  // Told to whoever may name in several agencies: app-acting-elsewhere.
  actingWhere: "unused",
  tooEarly: saying(official("/acting jabar-dukcapil-officer until=1/3/2026")),
  actingSelf: saying(official("/acting jabar-dukcapil-official until=besok")),
  actingShared: async (bench) => {
    bench.register((directory) => ({
      ...directory,
      people: directory.people.map((each) => (each.id === "jabar-dlh-officer" ? { ...each, shared: true } : each)),
    }));
    return saying(official("/acting jabar-dlh-officer until=besok"))(bench);
  },
  actingAlready: saying(
    official("/acting jabar-dukcapil-officer until=besok"),
    official("/acting jabar-dlh-officer until=lusa"),
  ),
  badAgencyCode: saying(office('/agency "Dinas Baru" name=Baru')),
  agencyTaken: saying(office('/agency baru name="Dinas Kesehatan"')),
  agencyUnchanged: saying(office("/agency dinkes kind=internal")),
  lastAdmin: async (bench) => {
    const seat = bench.seat("diskominfo", "admin");
    const values = { appointment: "appointment-jabar-admin-admin", sure: "yes" };
    return { seat, step: await bench.press(seat, { command: "endrole", values }) };
  },
  letterTooLate: saying(office("/member Rina role=officer number=1 dated=31/12/2030")),
  memberInvited: saying(
    office('/member "Sari Baru" role=officer number=1/2026 agency=dlh'),
    office("/member sari agency=dlh"),
  ),
  memberKnown: saying(office('/member "Nama jabar-dukcapil-officer" role=officer agency=dukcapil')),
  memberUnchanged: saying(office("/member jabar-dukcapil-officer shared=no")),
  officeElsewhere: saying(office("/member Rina role=communications agency=pupr number=1")),
  officeExternal: saying(office("/agency diskominfo kind=external")),
  noFunctions: saying(office("/member Rina role=official position=Sekretaris number=1 function=admin")),
  badPeriod: saying(officer("/account dukcapil.contoh medium=x until=1/1/2020")),
  onlyRole: saying(inquiry, answer, officer("/approve 1")),
  unknownCase: saying(inquiry, officer("/answer 99 Besok.")),
  unknownAgency: saying(inquiry, officer("/forward 1 pupr dinasgaib")),
  otherAgency: saying(inquiry, related("/answer 1 Besok.")),
  closedCase: saying(inquiry, officer("/close 1 spam"), answer),
  notClosed: saying(inquiry, officer("/reopen 1 Lagi")),
  alreadyClosed: saying(inquiry, officer("/close 1 spam"), officer("/close 1 spam")),
  alreadyForwarded: saying(inquiry, officer("/forward 1 pupr"), officer("/forward 1 dlh pupr")),
  ownAgency: saying(inquiry, officer("/forward 1 dukcapil")),
  communicationsDecides: saying(
    inquiry,
    officer("/forward 1 pupr dishub"),
    related("/return 1 Bukan kami"),
    ["dishub", "officer", "/return 1 Bukan kami"],
    officer("/forward 1 dlh"),
  ),
  noOpenForward: saying(inquiry, officer("/forward 1 pupr"), related("/return 1 Bukan"), related("/answer 1 Jadi.")),
  noAnswer: saying(inquiry, officer(`/posted 1 ${URL}`)),
  notReady: saying(inquiry, answer, officer(`/posted 1 ${URL}`)),
  originalNeeded: saying(inquiry, officer("/close 1 ganda")),
  notAwaiting: saying(inquiry, approval),
  alreadyDecided: saying(inquiry, answer, approval, approval),
  ownText: async (bench) => {
    bench.register((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.personId === "jabar-dukcapil-officer" ? { ...each, personId: "jabar-dukcapil-official" } : each,
      ),
    }));
    return saying(official("/inquiry Kapan?"), official("/answer 1 Besok."), approval)(bench);
  },
  appointmentExpired: async (bench) => {
    bench.register((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.role === "official" ? { ...each, validUntil: bench.now() } : each,
      ),
    }));
    return saying(inquiry, answer, approval)(bench);
  },
  sharedPhone: async (bench) => {
    bench.register((directory) => ({
      ...directory,
      people: directory.people.map((each) => ({ ...each, shared: true })),
    }));
    return saying(inquiry, answer, approval)(bench);
  },
  oldText: async (bench) => {
    await saying(inquiry, answer)(bench);
    const old = (await bench.inquiry()).answers[0]?.id ?? "";
    await saying(officer("/answer 1 Lusa."))(bench);
    const seat = bench.seat("dukcapil", "official");
    return {
      seat,
      step: await bench.press(seat, { command: "approve", values: { code: "JABAR-26-0001", answer: old } }),
    };
  },
  undoTooLate: pressing(saying(inquiry, answer, approval), "undo", { decision: "never made" }),
  undoOther: async (bench) => {
    bench.register((directory) => ({
      ...directory,
      people: [...directory.people, personOf("jabar", "kedua")],
      appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
    }));
    await saying(inquiry, answer, approval)(bench);
    const decision = (await bench.inquiry()).decisions[0]?.id ?? "";
    const seat = { ...bench.seat("dukcapil", "official"), userId: "kedua" };
    return { seat, step: await bench.press(seat, { command: "undo", values: { code: "JABAR-26-0001", decision } }) };
  },
  tooLong: saying(officer(`/inquiry ${"a".repeat(10_001)}`)),
  emptyText: saying(inquiry, officer("/answer 1 \u2060")),
  badUrl: saying(inquiry, officer("/posted 1 instagram")),
  badChoice: saying(officer("/inquiry Kapan? sentiment=senang")),
  unchanged: saying(inquiry, answer, answer),
  stale: pressing(saying(inquiry, answer), "draft", {}),
  othersQuestion: async (bench) => {
    await saying(inquiry)(bench);
    const { step: asked, seat: officer } = await saying(["dukcapil", "officer", "/answer 1"])(bench);
    const [row] = asked.rows;
    if (!row) throw new Error("nothing was asked");
    const seat = { ...bench.seat("dukcapil", "official"), place: officer.place };
    return { seat, step: await bench.write(seat, "Besok.", bench.messageOf(row)) };
  },
  fileTooLarge: sending([missing("tooLarge")], inquiry),
  fileBadType: sending([fileOf(), missing("badType")], inquiry, answer),
  fileEmpty: sending([missing("empty")], inquiry),
  fileGone: sending([missing("gone")], inquiry),
  tooManyFiles: sending(
    Array.from({ length: 11 }, () => fileOf()),
    inquiry,
  ),
  voiceAnswer: sending([voice], officer("/answer")),
  voiceContent: sending([voice], officer("/propose")),
  nothingToCancel: saying(officer("/cancel")),
};

const cases = Object.entries(provoked).flatMap(([code, provoke]) =>
  typeof provoke === "string" ? [] : [{ code: code as RefusalCode, provoke }],
);

describe("every refusal", () => {
  it.each(cases)("$code is one whisper and one line of history, and no case changes", async ({ code, provoke }) => {
    const bench = createChatBench("jabar");
    const { seat, step } = await provoke(bench);
    expectRefused(step, code, seat);
  });

  it("names the case it is about in the history, where there is one", async () => {
    const bench = createChatBench("jabar");
    const { step } = await saying(inquiry, officer("/reopen 1 Lagi"))(bench);
    expect(step.history).toMatchObject([
      { subjectId: (await bench.inquiry()).id, content: { what: "reopen", why: "notClosed" } },
    ]);
  });
});

describe("a closed case", () => {
  it.each([
    ["/forward 1 pupr", "closedCase"],
    ["/answer 1 Besok.", "closedCase"],
    [`/posted 1 ${URL}`, "closedCase"],
    ["/close 1 spam", "alreadyClosed"],
  ] as const)("%s is refused with how to go on", async (line, code) => {
    const bench = createChatBench("kobar");
    await saying(inquiry, officer("/close 1 noted"))(bench);
    const before = await bench.inquiry();
    const seat = bench.seat("dukcapil");
    expect(expectRefused(await bench.type(seat, line), code, seat).values).toEqual({ code: before.code });
    expect(await bench.inquiry()).toEqual(before);
  });

  it("is not drafted for any more", async () => {
    const bench = createChatBench("jabar");
    await saying(inquiry, officer("/close 1 noted"))(bench);
    const seat = bench.seat("dukcapil");
    const step = await bench.press(seat, { command: "draft", values: { code: "JABAR-26-0001" } });
    expectRefused(step, "closedCase", seat);
  });

  it("a related agency's answer that comes too late is refused", async () => {
    const bench = createChatBench("kobar");
    await saying(inquiry, officer("/forward 1 pupr"), officer("/close 1 noted"))(bench);
    const seat = bench.seat("pupr");
    expectRefused(await bench.type(seat, "/answer 1 Senin."), "closedCase", seat);
    expectRefused(await bench.type(seat, "/return 1 Bukan kami"), "closedCase", seat);
  });

  it("can still be read", async () => {
    const bench = createChatBench("kobar");
    await saying(inquiry, officer("/close 1 noted"))(bench);
    const step = await bench.type(bench.seat("dukcapil"), "/status 1");
    expect(step.rows).toMatchObject([{ content: { kind: "status" } }]);
  });
});

describe("what the store refuses passes through, to be done again or not at all", () => {
  it("another version, and a lease that was lost", async () => {
    const bench = createChatBench("kobar");
    await saying(inquiry)(bench);
    const { commit } = bench.store;
    const seat = bench.seat("dukcapil");
    for (const failure of [new VersionConflict("other"), new LeaseLost("lost")]) {
      bench.store.commit = async () => {
        throw failure;
      };
      await expect(bench.type(seat, "/answer 1 Besok.")).rejects.toBe(failure);
    }
    bench.store.commit = commit;
    expect((await bench.inquiry()).version).toBe(1);
    await bench.type(seat, "/answer 1 Besok.");
    expect((await bench.inquiry()).version).toBe(2);
  });
});
