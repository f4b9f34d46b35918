import { isDeepStrictEqual } from "node:util";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.js";
import type { Agency, AnswerOrigin, GateKind, Sop } from "../../domain/registry/model.js";
import { dayIn, startOfDay } from "../../domain/time/local-day.js";
import type { InputName } from "../command.js";
import type { Context } from "../context.js";
import type { Effects } from "../effects.js";
import { excerptOf } from "../excerpt.js";
import { choiceCode } from "../inputs.js";
import type { Asking } from "../registry/asking.js";
import { letterDay } from "./letter-day.js";
import { sopEffects } from "./sop-effects.js";
import { addedGates, gateRefusal, isEmptied, sopHours } from "./sop-rules.js";

/** What somebody typed of an SOP; "-" empties an input. */
export interface TypedSop {
  readonly number: string;
  readonly letterDate?: string | undefined;
  readonly issuer?: string | undefined;
  readonly hours?: string | undefined;
  readonly available?: string | undefined;
  readonly inhouse?: string | undefined;
  readonly forwarded?: string | undefined;
}

/** An input that is wrong, and why. */
type Wrong = readonly [input: InputName, refusal: Refusal];

const GATES: readonly (readonly [AnswerOrigin, "available" | "inhouse" | "forwarded"])[] = [
  ["available", "available"],
  ["inHouse", "inhouse"],
  ["forwarded", "forwarded"],
];
const KINDS: readonly GateKind[] = ["none", "report", "approve"];

const isWrong = (value: unknown): value is Wrong => Array.isArray(value);

/** The SOP of this agency, or the one for all. */
export const sopFor = ({ directory }: Context, agencyId: string | undefined): Sop | undefined =>
  directory.sops.findLast((each) => each.agencyId === agencyId);

const dateOf = ({ directory, now }: Context, typed: string): Date | Refusal => {
  const { zone } = directory.government;
  const day = letterDay(typed, now, zone);
  if (day === undefined) return refuse("badDay", { day: excerptOf(typed) });
  return day > dayIn(zone, now) ? refuse("sopLater", { day: excerptOf(typed) }) : startOfDay(zone, day);
};

const gatesOf = ({ profile }: Context, typed: TypedSop, before: Sop["gates"]): Sop["gates"] | Wrong => {
  const wanted: Partial<Record<AnswerOrigin, GateKind>> = { ...before };
  for (const [origin, input] of GATES) {
    const said = typed[input];
    if (said === undefined) continue;
    if (isEmptied(said)) {
      delete wanted[origin];
      continue;
    }
    const kind = KINDS.find((each) => each === choiceCode(KINDS, said));
    if (!kind) return [input, refuse("badChoice", { input, value: excerptOf(said), choices: KINDS.join(", ") })];
    const refusal = gateRefusal(profile, origin, kind);
    if (refusal) return [input, refusal];
    wanted[origin] = kind;
  }
  return addedGates(profile, wanted);
};

const hoursOf = ({ profile }: Context, typed: string | undefined, before: number | undefined) => {
  if (typed === undefined) return before;
  return isEmptied(typed) ? undefined : sopHours(profile, typed);
};

/** What the SOP says from now on; of another number nothing of the former one is kept. */
const rulesOf = (
  context: Context,
  typed: TypedSop,
  same: Sop | undefined,
): Pick<Sop, "deadlineHours" | "gates"> | Wrong => {
  const hours = hoursOf(context, typed.hours, same?.deadlineHours);
  if (typeof hours === "object") return ["hours", hours];
  const gates = gatesOf(context, typed, same?.gates ?? {});
  if (isWrong(gates)) return gates;
  return { ...(hours === undefined ? {} : { deadlineHours: hours }), gates };
};

/**
 * Enters the SOP of an agency, or the one for all, or changes it: there is one at a time, so that another number takes its
 * place. It holds for what comes; clocks that run keep what they began with.
 */
export const registerSop = (context: Context, agency: Agency | undefined, typed: TypedSop, asking: Asking): Effects => {
  const { profile, directory, ids } = context;
  const before = sopFor(context, agency?.id);
  const same = before?.number === typed.number ? before : undefined;
  if (typed.letterDate === undefined && !same) return asking.missing("letterDate");
  const datedAt = typed.letterDate === undefined ? same?.datedAt : dateOf(context, typed.letterDate);
  if (datedAt && isRefusal(datedAt)) return asking.wrong("letterDate", datedAt);
  const rules = rulesOf(context, typed, same);
  if (isWrong(rules)) return asking.wrong(...rules);
  const issuer = isEmptied(typed.issuer) ? undefined : (typed.issuer ?? same?.issuer);
  const next: Sop = {
    id: before?.id ?? ids.newId(),
    ...(agency ? { agencyId: agency.id } : {}),
    number: typed.number,
    ...(datedAt ? { datedAt } : {}),
    issuer: issuer ?? profile.deadline.sop.issuer[directory.government.locale],
    ...rules,
  };
  if (isDeepStrictEqual(next, before)) return asking.refuse(refuse("sopUnchanged", { number: next.number }));
  return sopEffects(context, next, before, before ? "changed" : "registered");
};
