import { describe, expect, it } from "vitest";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { type ChatBench, createChatBench, type Seat, type Step } from "../support/chat-bench.js";
import { composed } from "../support/composed.js";
import { exampleDirectory } from "../support/example-directory.js";
import { expectRefused, noticesOf } from "../support/step-notices.js";

const started = async (): Promise<ChatBench> => {
  const bench = createChatBench("kobar", { others: [exampleDirectory("jabar")] });
  await bench.type(bench.seat("dukcapil"), "/inquiry Kapan?");
  await bench.relay();
  return bench;
};

type Said =
  | {
      readonly type: "command";
      readonly command: string;
      readonly input: { readonly kind: "text"; readonly text: string };
    }
  | { readonly type: "action"; readonly token: string }
  | {
      readonly type: "form";
      readonly form: string;
      readonly context: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly type: "message"; readonly text: string; readonly addressed: boolean }
  | { readonly type: "edited"; readonly text: string };

const command: Said = { type: "command", command: "inquiry", input: { kind: "text", text: "Kapan?" } };
const asking: readonly Said[] = [
  command,
  { type: "action", token: "token" },
  { type: "form", form: "inquiry", context: "", values: { text: "Kapan?" } },
];
const chatting: readonly Said[] = [
  { type: "message", text: "halo", addressed: true },
  { type: "edited", text: "halo" },
];

const send = (bench: ChatBench, said: Said, userId: string | undefined, workspace = "kobar"): Promise<Step> => {
  const place = bench.place("dukcapil");
  const message = { platform: place.platform, workspace: place.workspace, channel: place.channel, id: "message-x" };
  const actor = {
    user: { platform: "simulator" as const, workspace, id: userId ?? "" },
    displayName: "X",
    isBot: false,
  };
  return bench.send({
    eventId: `event-${said.type}`,
    occurredAt: bench.now().toISOString(),
    conversation: place,
    ...(userId === undefined ? {} : { actor }),
    message,
    ...said,
  } as ChatEvent);
};

describe("somebody the government does not know", () => {
  it.each(asking)("asking for something ($type) is told so, alone", async (said) => {
    const bench = await started();
    const step = await send(bench, said, "somebody");
    expect(noticesOf(step)).toMatchObject([
      {
        code: "notRegistered",
        values: { government: "Pemerintah Kabupaten Kotawaringin Barat" },
        row: { step: "refusal", whisperTo: { id: "somebody" }, to: bench.place("dukcapil") },
      },
    ]);
    expect(step.rows).toHaveLength(1);
    expect((await composed(bench, step)).text).toContain("Sudah punya kode? Ketik /gabung dan kodenya.");
    expect(step.history).toMatchObject([{ kind: "refused", content: { why: "notRegistered", user: "somebody" } }]);
    expect(step.history[0]).not.toHaveProperty("actor");
    await expect(bench.inquiry(2)).rejects.toThrow("no case");
  });

  it.each(chatting)("chatting ($type) is told nothing", async (said) => {
    const step = await send(await started(), said, "somebody");
    expect(step.rows).toEqual([]);
    expect(step.history).toMatchObject([{ kind: "refused" }]);
  });

  it("is somebody of another government too, and one whose id belongs to another workspace", async () => {
    const bench = await started();
    const visitor = await send(bench, command, "jabar-dukcapil-officer", "jabar");
    expect(noticesOf(visitor)).toMatchObject([{ code: "notRegistered" }]);
    const namesake = await send(bench, command, "kobar-dukcapil-officer", "jabar");
    expect(noticesOf(namesake)).toMatchObject([{ code: "notRegistered" }]);
  });
});

describe("somebody the platform hides", () => {
  it.each(asking)("asking for something ($type) is asked to use an account", async (said) => {
    const step = await send(await started(), said, undefined);
    expect(noticesOf(step)).toMatchObject([{ code: "anonymous", row: { step: "refusal" } }]);
    expect(step.rows[0]).not.toHaveProperty("whisperTo");
    expect(step.history).toMatchObject([{ content: { why: "anonymous", user: null } }]);
  });
});

describe("governments apart", () => {
  it("a case of another one is unknown here, by code and by number", async () => {
    const bench = await started();
    const visitor: Seat = {
      userId: "jabar-dukcapil-officer",
      place: { platform: "simulator", workspace: "jabar", channel: "jabar-dukcapil-work" },
    };
    for (const code of ["KOBAR-26-0001", "1"])
      expectRefused(await bench.type(visitor, `/status ${code}`), "unknownCase", visitor);
  });

  it("a button of another one means nothing here", async () => {
    const bench = await started();
    bench.store.putAction("jabar", "foreign", { command: "close", values: { code: "KOBAR-26-0001", reason: "spam" } });
    const step = await send(bench, { type: "action", token: "foreign" }, "kobar-dukcapil-officer");
    expect(noticesOf(step)).toMatchObject([{ code: "stale" }]);
    expect((await bench.inquiry()).status).toBe("received");
  });

  it("a chat nobody bound has none: what is said there is not written", async () => {
    const bench = await started();
    const step = await bench.type(
      { userId: "kobar-dukcapil-officer", place: { platform: "telegram", workspace: "-", channel: "-100" } },
      "/inquiry Kapan?",
    );
    expect(noticesOf(step)).toMatchObject([{ code: "notConnected" }]);
    expect(JSON.stringify(step)).not.toContain("Kapan?");
    await expect(bench.inquiry(2)).rejects.toThrow("no case");
  });
});
