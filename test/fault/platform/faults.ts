import type { Fault, Rule } from "./protocol.js";

/** The failures that were ordered and have not happened yet. */
export interface Faults {
  inject(rule: Rule): void;
  /** Forgets all of them. */
  heal(): void;
  /** The failure of this call, used up by asking. */
  next(chat: string): Fault | undefined;
}

/** None ordered. */
export function createFaults(): Faults {
  let rules: { readonly rule: Rule; left: number }[] = [];
  return {
    inject: (rule) => void rules.push({ rule, left: rule.times }),
    heal: () => {
      rules = [];
    },
    next(chat) {
      const found = rules.find(({ rule, left }) => left > 0 && (rule.chat === undefined || rule.chat === chat));
      if (found === undefined) return undefined;
      found.left -= 1;
      return found.rule.fault;
    },
  };
}
