import { describe, expect, it } from "vitest";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { createChatBench, type Seat } from "../support/chat-bench.js";

/** The same person, alone with the bot. */
const aloneWith = ({ userId, place }: Seat): Seat => ({ userId, place: { ...place, channel: userId } });

const command = ({ userId, place }: Seat, line: string, more: Partial<ChatEvent> = {}): ChatEvent => {
  const [name = "", ...rest] = line.split(" ");
  return {
    eventId: line,
    occurredAt: "2026-03-02T02:00:00.000Z",
    conversation: place,
    actor: { user: { ...place, id: userId }, displayName: userId, isBot: false },
    type: "command",
    command: name,
    input: { kind: "text", text: rest.join(" ") },
    ...more,
  } as ChatEvent;
};

describe("a conversation with the bot alone", () => {
  it("is the agency's work chat of whoever writes", async () => {
    const bench = createChatBench("kobar");
    const seat = bench.seat("pupr", "officer", "work");
    const alone = aloneWith(seat);
    const logged = await bench.send(command(alone, "inquiry Kapan jalan diperbaiki?", { direct: true }));
    const inquiry = await bench.inquiry();
    expect(inquiry).toMatchObject({ text: "Kapan jalan diperbaiki?" });
    expect(logged.rows.find(({ to }) => to.channel === alone.place.channel)?.content).toMatchObject({
      ...{ kind: "notice", code: "done", values: { what: "inquiry" }, inquiryId: inquiry.id },
    });
    const { rows } = await bench.send(command(alone, "status 1", { direct: true }));
    expect(rows).toMatchObject([{ to: { channel: alone.place.channel }, content: { kind: "status" } }]);
  });

  it("is nobody's without the word of the platform, or of somebody unknown", async () => {
    const bench = createChatBench("kobar");
    const alone = aloneWith(bench.seat("pupr", "officer", "work"));
    const told = async (event: ChatEvent) => (await bench.send(event)).rows.map(({ content }) => content);
    expect(await told(command(alone, "status 1"))).toMatchObject([{ code: "notConnected" }]);
    const stranger = { ...alone, userId: "nobody" };
    expect(await told(command(stranger, "status 1", { direct: true }))).toMatchObject([{ code: "notConnected" }]);
  });

  it("of somebody unknown is told how to join, whatever they write, and five times an hour at most", async () => {
    const bench = createChatBench("kobar");
    const stranger = { userId: "nobody", place: { ...bench.place("pupr"), channel: "nobody" } };
    const message = { ...stranger.place, id: "halo" };
    const halo = { type: "message", message, text: "halo", addressed: true, direct: true } as const;
    for (let count = 0; count < 5; count++)
      expect((await bench.send(command(stranger, "start", halo))).rows).toMatchObject([
        { to: stranger.place, content: { kind: "notice", code: "notConnected" } },
      ]);
    expect(await bench.send(command(stranger, "start", halo))).toMatchObject({ outcome: "nothing", rows: [] });
  });

  it("cannot be bound as an agency's chat", async () => {
    const bench = createChatBench("kobar");
    const admin = bench.seat("diskominfo", "admin", "work");
    const { rows } = await bench.named(admin, "channel", { agency: "dishub", purpose: "digest" });
    const code = rows.flatMap(({ content }) => (content.kind === "invitation" ? [content.secret] : []))[0];
    const tried = await bench.send(command(aloneWith(admin), `setup ${code}`, { direct: true }));
    expect(tried.rows).toMatchObject([{ content: { code: "codeOfChat" } }]);
  });

  it("gets the codes where a whisper in a group is heard by everybody, and the group hears where they went", async () => {
    const bench = createChatBench("kobar");
    const admin = bench.seat("diskominfo", "admin", "work");
    const { userId, place } = admin;
    const there = { ...place, channel: userId };
    const actor = { user: { ...place, id: userId }, displayName: userId, isBot: false, alone: there };
    const { rows } = await bench.send(command(admin, "channel dishub purpose=digest", { actor }));
    expect(rows).toMatchObject([
      { to: { channel: userId }, content: { kind: "invitation" } },
      { to: { channel: place.channel }, content: { code: "sentAlone" } },
    ]);
    expect(JSON.stringify(rows[1]?.content)).not.toContain("secret");
  });
});
