import { isDeepStrictEqual } from "node:util";
import type { Case, Forward } from "../../domain/inquiry/model.js";
import type { Directory } from "../../domain/registry/model.js";
import { type Changes, LeaseLost, type OutboxDraft, VersionConflict } from "../../ports/store.js";
import { registeredIds } from "../registered-ids.js";
import { added, numbered } from "./memory-numbers.js";
import { guardProposal, saveProposal } from "./memory-proposals.js";
import { guardRegistry, saveRegistry } from "./memory-registry.js";
import { addMessage, keyOf, type MemoryOutboxRow, type MemoryTables, placeKey, setMessage } from "./memory-tables.js";

/** One instant by both clocks. */
export interface Instant {
  readonly machine: Date;
  readonly case: Date;
}

const rejectRepetition = (names: readonly string[]): void => {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`named twice in one commit: ${repeated}`);
};

const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** What PostgreSQL would refuse, so that what works here works there. */
const rejectUnstorable = (value: unknown): void => {
  if (typeof value === "string" && UNSTORABLE.test(value)) throw new Error("a text holds NUL or half a character");
  if (typeof value !== "object" || value === null || value instanceof Date) return;
  for (const [key, part] of Object.entries(value)) {
    rejectUnstorable(key);
    rejectUnstorable(part);
  }
};

const causeKeyOf = (changes: Changes, draft: OutboxDraft): string => `${changes.cause.inboxId}:${draft.step}`;

/** Throws before anything is written. The lease comes first: who lost it is not to decide again. */
const guard = (tables: MemoryTables, changes: Changes): void => {
  const { governmentId, cause, outbox } = changes;
  rejectRepetition(outbox.map((draft) => draft.step));
  rejectRepetition(outbox.flatMap((draft) => draft.card?.key ?? []));
  rejectRepetition(registeredIds(changes.registry));
  if (!tables.directories.has(governmentId)) throw new Error(`no such government: ${governmentId}`);
  if (changes.case && changes.proposal) throw new Error("one commit is about a case or a proposal, not both");
  rejectUnstorable(changes);
  const row = tables.inbox.get(cause.inboxId);
  if (row?.state !== "running" || row.leaseToken !== cause.leaseToken)
    throw new LeaseLost("the lease is no longer held");
  const next = changes.case?.next;
  const stored = next && tables.cases.get(next.id);
  const fits = stored?.governmentId === governmentId && stored.inquiry.version === next?.version;
  if (next && (next.version === 0 ? stored !== undefined : !fits))
    throw new VersionConflict("another version is stored");
  guardProposal(tables, changes);
  guardRegistry(tables, changes);
  if (outbox.some((draft) => tables.causes.has(causeKeyOf(changes, draft))))
    throw new LeaseLost("the cause has already had its effect");
};

/** Who forwarded what to whom and when is written once, everything else of a forward as often as it changes. */
const changedForwards = (stored: readonly Forward[], next: readonly Forward[]): readonly Forward[] =>
  added(stored, next).map((forward) => {
    const { agencyId, fromAgencyId, ordinal, round, forwardedBy, forwardedAt, firstForwardedAt } = forward;
    const newest = next.find(({ id }) => id === forward.id) ?? forward;
    return { ...newest, agencyId, fromAgencyId, ordinal, round, forwardedBy, forwardedAt, firstForwardedAt };
  });

const changed = (stored: Case, next: Case): Case => ({
  ...next,
  number: stored.number,
  code: stored.code,
  createdBy: stored.createdBy,
  createdAt: stored.createdAt,
  version: next.version + 1,
  forwards: changedForwards(stored.forwards, next.forwards),
  answers: added(stored.answers, next.answers),
  decisions: added(stored.decisions, next.decisions),
  publications: added(stored.publications, next.publications),
});

const saveCase = (tables: MemoryTables, directory: Directory, change: NonNullable<Changes["case"]>): void => {
  const { next, year } = change;
  const stored = tables.cases.get(next.id);
  const inquiry = stored ? changed(stored.inquiry, next) : numbered(tables, directory, next, year);
  tables.cases.set(next.id, {
    governmentId: directory.government.id,
    year: stored?.year ?? year,
    inquiry: structuredClone(inquiry),
  });
};

/** A card's older rows that nobody has tried to send leave their place and their duties to the new one. */
const supersede = (
  tables: MemoryTables,
  governmentId: string,
  draft: OutboxDraft,
  { machine }: Instant,
): readonly MemoryOutboxRow[] => {
  const { card } = draft;
  if (!card) return [];
  const older = tables.outbox.filter(
    (row) =>
      row.governmentId === governmentId &&
      row.card?.key === card.key &&
      row.card.version <= card.version &&
      row.state === "pending" &&
      row.attempts === 0,
  );
  for (const row of older) setMessage(tables, { ...row, state: "superseded", settledAt: machine });
  return older;
};

const post = (tables: MemoryTables, changes: Changes, draft: OutboxDraft, at: Instant): void => {
  const older = supersede(tables, changes.governmentId, draft, at);
  const duties = [...(draft.duties ?? []), ...older.flatMap((row) => row.duties)];
  const place = older.length > 0 ? { seq: Math.min(...older.map((row) => row.seq)) } : {};
  addMessage(tables, {
    ...structuredClone(draft),
    ...place,
    governmentId: changes.governmentId,
    causeKey: causeKeyOf(changes, draft),
    notBefore: at.machine,
    duties: duties.filter((duty, index) => duties.findIndex((each) => isDeepStrictEqual(each, duty)) === index),
  });
};

const savePings = (tables: MemoryTables, { governmentId, pings, cancelPingsOf }: Changes, now: Date): void => {
  const cancelled = new Set(cancelPingsOf);
  for (const [index, ping] of tables.pings.entries())
    if (ping.governmentId === governmentId && cancelled.has(ping.forwardId) && !ping.takenAt)
      tables.pings[index] = { ...ping, takenAt: now };
  for (const ping of pings) {
    const index = tables.pings.findIndex(
      (each) =>
        each.forwardId === ping.forwardId &&
        each.stage === ping.stage &&
        each.agencyId === ping.agencyId &&
        each.purpose === ping.purpose,
    );
    const known = tables.pings[index];
    if (!known) tables.pings.push({ ...ping, governmentId });
    else if (known.governmentId === governmentId && known.takenAt && known.takenAt < known.dueAt)
      tables.pings[index] = { ...ping, governmentId };
  }
};

const saveAside = (tables: MemoryTables, { governmentId, dialogue, reply }: Changes): void => {
  if (dialogue) {
    const key = keyOf(governmentId, dialogue.lane, dialogue.userId);
    if (dialogue.set) tables.dialogues.set(key, structuredClone(dialogue.set));
    else tables.dialogues.delete(key);
  }
  if (!reply) return;
  const stored = tables.replies.get(reply.id);
  if (stored && stored.governmentId !== governmentId) return;
  tables.replies.set(
    reply.id,
    stored ? { ...stored, text: reply.text, state: reply.state } : { ...structuredClone(reply), governmentId },
  );
};

const saveRelocation = (
  tables: MemoryTables,
  governmentId: string,
  { from, to }: NonNullable<Changes["relocated"]>,
): void => {
  if (!tables.relocations.has(placeKey(from))) tables.relocations.set(placeKey(from), to);
  const lane = `${to.platform}:${to.workspace}:${to.channel}`;
  for (const [id, row] of tables.inbox)
    if (row.lane === lane && row.state === "pending" && row.governmentId === undefined)
      tables.inbox.set(id, { ...row, governmentId });
};

/** Store.commit in memory: everything of `changes`, or a throw and nothing. */
export const commitTo = (tables: MemoryTables, changes: Changes, at: Instant): void => {
  guard(tables, changes);
  const { governmentId, cause } = changes;
  const row = tables.inbox.get(cause.inboxId);
  if (row) tables.inbox.set(cause.inboxId, { ...row, state: "done", doneAt: at.machine });
  const directory = tables.directories.get(governmentId);
  if (directory && changes.case) saveCase(tables, directory, changes.case);
  if (directory) saveProposal(tables, directory, changes, at.machine);
  if (directory) saveRegistry(tables, directory, changes);
  if (changes.registry && changes.relocated) saveRelocation(tables, governmentId, changes.relocated);
  for (const entry of changes.history)
    tables.history.push({
      ...entry,
      content: JSON.parse(JSON.stringify(entry.content)),
      id: tables.history.length + 1,
      governmentId,
    });
  for (const draft of changes.outbox) post(tables, changes, draft, at);
  savePings(tables, changes, at.case);
  saveAside(tables, changes);
};
