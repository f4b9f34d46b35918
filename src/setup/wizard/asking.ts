import type { z } from "zod";
import type { FoundingPlan } from "../../app/founding/plan.js";
import { isProblemCode, type ProblemValues, type SetupTexts } from "../../i18n/setup-cli.js";
import type { Locale } from "../../ports/chat/refs.js";
import type { Read } from "../problem.js";
import type { Line, Prompts } from "./prompts.js";

/** What every section of questions works with. */
export interface Asking {
  readonly prompts: Prompts;
  readonly texts: SetupTexts;
  readonly locale: Locale;
  /** Letters of the governments there are. */
  readonly takenCodes: readonly string[];
  /** Whether a chat platform is configured, which a real government needs. */
  readonly hasPlatform: boolean;
  readonly readAgencies: (path: string) => Promise<Read<FoundingPlan["agencies"]>>;
}

/** What a schema of a field says of a text, in words; undefined where it takes it. */
export const faultIn = (
  schema: z.ZodType<unknown>,
  typed: string,
  { problems, wizard }: SetupTexts,
): string | undefined => {
  const issue = schema.safeParse(typed).error?.issues[0];
  if (issue === undefined) return undefined;
  if (issue.message === "empty") return wizard.empty;
  const { message } = issue;
  const params = "params" in issue ? (issue.params as { readonly values?: ProblemValues } | undefined) : undefined;
  return isProblemCode(message) ? problems[message](params?.values ?? {}) : problems.badValue({});
};

type Question<T> = Omit<Line, "check"> & {
  /** What else may be wrong with it. */
  readonly also?: (value: T) => string | undefined;
};

/** Asks until the schema takes what was typed, and gives what it makes of it. */
export const askLine = async <T>(
  { prompts, texts }: Asking,
  schema: z.ZodType<T>,
  question: Question<T>,
): Promise<T> => {
  const { also, ...line } = question;
  const typed = await prompts.line({
    ...line,
    check: (text) => {
      const fault = faultIn(schema, text, texts);
      if (fault !== undefined || !also) return fault;
      return also(schema.parse(text));
    },
  });
  return schema.parse(typed);
};
