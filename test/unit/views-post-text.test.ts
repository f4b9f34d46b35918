import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainTextOf } from "../../src/chatkit/blocks.js";
import { codePages } from "../../src/chatkit/code-pages.js";
import type { Proposal } from "../../src/domain/proposal/model.js";
import type { MessageContent } from "../../src/ports/message-content.js";
import { atMinute, chat, composeIn, directory, logged, roomy } from "../support/view-fixture.js";
import { selected, submitted } from "../support/view-proposals.js";

const account = (medium: string) => ({
  id: `account-${medium}`,
  agencyId: "a-pupr",
  medium,
  handle: "pupr.contoh",
  url: `https://${medium}.com/pupr.contoh`,
  since: atMinute(-60),
});
const accounts = ["x", "facebook"].map(account);
const world = (proposal: Proposal) => ({
  proposals: [proposal],
  cases: [logged({ answers: [{ ...answer, text: longText }], round: 1, status: "ready" })],
  directory: { ...directory(), accounts },
  now: atMinute(90),
});

const longText = Array.from(
  { length: 60 },
  (_, at) => `Paragraf ${at}: layanan libur pada hari ke-${at}. Mohon maklum, ya.`,
).join("\n\n");
const answer = {
  id: "n-1",
  round: 1,
  version: 1,
  origin: "available",
  hash: "h",
  authorId: "p",
  at: atMinute(1),
  attachments: [],
} as const;

/** The messages a content becomes on a platform, and what each has to copy. */
const messages = async (content: MessageContent & { kind: "post-text" | "copy" }, maxChars: number) => {
  const proposal = selected(submitted({ body: longText, accountIds: accounts.map(({ id }) => id) }));
  const all = await Promise.all(
    Array.from({ length: 9 }, (_, part) =>
      composeIn(world(proposal), { ...content, part }, chat("a-pupr"), { ...roomy, text: { maxChars } }),
    ),
  );
  return all.flatMap((each) => (each === "drop" ? [] : [each.message]));
};
const codesIn = (blocks: Awaited<ReturnType<typeof messages>>[number]["blocks"]) =>
  blocks.flatMap((block) => (block.kind === "code" ? [block.text] : []));

describe.each([4_096, 2_000])("a text to copy on a platform of %i characters", (maxChars) => {
  it.each([
    ["of an account", { kind: "post-text", proposalId: "p-1", versionId: "v-1", accountId: "account-facebook" }],
    ["of an answer", { kind: "copy", inquiryId: "i-1", answerId: "n-1" }],
  ] as const)("%s is whole, in as many messages as it takes, with one button", async (_name, content) => {
    const sent = await messages(content, maxChars);
    expect(sent.length).toBe(maxChars === 2_000 ? 3 : 2);
    expect(sent.flatMap(({ blocks }) => codesIn(blocks)).join("")).toBe(longText);
    expect(JSON.stringify(sent)).not.toContain("selengkapnya");
    for (const { blocks } of sent) expect(plainTextOf(blocks).length).toBeLessThanOrEqual(maxChars);
    expect(sent.map(({ blocks }) => blocks.some(({ kind }) => kind === "buttons")).filter(Boolean)).toHaveLength(1);
    for (const { blocks } of sent) expect(JSON.stringify(blocks)).toContain("mohon salin semua bagian berurutan");
  });

  it("keeps each post of a thread whole", async () => {
    const content = { kind: "post-text", proposalId: "p-1", versionId: "v-1", accountId: "account-x" } as const;
    const sent = await messages(content, maxChars);
    const posts = sent.flatMap(({ blocks }) => codesIn(blocks));
    for (const [at, post] of posts.entries()) expect(post).toMatch(new RegExp(`\\(${at + 1}/${posts.length}\\)$`));
    expect(sent.length).toBeGreaterThan(1);
  });
});

it("a text to copy loses nothing, however it is divided", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 3_000 }),
      fc.integer({ min: 500, max: 4_096 }),
      (text, max) => {
        const pages = codePages([text], max);
        expect(pages.flatMap(({ blocks }) => blocks).join("")).toBe(text);
      },
    ),
  );
});
