import type { Directory } from "../../src/domain/registry/model.js";
import type { ChatEvent } from "../../src/ports/chat/inbound.js";
import { createCasePeople } from "./people/cases.js";
import { createContentPeople } from "./people/content.js";
import { createHands, type Seat } from "./people/hands.js";
import type { World } from "./world.js";

/** What somebody may do next in a government; undefined when it is not possible just now. */
export interface People {
  act(governmentId: string): ChatEvent | undefined;
}

const LIVING = 8;
const JUNK = [
  "/aproves",
  "/queue 9",
  "/find zzz",
  "/help answer",
  "/rules disinformasi",
  "/history",
  "/cancel",
  "/queue",
];

/** People of all roles, mostly sensible, sometimes not, and strangers. */
export const createPeople = (world: World): People => {
  const { random, store, ids } = world;
  const { tables } = store;
  const hands = createHands(world);
  const cases = createCasePeople(world, hands);
  const content = createContentPeople(world, hands);
  const { seat, say, inbound, type, react, pressAny, replyAny, seen } = hands;

  const directoryOf = (governmentId: string): Directory => {
    const found = tables.directories.get(governmentId);
    if (!found) throw new Error(`no government ${governmentId}`);
    return found;
  };
  const anybody = (directory: Directory): Seat => {
    const agency = random.pick(directory.agencies)?.id ?? "";
    const from = random.chance(0.1) ? random.pick([...tables.directories.keys()]) : undefined;
    const role = random.pick(["officer", "official", "head", "admin", "auditor", "stranger"]) ?? "officer";
    const found = seat(directory.government.id, agency, role, random.chance(0.5) ? "work" : "approval");
    return from === undefined ? found : { ...found, userId: `${from}-dukcapil-${role}` };
  };
  /** What nobody should do, or does by mistake. */
  const mischief = (directory: Directory): ChatEvent | undefined => {
    const who = anybody(directory);
    const codes = [
      ...[...tables.cases.values()].map(({ inquiry }) => inquiry.code),
      ...[...tables.proposals.values()].map(({ proposal }) => proposal.code),
    ];
    const code = random.pick(codes) ?? "X-26-0001";
    const message = random.pick(seen(who));
    const command = random.pick([
      "approve",
      "reject",
      "posted",
      "answer",
      "forward",
      "return",
      "close",
      "reopen",
      "status",
      "propose",
    ]);
    return random.weighted<() => ChatEvent | undefined>([
      [4, () => type(who, command ?? "status", `${code} ${say(directory)}`)],
      [3, () => pressAny(directory, who)],
      [3, () => message && react(who, message.ref)],
      [2, () => replyAny(directory, who)],
      [1, () => type(who, (random.pick(JUNK) ?? "/help").slice(1), "")],
      [1, () => ({ ...inbound(who), type: "action", token: `forged-${ids()}` })],
    ])?.();
  };
  const aboutCases = (directory: Directory): ChatEvent | undefined => {
    const known = [...tables.cases.values()].filter((each) => each.governmentId === directory.government.id);
    const living = known.filter(({ inquiry }) => inquiry.status !== "closed" || random.chance(0.15));
    const one = random.pick(living.slice(-LIVING));
    if (!one || random.chance(living.length < 4 ? 0.4 : 0.1)) return cases.received(directory);
    return random.chance(0.2) ? mischief(directory) : cases.next(directory, one.inquiry);
  };
  return {
    act(governmentId) {
      const directory = directoryOf(governmentId);
      return random.chance(0.2) ? content.act(directory) : aboutCases(directory);
    },
  };
};
