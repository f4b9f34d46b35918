import { refuse } from "../../domain/refusal.js";
import { defineCommand } from "../command.js";
import { refused } from "../effects.js";
import { barredFromSettings } from "../settings/keeping.js";
import { sopEffects } from "../settings/sop-effects.js";

/** "Akhiri": an SOP holds no more. What was forwarded or answered under it keeps its clock and gate. */
export const endSopAction = defineCommand({
  name: "endsop",
  inputs: {},
  access: "settings.keep",
  async run(context, _args, extra) {
    const barred = barredFromSettings(context);
    if (barred) return refused(context, "endsop", barred);
    const sop = context.directory.sops.find(({ id }) => id === extra.sop);
    return sop ? sopEffects(context, sop, sop, "ended") : refused(context, "endsop", refuse("stale"));
  },
});
