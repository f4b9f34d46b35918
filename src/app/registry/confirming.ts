import type { ConfirmedCommand } from "../../ports/message-content.js";
import type { RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, whisper } from "../effects.js";

/** Asks whether it is meant; the button of the question does it, with the same values. */
export const confirming = (context: Context, command: ConfirmedCommand, values: RawValues): Effects => ({
  drafts: [whisper(context, "confirm", { kind: "confirm", command, values })],
});

/** Whether the button of that question was pressed. */
export const isSure = (extra: RawValues): boolean => extra.sure === "yes";
