import type { Locale } from "../ports/chat/refs.js";
import type { NoticeValues } from "../ports/message-content.js";
import { command as commandEn } from "./setup-cli/en/command.js";
import { problems as problemsEn } from "./setup-cli/en/problems.js";
import { wizard as wizardEn } from "./setup-cli/en/wizard.js";
import { type CommandTexts, command as commandId } from "./setup-cli/id/command.js";
import { problems as problemsId } from "./setup-cli/id/problems.js";
import { type WizardTexts, wizard as wizardId } from "./setup-cli/id/wizard.js";

/** What can be wrong with what the operator gave the setup. */
export type ProblemCode = keyof typeof problemsId;

/** What a problem's sentence is made of. */
export type ProblemValues = NoticeValues;

/** The setup's texts in one language. */
export interface SetupTexts {
  readonly problems: Readonly<Record<ProblemCode, (values: ProblemValues) => string>>;
  readonly command: CommandTexts;
  readonly wizard: WizardTexts;
}

/** The setup's texts by language; a missing one does not compile. */
export const setupTexts: Readonly<Record<Locale, SetupTexts>> = {
  id: { problems: problemsId, command: commandId, wizard: wizardId },
  en: { problems: problemsEn, command: commandEn, wizard: wizardEn },
};

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemsId, code);
