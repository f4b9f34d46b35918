import { describe, expect, it } from "vitest";
import type { NoticeCode } from "../../src/domain/notice.js";
import type { Directory, GovernmentSettings } from "../../src/domain/registry/model.js";
import type { MemoryOutboxRow } from "../../src/infra/memory/memory-tables.js";
import { type ChatBench, createChatBench, type Seat } from "../support/chat-bench.js";
import { appointmentOf, personOf } from "../support/example-directory.js";
import { expectRefused } from "../support/step-notices.js";

const officer = (bench: ChatBench): Seat => bench.seat("dukcapil");
const official = (bench: ChatBench): Seat => bench.seat("dukcapil", "official");

const LINE = '/propose Libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"';

/** With a second official. */
const settled =
  (settings: Partial<GovernmentSettings>) =>
  (directory: Directory): Directory => ({
    ...directory,
    government: { ...directory.government, settings: { ...directory.government.settings, ...settings } },
    people: [...directory.people, personOf("jabar", "kedua")],
    appointments: [...directory.appointments, appointmentOf("kedua", "jabar-dukcapil", "official")],
  });

/** The message in the approval chat that says this, the newest. */
const noticed = (bench: ChatBench, code: NoticeCode) => {
  const says = ({ content, to }: MemoryOutboxRow) =>
    content.kind === "notice" && content.code === code && to.channel === bench.place("dukcapil", "approval").channel;
  const row = bench.store.tables.outbox.findLast(says);
  if (!row) throw new Error(`nobody was told "${code}"`);
  return bench.messageOf(row);
};

const submit = async (bench: ChatBench, code = "1") => {
  await bench.press(officer(bench), { command: "submit", values: { code } });
  await bench.relay();
};

const proposed = async (line = LINE): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change: settled({ approvalsNeeded: 2 }) });
  await bench.type(officer(bench), line);
  await submit(bench);
  return bench;
};

const newContent = async (bench: ChatBench) => {
  await bench.type(officer(bench), "/propose kode=1 Libur 6 Maret.");
  await submit(bench);
};

/** The newest reminder. */
const reminded = async (bench: ChatBench) => {
  bench.advance(240);
  await bench.remind();
  const row = bench.store.tables.outbox.findLast(({ content }) => content.kind === "pings");
  if (!row) throw new Error("nobody was reminded");
  return bench.messageOf(row);
};

const answered = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change: settled({ approvalsNeeded: 2 }) });
  await bench.type(officer(bench), "/inquiry Kapan lampu diperbaiki?");
  await bench.type(officer(bench), "/answer 1 Besok.");
  await bench.relay();
  return bench;
};

const newAnswer = async (bench: ChatBench) => {
  await bench.type(officer(bench), "/answer 1 Lusa.");
  await bench.relay();
};

/** Version 1 approved by one of two, and, where that is wanted, taken back. */
const decidedOnce = async (bench: ChatBench, code: "decided" | "undone", found: () => Promise<string>) => {
  await bench.type(official(bench), "/setuju 1");
  if (code === "undone")
    await bench.press(official(bench), { command: "undo", values: { code: "1", decision: await found() } });
  await bench.relay();
  return noticed(bench, code);
};

const ofContent = (code: "decided" | "undone") => async () => {
  const bench = await proposed();
  const message = await decidedOnce(bench, code, async () => (await bench.proposal()).decisions[0]?.id ?? "");
  await newContent(bench);
  return { bench, message };
};

const ofAnswer = (code: "decided" | "undone") => async () => {
  const bench = await answered();
  const message = await decidedOnce(bench, code, async () => (await bench.inquiry()).decisions[0]?.id ?? "");
  await newAnswer(bench);
  return { bench, message };
};

/** What tells of version 1, while version 2 is before the officials. */
const TELLING = {
  "a reminder": async () => {
    const bench = await proposed();
    const message = await reminded(bench);
    await newContent(bench);
    return { bench, message };
  },
  "an urgent call": async () => {
    const bench = await proposed(`${LINE} kategori=Kebencanaan`);
    const message = noticed(bench, "contentUrgent");
    await newContent(bench);
    return { bench, message };
  },
  "an approval of content": ofContent("decided"),
  "an approval of content that was taken back": ofContent("undone"),
  "an approval of an answer": ofAnswer("decided"),
  "an approval of an answer that was taken back": ofAnswer("undone"),
} as const;

describe.each(Object.entries(TELLING))("in reply to %s", (_, told) => {
  const second = (bench: ChatBench): Seat => ({ ...official(bench), userId: "kedua" });
  const decisions = ({ store }: ChatBench) => {
    const { cases, proposals } = store.tables;
    return [...cases.values()]
      .flatMap(({ inquiry }) => inquiry.decisions)
      .concat([...proposals.values()].flatMap(({ proposal }) => proposal.decisions));
  };

  it.each(["/setuju", "/setuju 1", "/perbaiki 1 Tanggalnya salah."])(
    "%s means the version it tells of, and not a newer one nobody read there",
    async (line) => {
      const { bench, message } = await told();
      const before = decisions(bench);
      const { values } = expectRefused(await bench.type(second(bench), line, message), "oldText", second(bench));
      expect(values).toEqual({ code: "JABAR-26-0001", version: 2 });
      expect(decisions(bench)).toEqual(before);
    },
  );

  it.each(["approve", "reject"] as const)("a reaction (%s) on it does nothing", async (reaction) => {
    const { bench, message } = await told();
    expect(await bench.react(second(bench), message, reaction)).toMatchObject({ rows: [], history: [] });
  });
});

describe("in reply to a reminder of several proposals", () => {
  it("a typed code means that proposal's version in it", async () => {
    const bench = await proposed();
    await bench.type(officer(bench), LINE);
    await submit(bench, "2");
    const message = await reminded(bench);
    await newContent(bench);
    expectRefused(await bench.type(official(bench), "/setuju 1", message), "oldText", official(bench));
    await bench.type(official(bench), "/setuju 2", message);
    expect((await bench.proposal(2)).decisions).toMatchObject([{ kind: "approve" }]);
  });
});

describe("in reply to what tells of an edit that kept its approval", () => {
  it("/perbaiki means that edit, and not a later one", async () => {
    const bench = createChatBench("jabar", { change: settled({ contentEditsNeedApproval: false }) });
    await bench.type(officer(bench), LINE);
    await submit(bench);
    await bench.type(official(bench), "/setuju 1");
    const edited = async (text: string) => {
      await bench.named(officer(bench), "propose", { code: "1", theme: "Libur", text });
      await submit(bench);
      return noticed(bench, "contentEdited");
    };
    const [second, third] = [await edited("Libur 6 Maret."), await edited("Libur 7 Maret.")];
    expectRefused(await bench.type(official(bench), "/perbaiki 1 Salah.", second), "oldText", official(bench));
    await bench.type(official(bench), "/perbaiki 1 Salah.", third);
    expect((await bench.proposal()).status).toBe("returned");
  });
});
