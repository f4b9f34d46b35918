import { describe, expect, it } from "vitest";
import type { NoticeCode } from "../../src/domain/notice.js";
import type { Directory, GovernmentSettings, Role } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { codesOf, expectRefused, noticeOf, noticesOf } from "../support/step-notices.js";

const SECOND = "jabar-second";

/** A second official of Dukcapil. */
const withSecond = (directory: Directory, needed: GovernmentSettings["approvalsNeeded"]): Directory => ({
  ...directory,
  government: {
    ...directory.government,
    settings: { ...directory.government.settings, approvalsNeeded: needed },
  },
  people: [...directory.people, personOf("jabar", SECOND)],
  appointments: [...directory.appointments, appointmentOf(SECOND, "jabar-dukcapil", "official")],
});

const asked = async (change: (directory: Directory) => Directory, author?: Seat): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change });
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
  await bench.type(author ?? bench.seat("dukcapil"), "/answer 1 Besok.");
  await bench.relay();
  return bench;
};

const seats = (bench: ChatBench) => {
  const first = bench.seat("dukcapil", "official");
  return { first, second: { ...first, userId: SECOND }, head: bench.seat("dukcapil", "head") };
};

const cardOf = async (bench: ChatBench) => bench.cardMessage(`approval:${(await bench.inquiry()).answers.at(-1)?.id}`);

/** Without the appointments of this role in Dukcapil. */
const without =
  (...roles: readonly Role[]) =>
  (directory: Directory): Directory => ({
    ...directory,
    appointments: directory.appointments.filter(
      (each) => each.agencyId !== "jabar-dukcapil" || !roles.includes(each.role),
    ),
  });

/** The only official is the author: they hold the officer's appointment as well. */
const officialDrafts = (directory: Directory): Directory => ({
  ...directory,
  appointments: [...directory.appointments, appointmentOf("jabar-dukcapil-official", "jabar-dukcapil", "officer")],
});

const ownText = async (change: (directory: Directory) => Directory): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change: (directory) => change(officialDrafts(directory)) });
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan lampu jalan diperbaiki?");
  await bench.type({ ...bench.seat("dukcapil"), userId: "jabar-dukcapil-official" }, "/answer 1 Besok.");
  await bench.relay();
  return bench;
};

describe("several officials", () => {
  it("one is enough unless the government says otherwise", async () => {
    const bench = await asked((directory) => withSecond(directory, 1));
    expect(codesOf(await bench.react(seats(bench).second, await cardOf(bench), "approve"))).toContain("answerApproved");
    expect(await bench.inquiry()).toMatchObject({ status: "ready" });
  });

  it.each([2, "all", 5] as const)(
    "%s: the first approval is confirmed and the card waits for the others",
    async (needed) => {
      const bench = await asked((directory) => withSecond(directory, needed));
      const { first, second } = seats(bench);
      expect(codesOf(await bench.react(first, await cardOf(bench), "approve"))).toEqual(["decided"]);
      expect(await bench.inquiry()).toMatchObject({ status: "approval", gate: { passed: false } });
      expect(codesOf(await bench.react(second, await cardOf(bench), "approve"))).toContain("answerApproved");
      expect(await bench.inquiry()).toMatchObject({ status: "ready", gate: { passed: true } });
    },
  );

  it("nobody's approval counts twice, and one of them is enough to return the text", async () => {
    const bench = await asked((directory) => withSecond(directory, 2));
    const { first, second } = seats(bench);
    await bench.react(first, await cardOf(bench), "approve");
    expectRefused(await bench.type(first, "/approve 1"), "alreadyDecided", first);
    await bench.type(second, "/reject 1 Tambahkan tanggal.");
    expect(await bench.inquiry()).toMatchObject({ status: "revising", gate: { passed: false } });
  });

  it.each(["/approve 1", "👍"])(
    "a repeated yes (%s) is enough once fewer are needed: an appointment ended",
    async (yes) => {
      const bench = await asked((directory) => withSecond(directory, "all"));
      const { first } = seats(bench);
      const say = async () =>
        yes === "👍" ? bench.react(first, await cardOf(bench), "approve") : bench.type(first, yes);
      await say();
      expect(codesOf(await say())).not.toContain("answerApproved");
      bench.register((directory) => ({
        ...directory,
        appointments: directory.appointments.map((each) =>
          each.personId === SECOND ? { ...each, validUntil: bench.now() } : each,
        ),
      }));
      expect(codesOf(await say())).toContain("answerApproved");
      expect(await bench.inquiry()).toMatchObject({ status: "ready", gate: { passed: true } });
    },
  );

  it("the second of two opposite decisions is refused and told of the first", async () => {
    const bench = await asked((directory) => withSecond(directory, 1));
    const { first, second } = seats(bench);
    await bench.type(first, "/approve 1");
    const refused = expectRefused(await bench.type(second, "/reject 1 Belum tepat."), "alreadyDecided", second);
    expect(refused.values).toMatchObject({ decision: "approve", name: "Nama jabar-dukcapil-official" });
    expect(await bench.inquiry()).toMatchObject({ status: "ready" });
  });

  it("one's own approval can be taken back while the other's is waited for", async () => {
    const bench = await asked((directory) => withSecond(directory, 2));
    const { first, second } = seats(bench);
    const approval = noticeOf(await bench.react(first, await cardOf(bench), "approve"), "decided");
    const { code } = await bench.inquiry();
    await bench.press(first, { command: "undo", values: { code, decision: approval.undo?.decisionId ?? "" } });
    await bench.react(second, await cardOf(bench), "approve");
    expect(await bench.inquiry()).toMatchObject({ status: "approval" });
  });
});

describe("a text whose author is the only official", () => {
  it("is decided by the head, and the author is told why not by them", async () => {
    const bench = await ownText((directory) => directory);
    const { first, head } = seats(bench);
    const refused = await bench.type(first, "/approve 1");
    expectRefused(refused, "ownText", first);
    expect((await composed(bench, refused)).text).toMatch(
      /perlu disetujui kepala perangkat daerah.* Dinas Kependudukan .*\(Nama jabar-dukcapil-head\)\.$/,
    );
    expect(codesOf(await bench.type(head, "/approve 1"))).toContain("answerApproved");
  });

  it("is decided by the communications office where there is no head", async () => {
    const bench = await ownText(without("head"));
    const { first } = seats(bench);
    expect((await composed(bench, await bench.type(first, "/approve 1"))).text).toContain(
      "perlu disetujui Diskominfo (Nama jabar-diskominfo-official).",
    );
    const office = bench.seat("diskominfo", "official");
    expect(codesOf(await bench.type(office, "/approve 1"))).toContain("answerApproved");
  });

  it("goes to the communications office's approval chat as well, on a card of its own that can be decided by", async () => {
    const bench = await ownText(without("head"));
    const { answers } = await bench.inquiry();
    const key = `approval:${answers[0]?.id}`;
    const rows = bench.store.tables.outbox.filter(({ card }) => card?.key.startsWith(key));
    expect(rows.map(({ to, card, duties }) => [to, card?.key, duties.length])).toEqual([
      [bench.place("dukcapil", "approval"), key, 1],
      [bench.place("diskominfo", "approval"), `${key}:jabar-diskominfo`, 0],
    ]);
    const central = bench.cardMessage(`${key}:jabar-diskominfo`);
    const step = await bench.react(bench.seat("diskominfo", "official"), central, "approve");
    expect(codesOf(step)).toContain("answerApproved");
    expect(step.rows.filter(({ card }) => card?.key.startsWith(key))).toHaveLength(2);
  });

  it("waits for the office's card where the agency has no approval chat", async () => {
    const bench = await ownText((directory) => ({
      ...without("head")(directory),
      channels: directory.channels.filter(({ id }) => id !== "jabar-dukcapil-approval"),
    }));
    const rows = bench.store.tables.outbox;
    expect(rows.filter(({ duties }) => duties.length > 0).map(({ to }) => to)).toEqual([
      bench.place("diskominfo", "approval"),
    ]);
    expect(rows.filter(({ content }) => content.kind === "notice" && content.code === "gateUndeliverable")).toEqual([]);
  });

  it("of content likewise", async () => {
    const bench = createChatBench("jabar", { change: (directory) => without("head")(officialDrafts(directory)) });
    const author = { ...bench.seat("dukcapil"), userId: "jabar-dukcapil-official" };
    await bench.type(author, '/propose Libur. tema=Libur sumber="Surat edaran"');
    const { code } = await bench.proposal();
    const step = await bench.press(author, { command: "submit", values: { code } });
    const key = `selection:${(await bench.proposal()).versions[0]?.id}`;
    const cards = step.rows.filter(({ content }) => content.kind === "proposal-approval");
    expect(cards.map(({ to, card, duties }) => [to, card?.key, duties.length])).toEqual([
      [bench.place("dukcapil", "approval"), key, 1],
      [bench.place("diskominfo", "approval"), `${key}:jabar-diskominfo`, 0],
    ]);
    await bench.relay();
    const central = bench.cardMessage(`${key}:jabar-diskominfo`);
    await bench.react(bench.seat("diskominfo", "official"), central, "approve");
    expect((await bench.proposal()).status).toBe("ready");
  });

  describe.each([true, false])("where the agency has an approval chat of its own: %s", (own) => {
    const alone = (directory: Directory): Directory => ({
      ...without("head")(directory),
      channels: directory.channels.filter(({ id }) => own || id !== "jabar-dukcapil-approval"),
    });
    const chats = (bench: ChatBench) =>
      ["dukcapil", "diskominfo"].slice(own ? 0 : 1).map((each) => bench.place(each, "approval"));
    const saidTo = (step: Step, code: NoticeCode) => {
      const said = noticesOf(step).filter((each) => each.code === code && each.row.to.channel.endsWith("-approval"));
      return { chats: said.map(({ row }) => row.to), cards: said.map(({ row }) => row.replyTo), said };
    };
    const cardsOf = (key: string) => [{ card: key }, { card: `${key}:jabar-diskominfo` }].slice(own ? 0 : 1);

    it("an answer's decision and its undoing are confirmed to the office, by its card", async () => {
      const bench = await ownText(alone);
      const office = bench.seat("diskominfo", "official");
      const { code, answers } = await bench.inquiry();
      const step = saidTo(await bench.type(office, "/approve 1"), "decided");
      expect(step.chats).toEqual(chats(bench));
      expect(step.cards).toEqual(cardsOf(`approval:${answers[0]?.id}`));
      const decision = step.said.at(-1)?.undo?.decisionId ?? "";
      const undone = await bench.press(office, { command: "undo", values: { code, decision } });
      expect(saidTo(undone, "undone").chats).toEqual(chats(bench));
      expect(await bench.inquiry()).toMatchObject({ status: "approval" });
    });

    it("the office is called for urgent content, and its decision confirmed", async () => {
      const bench = createChatBench("jabar", { change: (directory) => alone(officialDrafts(directory)) });
      const author = { ...bench.seat("dukcapil"), userId: "jabar-dukcapil-official" };
      await bench.type(author, "/propose Awas banjir. tema=Banjir tagar=Banjir sumber=BPBD kategori=Kebencanaan");
      const { code } = await bench.proposal();
      const submitted = await bench.press(author, { command: "submit", values: { code } });
      const cards = cardsOf(`selection:${(await bench.proposal()).versions[0]?.id}`);
      expect(saidTo(submitted, "contentUrgent")).toMatchObject({ chats: chats(bench), cards });
      const office = bench.seat("diskominfo", "official");
      const step = saidTo(await bench.type(office, "/approve 1"), "decided");
      expect(step).toMatchObject({ chats: chats(bench), cards });
      const decision = step.said.at(-1)?.undo?.decisionId ?? "";
      const undone = await bench.press(office, { command: "undo", values: { code, decision } });
      expect(saidTo(undone, "undone")).toMatchObject({ chats: chats(bench), cards });
    });
  });

  it("is nobody else's while the agency has another official", async () => {
    const bench = await ownText((directory) => withSecond(directory, 1));
    const { first, head, second } = seats(bench);
    expect((await composed(bench, await bench.type(first, "/approve 1"))).text).toContain("disetujui pejabat lain.");
    expectRefused(await bench.type(head, "/approve 1"), "onlyRole", head);
    expect(codesOf(await bench.type(second, "/approve 1"))).toContain("answerApproved");
  });
});

describe("an acting official", () => {
  const DAY_MINUTES = 1_440;
  const acting = (directory: Directory): Directory => ({
    ...directory,
    people: [...directory.people, personOf("jabar", SECOND)],
    appointments: [
      ...directory.appointments,
      appointmentOf(SECOND, "jabar-dukcapil", "official", {
        position: "Plh. Sekretaris",
        acting: { kind: "plh", insteadOf: "jabar-dukcapil-official" },
        validFrom: new Date("2026-03-02T00:00:00Z"),
        validUntil: new Date("2026-03-05T00:00:00Z"),
      }),
    ],
  });

  it("decides within the dates, by the position they act in", async () => {
    const bench = await asked(acting);
    const step = await bench.react(seats(bench).second, await cardOf(bench), "approve");
    expect(noticeOf(step, "decided").values).toMatchObject({ position: "Plh. Sekretaris" });
  });

  it("decides no more once the dates are over", async () => {
    const bench = await asked(acting);
    bench.advance(3 * DAY_MINUTES);
    const { second } = seats(bench);
    expectRefused(await bench.type(second, "/approve 1"), "appointmentExpired", second);
  });
});
