import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkContent } from "../../src/app/content/checks.js";
import type { Proposal } from "../../src/domain/proposal/model.js";
import { profiles } from "../../src/regulations/profiles.js";
import { type ChatBench, createChatBench } from "../support/chat-bench.js";
import type { GovernmentId } from "../support/example-directory.js";
import { checkProposal } from "../support/proposal-invariants.js";

const PROFILE_OF: Readonly<Record<GovernmentId, string>> = {
  kobar: "kobar-2017",
  klaten: "klaten-2020",
  jabar: "jabar-2019",
};

/** A category each takes; that of Klaten is of its closed list. */
const CATEGORY_OF: Readonly<Record<GovernmentId, string>> = {
  kobar: "Isu aktual daerah",
  klaten: "Isu aktual daerah",
  jabar: "Kebencanaan",
};

type Act = (bench: ChatBench) => Promise<unknown>;

const officer = (bench: ChatBench) => bench.seat("dishub");
const official = (bench: ChatBench) => bench.seat("dishub", "official");
const colleague = (bench: ChatBench) => bench.seat("pupr", "official");
const byOfficer =
  (line: string): Act =>
  (bench) =>
    bench.type(officer(bench), line);
const byOfficial =
  (line: string): Act =>
  (bench) =>
    bench.type(official(bench), line);
const pressed =
  (command: string): Act =>
  (bench) =>
    bench.press(officer(bench), { command, values: { code: "1" } });

/** Writes on by the form as the card's button opens it. */
const formSent: Act = async (bench) => {
  const { code, draft, versions } = await bench.proposal();
  const { theme = "", body = "", source = "" } = (draft ?? versions.at(-1))?.content ?? {};
  const values = { theme, text: `${body} Ayo!`, source };
  await bench.submit(officer(bench), "propose", values, { command: "propose", values: { code } });
};
/** "Urungkan" below the newest decision. */
const undone: Act = async (bench) => {
  const decision = (await bench.proposal()).decisions.at(-1)?.id;
  if (decision !== undefined) await bench.press(official(bench), { command: "undo", values: { code: "1", decision } });
};

const newestCard = async (bench: ChatBench) =>
  bench.cardMessage(`selection:${(await bench.proposal()).versions.at(-1)?.id}`);
const oldestCard = async (bench: ChatBench) =>
  bench.cardMessage(`selection:${(await bench.proposal()).versions[0]?.id}`);
const reacted =
  (card: typeof newestCard, reaction: "approve" | "reject", who: typeof official): Act =>
  async (bench) => {
    await bench.relay();
    const message = await card(bench).catch(() => undefined);
    if (message) await bench.react(who(bench), message, reaction);
  };

/** What people do with one proposal, rightly or wrongly. */
const ACTS = {
  "writes on": byOfficer("/propose kode=1 Bus gratis tanggal 5."),
  "writes on once more": byOfficer("/propose kode=1 Bus gratis tanggal 6."),
  "adds a hashtag": byOfficer("/propose kode=1 tagar=BusGratis"),
  "takes the hashtags off": byOfficer("/propose kode=1 tagar=-"),
  "takes the category off": byOfficer("/propose kode=1 kategori=-"),
  "names the source": byOfficer("/propose kode=1 sumber=Dishub"),
  "takes the source off": byOfficer("/propose kode=1 sumber=-"),
  "writes a phone number": byOfficer("/propose kode=1 Hubungi 081234567890."),
  "gives a reason": byOfficer('/propose kode=1 why="Nomor layanan"'),
  "the official writes": byOfficial("/propose kode=1 Bus gratis bagi pelajar."),
  submits: pressed("submit"),
  "submits again": pressed("submit"),
  edits: formSent,
  discards: pressed("discard"),
  "says it is enough": pressed("enough"),
  "takes it back": undone,
  approves: byOfficial("/approve 1"),
  returns: byOfficial("/reject 1 Mohon sebutkan jamnya."),
  "the officer approves": byOfficer("/approve 1"),
  "reacts yes": reacted(newestCard, "approve", official),
  "reacts no": reacted(newestCard, "reject", official),
  "reacts to the oldest card": reacted(oldestCard, "approve", official),
  "the officer reacts": reacted(newestCard, "approve", officer),
  "another agency's official reacts": reacted(newestCard, "approve", colleague),
  "posts on X": byOfficer("/posted 1 https://x.com/contoh/status/1"),
  "posts on Instagram": byOfficer("/posted 1 https://www.instagram.com/p/contoh"),
  "posts on X once more": byOfficer("/posted 1 https://x.com/contoh/status/2"),
  corrects: byOfficial("/reopen 1 Salah tanggal."),
  withdraws: byOfficial("/close 1 Acara batal."),
} satisfies Readonly<Record<string, Act>>;
type ActName = keyof typeof ACTS;

/** One course through every state, so that the random ones need no luck, and how it stands after each step. */
const COURSE: readonly (readonly [ActName, Proposal["status"]])[] = [
  ["submits", "submitted"],
  ["returns", "returned"],
  ["takes it back", "submitted"],
  ["returns", "returned"],
  ["writes on", "returned"],
  ["submits", "submitted"],
  ["reacts yes", "ready"],
  ["takes it back", "submitted"],
  ["approves", "ready"],
  ["edits", "editing"],
  ["discards", "ready"],
  ["posts on X", "ready"],
  ["takes it back", "ready"],
  ["posts on Instagram", "published"],
  ["corrects", "editing"],
  ["edits", "editing"],
  ["submits again", "submitted"],
  ["reacts yes", "ready"],
  ["withdraws", "withdrawn"],
];

const START = (category: string): string =>
  `/propose Bus gratis tanggal 4. tema="Bus gratis" tagar=BusGratis sumber=Dishub kategori="${category}"`;

const terms = { gate: "approve", needed: 1, editsKeepApproval: false } as const;

/** No version holds what its profile blocks: it would not have come before an official. */
const checkVersions = (bench: ChatBench, governmentId: GovernmentId, proposal: Proposal): void => {
  const profile = profiles.find(({ key }) => key === PROFILE_OF[governmentId]);
  if (!profile) throw new Error(`no profile for ${governmentId}`);
  for (const { content, version } of proposal.versions) {
    const accounts = bench.directory().accounts.filter(({ id }) => content.accountIds.includes(id));
    const blocked = checkContent({ content, profile, accounts }).filter(({ blocks }) => blocks);
    if (blocked.length > 0 || accounts.length === 0)
      throw new Error(`v${version} went before the officials with ${blocked.map(({ check }) => check.code)}`);
  }
};

/** Walks a course and gives how it stood after each step. */
const walk = async (governmentId: GovernmentId, steps: readonly ActName[]): Promise<readonly string[]> => {
  const bench = createChatBench(governmentId);
  await bench.type(officer(bench), START(CATEGORY_OF[governmentId]));
  const reached: string[] = [];
  for (const step of steps) {
    await ACTS[step](bench);
    const proposal = await bench.proposal();
    checkProposal(proposal, terms);
    checkVersions(bench, governmentId, proposal);
    reached.push(proposal.status);
  }
  return reached;
};

describe.each(Object.keys(PROFILE_OF) as GovernmentId[])("content in the chats of %s", (governmentId) => {
  it("goes all the way", async () => {
    const acts = COURSE.map(([act]) => act);
    expect(await walk(governmentId, acts)).toEqual(COURSE.map(([, status]) => status));
  });

  it("keeps the profile's checks and gate in whatever order people act", async () => {
    const act = fc.constantFrom(...(Object.keys(ACTS) as ActName[]));
    const courses = fc.array(act, { minLength: 5, maxLength: 40, size: "max" });
    const check = async (steps: readonly ActName[]) => void (await walk(governmentId, steps));
    await fc.assert(fc.asyncProperty(courses, check), { numRuns: 400 });
  });
});
