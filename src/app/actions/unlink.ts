import { refuse } from "../../domain/refusal.js";
import type { Person } from "../../domain/registry/model.js";
import { defineCommand, type RawValues } from "../command.js";
import type { Context } from "../context.js";
import { type Effects, refused } from "../effects.js";
import { barredByLastAdmin } from "../registry/admins.js";
import { confirming, isSure } from "../registry/confirming.js";
import { homeAgencyOf } from "../registry/listed.js";
import { memberEffects } from "../registry/member-effects.js";
import { barredFromIdentities } from "../registry/people-right.js";

type Identity = Person["identities"][number];

const without = (context: Context, person: Person, gone: Identity): Effects => {
  const registry = { people: [{ ...person, identities: person.identities.filter((each) => each !== gone) }] };
  const barred = barredByLastAdmin(context, registry);
  if (barred) return refused(context, "unlink", barred);
  const agencyId = homeAgencyOf(context.directory, person.id, context.now) ?? context.agency.id;
  const told = { code: "identityRemoved", values: { platform: gone.platform } } as const;
  return memberEffects(context, person, agencyId, registry, told, { ...gone });
};

const isMeant = ({ platform, workspace, userId }: Identity, values: RawValues): boolean =>
  platform === values.platform && workspace === values.workspace && userId === values.user;

/** "Hapus akun": a lost phone speaks for nobody any more. The person and their roles stay. */
export const unlinkAction = defineCommand({
  name: "unlink",
  inputs: {},
  access: "admin.keep",
  async run(context, _args, extra) {
    const person = context.directory.people.find(({ id }) => id === extra.person);
    const gone = person?.identities.find((each) => isMeant(each, extra));
    if (!person || !gone) return refused(context, "unlink", refuse("stale"));
    const barred = barredFromIdentities(context, person.id);
    if (barred) return refused(context, "unlink", barred);
    if (isSure(extra)) return without(context, person, gone);
    const { platform, workspace, userId: user } = gone;
    return confirming(context, "unlink", { person: person.id, platform, workspace, user });
  },
});
