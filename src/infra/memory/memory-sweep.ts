import { createHash } from "node:crypto";
import type { Forward } from "../../domain/inquiry/model.js";
import type { Channel } from "../../domain/registry/model.js";
import type { Platform } from "../../ports/chat/refs.js";
import { BATCH, type Swept } from "../scheduler/sweep.js";
import type { MemoryClock } from "./memory-clock.js";
import { addEvent, addMessage, freshEvent, type MemoryPingRow, type MemoryTables } from "./memory-tables.js";

const LAST_STAGES = ["due", "head", "communications"];

interface Heard {
  readonly ping: MemoryPingRow;
  readonly channel: Channel;
  readonly cardKey: string;
}

const forwardOf = ({ cases }: MemoryTables, { inquiryId, forwardId }: MemoryPingRow): Forward | undefined =>
  cases.get(inquiryId)?.inquiry.forwards.find(({ id }) => id === forwardId);

/** What is not a forward is a version before the officials: its pings are cancelled with its waiting. */
const waits = (tables: MemoryTables, ping: MemoryPingRow): boolean => {
  const forward = forwardOf(tables, ping);
  return forward === undefined || forward.status === "open";
};

const cardKeyOf = (forward: Forward | undefined, ping: MemoryPingRow): string => {
  if (!forward) return `selection:${ping.forwardId}`;
  return forward.agencyId === ping.agencyId ? `forward:${forward.id}` : `case:${ping.inquiryId}`;
};

const channelOf = ({ directories }: MemoryTables, ping: MemoryPingRow): Channel | undefined =>
  directories
    .get(ping.governmentId)
    ?.channels.filter((each) => each.agencyId === ping.agencyId && each.purpose === ping.purpose)
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];

const heardOf = (tables: MemoryTables, ping: MemoryPingRow): Heard | undefined => {
  const channel = channelOf(tables, ping);
  if (!channel || !waits(tables, ping)) return undefined;
  return { ping, channel, cardKey: cardKeyOf(forwardOf(tables, ping), ping) };
};

const isLater = (a: MemoryPingRow, b: MemoryPingRow): boolean =>
  a.dueAt.getTime() - b.dueAt.getTime() > 0 ||
  (a.dueAt.getTime() === b.dueAt.getTime() && LAST_STAGES.indexOf(a.stage) > LAST_STAGES.indexOf(b.stage));

/** Of the pings of one forward or version to one channel only the latest is told. */
const latest = (heard: readonly Heard[]): readonly Heard[] =>
  heard.filter(({ ping, channel }) =>
    heard.every(
      (other) =>
        other.ping === ping ||
        other.channel.id !== channel.id ||
        other.ping.forwardId !== ping.forwardId ||
        !isLater(other.ping, ping),
    ),
  );

const inOrder = ({ ping: a }: Heard, { ping: b }: Heard): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || (a.forwardId < b.forwardId ? -1 : 1);

/** One message to one channel; answers whether it is new. */
const write = (tables: MemoryTables, told: readonly Heard[], now: Date): boolean => {
  const [first] = told;
  if (!first) return false;
  const { channel, ping, cardKey } = first;
  const named = told.map((each) => `${each.ping.forwardId}:${each.ping.stage}`).join(",");
  const causeKey = `ping:${createHash("md5")
    .update(channel.id + named)
    .digest("hex")}`;
  if (tables.causes.has(causeKey)) return false;
  addMessage(tables, {
    step: "pings",
    governmentId: ping.governmentId,
    causeKey,
    to: { platform: channel.platform as Platform, workspace: channel.workspace, channel: channel.nativeId },
    ...(told.length === 1 ? { replyTo: { card: cardKey } } : {}),
    content: {
      kind: "pings",
      agencyId: ping.agencyId,
      items: told.map(({ ping: { inquiryId, forwardId, stage } }) => ({ inquiryId, forwardId, stage })),
    },
    whenUnknown: "repeat",
    notBefore: now,
    duties: [],
  });
  return true;
};

/** A deadline passed: the case's cards are to say so. */
const redraw = (tables: MemoryTables, { governmentId, forwardId, inquiryId }: MemoryPingRow, now: Date): void => {
  const payload = { type: "due" as const, governmentId, inquiryId };
  const event = { governmentId, platform: "core", eventId: `due:${forwardId}`, lane: `case:${inquiryId}`, payload };
  addEvent(tables, freshEvent(event, now));
};

/** A version waits on: its cards are to address who may decide it now. */
const remind = (tables: MemoryTables, ping: MemoryPingRow, now: Date): void => {
  const { governmentId, forwardId: versionId, inquiryId: proposalId, stage } = ping;
  const payload = { type: "reminded" as const, governmentId, proposalId, versionId, stage };
  const eventId = `reminded:${versionId}:${stage}`;
  addEvent(tables, freshEvent({ governmentId, platform: "core", eventId, lane: `case:${proposalId}`, payload }, now));
};

/** Takes one batch, which goes out as one message for each channel. */
const sweepBatch = (tables: MemoryTables, batch: readonly MemoryPingRow[], now: Date): Swept => {
  const heard = [...latest(batch.flatMap((ping) => heardOf(tables, ping) ?? []))].sort(inOrder);
  const channels = [...new Set(heard.map(({ channel }) => channel.id))];
  const messages = channels.filter((id) =>
    write(
      tables,
      heard.filter(({ channel }) => channel.id === id),
      now,
    ),
  ).length;
  const open = batch.filter((ping) => waits(tables, ping));
  for (const ping of open) if (ping.stage === "due") redraw(tables, ping, now);
  const reviews = open.filter((ping) => forwardOf(tables, ping) === undefined);
  for (const ping of reviews)
    if (reviews.every((other) => other === ping || other.forwardId !== ping.forwardId || !isLater(other, ping)))
      remind(tables, ping, now);
  const unheard = open.filter((ping) => channelOf(tables, ping) === undefined).length;
  return { taken: batch.length, messages, unheard };
};

/** Takes every ping that is due, as scheduler/sweep does in the database. */
export const sweepMemoryPings = (tables: MemoryTables, { machineNow, caseNow }: MemoryClock): Swept => {
  const taken: MemoryPingRow[] = [];
  for (const [index, ping] of tables.pings.entries()) {
    const takenAt = caseNow(ping.governmentId);
    if (ping.takenAt || ping.dueAt > takenAt) continue;
    tables.pings[index] = { ...ping, takenAt };
    taken.push(ping);
  }
  taken.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  let swept: Swept = { taken: 0, messages: 0, unheard: 0 };
  for (let from = 0; from < taken.length; from += BATCH) {
    const batch = sweepBatch(tables, taken.slice(from, from + BATCH), machineNow());
    swept = {
      taken: swept.taken + batch.taken,
      messages: swept.messages + batch.messages,
      unheard: swept.unheard + batch.unheard,
    };
  }
  return swept;
};

/** Case time of the next ping somebody will hear of; undefined when there is none. */
export const nextDueInMemory = (tables: MemoryTables, only: "examples" | "all"): Date | undefined =>
  tables.pings
    .filter((ping) => !ping.takenAt && heardOf(tables, ping) !== undefined)
    .filter(({ governmentId }) => only === "all" || tables.directories.get(governmentId)?.government.example === true)
    .map(({ dueAt }) => dueAt)
    .sort((a, b) => a.getTime() - b.getTime())[0];
