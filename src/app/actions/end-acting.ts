import { refuse } from "../../domain/refusal.js";
import { actingFrom } from "../../domain/registry/acting.js";
import { defineCommand } from "../command.js";
import { agencyOf } from "../context.js";
import { refused } from "../effects.js";
import { actingEffects } from "../registry/acting-effects.js";
import { barredFrom } from "../registry/right.js";

/** "Akhiri": somebody acts for an official no more, from now on; what has not begun never does. */
export const endActingAction = defineCommand({
  name: "endacting",
  inputs: {},
  access: "acting.name",
  async run(context, _args, extra) {
    const { directory, now } = context;
    const acting = actingFrom(directory, now).find(({ id }) => id === extra.appointment);
    if (!acting) return refused(context, "endacting", refuse("stale"));
    const barred = barredFrom(context, "acting.name", agencyOf(directory, acting.agencyId));
    if (barred) return refused(context, "endacting", barred);
    const validUntil = acting.validFrom > now ? acting.validFrom : now;
    return actingEffects(context, { ...acting, validUntil }, "ended");
  },
});
