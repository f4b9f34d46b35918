import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Directory, Invitation, InvitationGift } from "../../src/domain/registry/model.js";
import { profileOf } from "../../src/regulations/profiles.js";
import { type ChatBench, createChatBench, MORNING, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory } from "../support/example-directory.js";
import { codesOf, noticeOf } from "../support/step-notices.js";

const WEEK_MS = 7 * 86_400_000;
const CHAT = "JABAR-CHAT0-00001";
const ROLE = "JABAR-R0000-00002";
const IDENTITY = "JABAR-D0000-00003";

const given = (code: string, gives: InvitationGift, change: Partial<Invitation> = {}): Invitation => ({
  id: `invitation-${gives.kind}`,
  hash: createHash("sha256").update(code, "utf8").digest("hex"),
  gives,
  expiresAt: new Date(MORNING.getTime() + WEEK_MS),
  ...change,
});

const role: Extract<InvitationGift, { readonly kind: "role" }> = {
  kind: "role",
  appointment: {
    ...{
      agencyId: "jabar-dukcapil",
      role: "officer",
      position: "Pengelola",
      instrument: "Surat Perintah",
      number: "800/1",
    },
    validFrom: MORNING,
  },
};

const invitations = [
  given(CHAT, { kind: "chat", agencyId: "jabar-dukcapil", purpose: "digest" }),
  given(ROLE, role),
  given(IDENTITY, { kind: "identity", personId: "jabar-pupr-officer" }),
];

const bench = (change: (directory: Directory) => Directory = (directory) => directory): ChatBench =>
  createChatBench("jabar", {
    change: (directory) => change({ ...directory, invitations }),
    others: [exampleDirectory("kobar", (directory) => directory)],
  });

/** Somebody nobody knows, in a chat nobody bound. */
const stranger: Seat = {
  userId: "orang-baru",
  place: { platform: "simulator", workspace: "jabar", channel: "grup-baru" },
};

const refusal = (step: Step, code: string) => {
  expect(codesOf(step)).toEqual([code]);
  expect(step.rows[0]).toMatchObject({ whisperTo: { id: expect.any(String) } });
};

describe("a command in a chat nobody bound", () => {
  const asked = ["/help", "/join", "/setup", "/start", "/catat Kapan KTP jadi?"];

  it.each(asked)("%s: whoever asks is told alone what to do, and of no government", async (line) => {
    const chat = bench();
    const step = await chat.type(stranger, line);
    refusal(step, "notConnected");
    const { text } = await composed(chat, step);
    expect(text).toContain("Percakapan ini belum terhubung dengan Tanggap.");
    expect(text).not.toMatch(/Jawa|Kotawaringin|KOBAR|JABAR/);
  });

  it("is answered by a real government before an example, five times an hour, and works for codes meanwhile", async () => {
    const real = exampleDirectory("klaten", (all) => ({ ...all, government: { ...all.government, example: false } }));
    const chat = createChatBench("jabar", {
      change: (directory) => ({ ...directory, invitations }),
      others: [exampleDirectory("kobar"), real],
    });
    for (let count = 0; count < 5; count += 1) {
      const step = await chat.type(stranger, "/help");
      expect(step.rows[0]).toMatchObject({ governmentId: "klaten", content: { code: "notConnected" } });
    }
    expect(await chat.type(stranger, "/help")).toMatchObject({ outcome: "nothing", rows: [], history: [] });
    refusal(await chat.type({ ...stranger, userId: "lain" }, "/help"), "notConnected");
    expect((await chat.type(stranger, `/join ${ROLE}`)).rows[0]?.content.kind).toBe("welcome");
    chat.advance(61);
    refusal(await chat.type({ ...stranger, userId: "lain" }, "/help"), "notConnected");
  });

  it("is left alone where it is no command of ours, or nobody's", async () => {
    const chat = bench();
    expect(await chat.type(stranger, "/cuaca besok")).toMatchObject({ outcome: "nothing", rows: [] });
    expect(await chat.write(stranger, "halo")).toMatchObject({ outcome: "nothing", rows: [] });
  });
});

describe("/setup", () => {
  it("binds the chat for its agency and purpose, and says so where all can read it", async () => {
    const chat = bench();
    const step = await chat.type(stranger, `/setup ${CHAT}`);
    const { row } = noticeOf(step, "chatBound");
    expect(row).toMatchObject({ to: stranger.place });
    expect(row.whisperTo).toBeUndefined();
    const { directory } = await chat.store.sceneOfGovernment("jabar");
    expect(directory.channels).toContainEqual({
      ...{ id: expect.any(String), agencyId: "jabar-dukcapil", purpose: "digest", name: "DUKCAPIL · Rekap" },
      ...{ platform: "simulator", workspace: "jabar", nativeId: "grup-baru" },
    });
    const { text } = await composed(chat, step);
    expect(text).toContain("Grup ini sekarang grup rekap Dinas Kependudukan");
    expect(text).toContain("Rekap mingguan belum dikirim oleh Tanggap; grup ini menerima pengingat masa tugas.");
    expect(JSON.stringify(step.history)).not.toContain(CHAT);
  });

  it("works once", async () => {
    const chat = bench();
    await chat.type(stranger, `/setup ${CHAT}`);
    refusal(
      await chat.type({ ...stranger, place: { ...stranger.place, channel: "lain" } }, `/setup ${CHAT}`),
      "codeUsed",
    );
  });

  it("typed again in the chat it bound says that the chat is connected, and counts as no guess", async () => {
    const chat = bench();
    await chat.type(stranger, `/setup ${CHAT}`);
    const again = await chat.type(stranger, `/setup ${CHAT}`);
    refusal(again, "chatTaken");
    expect(again.history).toEqual([]);
    expect((await composed(chat, again)).text).toMatch(
      /^Grup ini sudah tersambung sebagai grup rekap Dinas Kependudukan/,
    );
  });

  it("is refused in a chat that has a purpose, and leaves the code as it was", async () => {
    const chat = bench();
    refusal(await chat.type(chat.seat("pupr"), `/setup ${CHAT}`), "chatTaken");
    expect(codesOf(await chat.type(stranger, `/setup ${CHAT}`))).toEqual(["chatBound"]);
  });

  it("is refused where the agency has such a chat already", async () => {
    const chat = bench((directory) => ({
      ...directory,
      invitations: [given(CHAT, { kind: "chat", agencyId: "jabar-dukcapil", purpose: "work" })],
    }));
    const step = await chat.type(stranger, `/setup ${CHAT}`);
    refusal(step, "purposeTaken");
    expect((await composed(chat, step)).text).toContain("sudah punya grup kerja");
  });

  it("knows no code of another government, and does not say that there is one", async () => {
    const chat = bench();
    const other: Seat = {
      userId: "kobar-pupr-officer",
      place: { platform: "simulator", workspace: "kobar", channel: "kobar-pupr-work" },
    };
    const step = await chat.type(other, `/setup ${CHAT}`);
    refusal(step, "codeUnknown");
    expect(step.rows[0]?.governmentId).toBe("kobar");
  });
});

describe("/join", () => {
  it("makes whoever types it a person with that role, who is asked to read the ethics", async () => {
    const chat = bench();
    const step = await chat.type(stranger, `/gabung ${ROLE.toLowerCase()}`);
    const { directory } = await chat.store.sceneOfGovernment("jabar");
    const person = directory.people.find(({ name }) => name === "orang-baru");
    expect(person?.identities).toEqual([{ platform: "simulator", workspace: "jabar", userId: "orang-baru" }]);
    expect(directory.appointments.find(({ personId }) => personId === person?.id)).toMatchObject({
      ...{ agencyId: "jabar-dukcapil", role: "officer", number: "800/1" },
    });
    expect(step.rows[0]).toMatchObject({ content: { kind: "welcome" }, whisperTo: { id: "orang-baru" } });
    const { text } = await composed(chat, step);
    expect(text).toContain("Selamat datang, orang-baru. Anda terdaftar sebagai");
    expect(text).toContain("Surat Perintah Nomor 800/1");
    const seat = { userId: "orang-baru", place: chat.place("dukcapil") };
    const read = await chat.press(seat, { command: "ethics", values: {} });
    expect(codesOf(read)).toEqual(["ethicsRead"]);
    const content = { articles: "Pasal 9; Pasal 10" };
    expect(read.history).toMatchObject([{ kind: "ethicsRead", actor: person?.id, content }]);
    expect(codesOf(await chat.type(seat, "/catat Kapan KTP jadi?"))).not.toContain("notRegistered");
  });

  it("where a whisper is heard by everybody sends the ethics to them alone, and one line to the group", async () => {
    const chat = bench();
    const { userId, place } = { userId: "orang-baru", place: chat.place("dukcapil") };
    const alone = { ...place, channel: userId };
    const step = await chat.send({
      ...{ type: "command", command: "gabung", input: { kind: "text", text: ROLE }, eventId: "joins" },
      ...{ occurredAt: MORNING.toISOString(), conversation: place },
      actor: { user: { ...place, id: userId }, displayName: userId, isBot: false, alone },
    });
    expect(step.rows).toMatchObject([{ to: alone }, { to: place }]);
    expect(step.rows).toHaveLength(2);
    const [whole, line] = [await composed(chat, step), await composed(chat, step, 1)];
    const [point] = profileOf("jabar-2019").ethics;
    expect(whole.text).toContain(point?.summary.id);
    expect(line.text).not.toContain(point?.summary.id);
    expect(line.text).toMatch(/^Selamat datang, orang-baru\..* ketik \/aturan Pasal 9 dan \/aturan Pasal 10\.$/);
    expect(line.buttons).toEqual(whole.buttons);
    const read = await composed(chat, await chat.type({ userId, place }, "/aturan Pasal 9"));
    expect(read.text).toContain(point?.summary.id);
  });

  it("in a chat nobody bound hears there too that the ethics were read", async () => {
    const chat = bench();
    const ethics = { command: "ethics", values: {} };
    await chat.type(stranger, `/gabung ${ROLE}`);
    const step = await chat.press(stranger, ethics);
    noticeOf(step, "ethicsRead");
    expect(step.rows).toMatchObject([{ to: stranger.place, whisperTo: { id: "orang-baru" }, governmentId: "jabar" }]);
    const { directory } = await chat.store.sceneOfGovernment("jabar");
    const person = directory.people.find(({ name }) => name === "orang-baru");
    expect(person?.ethicsReadAt).toEqual(MORNING);
    const content = { agencyId: "jabar-dukcapil", articles: "Pasal 9; Pasal 10" };
    expect(step.history).toMatchObject([{ kind: "ethicsRead", subjectId: person?.id, actor: person?.id, content }]);
    const again = await chat.press(stranger, ethics);
    expect([codesOf(again), again.history]).toEqual([["ethicsRead"], []]);
  });

  it("in a chat nobody bound hears no other button, nor that of somebody nobody knows", async () => {
    const chat = bench();
    refusal(await chat.press(stranger, { command: "ethics", values: {} }), "notConnected");
    await chat.type(stranger, `/gabung ${ROLE}`);
    const step = await chat.press(stranger, { command: "queue", values: {} });
    refusal(step, "notConnected");
    expect(step.history).toMatchObject([{ kind: "refused", content: { what: "button" } }]);
  });

  it.each([
    ["kobar", "Etika (Pasal 13)", "Menjaga rahasia negara", "(Pasal 14)", "Menguasai dan menjalankan"],
    ["klaten", "Etika (Pasal 15)", "Menjaga rahasia negara", "(Pasal 14)", "Menangkal isu dan berita"],
    ["jabar", "Etika (Pasal 9)", "Setia pada Pancasila", "(Pasal 10)", "Menguasai dan menjalankan"],
  ] as const)("in %s shows both lists in full, each under its article", async (government, ...shown) => {
    const appointment = { ...role.appointment, agencyId: `${government}-dukcapil` };
    const code = `${government.toUpperCase()}-R0000-00002`;
    const chat = createChatBench(government, {
      change: (directory) => ({ ...directory, invitations: [given(code, { ...role, appointment })] }),
    });
    const { text } = await composed(chat, await chat.type(stranger, `/join ${code}`));
    expect(shown.map((each) => text.indexOf(each))).toEqual(
      shown.map((each) => text.indexOf(each)).toSorted((a, b) => a - b),
    );
    expect(shown.filter((each) => !text.includes(each))).toEqual([]);
    const { ethics, duties } = profileOf(chat.directory().government.profile);
    for (const { summary } of [...ethics, ...duties]) expect(text).toContain(`• ${summary.id}`);
  });

  it("gives somebody known the role besides, under the name they have", async () => {
    const chat = bench();
    const seat = chat.seat("pupr");
    await chat.type(seat, `/join ${ROLE}`);
    const { directory } = await chat.store.sceneOfGovernment("jabar");
    const held = directory.appointments.filter(({ personId }) => personId === seat.userId);
    expect(held.map(({ agencyId }) => agencyId).sort()).toEqual(["jabar-dukcapil", "jabar-pupr"]);
    expect(directory.people).toHaveLength(chat.directory().people.length);
  });

  it("makes the phone of somebody known a shared one and says whether they are a civil servant, as the code says", async () => {
    const shared = { ...role, shared: true, civilServant: false };
    const chat = bench((directory) => ({ ...directory, invitations: [given(ROLE, shared)] }));
    const seat = chat.seat("pupr");
    const step = await chat.type(seat, `/join ${ROLE}`);
    expect(step.history).toMatchObject([{ kind: "joined", content: { shared: "yes", civilServant: "no" } }]);
    const known = async () =>
      (await chat.store.sceneOfGovernment("jabar")).directory.people.find(({ id }) => id === seat.userId);
    expect(await known()).toMatchObject({ shared: true, civilServant: false, name: `Nama ${seat.userId}` });
  });

  it("never makes a shared phone a person's own", async () => {
    const chat = bench((directory) => ({
      ...directory,
      invitations: [given(ROLE, { ...role, shared: false })],
      people: directory.people.map((each) => (each.id === "jabar-pupr-officer" ? { ...each, shared: true } : each)),
    }));
    expect((await chat.type(chat.seat("pupr"), `/join ${ROLE}`)).rows).toMatchObject([
      { content: { kind: "welcome" } },
    ]);
    const { directory } = await chat.store.sceneOfGovernment("jabar");
    expect(directory.people.find(({ id }) => id === "jabar-pupr-officer")?.shared).toBe(true);
  });

  it("of a shared phone is refused to an admin, whose phone only admins share", async () => {
    const chat = bench((directory) => ({ ...directory, invitations: [given(ROLE, { ...role, shared: true })] }));
    refusal(await chat.type(chat.seat("diskominfo", "admin"), `/join ${ROLE}`), "codeShared");
    expect((await chat.type(stranger, `/join ${ROLE}`)).rows).toMatchObject([{ content: { kind: "welcome" } }]);
  });

  it("makes no second appointment of one somebody has, and leaves the code for whom it is meant for", async () => {
    const chat = bench();
    const seat = chat.seat("dukcapil");
    const step = await chat.type(seat, `/join ${ROLE}`);
    refusal(step, "roleKnown");
    expect((await composed(chat, step)).text).toContain("Anda sudah menjadi pengelola Dinas Kependudukan");
    expect((await chat.type(stranger, `/join ${ROLE}`)).rows).toMatchObject([{ content: { kind: "welcome" } }]);
  });

  it("takes the place of the same role that ran out", async () => {
    const chat = bench((directory) => ({
      ...directory,
      appointments: directory.appointments.map((each) =>
        each.personId === "jabar-dukcapil-officer" ? { ...each, validUntil: MORNING } : each,
      ),
    }));
    await chat.type(chat.seat("dukcapil"), `/join ${ROLE}`);
    const { directory } = await chat.store.sceneOfGovernment("jabar");
    const held = directory.appointments.filter(({ personId }) => personId === "jabar-dukcapil-officer");
    expect(held.map(({ number, ended, validUntil }) => [number, ended, validUntil])).toEqual([
      ["800/011/2021", true, MORNING],
      ["800/1", undefined, undefined],
    ]);
  });

  it("adds an account to the same person, and never one that is somebody already", async () => {
    const chat = bench();
    refusal(await chat.type(chat.seat("dukcapil"), `/join ${IDENTITY}`), "identityTaken");
    expect(codesOf(await chat.type(stranger, `/join ${IDENTITY}`))).toEqual(["identityAdded"]);
    const { directory } = await chat.store.sceneOfGovernment("jabar");
    expect(directory.people.find(({ id }) => id === "jabar-pupr-officer")?.identities).toHaveLength(2);
  });

  it("refuses in words that say what to do", async () => {
    const chat = bench((directory) => ({
      ...directory,
      invitations: [...invitations, given("JABAR-00000-00004", role, { expiresAt: MORNING })],
    }));
    refusal(await chat.type(stranger, "/join JABAR-00000-00004"), "codeExpired");
    refusal(await chat.type(stranger, `/join ${CHAT}`), "codeOfChat");
    refusal(await chat.type(stranger, `/setup ${ROLE}`), "codeOfPerson");
    refusal(await chat.type(chat.seat("pupr"), "/join"), "codeMissing");
    const [row] = (await chat.type(chat.seat("pupr"), "/join")).rows;
    expect(row?.content).toMatchObject({ values: { letters: "JABAR" } });
  });

  it("is not listened to after five wrong codes, for an hour, and only for that person", async () => {
    const chat = bench();
    for (let wrong = 0; wrong < 5; wrong += 1) {
      refusal(await chat.type(stranger, "/join JABAR-00000-0000X"), "codeUnknown");
      chat.advance(1);
    }
    refusal(await chat.type(stranger, `/join ${ROLE}`), "codeTries");
    expect(codesOf(await chat.type({ ...stranger, userId: "lain" }, `/join ${IDENTITY}`))).toEqual(["identityAdded"]);
    chat.advance(54);
    refusal(await chat.type(stranger, `/join ${ROLE}`), "codeTries");
    chat.advance(1);
    expect((await chat.type(stranger, `/join ${ROLE}`)).rows[0]?.content.kind).toBe("welcome");
  });

  it("of a code nobody gave out is answered and counted the same, whatever its letters", async () => {
    const said = async (...lines: readonly string[]) => {
      const chat = bench();
      const steps: Step[] = [];
      for (const line of lines) steps.push(await chat.type(stranger, line));
      return steps.map(({ rows, history }) => ({
        told: rows.map(({ content, governmentId }) => ({ content, governmentId })),
        kept: history.map(({ governmentId, kind, content, subjectId }) => ({ governmentId, kind, content, subjectId })),
      }));
    };
    const six = (letters: string) => Array.from({ length: 6 }, () => `/join ${letters}-00000-0000X`);
    const unknown = await said(...six("ENTAH"));
    expect(unknown.map(({ told }) => told[0]?.content)).toMatchObject([
      ...Array.from({ length: 5 }, () => ({ code: "codeUnknown" })),
      { code: "codeTries" },
    ]);
    for (const letters of ["JABAR", "KOBAR"]) expect(await said(...six(letters))).toEqual(unknown);
    expect(await said("/join KOBAR-00000-0000", "/join X")).toEqual(unknown.slice(0, 2));
  });

  it("still works with the right code of a government that is not the one answering", async () => {
    const chat = bench();
    const step = await chat.type(stranger, `/join ${ROLE}`);
    expect(step.rows[0]).toMatchObject({ governmentId: "jabar", content: { kind: "welcome" } });
  });

  it("comes with the link that opens a chat with the bot; without a code that is help", async () => {
    const chat = bench();
    expect((await chat.type(chat.seat("pupr"), "/start")).rows[0]?.content.kind).toBe("help");
    expect((await chat.type(stranger, `/start ${ROLE}`)).rows[0]?.content.kind).toBe("welcome");
  });

  it("takes a form too", async () => {
    const chat = bench();
    const step = await chat.submit(stranger, "join", { secret: ROLE });
    expect(step.rows[0]?.content.kind).toBe("welcome");
  });
});
