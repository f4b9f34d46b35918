import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standingDecisions } from "../../src/domain/approval/queries.js";
import type { Proposal } from "../../src/domain/proposal/model.js";
import type { Directory } from "../../src/domain/registry/model.js";
import { type ChatBench, createChatBench } from "../support/chat-bench.js";

const steps = ["edit", "submit", "approve", "reject", "post", "reopen", "discard"] as const;
type Kind = (typeof steps)[number];
interface Chosen {
  readonly kind: Kind;
  readonly which: number;
}

const one: fc.Arbitrary<Chosen> = fc.record({ kind: fc.constantFrom(...steps), which: fc.nat({ max: 5 }) });
/** What leads on comes in one piece too, since steps at random seldom do. */
const pieces: readonly (readonly Kind[])[] = [
  ["reopen", "edit", "submit", "approve"],
  ["reopen", "edit", "submit", "approve", "post", "post"],
  ["edit", "submit"],
  ["edit", "submit", "approve"],
  ["post", "post"],
  ["reopen", "discard"],
];
const piece = fc
  .tuple(fc.constantFrom(...pieces), fc.nat({ max: 5 }))
  .map(([kinds, which]) => kinds.map((kind, index): Chosen => ({ kind, which: (which + index) % 6 })));
const courses: fc.Arbitrary<readonly Chosen[]> = fc
  .array(
    fc.oneof(
      one.map((each) => [each]),
      piece,
    ),
    { minLength: 1, maxLength: 20, size: "max" },
  )
  .map((each) => each.flat());

/** No edit needs an approval of its own, nor does a mended spelling. */
const lenient = ({ government, ...rest }: Directory): Directory => ({
  ...rest,
  government: {
    ...government,
    settings: { ...government.settings, contentEditsNeedApproval: false, spellingKeepsApproval: true },
  },
});

const ACCOUNTS = ["x", "instagram"] as const;

/** Takes one step as people would, with inputs of its own: `tag` is another one each time. */
const take = async (bench: ChatBench, { kind, which }: Chosen, tag: number): Promise<void> => {
  const officer = bench.seat("dukcapil");
  const official = bench.seat("dukcapil", "official");
  const text = which === 0 ? "Kantor libur, 5 Maret." : `Kantor libur ${which} Maret.`;
  const account = ACCOUNTS[which % 2];
  switch (kind) {
    case "edit":
      return void (await bench.named(officer, "propose", { code: "1", theme: "Libur", text }));
    case "submit":
    case "discard":
      return void (await bench.press(officer, { command: kind, values: { code: "1" } }));
    case "approve":
      return void (await bench.type(official, "/approve 1"));
    case "reject":
      return void (await bench.type(official, "/reject 1 Belum tepat."));
    case "post":
      return void (await bench.type(officer, `/posted 1 https://example.id/${tag} akun=${account}`));
    case "reopen":
      return void (await bench.type(officer, `/reopen 1 Alasan ${tag}`));
  }
};

const begun = async (): Promise<ChatBench> => {
  const bench = createChatBench("jabar", { change: lenient });
  await bench.type(
    bench.seat("dukcapil"),
    '/propose Kantor libur 5 Maret. tema="Libur" tagar=Libur sumber="Surat edaran"',
  );
  return bench;
};

/** What is known of a course apart from what the program says of itself. */
interface Seen {
  /** Versions that were submitted after everything was posted once: corrections, and edits of them. */
  readonly corrections: Set<string>;
  /** Those of them that edit a selected correction before it was posted everywhere. */
  readonly edits: Set<string>;
  /** Why the newest correction was begun, and why the newest one was that was posted. */
  begun?: string;
  posted?: string;
  /** Another one was given up after it. */
  kept?: boolean;
}

const isOver = ({ status }: Proposal): boolean => status === "published" || status === "corrected";

const isApproved = ({ decisions, versions }: Proposal, versionId: string): boolean => {
  const hash = versions.find(({ id }) => id === versionId)?.hash;
  return standingDecisions(decisions, versionId).some((each) => each.kind === "approve" && each.hash === hash);
};

const check = (before: Proposal, after: Proposal, seen: Seen, wasOver: boolean): void => {
  if (isOver(before) && after.status === "editing") seen.begun = after.correction?.reason ?? "none";
  const made = after.versions.slice(before.versions.length);
  for (const { id, corrects } of wasOver ? made : []) {
    seen.corrections.add(id);
    if (before.gate?.passed && before.draft?.from === undefined) seen.edits.add(id);
    expect(corrects).toBe(true);
  }
  for (const { versionId } of after.publications.slice(before.publications.length)) {
    if (!seen.corrections.has(versionId)) continue;
    expect(isApproved(after, versionId), "a correction was posted that nobody approved").toBe(true);
    if (seen.begun !== undefined) seen.posted = seen.begun;
  }
  if (!isOver(after)) return;
  expect(after.correction?.reason).toBe(seen.posted);
  seen.kept ||= seen.posted !== undefined && seen.posted !== seen.begun;
};

/** Lives one course through, and answers with the proposal at its end and what was seen. */
const live = async (course: readonly Chosen[]): Promise<Seen & { readonly proposal: Proposal }> => {
  const bench = await begun();
  const seen: Seen = { corrections: new Set(), edits: new Set() };
  let proposal = await bench.proposal();
  let wasOver = false;
  for (const [index, chosen] of course.entries()) {
    const before = proposal;
    await take(bench, chosen, index);
    proposal = await bench.proposal();
    check(before, proposal, seen, wasOver);
    wasOver ||= isOver(proposal);
  }
  return { ...seen, proposal };
};

/** Posted everywhere, from the draft on. */
const POSTED: readonly Chosen[] = (["submit", "approve", "post", "post"] as const).map((kind, which) => ({
  kind,
  which,
}));

describe("a correction, where edits need no approval", () => {
  it("is approved itself before it is posted, like every edit of it; given up, it leaves the reason of the one before", async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        await live([...POSTED, ...course]);
      }),
      { numRuns: 400 },
    );
  });

  it("and is posted, edited and given up in those runs, so that their promises are not empty", async () => {
    const found = { corrected: 0, edited: 0, kept: 0 };
    for (const course of fc.sample(courses, { numRuns: 150, seed: 29_2019 })) {
      const { proposal, corrections, edits, kept } = await live([...POSTED, ...course]);
      const isPosted = (ids: ReadonlySet<string>) => proposal.publications.some(({ versionId }) => ids.has(versionId));
      if (isPosted(corrections)) found.corrected += 1;
      if (isPosted(edits)) found.edited += 1;
      if (kept) found.kept += 1;
    }
    for (const times of Object.values(found)) expect(times).toBeGreaterThan(10);
  });
});
