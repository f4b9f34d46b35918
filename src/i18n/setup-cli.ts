import type { Locale } from "../ports/chat/refs.js";
import type { NoticeValues } from "../ports/message-content.js";
import { problems as problemsEn } from "./setup-cli/en/problems.js";
import { problems as problemsId } from "./setup-cli/id/problems.js";

/** What can be wrong with what the operator gave the setup. */
export type ProblemCode = keyof typeof problemsId;

/** What a problem's sentence is made of. */
export type ProblemValues = NoticeValues;

/** The sentence of every problem. */
export const problemTexts: Readonly<Record<Locale, Readonly<Record<ProblemCode, (values: ProblemValues) => string>>>> =
  {
    id: problemsId,
    en: problemsEn,
  };

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemsId, code);
