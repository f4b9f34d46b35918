import type { RefusalCode } from "./notice.js";

/** Why nothing happened. Nothing was changed. */
export interface Refusal {
  readonly refusal: RefusalCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A refusal with its values. */
export const refuse = (refusal: RefusalCode, values: Readonly<Record<string, string | number>> = {}): Refusal => ({
  refusal,
  values,
});

/** Whether what came of something is a refusal. */
export const isRefusal = (outcome: object): outcome is Refusal => "refusal" in outcome;
