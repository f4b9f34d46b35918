import { describe, expect, it } from "vitest";
import { actorOf, baseOf, inReplyToOf, mentionsBot, reactionKind } from "../../adapters/simulator/inbound.js";
import { storableJson, storableText } from "../../adapters/simulator/storable.js";
import { memoryWorld } from "../support/memory-simulator-host.js";

const [budi] = memoryWorld.people;
const [kominfo] = memoryWorld.channels;
const dishub = memoryWorld.channels.find(({ id }) => id === "c-dishub");
if (budi === undefined || kominfo === undefined || dishub === undefined) throw new Error("the memory world changed");

describe("reactionKind", () => {
  it.each([
    "👍",
    "👍🏻",
    "👍🏿",
    "✅",
    "✅\uFE0F",
    "+1",
    ":+1:",
    "+1::skin-tone-3",
    ":+1::skin-tone-6:",
    "white_check_mark",
  ])("reads %s as approval", (emoji) => expect(reactionKind(emoji)).toBe("approve"));
  it.each(["👎", "👎🏽", "❌", "-1", ":-1:", "x", ":x:"])("reads %s as rejection", (emoji) =>
    expect(reactionKind(emoji)).toBe("reject"),
  );
  it("reads eyes as seen", () => expect(reactionKind("👀")).toBe("seen"));
  it.each(["❤️", "👍👍", "", ":", "constructor", "__proto__", "X1", "🏻", "👌"])("reads nothing from %j", (emoji) =>
    expect(reactionKind(emoji)).toBeNull(),
  );
});

describe("mentionsBot", () => {
  it.each(["@tanggap tolong", "halo @Tanggap!", "(@TANGGAP)", "@tanggap_bot cek", "@tanggapbot"])("hears %s", (text) =>
    expect(mentionsBot(text)).toBe(true),
  );
  it.each(["tanggap", "@tanggapan", "surat@tanggap", "@@tanggap", "@tanggap2", ""])("does not hear %j", (text) =>
    expect(mentionsBot(text)).toBe(false),
  );
});

describe("references", () => {
  it("names a person by their own government, wherever they speak", () => {
    const base = baseOf({ person: budi, channel: dishub }, "e1", new Date(0));
    expect(base).toEqual({
      eventId: "e1",
      occurredAt: "1970-01-01T00:00:00.000Z",
      conversation: { platform: "simulator", workspace: "gov-jabar", channel: "c-dishub" },
      actor: {
        user: { platform: "simulator", workspace: "gov-kobar", id: "budi" },
        displayName: "Budi",
        isBot: false,
      },
    });
    expect(actorOf(budi)).toEqual(base.actor);
  });

  it("leaves out an author nobody knows", () => {
    const message = { ...blank, from: "pergi" };
    expect(inReplyToOf(kominfo, message, undefined)).toEqual({
      message: { platform: "simulator", workspace: "gov-kobar", channel: "c-kominfo", id: "7" },
      text: "halo",
    });
  });

  const blank = {
    ...{ id: "7", governmentId: "gov-kobar", channel: "c-kominfo", at: new Date(0), text: "halo", blocks: [] },
    ...{ buttons: [], reactions: [], replyTo: null, editedAt: null, visibleTo: null, expectsReplyFrom: null },
    revision: "1",
  };
});

describe("storable", () => {
  it("replaces what the store cannot keep and nothing else", () => {
    expect(storableText("a\0b\uD83Dc👍\u202E")).toBe("a\uFFFDb\uFFFDc👍\u202E");
    expect(storableJson({ "k\0": [1, null, true, { deep: "\uDC00" }], gone: undefined })).toEqual({
      "k\uFFFD": [1, null, true, { deep: "\uFFFD" }],
    });
  });
});
