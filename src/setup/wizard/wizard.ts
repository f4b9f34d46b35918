import type { FoundingPlan } from "../../app/founding/plan.js";
import { setupTexts } from "../../i18n/setup-cli.js";
import type { Locale } from "../../ports/chat/refs.js";
import type { Outcome } from "../outcome.js";
import { planOf } from "../plan-of.js";
import { problemLines } from "../tell.js";
import { askAgencies, askOffice } from "./agencies.js";
import { type Answers, allAgencies, type Section, saidOf } from "./answers.js";
import type { Asking } from "./asking.js";
import { askBasics } from "./basics.js";
import { askAdmin, askChats, askPeople } from "./people.js";
import { Left, type Prompts } from "./prompts.js";
import { summaryOf } from "./summary.js";

/** What the questions are asked with. */
export interface WizardParts {
  readonly prompts: Prompts;
  /** Undefined: it is the first question. */
  readonly locale: Locale | undefined;
  /** The letters of the governments there are. */
  readonly takenCodes: () => Promise<readonly string[]>;
  readonly hasPlatform: boolean;
  readonly readAgencies: Asking["readAgencies"];
  readonly save: (plan: FoundingPlan, locale: Locale) => Promise<Outcome>;
}

const askLocale = (prompts: Prompts): Promise<Locale> =>
  prompts.select("Bahasa / Language", [
    { value: "id", label: "Bahasa Indonesia" },
    { value: "en", label: "English" },
  ]);

const askAll = async (asking: Asking): Promise<Answers> => {
  const basics = await askBasics(asking);
  const office = await askOffice(asking);
  const agencies = await askAgencies(asking, office);
  const known = { basics, office, agencies };
  const admin = await askAdmin(asking, known);
  const people = await askPeople(asking, known);
  const chats = await askChats(asking, known);
  return { ...known, admin, people, chats };
};

/** Only what is there stays chosen when the agencies are others. */
const fitting = (answers: Answers): Answers => {
  const codes = new Set(allAgencies(answers).map(({ code }) => code));
  const chats = answers.chats.filter((each) => codes.has(each) || each === "all" || each === "communications");
  return { ...answers, people: answers.people.filter(({ agency }) => codes.has(agency)), chats };
};

const askAgain = async (asking: Asking, answers: Answers, section: Section): Promise<Answers> => {
  switch (section) {
    case "basics":
      return { ...answers, basics: await askBasics(asking, answers.basics) };
    case "office":
      return fitting({ ...answers, office: await askOffice(asking, answers.office) });
    case "agencies":
      return fitting({ ...answers, agencies: await askAgencies(asking, answers.office) });
    case "admin":
      return { ...answers, admin: await askAdmin(asking, answers, answers.admin) };
    case "people":
      return { ...answers, people: await askPeople(asking, answers) };
    case "chats":
      return { ...answers, chats: await askChats(asking, answers) };
  }
};

const SECTIONS: readonly Section[] = ["basics", "office", "agencies", "admin", "people", "chats"];

/** A trial can be removed again; a real government cannot, so one key pressed too often does not save it. */
const isForGood = async ({ prompts, texts }: Asking, { basics }: Answers): Promise<boolean> => {
  const { yes, no, summary } = texts.wizard;
  return basics.trial || prompts.confirm(summary.forGood(basics.code), { yes, no }, false);
};

/** Shows everything and saves it when asked to; until then each section can be changed. */
const confirmAndSave = async (asking: Asking, first: Answers, parts: WizardParts): Promise<Outcome> => {
  const { prompts, texts, locale } = asking;
  const { summary, saving } = texts.wizard;
  let answers = first;
  for (;;) {
    prompts.note(summaryOf(asking, answers), summary.title);
    const choice = await prompts.select<"save" | "leave" | Section>(summary.question, [
      { value: "save", label: summary.save },
      ...SECTIONS.map((value) => ({ value, label: summary.change[value] })),
      { value: "leave", label: summary.leave },
    ]);
    if (choice === "leave") throw new Left();
    if (choice !== "save") {
      answers = await askAgain(asking, answers, choice);
      continue;
    }
    if (!(await isForGood(asking, answers))) continue;
    const plan = planOf(saidOf(answers), new Date());
    if (plan.kind === "problems") {
      prompts.warn(problemLines(plan.problems, locale).join("\n"));
      continue;
    }
    prompts.step(saving);
    return parts.save(plan.value, locale);
  }
};

/**
 * Asks for everything a government needs and saves it at the end, when the operator agrees. Leaving at any time before that
 * saves nothing.
 */
export const runWizard = async (
  parts: WizardParts,
): Promise<{ readonly outcome: Outcome; readonly locale: Locale }> => {
  const { prompts } = parts;
  let locale: Locale = parts.locale ?? "id";
  try {
    prompts.title(setupTexts[locale].wizard.title);
    locale = parts.locale ?? (await askLocale(prompts));
    const texts = setupTexts[locale];
    prompts.step(texts.wizard.leave);
    prompts.step(texts.wizard.opening);
    const takenCodes = await parts.takenCodes();
    const { hasPlatform, readAgencies } = parts;
    const asking: Asking = { prompts, texts, locale, takenCodes, hasPlatform, readAgencies };
    const outcome = await confirmAndSave(asking, await askAll(asking), parts);
    if (outcome.kind === "founded") prompts.end(texts.wizard.done);
    return { outcome, locale };
  } catch (error) {
    if (!(error instanceof Left)) throw error;
    prompts.left(setupTexts[locale].wizard.left);
    return { outcome: { kind: "left" }, locale };
  }
};
