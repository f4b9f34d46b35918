import { describe, expect, it } from "vitest";
import { typedCommands } from "../../src/app/commands.js";
import { commandNames } from "../../src/i18n/id/command-names.js";
import { type ChatBench, createChatBench } from "../support/chat-bench.js";
import { codesOf, expectRefused, noticeOf } from "../support/step-notices.js";

const URL = "https://contoh.invalid/p/1";

const logged = async (bench: ChatBench, text = "Kapan lampu jalan diperbaiki?") => {
  const step = await bench.type(bench.seat("dukcapil"), `/inquiry ${text}`);
  await bench.relay();
  return step;
};

describe("/inquiry", () => {
  it("logs a case of the chat's agency: its number, one card in the work channel, one line of history", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const step = await bench.type(officer, "/inquiry Kapan lampu jalan diperbaiki?");
    const inquiry = await bench.inquiry();
    expect(inquiry).toMatchObject({
      code: "KOBAR-26-0001",
      agencyId: "kobar-dukcapil",
      text: "Kapan lampu jalan diperbaiki?",
      status: "received",
      createdBy: officer.userId,
      version: 1,
    });
    expect(step.rows).toMatchObject([
      {
        step: "card:home",
        to: bench.place("dukcapil"),
        content: { kind: "case-card", inquiryId: inquiry.id, agencyId: "kobar-dukcapil" },
        card: { key: `case:${inquiry.id}`, version: 1 },
        duties: [],
      },
    ]);
    expect(step.history).toMatchObject([
      { kind: "received", subjectId: inquiry.id, actor: officer.userId, content: { text: inquiry.text } },
    ]);
  });

  it("takes its inputs as key=value anywhere, quoted where they have spaces, the rest as text", async () => {
    const bench = createChatBench("kobar");
    await logged(
      bench,
      `kind=kritik Jalan rusak from="Warga Contoh" account=@dishub sentiment=negative link=${URL} theme='jalan raya' post=${URL}/2 sejak = lama`,
    );
    expect(await bench.inquiry()).toMatchObject({
      kind: "criticism",
      asker: "Warga Contoh",
      account: "@dishub",
      sentiment: "negative",
      link: URL,
      post: `${URL}/2`,
      theme: "jalan raya",
      text: "Jalan rusak sejak = lama",
    });
  });

  it("takes its inputs by their Indonesian names as well, and closed choices by their Indonesian words", async () => {
    const bench = createChatBench("kobar");
    await logged(
      bench,
      `Jenis=pertanyaan Jalan rusak dari="Warga Contoh" akun=@dishub sentimen=Negatif tautan=${URL} tema='jalan raya' unggahan=${URL}/2 ya=tidak`,
    );
    expect(await bench.inquiry()).toMatchObject({
      kind: "question",
      asker: "Warga Contoh",
      account: "@dishub",
      sentiment: "negative",
      link: URL,
      post: `${URL}/2`,
      theme: "jalan raya",
      text: "Jalan rusak ya=tidak",
    });
    await bench.type(bench.seat("dukcapil"), '/teruskan 1 pupr catatan="Mohon cek"');
    expect((await bench.inquiry()).forwards).toMatchObject([{ note: "Mohon cek" }]);
    await bench.type(bench.seat("pupr"), "/kembalikan 1 Bukan kami ke=dishub");
    expect((await bench.inquiry()).forwards).toMatchObject([
      { returned: { reason: "Bukan kami", suggestsAgencyId: "kobar-dishub" } },
    ]);
  });

  it("takes structured options as Slack and Discord send them", async () => {
    const bench = createChatBench("jabar");
    await bench.named(bench.seat("dukcapil"), "inquiry", { text: "Kapan?", kind: "opinion", from: "@warga" });
    expect(await bench.inquiry()).toMatchObject({ text: "Kapan?", kind: "opinion", asker: "@warga" });
  });

  it("takes the text of the citizen's message it replies to", async () => {
    const bench = createChatBench("kobar");
    await bench.type(bench.seat("dukcapil"), "/inquiry from=@warga", { text: "Air mati dua hari." });
    expect(await bench.inquiry()).toMatchObject({ text: "Air mati dua hari.", asker: "@warga" });
  });

  it("keeps line breaks and hostile markup as they were typed", async () => {
    const bench = createChatBench("kobar");
    await logged(bench, "Pagi,\n\n<b>kapan</b> @everyone 'selesai'?");
    expect((await bench.inquiry()).text).toBe("Pagi,\n\n<b>kapan</b> @everyone 'selesai'?");
  });

  it.each([
    ["kobar", "opinion"],
    ["kobar", "complaint"],
    ["klaten", "criticism"],
    ["jabar", "complaint"],
    ["jabar", "curhat"],
  ] as const)("in %s there is no kind %s", async (government, kind) => {
    const bench = createChatBench(government);
    const officer = bench.seat("dukcapil");
    const notice = expectRefused(await bench.type(officer, `/inquiry Kapan? kind=${kind}`), "badChoice", officer);
    expect(notice.values).toMatchObject({ input: "kind" });
  });

  it("numbers cases without gaps, each government for itself and each year anew", async () => {
    const bench = createChatBench("kobar", { at: new Date("2026-12-31T16:59:00Z") });
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), "/inquiry Kapan? kind=curhat");
    await logged(bench);
    expect((await bench.inquiry(2)).code).toBe("KOBAR-26-0002");
    bench.advance(1);
    await logged(bench);
    expect((await bench.inquiry(1)).code).toBe("KOBAR-27-0001");
  });
});

describe("/forward, /answer, /posted", () => {
  it("carry a case to its end, and tell each side what it waits for", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const related = bench.seat("pupr");
    await logged(bench);
    const forwarded = await bench.type(officer, '/forward KOBAR-26-0001 PUPR note="Mohon cek lapangan"');
    expect(forwarded.rows.map((row) => [row.step.split(":")[0], row.to.channel])).toEqual([
      ["card", "kobar-dukcapil-work"],
      ["card", "kobar-pupr-work"],
      ["done", "kobar-dukcapil-work"],
    ]);
    await bench.relay();
    const answered = await bench.type(related, "/answer 1 Perbaikan Senin.");
    expect(noticeOf(answered, "agencyAnswered")).toMatchObject({
      values: { agency: "Dinas Pekerjaan Umum dan Penataan Ruang" },
      mention: [officer.userId],
      row: { to: bench.place("dukcapil"), replyTo: { card: `case:${(await bench.inquiry()).id}` } },
    });
    expect(noticeOf(answered, "done")).toMatchObject({
      values: { what: "agencyAnswer", agency: "kobar-dukcapil" },
      row: { whisperTo: { id: related.userId } },
    });
    const posted = await bench.type(officer, `/posted 1 ${URL}`);
    expect(codesOf(posted)).toEqual(["published"]);
    expect(noticeOf(posted, "published").values).toEqual({ url: URL });
    expect(await bench.inquiry()).toMatchObject({
      status: "closed",
      closed: { reason: "answered" },
      publications: [{ url: URL, postedBy: officer.userId }],
      forwards: [{ note: "Mohon cek lapangan", answer: { text: "Perbaikan Senin.", by: related.userId } }],
      answers: [{ authorId: related.userId, origin: "forwarded" }],
    });
  });

  it("an answer typed by the holder is ready at once in KB, and the officer is told", async () => {
    const bench = createChatBench("kobar");
    await logged(bench);
    const step = await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    expect(codesOf(step)).toEqual(["answerReady"]);
    expect(step.history.map(({ kind }) => kind)).toEqual(["answerSubmitted", "ready"]);
  });

  it("in JB it goes before the official, and is posted only once approved", async () => {
    const bench = createChatBench("jabar");
    const officer = bench.seat("dukcapil");
    const official = bench.seat("dukcapil", "official");
    await logged(bench);
    const step = await bench.type(officer, "/answer 1 Besok.");
    const [answer] = (await bench.inquiry()).answers;
    expect(step.rows.find((row) => row.content.kind === "approval-card")).toMatchObject({
      to: bench.place("dukcapil", "approval"),
      content: { answerId: answer?.id, gate: "approve" },
      card: { key: `approval:${answer?.id}` },
      duties: [{ kind: "approval", answerId: answer?.id }],
    });
    expectRefused(await bench.type(officer, `/posted 1 ${URL}`), "notReady", officer);
    const approved = await bench.type(official, "/approve 1");
    expect(codesOf(approved)).toEqual(["decided", "answerApproved"]);
    expect(noticeOf(approved, "decided")).toMatchObject({
      values: { name: "Nama jabar-dukcapil-official", position: "official jabar-dukcapil", version: 1 },
      undo: { decisionId: (await bench.inquiry()).decisions[0]?.id },
      row: { to: bench.place("dukcapil", "approval"), replyTo: { card: `approval:${answer?.id}` } },
    });
    expect(noticeOf(approved, "answerApproved")).toMatchObject({
      mention: [officer.userId],
      row: { to: bench.place("dukcapil") },
    });
    expect((await bench.inquiry()).decisions).toMatchObject([
      { kind: "approve", personId: official.userId, appointmentId: `appointment-${official.userId}-official` },
    ]);
    await bench.type(officer, "/posted 1 DM");
    expect((await bench.inquiry()).publications[0]).not.toHaveProperty("url");
  });

  it("the button of a text that was replaced records nothing by the new one", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    await bench.type(officer, "/inquiry Kapan?");
    await bench.type(officer, "/answer 1 Besok.");
    const answerOf = async () => (await bench.inquiry()).answers.at(-1)?.id ?? "";
    const old = { command: "posted", values: { code: "1", answer: await answerOf() } };
    await bench.type(officer, "/answer 1 Lusa.");
    const refused = expectRefused(await bench.submit(officer, "posted", { url: URL }, old), "oldText", officer);
    expect(refused.values).toMatchObject({ version: 2 });
    const current = { command: "posted", values: { code: "1", answer: await answerOf() } };
    await bench.submit(officer, "posted", { url: URL }, current);
    expect((await bench.inquiry()).status).toBe("closed");
  });

  it.each(["dm", "DM", "pribadi", "Pribadi"])("/posted 1 %s: it was answered in a private message", async (word) => {
    const bench = createChatBench("kobar");
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), "/answer 1 Besok.");
    await bench.type(bench.seat("dukcapil"), `/posted 1 ${word}`);
    const { publications, status } = await bench.inquiry();
    expect(status).toBe("closed");
    expect(publications[0]).not.toHaveProperty("url");
  });

  it("several agencies by code or name, and their answers are put together by one officer", async () => {
    const bench = createChatBench("kobar");
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr, Dinas Perhubungan, PLN ULP Contoh");
    expect((await bench.inquiry()).forwards.map((each) => each.agencyId)).toEqual([
      "kobar-pupr",
      "kobar-dishub",
      "kobar-pln",
    ]);
    await bench.type(bench.seat("pupr"), "/answer 1 Jalan Senin.");
    await bench.type(bench.seat("dishub"), "/answer 1 Lampu Selasa.");
    expect((await bench.inquiry()).status).toBe("forwarded");
    await bench.type(bench.seat("pln"), "/answer 1 Listrik Rabu.");
    expect(await bench.inquiry()).toMatchObject({ status: "answered", answers: [] });
    await bench.type(bench.seat("dukcapil"), "/answer 1 Senin, Selasa, Rabu.");
    expect(await bench.inquiry()).toMatchObject({ status: "ready", answers: [{ version: 1, origin: "forwarded" }] });
  });

  it("the same agency named twice is asked once", async () => {
    const bench = createChatBench("kobar");
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr PUPR");
    expect((await bench.inquiry()).forwards).toHaveLength(1);
  });
});

describe("/return, /close, /reopen", () => {
  it("returns with a suggestion, and twice returned Diskominfo is asked to decide", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const office = bench.seat("diskominfo", "official");
    await logged(bench);
    await bench.type(officer, "/forward 1 pupr");
    const returned = await bench.type(bench.seat("pupr"), "/return 1 Bukan kewenangan kami to=dishub");
    expect(noticeOf(returned, "agencyReturned").values).toEqual({
      agency: "Dinas Pekerjaan Umum dan Penataan Ruang",
      next: "forward",
      reason: "Bukan kewenangan kami",
      suggests: "Dinas Perhubungan",
    });
    await bench.type(officer, "/forward 1 dishub");
    expect(returned.rows.filter((row) => row.card?.key.startsWith("office:"))).toEqual([]);
    const again = await bench.type(bench.seat("dishub"), "/return 1 Bukan kami juga");
    expect(noticeOf(again, "agencyReturned").values).toMatchObject({ next: "office" });
    const officeCard = again.rows.filter((row) => row.card?.key.startsWith("office:"));
    expect(officeCard).toMatchObject([{ to: bench.place("diskominfo"), content: { agencyId: "kobar-diskominfo" } }]);
    expect(noticeOf(again, "returnedTwice")).toMatchObject({
      mention: [office.userId],
      row: { to: bench.place("diskominfo") },
    });
    expectRefused(await bench.type(officer, "/forward 1 dlh"), "communicationsDecides", officer);
    await bench.type(office, "/forward 1 dlh");
    expect((await bench.inquiry()).forwards.at(-1)).toMatchObject({
      agencyId: "kobar-dlh",
      fromAgencyId: "kobar-diskominfo",
      forwardedBy: office.userId,
    });
    const third = await bench.type(bench.seat("dlh"), "/return 1 Bukan kami");
    expect(codesOf(third)).toEqual(["agencyReturned", "done"]);
    await bench.type(officer, "/forward 1 dinkes");
    expect((await bench.inquiry()).status).toBe("forwarded");
    await bench.type(officer, "/close 1 noted");
    const reopened = await bench.type(officer, "/reopen 1 Ditanya lagi");
    expect(reopened.rows.filter((row) => row.card?.key.startsWith("office:"))).toHaveLength(1);
  });

  it("passes on to a third agency and tells the holder", async () => {
    const bench = createChatBench("kobar");
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    await bench.relay();
    bench.advance(60);
    const step = await bench.type(bench.seat("pupr"), "/forward 1 dishub");
    expect(noticeOf(step, "agencyPassedOn").values).toEqual({
      agency: "Dinas Pekerjaan Umum dan Penataan Ruang",
      to: "Dinas Perhubungan",
    });
    expect((await bench.inquiry()).forwards).toMatchObject([{ status: "passed" }, { status: "open" }]);
    const related = bench.seat("pupr");
    expectRefused(await bench.type(related, "/answer 1 Terlambat."), "noOpenForward", related);
    expectRefused(await bench.type(related, "/forward 1 dlh"), "noOpenForward", related);
  });

  it.each([
    ["spam", { reason: "spam" }],
    ["Pertanyaan ganda KOBAR-26-0001", { reason: "duplicate", detail: "KOBAR-26-0001", duplicateOf: "id-1" }],
    ["Dicatat, tidak perlu jawaban", { reason: "noted" }],
    ["noted, sudah disampaikan lisan", { reason: "noted", detail: "sudah disampaikan lisan" }],
    ["warga sudah datang ke kantor", { reason: "other", detail: "warga sudah datang ke kantor" }],
  ])("closes: %s", async (typed, closed) => {
    const bench = createChatBench("kobar");
    await bench.named(bench.seat("dukcapil"), "inquiry", { text: "Pertama" });
    const [first] = [await bench.inquiry(1)];
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), `/close 2 ${typed}`);
    const expected = "duplicateOf" in closed ? { ...closed, duplicateOf: first?.id } : closed;
    const { at: _, ...stored } = (await bench.inquiry(2)).closed ?? { at: undefined };
    expect(stored).toEqual(expected);
  });

  it("a duplicate of a case that is not there is refused", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    await logged(bench);
    expectRefused(await bench.type(officer, "/close 1 duplicate KOBAR-26-0099"), "unknownCase", officer);
    expect((await bench.inquiry()).status).toBe("received");
  });

  it("asks a waiting agency no more when the case is closed, and goes on when it is reopened", async () => {
    const bench = createChatBench("kobar");
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), "/forward 1 pupr");
    const [forward] = (await bench.inquiry()).forwards;
    const closed = await bench.type(bench.seat("dukcapil"), "/close 1 noted");
    expect(noticeOf(closed, "forwardWithdrawn").row).toMatchObject({
      to: bench.place("pupr"),
      replyTo: { card: `forward:${forward?.id}` },
    });
    expect(noticeOf(closed, "closed").values).toEqual({ reason: "noted" });
    const reopened = await bench.type(bench.seat("dukcapil", "official"), "/reopen 1 Warga bertanya lagi");
    expect(noticeOf(reopened, "reopened").row.to).toEqual(bench.place("dukcapil"));
    expect(await bench.inquiry()).toMatchObject({ status: "received", round: 2 });
  });
});

describe("/reject", () => {
  it("gives the text back with its reason, to the one who wrote it", async () => {
    const bench = createChatBench("jabar");
    const officer = bench.seat("dukcapil");
    await logged(bench);
    await bench.type(officer, "/answer 1 Besok.");
    const step = await bench.type(bench.seat("dukcapil", "official"), "/reject 1 Sebutkan tanggalnya");
    expect(noticeOf(step, "answerRejected")).toMatchObject({
      values: { reason: "Sebutkan tanggalnya", version: 1 },
      mention: [officer.userId],
    });
    expect(await bench.inquiry()).toMatchObject({ status: "revising", decisions: [{ reason: "Sebutkan tanggalnya" }] });
  });
});

describe("what is said to one person", () => {
  it("answers their own message, and nothing where they pressed a button", async () => {
    const bench = createChatBench("kobar");
    await logged(bench);
    const typed = await bench.type(bench.seat("dukcapil"), "/help");
    expect(typed.rows).toMatchObject([{ replyTo: { message: expect.any(String) } }]);
    const pressed = await bench.press(bench.seat("dukcapil"), { command: "help", values: {} });
    expect(pressed.rows).toHaveLength(1);
    expect(pressed.rows[0]).not.toHaveProperty("replyTo");
  });
});

describe("what only reads", () => {
  it.each([
    ["/status 1", { kind: "status" }, false],
    ["/history 1", { kind: "history", page: 0 }, true],
    ["/queue", { kind: "queue", agencyId: "kobar-dukcapil", page: 0 }, true],
    ["/tugas konten", { kind: "calendar", agencyId: "kobar-dukcapil", page: 0 }, true],
    ["/find lampu jalan", { kind: "find", words: "lampu jalan", page: 0, agencyId: "kobar-dukcapil" }, true],
    ["/rules jawaban", { kind: "rules", word: "jawaban", page: 0 }, true],
    ["/rules", { kind: "rules", page: 0 }, true],
    ["/help", { kind: "help", roles: ["officer"] }, true],
    ["/help /Forward", { kind: "help", roles: ["officer"], command: "forward" }, true],
  ])("%s", async (line, content, alone) => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    await logged(bench);
    const step = await bench.type(officer, line);
    expect(step.rows).toHaveLength(1);
    expect(step.rows[0]).toMatchObject({ to: officer.place, content });
    expect(step.rows[0]?.whisperTo?.id).toBe(alone ? officer.userId : undefined);
    expect(step.history).toEqual([]);
    expect((await bench.inquiry()).version).toBe(1);
  });

  it("who may read everything finds everything", async () => {
    const bench = createChatBench("kobar");
    const step = await bench.type(bench.seat("diskominfo", "auditor"), "/find lampu");
    expect(step.rows[0]?.content).toEqual({ kind: "find", words: "lampu", page: 0 });
  });
});

describe("names and codes", () => {
  it.each(typedCommands.flatMap((command) => command.aliases.map((alias) => [alias, command.name])))(
    "/%s is /%s",
    async (alias, name) => {
      const bench = createChatBench("kobar");
      const aliased = await bench.type(bench.seat("dukcapil"), `/${alias}`);
      const plain = await createChatBench("kobar").type(bench.seat("dukcapil"), `/${name}`);
      const shown = (step: typeof aliased) => step.rows.map(({ step: part, content }) => ({ part, content }));
      expect(shown(aliased)).toEqual(shown(plain));
      expect(aliased.rows).not.toEqual([]);
    },
  );

  it("has the aliases people know and one more, and no two commands share a name", () => {
    const listed = Object.fromEntries(typedCommands.map(({ name, aliases }) => [name, aliases]));
    expect(listed).toMatchObject({
      inquiry: ["catat", "tanya"],
      forward: ["teruskan"],
      answer: ["jawab"],
      posted: ["tayang"],
      return: ["kembalikan"],
      approve: ["setuju"],
      reject: ["perbaiki", "tolak"],
      close: ["tutup"],
      reopen: ["bukalagi"],
      queue: ["tugas", "antrean"],
      find: ["cari"],
      history: ["riwayat"],
      rules: ["aturan"],
      help: expect.arrayContaining(["bantuan"]),
      cancel: ["batal"],
    });
    const names = typedCommands.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{1,31}$/);
  });

  it("is named in Indonesian sentences by its own name or an alias of it", () => {
    expect(Object.keys(commandNames).sort()).toEqual(typedCommands.map(({ name }) => name).sort());
    for (const { name, aliases } of typedCommands) expect([name, ...aliases]).toContain(commandNames[name]);
  });

  it.each(["KOBAR-26-0001", "kobar-26-1".replace("-1", "-0001"), "KOBAR-26-00001,", "1", "#1", "0001"])(
    "the case as %s",
    async (code) => {
      const bench = createChatBench("kobar");
      await logged(bench);
      await bench.type(bench.seat("dukcapil"), `/answer ${code} Besok.`);
      expect((await bench.inquiry()).answers).toMatchObject([{ text: "Besok." }]);
    },
  );

  it("no code is needed in reply to a card, and a number there begins the text", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    await logged(bench);
    const card = bench.cardMessage(`case:${(await bench.inquiry()).id}`);
    await bench.type(officer, "/answer 24 jam lagi.", card);
    expect((await bench.inquiry()).answers).toMatchObject([{ text: "24 jam lagi." }]);
    await bench.type(officer, "/jawab KOBAR-26-0001 Dua hari lagi.", card);
    expect((await bench.inquiry()).answers.at(-1)).toMatchObject({ text: "Dua hari lagi." });
  });

  it("takes one pair of quotes off an answer", async () => {
    const bench = createChatBench("kobar");
    await logged(bench);
    await bench.type(bench.seat("dukcapil"), '/answer 1 "Besok, \\"insyaallah\\"."');
    expect((await bench.inquiry()).answers).toMatchObject([{ text: 'Besok, "insyaallah".' }]);
  });

  it("an unknown command is answered with the nearest one", async () => {
    const bench = createChatBench("kobar");
    const officer = bench.seat("dukcapil");
    const near = expectRefused(await bench.type(officer, "/teruskn 1 pupr"), "unknownCommand", officer);
    expect(near.values).toEqual({ command: "teruskn", suggestion: "teruskan" });
    for (const [typed, meant] of [
      ["/buka 1 Lagi", "bukalagi"],
      ["/statuspertanyaan", "status"],
      ["/antrian", "antrean"],
    ] as const)
      expect(noticeOf(await bench.type(officer, typed), "unknownCommand").values).toMatchObject({ suggestion: meant });
    expect(noticeOf(await bench.type(officer, "/xy"), "unknownCommand").values).toEqual({ command: "xy" });
    const far = expectRefused(await bench.type(officer, "/qwertyuiop"), "unknownCommand", officer);
    expect(far.values).toEqual({ command: "qwertyuiop" });
  });
});
