import { type Refusal, refuse } from "../../domain/refusal.js";
import { rightOf } from "../access.js";
import type { Context } from "../context.js";
import { refusalOfRight } from "../resolve.js";

/** Whether the person may change what holds for the whole government. */
export const mayKeepSettings = ({ directory, person, now }: Context): boolean =>
  !person.shared && rightOf(directory, person.id, "settings.keep", now).any;

/** Why they may not; undefined when they may. Nobody does from a phone shared by an office: whose word it is could not be told. */
export const barredFromSettings = (context: Context): Refusal | undefined =>
  refusalOfRight(context, "settings.keep") ??
  (context.person.shared ? refuse("sharedPhone", { rules: "yes" }) : undefined);
