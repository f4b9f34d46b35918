import { describe, expect, it } from "vitest";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { createChatBench } from "../support/chat-bench.js";

describe("a chat the platform gave another address", () => {
  const setUp = () => {
    const bench = createChatBench("kobar");
    const seat = bench.seat("pupr", "officer", "work");
    const to = { ...seat.place, channel: "-100200" };
    const relocated: ChatEvent = {
      type: "relocated",
      eventId: "moved",
      occurredAt: bench.now().toISOString(),
      conversation: to,
      from: seat.place,
    };
    return { bench, seat, to, relocated };
  };

  it("keeps its binding, and the history says so", async () => {
    const { bench, to, relocated } = setUp();
    const { history } = await bench.send(relocated);
    const channels = [...bench.store.tables.directories.values()].flatMap((each) => each.channels);
    const bound = channels.filter(({ nativeId }) => nativeId === to.channel);
    expect(bound).toMatchObject([{ purpose: "work" }]);
    expect(history).toMatchObject([{ kind: "chatMoved", content: { channelId: bound[0]?.id } }]);
    expect((await bench.send({ ...relocated, eventId: "again" })).outcome).toBe("nothing");
  });

  it("is answered at the new one, also for what was said before it moved", async () => {
    const { bench, seat, to, relocated } = setUp();
    await bench.send(relocated);
    const late = await bench.type(seat, "/inquiry Kapan jalan diperbaiki?");
    expect(late.outcome).toBe("committed");
    expect(late.rows.map((row) => row.to.channel)).toEqual(late.rows.map(() => to.channel));
    expect(late.rows.some(({ replyTo }) => replyTo !== undefined && "message" in replyTo)).toBe(false);
    const after = await bench.type({ ...seat, place: to }, "/inquiry Kapan lampu diperbaiki?");
    expect(after.rows.some(({ content }) => content.kind === "case-card")).toBe(true);
  });

  it("is not taken for one the bot was removed from", async () => {
    const { bench, seat, relocated } = setUp();
    await bench.send(relocated);
    const left = await bench.send({
      type: "removed",
      eventId: "left",
      occurredAt: bench.now().toISOString(),
      conversation: seat.place,
    });
    expect(left.outcome).toBe("nothing");
  });

  it("of nobody is nothing", async () => {
    const { bench, relocated, to } = setUp();
    const nowhere = { ...to, channel: "-1" };
    expect((await bench.send({ ...relocated, from: nowhere })).outcome).toBe("nothing");
  });
});
