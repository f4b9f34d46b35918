import { randomUUID } from "node:crypto";
import type { ChatEvent } from "../../../src/ports/chat/inbound.js";
import { chatOf, command, officerOf, press, type Speaker } from "../driver/events.js";
import type { Stand } from "../driver/stand.js";
import { until } from "../driver/until.js";
import { checkHistory } from "../driver/whole.js";
import { count, type FaultCase, figure, type Tally, type Work } from "./fault-case.js";
import { type Attempt, attemptsOn, GOVERNMENT, plantedId, type Waiting } from "./illegitimate.js";
import { dismissPeople, plantPeople, revoke } from "./planted-people.js";

const AGENCIES = ["dinkes", "disdik", "dlh", "pupr"];
const SHOWN_WITHIN_MS = 60_000;
const RACES = "races";

const say = async ({ platform, quiet }: Stand, events: readonly ChatEvent[]): Promise<void> => {
  await Promise.all(events.map((event) => platform.say(event)));
  await quiet();
};

/** The approval card of a version of the case's text. */
const cardOf = (stand: Stand, chat: string, title: string) =>
  until(`the card ${title}`, SHOWN_WITHIN_MS, async () => {
    const found = (await stand.platform.shown(chat)).findLast(({ text }) => text.includes(`"${title}"`));
    const token = found?.buttons.find(({ label }) => label === "Setujui")?.token;
    return found && token ? { message: found.id, token } : undefined;
  });

/** A case whose second text waits for approval; somebody wrote it who is an official too. */
const waitFor = async (stand: Stand, agency: string): Promise<Waiting> => {
  const officer = officerOf(GOVERNMENT, agency);
  const chat = chatOf({ ...officer, purpose: "approval" });
  const text = `${agency} ${randomUUID()}?`;
  await say(stand, [command(officer, `/inquiry ${text}`)]);
  const [row] = await stand.database().rows<{ code: string }>("select code from inquiry where text = $1", text);
  const code = row?.code ?? "";
  await say(stand, [command(officer, `/answer ${code} Ya.`)]);
  const old = await cardOf(stand, chat, `${code} v1`);
  const second = command(officer, `/answer ${code} Ya, gratis.`);
  const id = plantedId(agency, "author");
  await say(stand, [{ ...second, actor: { ...second.actor, user: { ...second.actor?.user, id } } } as ChatEvent]);
  return { code, agency, old, card: await cardOf(stand, chat, `${code} v2`) };
};

interface State {
  readonly status: string;
  readonly decisions: number;
}

const stateOf = async (stand: Stand, code: string): Promise<State | undefined> => {
  const sql = `select status, (select count(*) from decision d where d.subject_id = i.id)::int as decisions
    from inquiry i where code = $1`;
  return (await stand.database().rows<State>(sql, code))[0];
};

const refusalsIn = async (stand: Stand): Promise<number> => {
  const sql = "select count(*)::int as count from history where kind = 'refused'";
  return (await stand.database().rows<{ count: number }>(sql))[0]?.count ?? 0;
};

const tryAll = async (stand: Stand, { code }: Waiting, attempts: readonly Attempt[], tally: Tally): Promise<void> => {
  const before = await refusalsIn(stand);
  await say(
    stand,
    attempts.map(({ event }) => event),
  );
  const state = await stateOf(stand, code);
  if (state?.status !== "approval" || state.decisions !== 0)
    tally.failures.push(`passed: ${code} is ${state?.status} with ${state?.decisions} decisions`);
  const refused = (await refusalsIn(stand)) - before;
  if (refused !== attempts.length) tally.failures.push(`${refused} of ${attempts.length} refusals are in the history`);
  tally.runs += attempts.length;
};

/** Two officials decide the opposite in the same instant: one decision stands, the other is refused. */
const race = async (stand: Stand, waiting: Waiting, tally: Tally): Promise<void> => {
  const { code, agency, card } = waiting;
  const before = await refusalsIn(stand);
  const official: Speaker = { ...officerOf(GOVERNMENT, agency), role: "official", purpose: "approval" };
  const elsewhere: Speaker = { ...official, purpose: "work" };
  const id = plantedId(agency, "revoked");
  const no = command(elsewhere, `/reject ${code} Belum.`);
  await say(stand, [
    press(official, card.message, card.token),
    { ...no, actor: { ...no.actor, user: { ...no.actor?.user, id } } } as ChatEvent,
  ]);
  const state = await stateOf(stand, code);
  if (state?.decisions !== 1 || (await refusalsIn(stand)) - before !== 1)
    tally.failures.push(`two opposing decisions left ${JSON.stringify(state)}`);
  count(tally, RACES);
};

const round = async ({ stand, tally }: Work, agency: string, other: string): Promise<void> => {
  const database = stand.database();
  await plantPeople(database, agency);
  await race(stand, await waitFor(stand, agency), tally);
  const waiting = await waitFor(stand, agency);
  await revoke(database, agency);
  await tryAll(stand, waiting, attemptsOn(waiting, other), tally);
  await dismissPeople(database, agency);
};

/** Row G: people who may not approve do so. */
export const approvals: readonly FaultCase[] = [
  {
    row: "G",
    name: "approvals",
    fault: "approvals by people who may not, typed, pressed and reacted; opposing decisions in the same instant",
    demand: "0 pass; each refusal in the history; of two opposing decisions one stands",
    modes: ["nonce"],
    runs: (counts) => counts.attempts,
    async run(work) {
      const { stand, tally } = work;
      await stand.start();
      await stand.quiet();
      for (let turn = 0; tally.runs < work.runs; turn += 1) {
        const [agency = "", other = ""] = [turn, turn + 1].map((each) => AGENCIES[each % AGENCIES.length]);
        await round(work, agency, other);
      }
      tally.notes.push(`${figure(tally, RACES)} pairs of opposing decisions`);
      await checkHistory(stand, tally);
      await stand.kill();
    },
  },
];
