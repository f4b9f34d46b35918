import type { Refusal } from "../../domain/refusal.js";
import { rightOf } from "../access.js";
import type { Context } from "../context.js";
import { refusalOfRight } from "../resolve.js";

/** Whether the person may change what holds for the whole government. */
export const mayKeepSettings = ({ directory, person, now }: Context): boolean =>
  rightOf(directory, person.id, "settings.keep", now).any;

/** Why they may not; undefined when they may. */
export const barredFromSettings = (context: Context): Refusal | undefined => refusalOfRight(context, "settings.keep");
