import { beforeEach, describe, expect, it } from "vitest";
import { contractSurface } from "../contract/chat-adapter-bench.js";
import { createMemorySimulatorHost, type MemorySimulatorHost, memoryWorld } from "../support/memory-simulator-host.js";
import { createRecordingInbox } from "../support/recording-inbox.js";
import { createSimulatorBench, type SimulatorBench } from "../support/simulator-bench.js";

const never = new AbortController().signal;
const START = "2026-01-05T02:00:00.000Z";

let host: MemorySimulatorHost;
let bench: SimulatorBench;

beforeEach(async () => {
  host = createMemorySimulatorHost();
  bench = createSimulatorBench(host, createRecordingInbox(), contractSurface);
  await bench.adapter.start(bench.context);
});

const call = async (method: string, path: string, body?: unknown) => {
  const response = await bench.call(method, path, body);
  return { status: response.status, body: await response.json() };
};

const say = (text: string, eventId: string) =>
  bench.call("POST", "/events", { as: "budi", channel: "c-kominfo", type: "message", text, eventId });

const failure = (status: number, code: string) => ({ status, body: { error: { code, message: expect.any(String) } } });

describe("reading", () => {
  it("shows the world", async () => {
    expect(await call("GET", "/world")).toEqual({ status: 200, body: { ...memoryWorld, now: START } });
  });

  it("shows a channel's messages, all or those after one", async () => {
    await say("satu", "e1");
    await say("dua", "e2");
    const { body } = await call("GET", "/channels/c-kominfo/messages");
    expect(body).toEqual([
      {
        ...{ id: "1", from: "budi", at: START, text: "satu", blocks: [], buttons: [], reactions: [] },
        ...{ replyTo: null, editedAt: null, visibleTo: null },
      },
      expect.objectContaining({ id: "2", text: "dua" }),
    ]);
    expect((await call("GET", "/channels/c-kominfo/messages?after=1")).body).toMatchObject([{ id: "2" }]);
    expect((await call("GET", "/channels/c-kominfo/messages?after=")).body).toHaveLength(2);
    expect((await call("GET", "/channels/c-pejabat/messages")).body).toEqual([]);
  });

  it("asks the core what an input may be, for that person in that chat", async () => {
    const asked = { as: "budi", channel: "c-kominfo", source: "category", text: "ban" };
    expect(await call("POST", "/suggest", asked)).toEqual({
      status: 200,
      body: [{ value: "category ban", label: "c-kominfo budi" }],
    });
    expect(await call("POST", "/suggest", { ...asked, as: "entah" })).toEqual(failure(404, "unknown-person"));
    expect(await call("POST", "/suggest", { ...asked, source: "lain" })).toEqual(failure(400, "bad-request"));
  });

  it("refuses an unknown channel and a position that is none", async () => {
    expect(await call("GET", "/channels/lain/messages")).toEqual(failure(404, "unknown-channel"));
    expect(await call("GET", "/channels/c-kominfo/messages?after=x")).toEqual(failure(400, "bad-request"));
  });

  it("shows the surface in both languages", async () => {
    expect(await call("GET", "/surface")).toEqual({
      status: 200,
      body: { commands: contractSurface.commands, forms: [...contractSurface.forms.values()] },
    });
  });

  it("shows a government's articles", async () => {
    expect((await call("GET", "/governments/gov-kobar/articles")).body).toMatchObject([{ citation: "Pasal 1" }]);
    expect(await call("GET", "/governments/lain/articles")).toEqual(failure(404, "unknown-government"));
  });

  it("answers JSON where there is nothing", async () => {
    expect(await call("GET", "/lain")).toEqual(failure(404, "unknown-route"));
    expect(await call("DELETE", "/world")).toEqual(failure(404, "unknown-route"));
  });

  it("says that the database is down, and a bug of its own another way", async () => {
    host.database("down");
    for (const path of ["/world", "/channels/c-kominfo/messages", "/idle", "/stream"])
      expect(await call("GET", path)).toEqual(failure(503, "unavailable"));
    host.database("up");
    host.world = () => Promise.reject(new TypeError("x is not a function"));
    expect(await call("GET", "/world")).toEqual(failure(500, "internal"));
  });
});

describe("time and quiet", () => {
  it("tells whether there is work left", async () => {
    expect((await call("GET", "/idle?timeoutMs=50")).status).toBe(200);
    host.set({ idle: false });
    expect(await call("GET", "/idle")).toEqual(failure(408, "busy"));
    expect(await call("GET", "/idle?timeoutMs=-1")).toEqual(failure(400, "bad-request"));
  });

  it("waits no longer than it may", async () => {
    const asked: number[] = [];
    host.idle = async (timeoutMs) => asked.push(timeoutMs) > 0;
    await call("GET", "/idle");
    await call("GET", "/idle?timeoutMs=250");
    await call("GET", "/idle?timeoutMs=99999999");
    expect(asked).toEqual([10_000, 250, 120_000]);
  });

  it("moves the clock", async () => {
    expect(await call("POST", "/clock", { advanceMinutes: 90 })).toEqual({
      status: 200,
      body: { now: "2026-01-05T03:30:00.000Z" },
    });
    expect((await call("POST", "/clock", { to: "next-event" })).status).toBe(200);
  });

  it.each([{}, { advanceMinutes: -1 }, { advanceMinutes: "5" }, { advanceMinutes: 1e9 }, { to: "x" }, null])(
    "refuses to move the clock by %j",
    async (body) => expect(await call("POST", "/clock", body)).toEqual(failure(400, "bad-request")),
  );

  it("leaves the clock alone beside a real platform", async () => {
    host.set({ clock: "refused" });
    expect(await call("POST", "/clock", { advanceMinutes: 1 })).toEqual(failure(409, "real-platform"));
  });

  it("changes an example government's language", async () => {
    expect(await call("PUT", "/governments/gov-kobar", { locale: "en" })).toEqual({
      status: 200,
      body: { id: "gov-kobar", locale: "en" },
    });
    expect((await call("GET", "/world")).body).toMatchObject({ governments: [{ locale: "en" }, { locale: "id" }] });
    expect(await call("PUT", "/governments/gov-kobar", { locale: "fr" })).toEqual(failure(400, "bad-request"));
    expect(await call("PUT", "/governments/lain", { locale: "en" })).toEqual(failure(404, "unknown-government"));
  });
});

describe("adding chats and people", () => {
  const answer = (id: string, name: string) => ({ id, name, government: "gov-kobar" });

  it("makes them, once under one name, and shows them in the world", async () => {
    for (const [what, id] of [
      ["channels", "chat-gov-kobar-1"],
      ["people", "user-gov-kobar-1"],
    ] as const) {
      const path = `/governments/gov-kobar/${what}`;
      expect(await call("POST", path, { name: "Bagian Umum" })).toEqual({
        status: 201,
        body: answer(id, "Bagian Umum"),
      });
      expect(await call("POST", path, { name: " Bagian\n Umum " })).toEqual({
        status: 200,
        body: answer(id, "Bagian Umum"),
      });
      expect((await host.world())[what].filter((one) => one.id === id)).toMatchObject([{ name: "Bagian Umum" }]);
    }
  });

  it.each([
    ["Grup \u202Eterbalik\u202C", "Grup terbalik"],
    ["\u200BGrup\u0000 \t 1\u2028", "Grup 1"],
    ["<b>*Grup*</b>", "<b>*Grup*</b>"],
    ["👩‍⚕️".repeat(15), "👩‍⚕️".repeat(15)],
  ])("cleans the name %j", async (name, cleaned) => {
    const added = await call("POST", "/governments/gov-kobar/channels", { name });
    expect(added).toEqual({ status: 201, body: answer(expect.any(String), cleaned) });
  });

  it.each([{}, { name: 7 }, { name: "" }, { name: " \n\u200B\u202E" }, { name: "x".repeat(61) }, [], null])(
    "refuses %j",
    async (body) => {
      for (const what of ["channels", "people"])
        expect(await call("POST", `/governments/gov-kobar/${what}`, body)).toEqual(failure(400, "bad-request"));
    },
  );

  it("says how long a name may be, and refuses what is no JSON", async () => {
    expect((await call("POST", "/governments/gov-kobar/people", { name: "" })).body).toEqual({
      error: { code: "bad-request", message: "name: must have 1 to 60 characters" },
    });
    expect(await call("POST", "/governments/gov-kobar/people", "Wati")).toEqual(failure(400, "bad-json"));
  });

  it("knows only example governments", async () => {
    for (const id of ["lain", "gov-kobar%00", "%20"])
      for (const what of ["channels", "people"])
        expect(await call("POST", `/governments/${id}/${what}`, { name: "Grup" })).toEqual(
          failure(404, "unknown-government"),
        );
  });

  it("says what to do when there are enough", async () => {
    for (const what of ["channels", "people"]) {
      for (let count = 1; count <= 50; count += 1)
        expect((await call("POST", `/governments/gov-kobar/${what}`, { name: `Nama ${count}` })).status).toBe(201);
      const full = await call("POST", `/governments/gov-kobar/${what}`, { name: "Nama 51" });
      const message = expect.stringContaining("use one of them");
      expect(full).toEqual({ status: 409, body: { error: { code: `too-many-${what}`, message } } });
      expect((await call("POST", `/governments/gov-kobar/${what}`, { name: "Nama 50" })).status).toBe(200);
      expect((await call("POST", `/governments/gov-jabar/${what}`, { name: "Nama 51" })).status).toBe(201);
    }
  });

  it("says that the database is down", async () => {
    host.database("down");
    expect(await call("POST", "/governments/gov-kobar/people", { name: "Wati" })).toEqual(failure(503, "unavailable"));
  });
});

interface Frame {
  readonly event: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const openStream = async (query = "", headers: Readonly<Record<string, string>> = {}) => {
  const response = await bench.call("GET", `/stream${query}`, undefined, { headers });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error("no body");
  let rest = "";
  const nextBlock = async (): Promise<string> => {
    while (!rest.includes("\n\n")) {
      const { done, value } = await reader.read();
      if (done) return "end";
      rest += new TextDecoder().decode(value);
    }
    const end = rest.indexOf("\n\n");
    const block = rest.slice(0, end);
    rest = rest.slice(end + 2);
    return block;
  };
  return {
    nextBlock,
    async next(): Promise<Frame> {
      const block = await nextBlock();
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
      return { event: field("event"), id: field("id"), data: JSON.parse(field("data")) };
    },
    close: () => reader.cancel(),
  };
};

describe("the stream", () => {
  it("says where it stands, then every change", async () => {
    await say("lama", "e1");
    const stream = await openStream();
    expect(await stream.next()).toEqual({ event: "hello", id: "1", data: { revision: "1" } });
    await say("baru", "e2");
    expect(await stream.next()).toMatchObject({
      event: "message",
      id: "2",
      data: { id: "2", text: "baru", channel: "c-kominfo", from: "budi", at: START, visibleTo: null },
    });
    await host.messages.react("c-kominfo", "1", "👍", "sari", true);
    expect(await stream.next()).toMatchObject({ id: "3", data: { id: "1", reactions: [{ emoji: "👍", by: "sari" }] } });
    await stream.close();
    expect(host.listeners()).toBe(0);
  });

  it.each([
    ["", { "last-event-id": "2" }],
    ["?after=2", {}],
    ["?after=9", { "last-event-id": "2" }],
  ])("goes on after %j %j without loss and without repeats", async (query, headers) => {
    for (const id of ["1", "2", "3", "4"]) await say(`pesan ${id}`, `e${id}`);
    const stream = await openStream(query, headers);
    expect((await stream.next()).data).toEqual({ revision: "2" });
    await say("pesan 5", "e5");
    expect([(await stream.next()).id, (await stream.next()).id, (await stream.next()).id]).toEqual(["3", "4", "5"]);
    await stream.close();
  });

  it("brings more than one page of what was missed", async () => {
    for (let index = 1; index <= 205; index++) await say(`pesan ${index}`, `e${index}`);
    const stream = await openStream("?after=0");
    await stream.next();
    for (let index = 1; index <= 205; index++) expect((await stream.next()).id).toBe(String(index));
    await stream.close();
  });

  it("starts anew when the position is from another database", async () => {
    const stream = await openStream("?after=1000");
    expect((await stream.next()).data).toEqual({ revision: "0" });
    await say("halo", "e1");
    expect((await stream.next()).id).toBe("1");
    await stream.close();
  });

  it("refuses a position that is none", async () => {
    expect(await call("GET", "/stream?after=x")).toEqual(failure(400, "bad-request"));
  });

  it("beats with the case time while nothing changes, and at once when the clock was moved", async () => {
    const stream = await openStream();
    await stream.next();
    host.ring();
    expect(await stream.nextBlock()).toBe('event: beat\nid: 0\ndata: {"now":"2026-01-05T02:00:00.000Z"}');
    await stream.close();
  });

  it("tells that the world is another, so that it is read again", async () => {
    const stream = await openStream();
    await stream.next();
    await call("POST", "/governments/gov-kobar/people", { name: "Wati" });
    expect(await stream.nextBlock()).toBe("event: world\nid: 0\ndata: {}");
    await call("POST", "/governments/gov-kobar/people", { name: "Wati" });
    await say("halo", "e1");
    let { event } = await stream.next();
    while (event === "beat") event = (await stream.next()).event;
    expect(event).toBe("message");
    await stream.close();
  });

  it("outlives a database that is away, and says it lives meanwhile", async () => {
    bench = createSimulatorBench(host, createRecordingInbox(), contractSurface, { heartbeatMs: 5, pollMs: 5 });
    await bench.adapter.start(bench.context);
    const stream = await openStream();
    await stream.next();
    host.database("down");
    expect(await stream.nextBlock()).toBe(": still here");
    host.database("up");
    await say("halo", "e1");
    let block = await stream.nextBlock();
    while (!block.startsWith("event: message")) block = await stream.nextBlock();
    expect(block).toContain('"text":"halo"');
    await stream.close();
  });

  it("ends with the adapter, which then refuses everything", async () => {
    const stream = await openStream();
    await stream.next();
    const end = stream.nextBlock();
    await bench.adapter.stop(never);
    expect(await end).toBe("end");
    expect(host.listeners()).toBe(0);
    expect(await call("GET", "/world")).toEqual(failure(503, "unavailable"));
  });
});

describe("delivery failures", () => {
  const conversation = { platform: "simulator", workspace: "gov-kobar", channel: "c-kominfo" } as const;
  const delivery = {
    op: { kind: "post", to: { kind: "conversation", conversation }, message: { summary: "x", blocks: [] } },
    idempotencyKey: "k",
    attempt: 1,
    locale: "id",
  } as const;

  it("may have sent what the database answered with an error", async () => {
    host.database("down");
    await expect(bench.adapter.deliver(delivery, never)).rejects.toMatchObject({
      name: "DeliveryError",
      failure: { kind: "retryable", outcome: "unknown" },
      cause: expect.any(Error),
    });
  });

  it("lets go of what takes too long", async () => {
    host.database("hanging");
    const controller = new AbortController();
    const sending = bench.adapter.deliver(delivery, controller.signal);
    controller.abort();
    await expect(sending).rejects.toMatchObject({ failure: { kind: "retryable", outcome: "unknown" } });
  });

  it("does not take a person's event for a delivery with the same key", async () => {
    await say("halo", "k");
    await bench.adapter.deliver({ ...delivery, idempotencyKey: "k" }, never);
    expect(await host.messages.list("c-kominfo", undefined)).toHaveLength(2);
  });
});
