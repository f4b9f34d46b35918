import { type Refusal, refuse } from "../../domain/refusal.js";
import type { AnswerOrigin, GateKind, Sop } from "../../domain/registry/model.js";
import type { Profile } from "../../regulations/schema.js";
import { excerptOf } from "../excerpt.js";

/** The least binding first. */
const strictness: readonly GateKind[] = ["none", "report", "approve"];

/** Longer than a month no procedure is meant to take: a slip of the finger, where the regulation names no most. */
export const MOST_HOURS = 720;

/** Typed for "as the regulation says". */
export const isEmptied = (typed: string | undefined): boolean => typed?.trim() === "-";

/** The hours an SOP sets, or why not: never above the regulation's where it names a time. */
export const sopHours = ({ deadline }: Profile, typed: string): number | Refusal => {
  const max = deadline.sop.maxHours ?? MOST_HOURS;
  const hours = /^(\d{1,4})(?:\s*\p{L}+)?$/u.exec(typed.trim())?.[1];
  const count = Number(hours ?? 0);
  if (count > max && deadline.sop.maxHours !== undefined)
    return refuse("sopHours", { max, citation: deadline.citation });
  return count < 1 || count > max ? refuse("sopBadHours", { typed: excerptOf(typed), max }) : count;
};

/** Why a gate may not be this: an SOP adds conditions and never takes the regulation's away. Undefined where it may. */
export const gateRefusal = ({ gates }: Profile, origin: AnswerOrigin, kind: GateKind): Refusal | undefined => {
  const asked = gates[origin];
  return strictness.indexOf(kind) < strictness.indexOf(asked.kind)
    ? refuse("sopGate", { origin, gate: asked.kind, citation: asked.citation })
    : undefined;
};

/** The gates an SOP adds: those stricter than the regulation's own. */
export const addedGates = ({ gates }: Profile, wanted: Sop["gates"]): Sop["gates"] =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([origin, kind]) => strictness.indexOf(kind) > strictness.indexOf(gates[origin as AnswerOrigin].kind),
    ),
  );
