import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApi } from "../../src/chat/api.js";
import { readArguments } from "../../src/chat/arguments.js";
import { followStream } from "../../src/chat/event-stream.js";
import { parseLine } from "../../src/chat/line.js";
import { createMessageList } from "../../src/chat/message-list.js";
import { createSession, type Session } from "../../src/chat/session.js";
import { offeredGovernments, surroundingsOf } from "../../src/chat/surroundings.js";
import { readConfig } from "../../src/config.js";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { createMemorySimulatorHost, type MemorySimulatorHost, memoryWorld } from "../support/memory-simulator-host.js";
import { createRecordingInbox, type RecordingInbox } from "../support/recording-inbox.js";
import { createSimulatorBench, type SimulatorBench } from "../support/simulator-bench.js";

const never = new AbortController().signal;

describe("parseLine", () => {
  it.each([
    ["halo semua", { kind: "say", text: "halo semua" }],
    ["  /inquiry Kapan? ", { kind: "say", text: "/inquiry Kapan?" }],
    ["::r 1", { kind: "say", text: ":r 1" }],
    ["", { kind: "nothing" }],
    [":r 3 Siap, kami cek", { kind: "reply", message: "3", text: "Siap, kami cek" }],
    [":r . ya", { kind: "reply", message: ".", text: "ya" }],
    [":e 2 betul", { kind: "edit", message: "2", text: "betul" }],
    [":b 12 1", { kind: "press", message: "12", button: "1" }],
    [":+ 4 👍🏽", { kind: "react", message: "4", emoji: "👍🏽", removed: false }],
    [":- . ❌", { kind: "react", message: ".", emoji: "❌", removed: true }],
    [":c", { kind: "channel" }],
    [":c 2", { kind: "channel", number: "2" }],
    [":g", { kind: "government" }],
    [":as 1", { kind: "person", number: "1" }],
    [":clock 60", { kind: "clock", move: { advanceMinutes: 60 } }],
    [":next", { kind: "clock", move: { to: "next-event" } }],
    [":help", { kind: "help" }],
    [":q", { kind: "quit" }],
  ])("reads %j", (raw, line) => expect(parseLine(raw)).toEqual(line));

  it.each([":", ": x", ":x"])("does not know %j", (raw) => expect(parseLine(raw)).toEqual({ kind: "bad" }));

  it.each([
    ...[":r", ":r 1", ":r x y", ":e", ":b", ":b 1", ":+", ":+ 1", ":+ 1 👍 👍", ":- 1"],
    ...[":c x", ":as x", ":g x", ":clock", ":clock -5"],
  ])("explains how to write %j", (raw) =>
    expect(parseLine(raw)).toEqual({ kind: "explain", verb: raw.slice(1).split(" ")[0] }),
  );
});

describe("the command line", () => {
  const settings = (env: Record<string, string>) => () => readConfig(env, "/nowhere");
  const unread = () => {
    throw new Error("must not be read");
  };
  const tells = (args: readonly string[], env: Record<string, string> = {}) => {
    const wish = readArguments(args, settings(env));
    return wish.kind === "tell" ? wish : undefined;
  };

  it.each([
    [{}, "http://127.0.0.1:3000"],
    [{ PORT: "3444" }, "http://127.0.0.1:3444"],
    [{ HOST: "0.0.0.0", PORT: "3001" }, "http://127.0.0.1:3001"],
    [{ HOST: "::" }, "http://127.0.0.1:3000"],
    [{ HOST: "::1" }, "http://[::1]:3000"],
    [{ HOST: "tanggap.example" }, "http://tanggap.example:3000"],
  ])("talks to the program of %j", (env, base) =>
    expect(readArguments([], settings(env))).toEqual({ kind: "talk", base, locale: undefined }),
  );

  it.each([
    ["3001", "http://127.0.0.1:3001"],
    ["localhost:3001", "http://localhost:3001"],
    ["[::1]:3001/", "http://[::1]:3001"],
    ["https://tanggap.example/", "https://tanggap.example"],
  ])("prefers the address %j to the configuration", (typed, base) =>
    expect(readArguments(["--lang", "en", typed], unread)).toEqual({ kind: "talk", base, locale: "en" }),
  );

  it.each(["en", "99999", "0", "ftp://x:1", "http://", "a b:1"])("says that %j is no address", (typed) => {
    expect(readArguments([typed], unread)).toMatchObject({ kind: "tell", isMistake: true });
    expect(tells([typed])?.text).toContain(`"${typed}" bukan alamat`);
  });

  it("says in one sentence what it does not understand", () => {
    expect(tells(["--port", "3001"])).toMatchObject({ isMistake: true });
    expect(tells(["--port", "3001"])?.text).toMatch(/^Pilihan --port tidak dikenal\. .*$/);
    expect(tells(["-x", "--lang=en"])?.text).toMatch(/^There is no option -x\. .*$/);
    expect(tells(["--lang", "xx"])?.text).toMatch(/^Bahasa yang tersedia .*$/);
    expect(tells(["--lang"])?.text).toMatch(/^Bahasa yang tersedia .*$/);
    expect(tells(["3001", "3002"])?.text).toMatch(/^Sebutkan satu alamat saja.*$/);
    expect(tells([], { PORT: "0" })?.text).toMatch(/^Dengan PORT=0 .*$/);
    expect(tells([], { PORT: "x" })?.text).toMatch(/^Pengaturan .*:\n {2}- PORT must .*$/);
  });

  it("explains itself in both languages without reading the configuration", () => {
    expect(readArguments(["--help"], unread)).toMatchObject({ kind: "tell", isMistake: false });
    expect(tells(["-h"])?.text).toContain("Pemakaian: npm run chat");
    expect(tells(["-h", "-l", "en"])?.text).toContain("Usage: npm run chat");
  });
});

describe("the lists", () => {
  const agency = (code: string, name: string) => ({ id: code, code, name, government: "kobar" });
  const person = (name: string, ...roles: readonly (readonly [string, string])[]) => ({
    ...{ id: name, name, government: "kobar", roles: roles.map(([role, at]) => ({ role, agency: at })) },
  });
  const government = (id: string, name: string) => ({ id, name });
  const world = {
    governments: [government("j", "Jawa Barat"), government("b", "Bali"), government("kobar", "Kotawaringin Barat")],
    agencies: [agency("satpolpp", "Satuan Polisi Pamong Praja"), agency("diskominfo", "Dinas Kominfo")],
    channels: [
      { id: "c", name: "Satpol PP · Kerja", government: "kobar", agency: "satpolpp", purpose: "work" as const },
      { id: "d", name: "Grup baru", government: "kobar", agency: null, purpose: null },
      { id: "e", name: "Grup jauh", government: "b", agency: null, purpose: null },
    ],
    people: [
      { ...person("Wati"), registered: false },
      person("Adi"),
      person("Banyu (Satpol PP)", ["head", "satpolpp"]),
      person("Galih (Satpol PP)", ["officer", "satpolpp"]),
      person("Panji (Diskominfo)", ["communications", "diskominfo"], ["official", "diskominfo"]),
      person("Tari", ["officer", "satpolpp"], ["official", "diskominfo"]),
    ],
    now: "2026-01-05T02:00:00.000Z",
  };
  const around = surroundingsOf(world, government("kobar", "Kotawaringin Barat"), undefined);

  it("offers the tour's government first, the others by name", () => {
    expect(offeredGovernments(world).map(({ name }) => name)).toEqual(["Kotawaringin Barat", "Bali", "Jawa Barat"]);
  });

  it("groups people by agency and says no word twice", () => {
    const lines = around.people.map(({ heading, people }) => [heading, ...people.map(around.personLine)]);
    expect(lines).toEqual([
      ["Dinas Kominfo", "Panji (Diskominfo), pejabat, Diskominfo"],
      [
        ...["Satuan Polisi Pamong Praja", "Galih (Satpol PP), petugas", "Tari (satpolpp), petugas, pejabat diskominfo"],
        "Banyu (Satpol PP), kepala instansi",
      ],
      ["Lainnya", "Adi, tanpa peran", "Wati, belum terdaftar"],
    ]);
    expect(around.channels.map((channel) => around.channelLine(channel, 0))).toEqual([
      "#Satpol PP · Kerja",
      "#Grup baru (belum tersambung)",
    ]);
  });
});

describe("the message list", () => {
  const message = {
    ...{ id: "7", from: "bot", at: "2026-01-05T02:00:00.000Z", text: "kartu", replyTo: null, editedAt: null },
    ...{ visibleTo: null, reactions: [], buttons: [{ id: "t", label: "Setujui" }] },
  };
  const newList = () =>
    createMessageList(
      surroundingsOf({ ...memoryWorld, now: "2026-01-05T02:00:00.000Z" }, memoryWorld.governments[0], undefined),
    );

  it("shows a message, then only what changed of it", () => {
    const list = newList();
    expect(list.show(message)).toMatch(/^\[1\] Tanggap, Sen 5 Jan 09\.00 WIB:\n {6}kartu\n {6}\[1: Setujui\]$/);
    expect(list.show(message)).toBeUndefined();
    expect(list.show({ ...message, reactions: [{ emoji: "👍", by: "sari" }] })).toBe("[1]\n      👍 Sari");
    expect(list.show({ ...message, reactions: [] })).toBe("[1]\n      —");
    expect(list.show({ ...message, text: "selesai" })).toContain("(diperbarui):\n      selesai");
    expect(list.byNumber("1")?.text).toBe("selesai");
    expect(list.byNumber(".")?.text).toBe("selesai");
    expect(list.byNumber("2")).toBeUndefined();
  });

  it("lets no message act on the terminal", () => {
    const shown = newList().show({ ...message, text: "\u001b[2J\u202Ea\rb\u0007\u009b31m" });
    expect(shown).toContain("\uFFFD[2J\uFFFDa\uFFFDb\uFFFD\uFFFD31m");
  });
});

/** The client's parts against the real routes on a loopback server. */
describe("the client and the program", () => {
  let host: MemorySimulatorHost;
  let inbox: RecordingInbox;
  let bench: SimulatorBench;
  let server: ServerType;
  let port = 0;
  let refusals = 0;

  const listen = async (): Promise<void> => {
    const fetchApi = async (request: Request): Promise<Response> => {
      if (request.method === "POST" && refusals > 0) {
        refusals -= 1;
        await bench.call("POST", "/events", await request.text());
        return Response.json({ error: { code: "unavailable" } }, { status: 503 });
      }
      const body = request.method === "GET" ? undefined : await request.text();
      const { pathname, search } = new URL(request.url);
      return bench.call(request.method, pathname.replace("/api/simulator", "") + search, body, {
        headers: request.headers,
        signal: request.signal,
      });
    };
    server = serve({ fetch: fetchApi, port, hostname: "127.0.0.1" });
    if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
    port = (server.address() as AddressInfo).port;
  };

  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });

  beforeEach(async () => {
    host = createMemorySimulatorHost();
    inbox = createRecordingInbox();
    bench = createSimulatorBench(host, inbox, contractSurface);
    await bench.adapter.start(bench.context);
    port = 0;
    refusals = 0;
    await listen();
  });
  afterEach(async () => {
    await bench.adapter.stop(never);
    await close();
  });

  const base = () => `http://127.0.0.1:${port}`;

  const open = async (): Promise<{ readonly session: Session; readonly printed: string[] }> => {
    const printed: string[] = [];
    const api = createApi(base(), never, () => printed.push("again"));
    const world = await api.world();
    if (world.kind !== "done") throw new Error("no world");
    return { session: createSession(api, world.body, (text) => printed.push(text), undefined), printed };
  };

  const asBudi = async () => {
    const opened = await open();
    for (const line of ["1", "1"]) await opened.session.line(line);
    return opened;
  };

  it("asks for a government and a person by number, then enters their channel", async () => {
    const { session, printed } = await open();
    expect(printed.at(-1)).toContain("1. Pemkab Contoh\n   2. Pemprov Contoh\n");
    await session.line("9");
    await session.line("halo");
    expect(printed.slice(-2)).toEqual(["Ketik angka 1 sampai 2.", "Ketik angka 1 sampai 2."]);
    await session.line("1");
    expect(printed.at(-1)).toContain("Dinas Kominfo\n   1. Budi (KOMINFO), petugas\n   2. Sari (KOMINFO), pejabat\n");
    await session.line("1");
    expect(printed.slice(-2)).toEqual([
      "Waktu simulasi sekarang Sen 5 Jan 09.00 WIB.",
      "Sekarang Anda Budi (KOMINFO), petugas, di grup #kominfo. Ketik :help untuk bantuan.",
    ]);
  });

  it("goes to a person's own channel and to another government", async () => {
    const { session, printed } = await asBudi();
    await session.line(":c 2");
    expect(printed.at(-1)).toContain("di grup #pejabat");
    await session.line(":as 2");
    expect(printed.at(-1)).toContain("Anda Sari (KOMINFO), pejabat, di grup #kominfo");
    await session.line(":g 2");
    await session.line("halo");
    expect(printed.at(-1)).toBe("Ketik angka 1 sampai 1.");
    await session.line("1");
    expect(printed.at(-1)).toContain("Anda Tono, tanpa peran, di grup #dishub");
    expect(inbox.events).toEqual([]);
  });

  it("offers what was added since, and says what to do where there is nothing", async () => {
    const { session, printed } = await asBudi();
    await host.addPerson("gov-jabar", "Wati");
    await session.line(":g 2");
    await session.line("2");
    expect(printed.at(-1)).toContain("Anda Wati, belum terdaftar, di grup #dishub");
    const world = await host.world();
    host.world = async () => ({ ...world, channels: [], people: [] });
    await session.line(":g 2");
    expect(printed.at(-1)).toContain("Belum ada grup atau orang di sini.");
    expect(printed.at(-1)).toContain(base());
  });

  it("explains a command that lacks its numbers", async () => {
    const { session, printed } = await open();
    await session.line(":b");
    expect(printed.at(-1)).toBe("Tulis :b NOMOR_PESAN NOMOR_TOMBOL, misalnya :b 8 1");
  });

  it("tells a database that is away from a program that does not run", async () => {
    const { session, printed } = await asBudi();
    host.database("down");
    await session.catchUp();
    expect(printed.at(-1)).toBe("Program berjalan, tetapi basis datanya belum dapat dipakai. Coba lagi sebentar lagi.");
    expect(await createApi(base(), never, () => {}).world()).toEqual({ kind: "failed", reason: "unavailable" });
    await close();
    // Another name of the same address, so that no kept connection breaks instead.
    const elsewhere = createApi(base().replace("127.0.0.1", "localhost"), never, () => {});
    expect(await elsewhere.world()).toEqual({ kind: "failed", reason: "no-connection" });
  });

  it("sends commands, messages, replies, reactions and buttons", async () => {
    const { session, printed } = await asBudi();
    await host.messages.post({
      ...{ channel: "c-kominfo", from: "bot", text: "kartu", blocks: [], replyTo: null, visibleTo: null },
      ...{ buttons: [{ id: "tok", label: "Setujui" }], expectsReplyFrom: null, idempotencyKey: null },
    });
    await session.catchUp();
    expect(printed.at(-1)).toContain("[1: Setujui]");
    for (const line of ["/queue", ":r . Siap", ":b 1 1", ":+ . 👍", ":b 1 9", ":r 9 x", ":e 2 /queue 2"])
      await session.line(line).then(session.catchUp);
    expect(inbox.events.map(({ type }) => type)).toEqual(["command", "message", "action", "reaction", "edited"]);
    expect(printed).toContain("Tidak ada tombol nomor 9 pada pesan itu.");
    expect(printed).toContain("Tidak ada pesan nomor 9.");
    expect(printed.at(-1)).toContain("/queue 2");
  });

  it("says why something was refused", async () => {
    const { session, printed } = await asBudi();
    await session.line("@tanggap halo");
    await session.line(":as 2");
    await session.catchUp();
    await session.line(":e 1 ubah");
    expect(printed.at(-1)).toBe("Hanya penulisnya yang dapat mengubah pesan.");
    host.set({ clock: "refused" });
    await session.line(":next");
    expect(printed.at(-1)).toContain("Waktu tidak dapat dimajukan");
  });

  it("moves the clock and changes channels, counting what came elsewhere", async () => {
    const post = (channel: string, visibleTo: string | null = null) =>
      host.messages.post({
        ...{ channel, from: "bot", text: "x", blocks: [], buttons: [], replyTo: null, visibleTo },
        ...{ expectsReplyFrom: null, idempotencyKey: null },
      });
    await post("c-pejabat");
    const { session, printed } = await asBudi();
    await post("c-kominfo");
    await post("c-pejabat");
    await post("c-pejabat", "sari");
    await session.line(":clock 60");
    expect(printed.slice(-3)).toEqual([
      "Waktu simulasi sekarang Sen 5 Jan 10.00 WIB.",
      expect.stringMatching(/^\[1\] Tanggap/),
      "1 pesan baru di #pejabat (buka dengan :c 2)",
    ]);
    for (const message of (await host.messages.list("c-pejabat", undefined)) ?? [])
      session.message({ ...message, blocks: [], at: "", editedAt: null, reactions: [{ emoji: "👍", by: "sari" }] });
    await session.line(":c");
    expect(printed.at(-1)).toContain("2. #pejabat (persetujuan), 1 pesan baru");
    await session.line("2");
    expect(printed.at(-3)).toContain("Sekarang Anda Budi (KOMINFO), petugas, di grup #pejabat");
    await session.line(":c");
    expect(printed.at(-1)).not.toContain("pesan baru");
    expect(await session.line(":q")).toBe(false);
  });

  it("repeats an event under its id until it is taken", async () => {
    refusals = 1;
    const { session, printed } = await asBudi();
    await session.line("/queue");
    expect(printed).toContain("again");
    expect(inbox.events).toHaveLength(1);
    expect(await host.messages.list("c-kominfo", undefined)).toHaveLength(1);
  });

  it("follows the stream over a restart without loss and without repeats", async () => {
    const say = (text: string) =>
      bench.call("POST", "/events", { as: "budi", channel: "c-kominfo", type: "message", text });
    const seen: string[] = [];
    const states: boolean[] = [];
    const leaving = new AbortController();
    const following = followStream(`${base()}/api/simulator/stream`, leaving.signal, {
      onMessage: ({ text }) => seen.push(text),
      onConnection: (isUp) => states.push(isUp),
    });
    await vi.waitFor(() => expect(states).toEqual([true]));
    await say("satu");
    await vi.waitFor(() => expect(seen).toEqual(["satu"]));
    await close();
    await say("dua");
    await listen();
    await say("tiga");
    await vi.waitFor(() => expect(seen).toEqual(["satu", "dua", "tiga"]), { timeout: 20_000 });
    expect(states.at(-1)).toBe(true);
    leaving.abort();
    await following;
    await vi.waitFor(() => expect(host.listeners()).toBe(0));
  });
});
