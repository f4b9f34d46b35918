import { refuse } from "../../domain/refusal.js";
import type { Appointment } from "../../domain/registry/model.js";
import { type Command, defineCommand } from "../command.js";
import { agencyOf, type Context } from "../context.js";
import { type Effects, refused } from "../effects.js";
import { line, optional } from "../inputs.js";
import { barredByLastAdmin } from "../registry/admins.js";
import { type Asking, askingFor } from "../registry/asking.js";
import { endedNow } from "../registry/ended-now.js";
import { letterOf, type TypedLetter } from "../registry/letter.js";
import { isListed } from "../registry/listed.js";
import { appointmentContent, memberEffects } from "../registry/member-effects.js";
import { barredOffice } from "../registry/office.js";
import { barredFromRole } from "../registry/people-right.js";

/**
 * The new letter's appointment begins now, and the old one ends; who decided under that is still found there. It is the same
 * kind of letter unless another is named.
 */
const renewed = (
  context: Context,
  before: Appointment,
  typed: TypedLetter & { position?: string | undefined },
  asking: Asking,
): Effects => {
  const instrument = typed.instrument ?? (before.instrument || undefined);
  const letter = letterOf(context, before.role, { ...typed, instrument });
  if (!("instrument" in letter)) return asking.wrong(...letter);
  const { validUntil: _, datedAt: __, ended: ___, ...kept } = before;
  const position = typed.position ?? before.position;
  const next: Appointment = { ...kept, position, ...letter, id: context.ids.newId() };
  const registry = { appointments: [endedNow(before, context.now), next] };
  const barred = barredByLastAdmin(context, registry);
  if (barred) return asking.wrong("until", barred);
  const { role, number, personId, agencyId, validUntil } = next;
  const until = validUntil ? { date: new Date(validUntil.getTime() - 1).toISOString() } : {};
  const told = { code: "appointmentRenewed", values: { role, instrument: next.instrument, number, ...until } } as const;
  return memberEffects(context, { id: personId }, agencyId, registry, told, {
    ...appointmentContent(next),
    before: before.id,
  });
};

/** "Perpanjang": the same role by a new letter. */
export const renewAction: Command = defineCommand({
  name: "renew",
  inputs: {
    number: line(),
    until: line(),
    dated: optional(line()),
    position: optional(line()),
    instrument: optional(line()),
  },
  form: ["number", "until", "dated", "position", "instrument"],
  access: "registry.keep",
  async run(context, typed, extra) {
    const { directory, now } = context;
    const found = directory.appointments.find(({ id }) => id === extra.appointment);
    if (!found || found.acting || !isListed(found, now)) return refused(context, "renew", refuse("stale"));
    const agency = agencyOf(directory, found.agencyId);
    const barred =
      barredFromRole(context, found.role, agency) ?? barredOffice(directory, found.role, agency, context.now);
    if (barred) return refused(context, "renew", barred);
    return renewed(context, found, typed, askingFor(context, renewAction, extra));
  },
});
