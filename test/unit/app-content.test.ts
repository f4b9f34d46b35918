import { describe, expect, it } from "vitest";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused, noticeOf, noticesOf } from "../support/step-notices.js";

const LINE = '/propose Layanan adminduk libur 5 Maret. tema="Libur layanan" tagar=LayananPublik sumber="Surat edaran"';
const X = "https://x.com/dukcapil.contoh/status/1";
const INSTAGRAM = "https://www.instagram.com/p/abc";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

const press = async (bench: ChatBench, command: string, seat = officer(bench)) =>
  bench.press(seat, { command, values: { code: (await bench.proposal()).code } });

const proposed = async (line = LINE, change?: (directory: Directory) => Directory): Promise<ChatBench> => {
  const bench = createChatBench("jabar", change ? { change } : {});
  await bench.type(officer(bench), line);
  return bench;
};

const submitted = async (change?: (directory: Directory) => Directory): Promise<ChatBench> => {
  const bench = await proposed(LINE, change);
  await press(bench, "submit");
  await bench.relay();
  return bench;
};

const selected = async (change?: (directory: Directory) => Directory): Promise<ChatBench> => {
  const bench = await submitted(change);
  await bench.react(official(bench), await cardOf(bench), "approve");
  await bench.relay();
  return bench;
};

const cardOf = async (bench: ChatBench, version?: number) => {
  const { versions } = await bench.proposal();
  return bench.cardMessage(`selection:${(version === undefined ? versions.at(-1) : versions[version - 1])?.id}`);
};

/** The message a question of this step became. */
const question = async (bench: ChatBench, step: Step) => {
  const row = step.rows.find(({ content }) => content.kind === "question");
  if (!row) throw new Error("nothing was asked");
  await bench.relay();
  return bench.messageOf(row);
};

const rewrite = async (bench: ChatBench, values: Readonly<Record<string, string>>) => {
  const { code, draft, versions } = await bench.proposal();
  const { theme, body } = (draft ?? versions.at(-1))?.content ?? { theme: "", body: "" };
  return bench.named(officer(bench), "propose", { code, theme, text: body, ...values });
};

describe("/propose", () => {
  it("keeps a draft with its number and one card, for all of the agency's accounts", async () => {
    const bench = createChatBench("jabar");
    const step = await bench.type(officer(bench), LINE);
    const proposal = await bench.proposal();
    expect(proposal).toMatchObject({ code: "JABAR-26-0001", status: "collected", versions: [] });
    expect(proposal.draft?.content).toMatchObject({
      theme: "Libur layanan",
      body: "Layanan adminduk libur 5 Maret.",
      hashtags: ["LayananPublik"],
      source: "Surat edaran",
      accountIds: ["account-jabar-dukcapil-instagram", "account-jabar-dukcapil-x"],
    });
    expect(step.rows.map(({ content }) => content)).toEqual([{ kind: "proposal-card", proposalId: proposal.id }]);
    expect(step.history).toMatchObject([
      { kind: "collected", subjectId: proposal.id, content: { theme: "Libur layanan" } },
    ]);
  });

  it("shares its numbers with cases", async () => {
    const bench = await proposed();
    await bench.type(officer(bench), "/inquiry Kapan?");
    expect((await bench.inquiry(2)).code).toBe("JABAR-26-0002");
  });

  it("asks question by question for what is missing", async () => {
    const bench = createChatBench("jabar");
    const first = await question(bench, await bench.type(officer(bench), "/propose"));
    const second = await question(bench, await bench.write(officer(bench), "Libur layanan", first));
    await bench.write(officer(bench), "Kantor libur besok.", second);
    expect((await bench.proposal()).draft?.content).toMatchObject({
      theme: "Libur layanan",
      body: "Kantor libur besok.",
    });
  });

  it.each([
    ["tagar=a-b", "badHashtag"],
    ["akun=@tidakada", "unknownAccount"],
    ["tanggal=32/13", "badDay"],
    ["tanggal=constructor", "badDay"],
    ["kasus=99", "unknownCase"],
  ])("refuses %s", async (input, code) => {
    const bench = createChatBench("jabar");
    expectRefused(
      await bench.type(officer(bench), `/propose Kantor libur. tema=Libur ${input}`),
      code as never,
      officer(bench),
    );
    await expect(bench.proposal()).rejects.toThrow("no proposal");
  });

  it("understands days, categories by their names, and empties an input with -", async () => {
    const bench = await proposed(`${LINE} tanggal=besok kategori=Kebencanaan sasaran=pelajar`);
    expect((await bench.proposal()).draft?.content).toMatchObject({
      wantedOn: "2026-03-03",
      category: "disaster",
      audience: "pelajar",
    });
    await rewrite(bench, { audience: "-", wanted: "5/3" });
    const { draft } = await bench.proposal();
    expect(draft?.content).toMatchObject({ wantedOn: "2026-03-05", source: "Surat edaran" });
    expect(draft?.content.audience).toBeUndefined();
  });

  it("in reply to a case's card is about that case, and its card is drawn again when it is posted", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Benarkah layanan libur?");
    await bench.relay();
    const card = bench.cardMessage(`case:${(await bench.inquiry()).id}`);
    await bench.type(officer(bench), LINE, card);
    const { id } = await bench.inquiry();
    expect((await bench.proposal(2)).caseIds).toEqual([id]);
    const code = "JABAR-26-0002";
    await bench.press(officer(bench), { command: "submit", values: { code } });
    await bench.type(official(bench), "/approve 2");
    await bench.type(officer(bench), `/posted 2 ${X}`);
    expect([...bench.store.tables.inbox.values()].map(({ payload }) => payload)).toContainEqual({
      type: "redraw",
      governmentId: "jabar",
      inquiryId: id,
    });
  });

  it("has the card of its case drawn again whenever that card would say something else", async () => {
    const bench = createChatBench("jabar");
    await bench.type(officer(bench), "/inquiry Benarkah layanan libur?");
    const redraws = () =>
      [...bench.store.tables.inbox.values()].filter(({ payload }) => payload?.type === "redraw").length;
    await bench.type(officer(bench), `${LINE} kasus=1`);
    expect(redraws()).toBe(1);
    const code = "JABAR-26-0002";
    const { theme, body } = (await bench.proposal(2)).draft?.content ?? { theme: "", body: "" };
    await bench.named(officer(bench), "propose", { code, theme, text: body, audience: "pelajar" });
    expect(redraws()).toBe(1);
    await bench.press(officer(bench), { command: "submit", values: { code } });
    expect(redraws()).toBe(2);
    await bench.type(official(bench), "/reject 2 Belum tepat.");
    expect(redraws()).toBe(3);
  });
});

describe("submitting", () => {
  it("is refused while a check blocks, and says how to mend it", async () => {
    const bench = await proposed("/propose Layanan libur. tema=Libur");
    const refused = expectRefused(await press(bench, "submit"), "checksFailed", officer(bench));
    expect(refused.values).toMatchObject({ checks: "source" });
    await rewrite(bench, { source: "Surat edaran" });
    expect(codesOf(await press(bench, "submit"))).toEqual(["done"]);
    expect(await bench.proposal()).toMatchObject({ status: "submitted" });
  });

  it("needs a reason where a check asks for one", async () => {
    const bench = await proposed(`/propose Hubungi 081234567890. tema=Kontak sumber=Disdukcapil`);
    expectRefused(await press(bench, "submit"), "checksFailed", officer(bench));
    await rewrite(bench, { why: "Nomor layanan resmi" });
    await press(bench, "submit");
    expect(await bench.proposal()).toMatchObject({ status: "submitted" });
  });

  it("needs another reason once other personal data appear, and takes none for nothing", async () => {
    const bench = await proposed(`/propose Hubungi 081234567890. tema=Kontak sumber=Disdukcapil`);
    const why = "Nomor layanan resmi";
    await rewrite(bench, { why });
    await rewrite(bench, { audience: "pelajar" });
    expect((await bench.proposal()).draft?.content.reasons).toEqual({ "personal-data": why });
    await rewrite(bench, { text: "Hubungi 081234567890 atau 085798765432.", why });
    expectRefused(await press(bench, "submit"), "checksFailed", officer(bench));
    await rewrite(bench, { why });
    await press(bench, "submit");
    expect((await bench.proposal()).versions[0]?.content.reasonsFor?.["personal-data"]).toHaveLength(2);
    const none = await proposed(`/propose Kantor libur. tema=Libur sumber=Disdukcapil why="Nomor resmi"`);
    expect((await none.proposal()).draft?.content.reasons).toEqual({});
    await rewrite(none, { text: "Hubungi 081234567890." });
    expectRefused(await press(none, "submit"), "checksFailed", officer(none));
  });

  it.each([
    ["bencana", "disaster"],
    ["Kebencanaan", "disaster"],
    ["Pariwisata", "Pariwisata"],
    ["tourism", "tourism"],
  ])("takes the category %s as %s", async (typed, category) => {
    const bench = await proposed(`${LINE} kategori=${typed}`);
    expect((await bench.proposal()).draft?.content.category).toBe(category);
    const step = await press(bench, "submit");
    expect(codesOf(step).includes("contentUrgent")).toBe(category === "disaster");
  });

  it("shows no code of another regulation's list, which an older form offered", async () => {
    const bench = await proposed(`${LINE} kategori=tourism`);
    const step = await bench.type(officer(bench), "/status 1");
    expect((await composed(bench, step)).text).toContain("Kategori: Pariwisata dan potensi daerah");
  });

  it("needs an account", async () => {
    const bench = await proposed(LINE, (directory) => ({ ...directory, accounts: [] }));
    expectRefused(await press(bench, "submit"), "noAccount", officer(bench));
  });

  it("puts the exact version before the officials, and tells when they cannot be reached", async () => {
    const bench = await proposed();
    const step = await press(bench, "submit");
    const proposal = await bench.proposal();
    const [version] = proposal.versions;
    expect(step.rows.find(({ content }) => content.kind === "proposal-approval")).toMatchObject({
      to: bench.place("dukcapil", "approval"),
      card: { key: `selection:${version?.id}` },
      duties: [{ kind: "selection", proposalId: proposal.id, versionId: version?.id }],
    });
    const alarm = await bench.undeliverable([
      { kind: "selection", proposalId: proposal.id, versionId: version?.id ?? "" },
    ]);
    expect(codesOf(alarm)).toEqual(["gateUndeliverable", "gateUndeliverable"]);
  });

  it("alarms at once where no approval chat is bound", async () => {
    const bench = await proposed(LINE, (directory) => ({
      ...directory,
      channels: directory.channels.filter(({ id }) => id !== "jabar-dukcapil-approval"),
    }));
    expect(codesOf(await press(bench, "submit"))).toContain("noApprovalChannel");
  });
});

describe("the officials' decision", () => {
  it("👍 selects: the confirmation, the news, and the text for each account", async () => {
    const bench = await submitted();
    const step = await bench.react(official(bench), await cardOf(bench), "approve");
    expect(codesOf(step)).toEqual(["decided", "contentSelected"]);
    expect(step.rows.flatMap(({ content }) => (content.kind === "post-text" ? [content.accountId] : []))).toEqual([
      "account-jabar-dukcapil-instagram",
      "account-jabar-dukcapil-x",
    ]);
    expect(await bench.proposal()).toMatchObject({ status: "ready", gate: { passed: true } });
  });

  it("👎 asks why, and returns it with the reason", async () => {
    const bench = await submitted();
    const asked = await bench.react(official(bench), await cardOf(bench), "reject");
    expect(asked.rows.map(({ content }) => content.kind)).toEqual(["question"]);
    const step = await bench.write(official(bench), "Sebutkan jam bukanya.", await question(bench, asked));
    expect(codesOf(step)).toEqual(["decided", "contentReturned"]);
    expect(await bench.proposal()).toMatchObject({ status: "returned" });
  });

  it("can be undone for two minutes, while nothing is posted", async () => {
    const bench = await submitted();
    const decided = noticeOf(await bench.react(official(bench), await cardOf(bench), "approve"), "decided");
    const { code } = await bench.proposal();
    const undo = { command: "undo", values: { code, decision: decided.undo?.decisionId ?? "" } };
    bench.advance(1);
    expect(codesOf(await bench.press(official(bench), undo))).toContain("undone");
    expect(await bench.proposal()).toMatchObject({ status: "submitted", gate: { passed: false } });
  });

  it("by an officer, or on the card of an old version, does not count", async () => {
    const bench = await submitted();
    const old = await cardOf(bench);
    expect((await bench.react(officer(bench), old, "approve")).rows).toEqual([]);
    await rewrite(bench, { text: "Layanan adminduk libur 6 Maret." });
    await press(bench, "submit");
    const refused = expectRefused(await bench.react(official(bench), old, "approve"), "oldText", official(bench));
    expect(refused.values).toMatchObject({ version: 2 });
    expect(await bench.proposal()).toMatchObject({ status: "submitted" });
  });

  it("of the author is another's: the head decides where there is no other official", async () => {
    const bench = createChatBench("jabar", {
      change: (directory) => ({
        ...directory,
        appointments: [
          ...directory.appointments,
          appointmentOf("jabar-dukcapil-official", "jabar-dukcapil", "officer"),
        ],
      }),
    });
    await bench.type({ ...official(bench), place: bench.place("dukcapil") }, LINE);
    await press(bench, "submit", official(bench));
    expectRefused(await bench.type(official(bench), "/approve 1"), "ownText", official(bench));
    expect(codesOf(await bench.type(bench.seat("dukcapil", "head"), "/approve 1"))).toContain("contentSelected");
  });

  it("of two officials in the same second: the first stands, the other is told", async () => {
    const bench = await submitted((directory) => ({
      ...directory,
      people: [...directory.people, personOf("jabar", "kedua")],
      appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
    }));
    const second = { ...official(bench), userId: "kedua" };
    await bench.type(official(bench), "/approve 1");
    expectRefused(await bench.type(second, "/reject 1 Belum tepat."), "alreadyDecided", second);
  });

  it("by somebody whose appointment ended is refused", async () => {
    const bench = await submitted((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.id === "appointment-jabar-dukcapil-official-official"
          ? { ...each, validUntil: new Date("2026-03-02T02:00:00Z") }
          : each,
      ),
    }));
    expectRefused(await bench.type(official(bench), "/approve 1"), "appointmentExpired", official(bench));
  });
});

describe("editing after selection", () => {
  it("needs approval again unless the government says otherwise", async () => {
    const bench = await selected();
    await rewrite(bench, { text: "Layanan adminduk libur 6 Maret." });
    expect(await bench.proposal()).toMatchObject({ status: "editing" });
    expectRefused(await bench.type(officer(bench), `/posted 1 ${X}`), "notReady", officer(bench));
    await press(bench, "submit");
    expect(await bench.proposal()).toMatchObject({ status: "submitted", gate: { passed: false } });
  });

  it("keeps the approval where only the spelling changed and the setting allows it", async () => {
    const bench = await selected((directory) => ({
      ...directory,
      government: {
        ...directory.government,
        settings: { ...directory.government.settings, spellingKeepsApproval: true },
      },
    }));
    await rewrite(bench, { text: "Layanan adminduk libur, 5 Maret." });
    await press(bench, "submit");
    const { status, versions } = await bench.proposal();
    expect(status).toBe("ready");
    expect(versions[1]?.inherits).toBe(versions[0]?.id);
    await rewrite(bench, { text: "Layanan admindukk libur, 5 Maret." });
    await press(bench, "submit");
    expect((await bench.proposal()).versions[2]?.inherits).toBe(versions[0]?.id);
    // Each is one slip from the text before it; from the selected one it is two.
    await rewrite(bench, { text: "Layanan adminndukk libur, 5 Maret." });
    await press(bench, "submit");
    expect(await bench.proposal()).toMatchObject({ status: "submitted" });
  });

  it("can be thrown away", async () => {
    const bench = await selected();
    await rewrite(bench, { text: "Layanan adminduk libur 6 Maret." });
    await press(bench, "discard");
    const proposal = await bench.proposal();
    expect(proposal.status).toBe("ready");
    expect(proposal.draft).toBeUndefined();
  });
});

describe("posting", () => {
  it("records each account by its address, and is done when all are", async () => {
    const bench = await selected();
    const first = await bench.type(officer(bench), `/posted 1 ${X}`);
    expect(noticeOf(first, "contentPublished").values).toMatchObject({ account: "account-jabar-dukcapil-x", left: 1 });
    expectRefused(await bench.type(officer(bench), `/posted 1 ${X} akun=x`), "alreadyPosted", officer(bench));
    await bench.type(officer(bench), `/posted 1 ${INSTAGRAM}`);
    expect(await bench.proposal()).toMatchObject({
      status: "published",
      publications: [{ url: X }, { url: INSTAGRAM }],
    });
  });

  it("asks which account where the address does not tell", async () => {
    const bench = await selected();
    expectRefused(await bench.type(officer(bench), "/posted 1 https://example.id/1"), "whichAccount", officer(bench));
    await bench.type(officer(bench), "/posted 1 https://example.id/1 akun=instagram");
    expect((await bench.proposal()).publications).toHaveLength(1);
  });

  it("is not done without approval, nor by a private message", async () => {
    const bench = await submitted();
    expectRefused(await bench.type(officer(bench), `/posted 1 ${X}`), "notReady", officer(bench));
    const ready = await selected();
    expectRefused(await ready.type(officer(ready), "/posted 1 dm"), "badUrl", officer(ready));
  });

  it("can be enough before every account has it, but not before any", async () => {
    const bench = await selected();
    expectRefused(await press(bench, "enough"), "notPosted", officer(bench));
    await bench.type(officer(bench), `/posted 1 ${X}`);
    await press(bench, "enough");
    expect(await bench.proposal()).toMatchObject({ status: "published" });
  });
});

describe("correcting and withdrawing", () => {
  const published = async (change?: (directory: Directory) => Directory) => {
    const bench = await selected(change);
    await bench.type(officer(bench), `/posted 1 ${X}`);
    await bench.type(officer(bench), `/posted 1 ${INSTAGRAM}`);
    return bench;
  };

  it("a correction has a reason, goes before the officials, and is posted again", async () => {
    const bench = await published();
    await bench.type(officer(bench), "/reopen 1 Salah tanggal");
    expect(await bench.proposal()).toMatchObject({ status: "editing", correction: { reason: "Salah tanggal" } });
    await rewrite(bench, { text: "Ralat: layanan libur 6 Maret." });
    await press(bench, "submit");
    await bench.type(official(bench), "/approve 1");
    await bench.type(officer(bench), `/posted 1 ${X}2`);
    await bench.type(officer(bench), `/posted 1 ${INSTAGRAM}2`);
    expect(await bench.proposal()).toMatchObject({ status: "corrected" });
  });

  it("a correction is approved even where edits before posting need not be", async () => {
    const bench = await published((directory) => ({
      ...directory,
      government: {
        ...directory.government,
        settings: { ...directory.government.settings, contentEditsNeedApproval: false, spellingKeepsApproval: true },
      },
    }));
    await bench.type(officer(bench), "/reopen 1 Salah tanggal");
    await rewrite(bench, { text: "Layanan adminduk libur, 5 Maret." });
    await press(bench, "submit");
    expect(await bench.proposal()).toMatchObject({ status: "submitted", gate: { passed: false } });
  });

  it("a correction that was begun can be thrown away, with its reason", async () => {
    const bench = await published();
    await bench.type(officer(bench), "/reopen 1 Salah tanggal");
    await press(bench, "discard");
    const proposal = await bench.proposal();
    expect(proposal).toMatchObject({ status: "published", gate: { passed: true } });
    expect(proposal.correction).toBeUndefined();
  });

  it("a correction the officials returned can be given up, and another one begun", async () => {
    const bench = await published();
    const correct = async (text: string) => {
      await bench.type(officer(bench), "/reopen 1 Salah tanggal");
      await rewrite(bench, { text });
      await press(bench, "submit");
    };
    await correct("Ralat: layanan libur 6 Maret.");
    expectRefused(await press(bench, "discard"), "stale", officer(bench));
    await bench.type(official(bench), "/reject 1 Yang lama sudah benar.");
    await rewrite(bench, { text: "Ralat: layanan libur 7 Maret." });
    await press(bench, "discard");
    const before = await bench.proposal();
    expect(before).toMatchObject({ status: "published", gate: { textId: before.versions[0]?.id, passed: true } });
    expect([before.correction, before.draft]).toEqual([undefined, undefined]);
    expectRefused(await bench.type(officer(bench), `/posted 1 ${X}`), "alreadyPosted", officer(bench));
    await bench.type(officer(bench), "/reopen 1 Salah tanggal");
    expect((await bench.proposal()).draft?.content.body).toBe("Layanan adminduk libur 5 Maret.");
    await rewrite(bench, { text: "Ralat: layanan libur 8 Maret." });
    await press(bench, "submit");
    await bench.type(official(bench), "/approve 1");
    await bench.type(officer(bench), `/posted 1 ${X}8`);
    await bench.type(officer(bench), `/posted 1 ${INSTAGRAM}8`);
    expect(await bench.proposal()).toMatchObject({ status: "corrected", versions: { length: 3 } });
  });

  it("what is posted on some accounts only is edited, not corrected", async () => {
    const bench = await selected();
    expectRefused(await bench.type(officer(bench), "/reopen 1 Salah tanggal"), "notPosted", officer(bench));
    await bench.type(officer(bench), `/posted 1 ${X}`);
    expectRefused(await bench.type(officer(bench), "/reopen 1 Salah tanggal"), "editFirst", officer(bench));
    await rewrite(bench, { text: "Layanan adminduk libur 6 Maret." });
    expectRefused(await bench.type(officer(bench), "/reopen 1 Salah tanggal"), "notReady", officer(bench));
  });

  it("withdrawing has a reason and is the end", async () => {
    const bench = await published();
    expect(codesOf(await bench.type(officer(bench), "/close 1 Informasi tidak benar"))).toContain("contentWithdrawn");
    expectRefused(await bench.type(officer(bench), `/posted 1 ${X}`), "withdrawn", officer(bench));
  });
});

describe("a decision about withdrawn content", () => {
  it.each(["/approve 1", "/reject 1 Perbaiki.", "👍", "👎"])("%s is told that it was withdrawn", async (said) => {
    const bench = await submitted();
    const card = await cardOf(bench);
    await bench.type(officer(bench), "/close 1 Batal");
    const reactions: Readonly<Record<string, "approve" | "reject">> = { "👍": "approve", "👎": "reject" };
    const reaction = reactions[said];
    const step = await (reaction ? bench.react(official(bench), card, reaction) : bench.type(official(bench), said));
    expectRefused(step, "withdrawn", official(bench));
  });
});

describe("codes of the other kind", () => {
  it("commands for questions say that it is content, and the reverse", async () => {
    const bench = await proposed();
    await bench.type(officer(bench), "/inquiry Kapan?");
    expect(noticesOf(await bench.type(officer(bench), "/answer 1 Besok."))).toMatchObject([{ code: "notForContent" }]);
    const step = await bench.press(officer(bench), { command: "submit", values: { code: "JABAR-26-0002" } });
    expect(noticesOf(step)).toMatchObject([{ code: "onlyContent" }]);
  });

  it("status and history show the proposal", async () => {
    const bench = await proposed();
    expect((await bench.type(officer(bench), "/status 1")).rows[0]?.content).toMatchObject({ kind: "proposal-card" });
    expect((await bench.type(officer(bench), "/history 1")).rows[0]?.content).toMatchObject({
      kind: "proposal-history",
    });
  });
});
