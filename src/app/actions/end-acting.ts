import { refuse } from "../../domain/refusal.js";
import { actingFrom } from "../../domain/registry/acting.js";
import { defineCommand } from "../command.js";
import { agencyOf } from "../context.js";
import { refused } from "../effects.js";
import { actingEffects } from "../registry/acting-effects.js";
import { barredFromEnding } from "../registry/replaced.js";
import { barredFrom } from "../registry/right.js";

/**
 * "Akhiri": somebody acts for an official no more, from now on; what has not begun never does. Only who is acted for, the
 * agency's head and admins end it.
 */
export const endActingAction = defineCommand({
  name: "endacting",
  inputs: {},
  access: "acting.name",
  async run(context, _args, extra) {
    const { directory, now } = context;
    const acting = actingFrom(directory, now).find(({ id }) => id === extra.appointment);
    if (!acting) return refused(context, "endacting", refuse("stale"));
    const agency = agencyOf(directory, acting.agencyId);
    const barred = barredFrom(context, "acting.name", agency) ?? barredFromEnding(context, agency, acting);
    if (barred) return refused(context, "endacting", barred);
    const validUntil = acting.validFrom > now ? acting.validFrom : now;
    return actingEffects(context, { ...acting, validUntil }, "ended");
  },
});
