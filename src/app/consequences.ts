import type { Case } from "../domain/inquiry/model.js";
import type { Done, Fact } from "../domain/inquiry/outcome.js";
import type { Directory } from "../domain/registry/model.js";
import { schedulePings } from "../domain/time/ping-schedule.js";
import { yearIn } from "../domain/time/zone.js";
import type { Changes, HistoryEntry, OutboxDraft, PingDraft } from "../ports/store.js";
import { alarmsOf } from "./alarms.js";
import { cardsOf, undeliverableOf } from "./cards.js";
import { attached } from "./files.js";
import { caseFiles } from "./files-beside.js";
import { newsOf } from "./news.js";
import { pingDrafts } from "./ping-destinations.js";

/** Everything that follows from what happened to a case, whoever caused it. */
export interface Consequences {
  readonly case: Required<Changes>["case"];
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxDraft[];
  readonly pings: readonly PingDraft[];
  readonly cancelPingsOf: readonly string[];
}

const minutesPerDay = 1_440;

/** Pings of a forward begin when it was delivered, and only where it has a deadline. */
const pingsOf = (directory: Directory, inquiry: Case, fact: Fact): readonly PingDraft[] => {
  if (fact.kind !== "forwardDelivered") return [];
  const forward = inquiry.forwards.find((each) => each.id === fact.forwardId);
  if (forward?.status !== "open" || !forward.deadlineAt || !forward.deliveredAt) return [];
  const { settings, zone } = directory.government;
  return schedulePings({
    forwardedAt: forward.forwardedAt,
    deliveredAt: forward.deliveredAt,
    deadlineAt: forward.deadlineAt,
    zone,
    quiet: settings.quiet,
    remindBeforeMinutes: settings.remindBeforeMinutes,
    escalateEveryMinutes: minutesPerDay,
  }).flatMap((ping) => pingDrafts(directory, inquiry, forward, ping));
};

const endedForward = (fact: Fact): readonly string[] =>
  fact.kind === "agencyAnswered" ||
  fact.kind === "forwardReturned" ||
  fact.kind === "forwardPassedOn" ||
  fact.kind === "forwardWithdrawn"
    ? [fact.forwardId]
    : [];

/** A fact as a line of the history: all of it but its name. */
const historyOf = (inquiry: Case, fact: Fact, at: Date, actor: string | undefined): HistoryEntry => {
  const { kind, ...content } = fact;
  return {
    subjectId: inquiry.id,
    at,
    ...(actor === undefined ? {} : { actor }),
    kind,
    content:
      kind === "received"
        ? { ...content, text: inquiry.text, agencyId: inquiry.agencyId, ...attached(inquiry.attachments) }
        : content,
  };
};

/**
 * Works out all that follows: the case, its history, cards, news, alarms and pings. `actor` is absent when the program
 * itself acted (a delivery). `before` is the case as it was loaded.
 */
export const consequencesOf = (
  directory: Directory,
  before: Case | undefined,
  done: Done,
  at: Date,
  actor: string | undefined,
): Consequences => {
  const { next, facts } = done;
  const known = new Set((before ? undeliverableOf(directory, before, at) : []).map((duty) => JSON.stringify(duty)));
  const missing = undeliverableOf(directory, next, at).filter((duty) => !known.has(JSON.stringify(duty)));
  return {
    case: { next, year: yearIn(directory.government.zone, next.createdAt) },
    history: facts.map((fact) => historyOf(next, fact, at, actor)),
    outbox: [
      ...cardsOf({ directory, before, inquiry: next, at }),
      ...caseFiles({ directory, before, inquiry: next, at }),
      ...newsOf(directory, next, facts),
      ...alarmsOf(directory, next, missing, "noChannel"),
    ],
    pings: facts.flatMap((fact) => pingsOf(directory, next, fact)),
    cancelPingsOf: facts.flatMap(endedForward),
  };
};
