import type { FoundingPlan } from "../app/founding/plan.js";
import { setupTexts } from "../i18n/setup-cli.js";
import type { Locale } from "../ports/chat/refs.js";
import { codeLines, codesAsJson, untilOf } from "./codes.js";
import type { Outcome } from "./outcome.js";
import type { Problem } from "./problem.js";

/** How the outcome is told: in which language, and whether the codes went to a file. */
export interface Tone {
  readonly locale: Locale;
  readonly codesTo: string | undefined;
}

const sentenceOf = ({ code, values }: Problem, locale: Locale): string => setupTexts[locale].problems[code](values);

/** "setup.yaml, line 12, admin.position: what is wrong, and how to mend it." */
export const problemLine = (problem: Problem, locale: Locale): string => {
  const { file, line, key } = problem;
  const at = [file, ...(line === undefined ? [] : [setupTexts[locale].command.atLine(line)]), ...(key ? [key] : [])];
  return `${at.join(", ")}: ${sentenceOf(problem, locale)}`;
};

/** Every problem on a line of its own. */
export const problemLines = (problems: readonly Problem[], locale: Locale): readonly string[] =>
  problems.map((problem) => problemLine(problem, locale));

const countsOf = ({ agencies, people, chats }: FoundingPlan, locale: Locale): string => {
  const count = chats.reduce((sum, { purposes }) => sum + purposes.length, 0);
  return setupTexts[locale].command.counts(agencies.length, people.length, count);
};

/** What to do next, a sentence each. */
export const nextSteps = (plan: FoundingPlan, locale: Locale): readonly string[] => {
  const { next } = setupTexts[locale].command;
  const hasCommunications = plan.people.some(({ role }) => role === "communications");
  return [
    ...(plan.government.example ? next.trial : next.real),
    next.more(plan.government.code),
    ...(hasCommunications ? [] : [next.noCommunications]),
  ];
};

type Given = Extract<Outcome, { readonly kind: "founded" | "renewed" | "adminInvited" }>["given"];

const codesOr = (given: Given, { locale, codesTo }: Tone): readonly string[] =>
  codesTo === undefined
    ? codeLines(given, locale)
    : [setupTexts[locale].command.codes.written(codesTo, untilOf(given, locale))];

const foundedLines = ({ plan, given }: Extract<Outcome, { kind: "founded" }>, tone: Tone): readonly string[] => {
  const { command } = setupTexts[tone.locale];
  const { name, code, example } = plan.government;
  return [
    command.founded(name, code, example),
    "",
    ...codesOr(given, tone),
    "",
    `${command.next.heading}:`,
    ...nextSteps(plan, tone.locale).map((step, index) => `  ${index + 1}. ${step}`),
  ];
};

const givenLines = (
  { kind, given }: Extract<Outcome, { kind: "renewed" | "adminInvited" }>,
  tone: Tone,
): readonly string[] => {
  const { command } = setupTexts[tone.locale];
  if (given.codes.length === 0) return [command.nothingToRenew(given.code)];
  return [command[kind](given.code), "", ...codesOr(given, tone)];
};

/** The outcome as the operator reads it. */
export const outcomeLines = (outcome: Outcome, tone: Tone): readonly string[] => {
  const { command } = setupTexts[tone.locale];
  switch (outcome.kind) {
    case "bad":
      return [...problemLines(outcome.problems, tone.locale), command.badFile(outcome.problems.length)];
    case "good": {
      const { name, code } = outcome.plan.government;
      return [command.good(name, code), countsOf(outcome.plan, tone.locale), command.nothingSaved];
    }
    case "founded":
      return foundedLines(outcome, tone);
    case "renewed":
    case "adminInvited":
      return givenLines(outcome, tone);
    case "removed":
      return [command.removed(outcome.code, outcome.removed)];
    case "exists":
    case "unknownGovernment":
    case "isReal":
    case "isRunning":
    case "unsure":
      return [command[outcome.kind](outcome.code)];
    case "codesTaken":
      return [command.codesTaken(outcome.path)];
    case "interrupted":
      return [command.interrupted];
    case "left":
      return [];
  }
};

const planAsJson = ({ government, agencies, people }: FoundingPlan): object => ({
  government: { code: government.code, name: government.name, trial: government.example },
  agencies: agencies.length,
  people: people.length,
});

/** The outcome for programs: `ok`, and what there is to tell. Codes are left out where they went to a file. */
export const outcomeAsJson = (outcome: Outcome, { locale, codesTo }: Tone): object => {
  const codes = (given: Given) => (codesTo === undefined ? codesAsJson(given) : { codesTo });
  switch (outcome.kind) {
    case "bad":
      return {
        ok: false,
        reason: "bad-data",
        problems: outcome.problems.map(({ values, ...problem }) => ({
          ...problem,
          message: sentenceOf({ ...problem, values }, locale),
        })),
      };
    case "good":
      return { ok: true, saved: false, ...planAsJson(outcome.plan) };
    case "founded":
      return { ok: true, saved: true, ...planAsJson(outcome.plan), ...codes(outcome.given) };
    case "renewed":
    case "adminInvited":
      return { ok: true, saved: true, ...codes(outcome.given) };
    case "removed":
      return { ok: true, removed: { code: outcome.code, ...outcome.removed } };
    case "exists":
    case "unknownGovernment":
    case "isReal":
    case "isRunning":
    case "unsure":
    case "codesTaken":
    case "interrupted":
    case "left":
      return {
        ok: false,
        reason: REASONS[outcome.kind],
        message: outcomeLines(outcome, { locale, codesTo }).join(" "),
      };
  }
};

const REASONS = {
  exists: "already-set-up",
  unknownGovernment: "unknown-government",
  isReal: "real-government",
  isRunning: "program-running",
  unsure: "not-confirmed",
  codesTaken: "codes-file",
  interrupted: "interrupted",
  left: "left",
} as const;
