import { refuse } from "../../domain/refusal.js";
import type { Appointment } from "../../domain/registry/model.js";
import { defineCommand } from "../command.js";
import { agencyOf, type Context } from "../context.js";
import { type Effects, refused } from "../effects.js";
import { barredByLastAdmin } from "../registry/admins.js";
import { confirming, isSure } from "../registry/confirming.js";
import { endedNow } from "../registry/ended-now.js";
import { isListed } from "../registry/listed.js";
import { appointmentContent, memberEffects } from "../registry/member-effects.js";
import { barredFromRole } from "../registry/people-right.js";

const ended = (context: Context, before: Appointment): Effects => {
  const next = endedNow(before, context.now);
  const registry = { appointments: [next] };
  const barred = barredByLastAdmin(context, registry);
  if (barred) return refused(context, "endrole", barred);
  const { role, personId, agencyId } = next;
  const told = { code: "appointmentEnded", values: { role } } as const;
  return memberEffects(context, { id: personId }, agencyId, registry, told, appointmentContent(next));
};

/** "Akhiri": somebody has the role no more, from now on and without days of grace. */
export const endRoleAction = defineCommand({
  name: "endrole",
  inputs: {},
  access: "registry.keep",
  async run(context, _args, extra) {
    const { directory, now } = context;
    const found = directory.appointments.find(({ id }) => id === extra.appointment);
    if (!found || found.acting || !isListed(found, now)) return refused(context, "endrole", refuse("stale"));
    const barred = barredFromRole(context, found.role, agencyOf(directory, found.agencyId));
    if (barred) return refused(context, "endrole", barred);
    return isSure(extra) ? ended(context, found) : confirming(context, "endrole", { appointment: found.id });
  },
});
