import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reopen } from "../../src/domain/inquiry/ending.js";
import type { Case, InquiryStatus } from "../../src/domain/inquiry/model.js";
import type { Outcome } from "../../src/domain/inquiry/outcome.js";
import type { RefusalCode } from "../../src/domain/notice.js";
import { isRefusal } from "../../src/domain/refusal.js";
import { checkCase, checkStep, hear } from "../support/inquiry-invariants.js";
import {
  received,
  type StepChoice,
  stepChoice,
  type Taken,
  type Terms,
  terms,
  walk,
} from "../support/inquiry-steps.js";

const choices = fc.array(stepChoice, { minLength: 1, maxLength: 30, size: "max" });

const deepFreeze = (value: unknown): void => {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
};

/** Everything that came of a run, to be compared with another. */
const traceOf = (steps: readonly StepChoice[], under: Terms): readonly (Outcome | undefined)[] => {
  const outcomes: Outcome[] = [];
  walk(steps, under, ({ outcome }) => outcomes.push(outcome));
  return outcomes;
};

describe("the machine of an inquiry", () => {
  it("keeps its promises after every step of any sequence", () => {
    fc.assert(
      fc.property(choices, terms, (steps, under) => {
        const heard = new Set<string>();
        walk(steps, under, (taken) => {
          deepFreeze(taken.after);
          hear(heard, taken);
          checkStep(taken);
          checkCase(taken.after, under, heard);
        });
      }),
      { numRuns: 20_000 },
    );
  });

  it("does the same again when it is asked the same again", () => {
    fc.assert(
      fc.property(choices, terms, (steps, under) => isDeepStrictEqual(traceOf(steps, under), traceOf(steps, under))),
      { numRuns: 2_000 },
    );
  });

  it("treats a reopened case like one just received: nothing of a former round counts", () => {
    const course = ({ outcome, after }: Taken) => ({
      refusal: isRefusal(outcome) ? outcome.refusal : undefined,
      facts: isRefusal(outcome) ? [] : outcome.facts.map(({ kind }) => kind),
      status: after.status,
      gate: after.gate && { kind: after.gate.kind, passed: after.gate.passed },
    });
    fc.assert(
      fc.property(choices, choices, terms, (past, future, under) => {
        const ended = walk([...past, { ...first(past), transition: "close" }], under, () => {});
        const again = reopen(ended, { reason: "lagi", by: "person-1", at: ended.updatedAt });
        if (isRefusal(again)) throw new Error("a closed case could not be reopened");
        const courseOf = (from: Case) => {
          const seen: unknown[] = [];
          walk(future, under, (taken) => seen.push(course(taken)), from, true);
          return seen;
        };
        expect(courseOf(again.next)).toEqual(courseOf({ ...received(), updatedAt: again.next.updatedAt }));
      }),
      { numRuns: 2_000 },
    );
  });
});

const first = <T>(list: readonly T[]): T => {
  const [found] = list;
  if (found === undefined) throw new Error("an empty sequence");
  return found;
};

/** A case closes with its posting, so it is never seen as "published". */
const reachable: Record<InquiryStatus, boolean> = {
  received: true,
  drafting: true,
  forwarded: true,
  answered: true,
  approval: true,
  reporting: true,
  reported: true,
  revising: true,
  ready: true,
  published: false,
  closed: true,
};

/** The refusals that are the machine's own; all others are made before it is asked. */
const ownRefusals: Record<RefusalCode, boolean> = {
  closedCase: true,
  notClosed: true,
  alreadyClosed: true,
  alreadyForwarded: true,
  ownAgency: true,
  communicationsDecides: true,
  noOpenForward: true,
  noAnswer: true,
  notReady: true,
  notAwaiting: true,
  alreadyDecided: true,
  ownText: true,
  oldText: true,
  undoTooLate: true,
  undoOther: true,
  unchanged: true,
  stale: true,
  othersQuestion: false,
  unknownCommand: false,
  notRegistered: false,
  originalNeeded: false,
  onlyRole: false,
  unknownCase: false,
  unknownAgency: false,
  otherAgency: false,
  appointmentExpired: false,
  sharedPhone: false,
  tooLong: false,
  emptyText: false,
  badUrl: false,
  badChoice: false,
  fileTooLarge: false,
  fileBadType: false,
  fileEmpty: false,
  fileGone: false,
  tooManyFiles: false,
  voiceAnswer: false,
  voiceContent: false,
  nothingToCancel: false,
  anonymous: false,
  notConnected: false,
  withdrawn: false,
  editFirst: false,
  notTarget: false,
  otherSite: false,
  accountEnded: false,
  profileAddress: false,
  addressTaken: false,
  alreadyPosted: false,
  notPosted: false,
  notForContent: false,
  onlyContent: false,
  checksFailed: false,
  noAccount: false,
  unknownAccount: false,
  whichAccount: false,
  severalAccounts: false,
  badDay: false,
  sameDraft: false,
  contentIncomplete: false,
  contested: false,
  pastDay: false,
  badHashtag: false,
  badHandle: false,
  accountTaken: false,
  accountUnchanged: false,
  badPeriod: false,
  unknownPerson: false,
  whichPerson: false,
  noOfficial: false,
  actingWhere: false,
  tooEarly: false,
  actingSelf: false,
  actingShared: false,
  actingAlready: false,
  badAgencyCode: false,
  agencyTaken: false,
  agencyUnchanged: false,
  lastAdmin: false,
  letterTooLate: false,
  memberKnown: false,
  memberInvited: false,
  memberUnchanged: false,
  officeElsewhere: false,
  officeExternal: false,
  noFunctions: false,
  codeMissing: false,
  codeUnknown: false,
  codeUsed: false,
  codeExpired: false,
  codeRecalled: false,
  codeTries: false,
  codeOfChat: false,
  codeOfPerson: false,
  codeShared: false,
  codeNamed: false,
  roleKnown: false,
  chatTaken: false,
  purposeTaken: false,
  identityTaken: false,
  unknownSetting: false,
  badSetting: false,
  sameSetting: false,
  unknownRight: false,
  unknownRole: false,
  accessBound: false,
  sameAccess: false,
  sopBadHours: false,
  sopHours: false,
  sopGate: false,
  sopForAll: false,
  sopExternal: false,
  sopLater: false,
  sopUnchanged: false,
};

const named = (record: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.keys(record)
    .filter((name) => record[name])
    .sort();

describe("the random runs", () => {
  it("reach every status and every refusal of the machine, so that their promises are not empty", () => {
    const statuses = new Set<string>();
    const refusals = new Set<string>();
    const done = new Set<string>();
    for (const [steps, under] of fc.sample(fc.tuple(choices, terms), { numRuns: 5_000, seed: 20_170_020 }))
      walk(steps, under, ({ choice, outcome, after, before }) => {
        statuses.add(before.status).add(after.status);
        if (isRefusal(outcome)) refusals.add(outcome.refusal);
        else done.add(choice.transition);
      });
    expect([...statuses].sort()).toEqual(named(reachable));
    expect([...refusals].sort()).toEqual(named(ownRefusals));
    expect(done.size, [...done].join()).toBe(16);
  });
});
