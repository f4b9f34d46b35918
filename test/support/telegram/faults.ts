/** How a call goes wrong. "done-…": Telegram does it, and the caller does not learn of it. */
export type Fault =
  | { readonly kind: "429"; readonly retryAfterS: number }
  | { readonly kind: "500" | "502" | "401" }
  /** The connection ends before or after it is done. */
  | { readonly kind: "drop" | "done-drop" }
  /** The connection stays and nothing comes. */
  | { readonly kind: "silent" | "done-silent" }
  | { readonly kind: "refused"; readonly status: number; readonly description: string };

/** Which calls fail: those of the method and the chat, all where none is named. */
export interface Rule {
  readonly fault: Fault;
  readonly method?: string;
  readonly chat?: number;
  /** Passes so many calls first. */
  readonly after?: number;
  /** Then fails so many; one where it is not said. */
  readonly times?: number;
}

/** The failures that are still to come. */
export interface Faults {
  add(rule: Rule): void;
  /** Of the calls of these methods this share fails, each in one of these ways, as the seed decides. */
  share(plan: {
    readonly seed: number;
    readonly share: number;
    readonly faults: readonly Fault[];
    readonly methods: readonly string[];
  }): void;
  /** Forgets all of them. */
  heal(): void;
  /** How many calls have failed. */
  used(): number;
  /** The failure of this call, used up by asking. */
  next(method: string, chat: number | undefined): Fault | undefined;
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md). */
const createDice = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** None ordered. */
export const createFaults = (): Faults => {
  let rules: { readonly rule: Rule; pass: number; left: number }[] = [];
  let shared: ((method: string) => Fault | undefined) | undefined;
  let used = 0;
  const find = (method: string, chat: number | undefined): Fault | undefined => {
    for (const each of rules) {
      const { rule } = each;
      if (rule.method !== undefined && rule.method !== method) continue;
      if (rule.chat !== undefined && rule.chat !== chat) continue;
      if (each.left <= 0) continue;
      if (each.pass > 0) {
        each.pass -= 1;
        continue;
      }
      each.left -= 1;
      return rule.fault;
    }
    return shared?.(method);
  };
  return {
    add: (rule) => void rules.push({ rule, pass: rule.after ?? 0, left: rule.times ?? 1 }),
    share({ seed, share, faults, methods }) {
      const roll = createDice(seed);
      shared = (method) => {
        if (!methods.includes(method) || roll() >= share) return undefined;
        return faults[Math.floor(roll() * faults.length)];
      };
    },
    heal() {
      rules = [];
      shared = undefined;
    },
    used: () => used,
    next(method, chat) {
      const fault = find(method, chat);
      if (fault) used += 1;
      return fault;
    },
  };
};
