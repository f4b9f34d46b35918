import { expect, test } from "vitest";
import { bannerOf } from "../../adapters/simulator/page/src/banner.js";
import { commandOf, completions } from "../../adapters/simulator/page/src/completion.js";
import { problemWith } from "../../adapters/simulator/page/src/form-check.js";
import { lastId, merged, messageOf, withMessage } from "../../adapters/simulator/page/src/message-log.js";
import { statusTone } from "../../adapters/simulator/page/src/status-tone.js";
import type { Message } from "../../adapters/simulator/page/src/types.js";
import { labels as english } from "../../src/i18n/en/labels.js";
import { cards } from "../../src/i18n/id/cards.js";
import { labels as indonesian } from "../../src/i18n/id/labels.js";
import { pageWords } from "../../src/i18n/page.js";
import { EXAMPLE_GOVERNMENTS } from "../../src/infra/db/seed-data.js";
import type { CommandSurface } from "../../src/ports/chat/surface.js";

const message = (id: string, text = ""): Message => ({
  id,
  from: "bot",
  at: "2026-01-05T02:00:00.000Z",
  text,
  blocks: [],
  buttons: [],
  reactions: [],
  replyTo: null,
  editedAt: null,
  visibleTo: null,
});

test("messages stand in the order of their numbers, each once, whatever the order they arrive in", () => {
  const log = [message("10"), message("9"), message("100"), message("9", "changed")].reduce(withMessage, []);
  expect(log.map(({ id }) => id)).toEqual(["9", "10", "100"]);
  expect(messageOf(log, "9")?.text).toBe("changed");
  expect(messageOf(log, "11")).toBeUndefined();
  expect(messageOf(log, null)).toBeUndefined();
  expect(lastId(log)).toBe(100);
  expect(lastId([])).toBe(0);
});

test("a listing wins over what was known, but not over what the stream said meanwhile; what it lacks is gone", () => {
  const known = [message("1", "old"), message("2", "removed"), message("3", "from the stream")];
  const log = merged([message("1", "new"), message("3", "stale")], known, (id) => id === "3");
  expect(log.map(({ id, text }) => [id, text])).toEqual([
    ["1", "new"],
    ["3", "from the stream"],
  ]);
});

const command = (name: string, ...aliases: readonly string[]): CommandSurface => ({
  name,
  aliases,
  summary: { id: "", en: "" },
  usage: { id: "", en: "" },
  inputs: [],
});
const commands = [command("answer", "jawab"), command("approve", "setuju"), command("status")];

test("commands are completed by name and alias while the first word is typed", () => {
  expect(completions(commands, "/a").map(({ name }) => name)).toEqual(["answer", "approve"]);
  expect(completions(commands, "/JA").map(({ name }) => name)).toEqual(["answer"]);
  expect(completions(commands, "/")).toHaveLength(3);
  expect(completions(commands, "/answer 1")).toEqual([]);
  expect(completions(commands, "a")).toEqual([]);
  expect(commandOf(commands, "/jawab 1 ya")?.name).toBe("answer");
  expect(commandOf(commands, "/jawa")).toBeUndefined();
  expect(commandOf(commands, "jawab")).toBeUndefined();
});

test("a form's page says what is missing or too long, counted in characters", () => {
  const label = { id: "Jawaban", en: "Answer" };
  const inputs = [{ name: "text", kind: "paragraph", label, required: true, maxChars: 3 }] as const;
  expect(problemWith(inputs, { text: " \n" }, "id")).toEqual({ input: "text", text: pageWords.id.missing("Jawaban") });
  expect(problemWith(inputs, {}, "en")).toEqual({ input: "text", text: pageWords.en.missing("Answer") });
  expect(problemWith(inputs, { text: "👍👍👍" }, "id")).toBeUndefined();
  expect(problemWith(inputs, { text: "👍👍👍👍" }, "id")).toEqual({
    input: "text",
    text: pageWords.id.tooLong("Jawaban", 4, 3),
  });
});

test("every status the bot writes on a card has its colour, in both languages", () => {
  for (const { status, forwardedTo, overdue, forwardStatus } of [indonesian, english]) {
    const { open, answered, returned } = forwardStatus;
    const written = [
      ...Object.values(status),
      forwardedTo("PUPR"),
      ...Object.values(overdue),
      open,
      answered,
      returned,
    ];
    expect(written.filter((text) => statusTone(text) === "plain")).toEqual([]);
  }
});

test("time left is told in hours up to two days, as the law does", () => {
  const { duration } = pageWords.id;
  expect([duration(24, 0), duration(23, 59), duration(0, 0), duration(1, 0), duration(48, 5), duration(50, 0)]).toEqual(
    ["24 jam", "23 jam 59 menit", "0 menit", "1 jam", "2 hari", "2 hari 2 jam"],
  );
});

test("the page knows the button of a citation by the words the bot writes on it", () => {
  expect(cards.basisButton("Pasal 9").startsWith(pageWords.id.basis)).toBe(true);
});

test("a trial is not called made up: its people and accounts may be real", () => {
  const { id } = pageWords;
  for (const { id: government } of EXAMPLE_GOVERNMENTS) expect(bannerOf(government, id)[0]).toBe("Data contoh");
  expect(bannerOf("4f0c1f0e-trial", id)).toEqual([
    "Uji coba",
    expect.stringContaining("Tidak ada yang dikirim ke luar."),
  ]);
  expect(id.noWorld).toContain("npm run setup");
});
